"""Addresses: what is one, what is not, and where redirects may lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.network.address import is_address, parsed, redirected, shown
from audit.ingest.network.failure import NetworkFailure


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://Example.org", "http://example.org/"),
        ("HTTPS://example.org:443/a?b=c#d", "https://example.org/a?b=c"),
        ("http://example.org:8080/ñ/%20?q=é", "http://example.org:8080/%C3%B1/%20?q=%C3%A9"),
        ("https://españa.example/", "https://xn--espaa-rta.example/"),
        ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/"),
        ("http://example.org?x", "http://example.org/?x"),
    ],
)
def test_an_address_is_asked_as_its_ascii_form(url: str, asked: str) -> None:
    """Host in lower case, path and query escaped where they must be, no fragment."""
    assert str(parsed(url)) == asked


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://",
            "http:///x",
            "http://a b/",
            "http://a/\r\nHost: b",
            "http://a\\@b/",
            "http://[::1",
            "http://a:99999/",
        ),
        *("http://a:0/", "http://a:x/", "http://exa%6dple/", "https:/example.org", "http://a/\ud800", "http://\u3002/"),
        *("http://[fe80::1%25lo]/", f"http://{'é' * 70}.example/", "http://a/\x7f"),
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    """In one line, and before anything is asked."""
    with pytest.raises(NetworkFailure, match="is no valid address"):
        parsed(url)


@pytest.mark.parametrize("url", ["ftp://example.org/", "file:///etc/passwd", "gopher://a/"])
def test_other_schemes_are_refused(url: str) -> None:
    """They are told from the names of files."""
    assert is_address(url)
    with pytest.raises(NetworkFailure, match="only http and https are read"):
        parsed(url)


@pytest.mark.parametrize("path", ["a.txt", "C:\\a.txt", "c://x", "-", "", "http", "folder/https:/x", "./http://x"])
def test_names_of_files_are_no_addresses(path: str) -> None:
    """Not even those of another system's drives."""
    assert not is_address(path)


def test_a_password_is_refused_and_never_shown() -> None:
    """It would end up in reports."""
    url = "https://user:p@ss:word@example.org/a@b"
    with pytest.raises(NetworkFailure, match="user name or password"):
        parsed(url)
    assert shown(url) == "https://example.org/a@b"


@pytest.mark.parametrize(
    ("start", "location", "end"),
    [
        ("http://a.example/x/y", "z?q", "http://a.example/x/z?q"),
        ("http://a.example/x", "//b.example", "http://b.example/"),
        ("http://a.example/x", "https://a.example/x", "https://a.example/x"),
        ("https://a.example/x", " / ", "https://a.example/"),
    ],
)
def test_a_redirect_may_be_relative(start: str, location: str, end: str) -> None:
    """It is resolved against where it came from."""
    assert str(redirected(parsed(start), location)) == end


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("http://b.example/", "leads from https to http://b.example/, which is not encrypted"),
        ("file:///etc/passwd", "leads to file:///etc/passwd, which is of the scheme 'file'"),
        ("https://me:secret@b.example/", "leads to https://b.example/, which holds a user name or password"),
        ("https://[", r"leads to https://\[, which is no valid address"),
    ],
)
def test_some_redirects_are_not_followed(location: str, message: str) -> None:
    """To less safety, to another scheme, to what is no address."""
    with pytest.raises(NetworkFailure, match=message) as caught:
        redirected(parsed("https://a.example/"), location)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=40))
def test_every_text_is_an_address_or_refused(text: str) -> None:
    """What passes is ASCII without white space: it can hold no second request."""
    for url in (text, f"http://{text}", f"https://a.example/{text}"):
        try:
            found = parsed(url)
        except NetworkFailure:
            continue
        assert str(found).isascii()
        assert not any(character.isspace() for character in str(found))
        assert parsed(str(found)) == found
