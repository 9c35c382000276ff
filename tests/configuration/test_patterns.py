"""Which paths and addresses a pattern is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.configuration.patterns import forms, matches
from audit.errors import ConfigError


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The working folder is `desk/day`, the configuration is in `desk`."""
    (tmp_path / "desk" / "day").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk" / "day")


def fits(pattern: str, path: str, folder: str = "..") -> bool:
    """Whether a pattern of a configuration in a folder is for a path."""
    return matches(pattern, forms(path, folder))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.html", "deep/er/page.html"),
        ("page.html", "deep/page.html"),
        ("feed.xml", "../feed.xml"),
        ("day/feed.xml", "feed.xml"),
        ("./day/feed.xml", "feed.xml"),
        ("feed/../x.txt", "feed/../x.txt"),
        ("day/*.xml", "./feed.xml"),
        ("day/**", "a/b/c.txt"),
        ("day/", "a/b/c.txt"),
        ("**/en/*.md", "en/a.md"),
        ("**/en/*.md", "x/y/en/a.md"),
        ("day/**/c.txt", "c.txt"),
        ("day/**/c.txt", "a/b/c.txt"),
        ("page[0-9].html", "page7.html"),
        ("[!a]*.txt", "b.txt"),
        ("[]^]x", "^x"),
        ("[x", "[x"),
        ("https://example.org/en/**", "https://example.org/en/a/feed.xml?lang=en"),
        ("https://example.org/feed?lang=en", "https://example.org/feed?lang=en"),
        ("https://*.org/feed.xml", "https://example.org/feed.xml"),
        ("feed.xml", "https://example.org/feed.xml"),
        ("-", "-"),
    ],
)
def test_patterns_that_fit(pattern: str, path: str) -> None:
    """As given, absolute, or relative to the folder of the configuration."""
    assert fits(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.html", "page.htm"),
        ("age.html", "page.html"),
        ("day/*.xml", "deep/feed.xml"),
        ("day/?", "a/b"),
        ("day/**", "../other/x.txt"),
        ("day", "a.txt"),
        ("day/**/c.txt", "a/bc.txt"),
        ("**/en/*.md", "deen/a.md"),
        ("[!a]*.txt", "a.txt"),
        ("day/[!a]b", "a/b"),
        ("https://example.org/en/*", "https://example.org/en/a/feed.xml"),
        ("https://example.org/**", "http://example.org/feed.xml"),
        ("day/https:/example.org/x", "https://example.org/x"),
        ("PAGE.html", "page.html"),
    ],
)
def test_patterns_that_do_not(pattern: str, path: str) -> None:
    """A wildcard stays within its folder, and capitals count."""
    assert not fits(pattern, path)


def test_an_absolute_path_is_the_same_file(tmp_path: Path) -> None:
    """In the pattern, in the path, or in both."""
    full = str(tmp_path / "desk" / "day" / "a.txt")
    assert fits(full, "a.txt")
    assert fits("day/a.txt", full)
    assert fits(full, full)
    assert fits(f"{tmp_path}/**", "a.txt")


def test_a_link_is_for_both_its_places(tmp_path: Path) -> None:
    """The folder of the configuration may have been reached through it."""
    (tmp_path / "link").symlink_to(tmp_path / "desk")
    assert fits("day/a.txt", "a.txt", folder=str(tmp_path / "link"))
    assert fits("day/a.txt", str(tmp_path / "link" / "day" / "a.txt"))


def test_a_range_that_is_none_is_refused() -> None:
    """With what is wrong."""
    with pytest.raises(ConfigError, match=re.escape("'[z-a]' is no pattern of paths: bad character range z-a")):
        fits("[z-a]", "m")


@given(st.text(max_size=20), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_any_pattern_fits_or_does_not(pattern: str, path: str) -> None:
    """Or is refused; a pattern without wildcards is for itself."""
    try:
        found = fits(pattern, path)
    except ConfigError:
        return
    assert isinstance(found, bool)
    if not set(path) & set("*?[/\\") and path not in {".", ".."}:
        assert fits(path, path)
