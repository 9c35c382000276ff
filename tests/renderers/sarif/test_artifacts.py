"""Files are named by URIs that code scanning, editors and browsers can open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.renderers.reports import document, report
from tests.renderers.sarif.logs import run_of


def locations(*paths: str | None, **given: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any field of the value
    """The locations of the artifacts of articles with these paths."""
    reports = [report(document(path=path, **given)) for path in paths]
    return [artifact["location"] for artifact in run_of(*reports)["artifacts"]]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.txt", "a.txt"),
        ("./news//a.txt", "news/a.txt"),
        ("news/una noticia.txt", "news/una%20noticia.txt"),
        ("año/«a» #1?.txt", "a%C3%B1o/%C2%ABa%C2%BB%20%231%3F.txt"),
        ("50%.txt", "50%25.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("a\nb\x1b.txt", "a%0Ab%1B.txt"),
        ("not-utf-8-\udcff.txt", "not-utf-8-%FF.txt"),
        ("surrogate-\ud800.txt", "surrogate-%ED%A0%80.txt"),
        ("no-path-\0/../a.txt", "no-path-%00/../a.txt"),
    ],
)
def test_a_relative_path_is_relative_to_the_root_of_the_sources(path: str, uri: str) -> None:
    """Escaped as RFC 3986 has it, undecodable bytes as the bytes they are."""
    assert locations(path) == [{"uri": uri, "uriBaseId": "%SRCROOT%"}]


def test_an_absolute_path_is_a_file_address() -> None:
    """Without a base."""
    assert locations("/srv/news/una noticia.txt") == [{"uri": "file:///srv/news/una%20noticia.txt"}]
    assert locations("/srv/\ud800.txt") == [{"uri": "file:///srv/%ED%A0%80.txt"}]


def test_a_path_that_goes_up_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `..` is left, since a reader may not follow it; a link is not taken for what it leads to otherwise."""
    (tmp_path / "here" / "real" / "deep").mkdir(parents=True)
    (tmp_path / "here" / "link").symlink_to(tmp_path / "here" / "real" / "deep")
    monkeypatch.chdir(tmp_path / "here")
    assert locations("link/../a.txt") == [{"uri": "real/a.txt", "uriBaseId": "%SRCROOT%"}]
    assert locations("../a.txt") == [{"uri": (tmp_path.resolve() / "a.txt").as_uri()}]


def test_an_address_is_as_it_is() -> None:
    """Its escapes stay; letters beyond ASCII are escaped."""
    assert locations("https://example.org/a%20b?x=[1]&y=%26#c") == [{"uri": "https://example.org/a%20b?x=[1]&y=%26#c"}]
    assert locations("https://example.org/año") == [{"uri": "https://example.org/a%C3%B1o"}]


def test_a_text_without_a_path_is_named_by_its_id() -> None:
    """It is no file of the project."""
    (place,) = locations(None, id="row 7")
    assert place["uri"] == "row%207"
    assert "uriBaseId" not in place
    assert locations(None, id="")[0]["uri"] == "article"


def test_the_articles_of_one_file_share_it() -> None:
    """And two ways to write a path are one file."""
    run = run_of(
        *(report(document(id=name, path=path)) for name, path in [("1", "f.xml"), ("2", "f.xml"), ("3", "./f.xml")])
    )
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["f.xml"]
    assert [article["artifact"] for article in run["properties"]["articles"]] == [0, 0, 0]


def test_where_relative_paths_begin_is_said_without_saying_where_that_is() -> None:
    """The file is the same on every machine."""
    assert list(run_of(report(document()))["originalUriBaseIds"]) == ["%SRCROOT%"]
    assert run_of(report(document(path="/a.txt")))["originalUriBaseIds"] == {}


@pytest.mark.parametrize(
    ("paths", "category"),
    [
        (("a.txt", "b.txt"), "audit/"),
        (("https://example.org/es.xml", "https://example.org/es.xml"), "audit/https://example.org/es.xml/"),
        (("https://example.org/es.xml", "https://example.org/fr.xml"), "audit/"),
        ((), "audit/"),
    ],
)
def test_a_feed_is_a_category_of_its_own(paths: tuple[str, ...], category: str) -> None:
    """So that the results of one feed do not end those of another."""
    assert run_of(*(report(document(path=path)) for path in paths))["automationDetails"] == {"id": category}
