"""A fix in SARIF can be made by a program that knows nothing of the file's format: it replaces characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit.document import Document, RawMap
from audit.ingest.reading import read
from tests.renderers.reports import document, finding, report
from tests.renderers.sarif.logs import audited, only, physical, run_of


def documents(path: Path) -> list[Document]:
    """The articles of a file."""
    with path.open("rb") as stream:
        return list(read([str(path)], stdin=stream, source_lang="es"))


def words(held: Iterable[str]) -> list[list[str]]:
    """What the articles say; white space does not count."""
    return [text.split() for text in held]


def meant(articles: list[Document], result: dict[str, Any]) -> list[str]:
    """The articles with a result's suggestion in the place of its words."""
    region = physical(result)["region"]
    texts = [held.text for held in articles]
    for index, held in enumerate(articles):
        starts = range(len(held.text)) if held.raw is None else [place and place[0] for place in held.raw.ranges]
        if region["charOffset"] in starts:
            start = starts.index(region["charOffset"])
            new = result["properties"]["suggestion"]
            texts[index] = held.text[:start] + new + held.text[start + region["charLength"] :]
    return texts


def made(text: str, result: dict[str, Any]) -> str:
    """A file with a result's fix made."""
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    assert change["artifactLocation"] == physical(result)["artifactLocation"]
    region = replacement["deletedRegion"]
    start, end = region["charOffset"], region["charOffset"] + region["charLength"]
    return f"{text[:start]}{replacement.get('insertedContent', {'text': ''})['text']}{text[end:]}"


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("article.txt", 10),
        ("article.html", 5),
        ("feed.xml", 10),
        ("bilingual.xlf", 4),
        ("bilingual-2.1.xlf", 2),
        ("bilingual.po", 2),
        ("bilingual.tmx", 2),
    ],
)
def test_a_fixed_file_reads_as_the_article_with_the_suggestion_in_place(samples: Path, name: str, least: int) -> None:
    """Each fix made alone in the raw file, which is then read again."""
    path = samples / name
    before, articles, count = path.read_bytes().decode("utf-8"), documents(path), 0
    for result in audited(f"samples/{name}", "--source-lang", "es")["results"]:
        if "fixes" in result:
            count += 1
            path.write_bytes(made(before, result).encode("utf-8"))
            after = words(held.text for held in documents(path))
            assert after == words(meant(articles, result)) != words(held.text for held in articles)
    assert count >= least


def fixed(text: str, new: str, raw: str, path: str | None = "page.html", **given: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of the finding
    """The result of a finding over a text that stands in the raw file somewhere, or the file is when that is empty."""
    held = Document(id=given.pop("id", path or "x"), path=path, text=text)
    found = finding(held, text, **{"suggestion": new, "fix": "safe", **given})
    if raw:
        start = raw.index(text[0])
        ranges = [(start + i, start + i + 1) for i in range(len(text))]
        held = Document(id=held.id, path=path, text=text, raw=RawMap(raw=raw, ranges=ranges))
        found = replace(found, raw_start=start, raw_end=start + len(text))
    return only(run_of(report(held, found)))


@pytest.mark.parametrize(
    ("text", "new", "raw"),
    [
        ("He", "", "<p>He spoke.</p>"),
        ("45.000", "45,000", "<p>45.000</p>"),
        ("45.000", "45,000", '{"text": "45.000"}'),
        ("A", "“A", '<?xml version="1.0" encoding="utf-8"?><p>A'),
        ("”A", "“A", "<p>”A"),
        ('"A', "“A", '<p>"A é'),
        ("a ,b", "a, b", "id,text\n1,a ,b\n"),
        ("A", "“A", '{"text": "A"}'),
    ],
)
def test_a_literal_fix_is_told(text: str, new: str, raw: str) -> None:
    """The wording stands in the file letter by letter, and what comes needs no escape there."""
    assert made(raw, fixed(text, new, raw)) == raw.replace(text, new, 1)


@pytest.mark.parametrize(
    ("text", "new", "raw"),
    [
        ("A & B", "A and B", "<p>A &amp; B</p>"),
        ("A B", "A & B", "<p>A B</p>"),
        ("A", "<b>", "<p>A</p>"),
        ("A", 'say "B"', '{"text": "A"}'),
        ("A", "it's", "<p title='A'>"),
        ("A", "B\\", "{A}"),
        ("A", "B\nC", "{A}"),
        ("A", "B\ud800", "{A}"),
        ("45.000", "45,000", "id,text\n1,45.000\n"),
        ("A", "B;", "id;text\n1;A\n"),
        ("A", "“A", "<p>A</p>"),
    ],
)
def test_what_the_file_might_write_otherwise_is_not_told(text: str, new: str, raw: str) -> None:
    """An escape, a delimiter of a table, a character that a page without a declared encoding cannot show."""
    result = fixed(text, new, raw)
    assert "fixes" not in result
    assert result["properties"]["suggestion"] == new


def test_text_takes_any_fix() -> None:
    """Of plain text every character is itself."""
    assert made("A", fixed("A", '<“&",', "", path="a.txt")) == '<“&",'


@pytest.mark.parametrize("path", ["-", "https://example.org/a.txt", None])
def test_what_is_no_file_has_no_fix(path: str | None) -> None:
    """Standard input, an address and a text that was passed cannot be changed."""
    assert "fixes" not in fixed("A", "B", "", path=path)


def test_an_entry_that_is_not_traced_has_no_fix() -> None:
    """Its offsets are not those of the file."""
    assert "fixes" not in fixed("A", "B", "", path="feed.xml", id="entry 7")


def test_a_finding_without_a_place_has_no_fix() -> None:
    """There is nothing to replace."""
    article = document(id="a", path="a", raw=RawMap(raw="<p>", ranges=[None] * len(document().text)))
    assert "fixes" not in only(run_of(report(article, finding(article, "Envoys", suggestion="", fix="safe"))))


@pytest.mark.parametrize(("fix", "new"), [(None, "B"), ("safe", "A")])
def test_no_fix_is_no_fix(fix: str | None, new: str) -> None:
    """A hint for a person is none, nor is what changes nothing."""
    assert "fixes" not in fixed("A", new, "", path="a.txt", fix=fix)


def test_a_fix_says_whether_it_is_safe() -> None:
    """A person must read the other kind."""
    assert fixed("A", "B", "", path="a.txt")["fixes"][0]["description"] == {"text": "A safe fix."}
    told = fixed("A", "B", "", path="a.txt", fix="unsafe")["fixes"][0]["description"]["text"]
    assert told.startswith("An unsafe fix")
