"""A result's region is where the finding stands in its file, counted the way the file says it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from audit.document import Document, Paragraph, RawMap, Unit
from audit.renderers.sarif.locations import LONGEST_CONTEXT
from tests.renderers.reports import document, finding, report
from tests.renderers.sarif.logs import audited, only, physical, run_of


def by_lines(text: str, region: dict[str, Any]) -> str:
    """What a reader of lines and columns takes a region for (SARIF 2.1.0, 3.30.2), CR ending a line too."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    starts = [sum(map(len, lines[:i])) for i in range(len(lines))]
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def by_offset(text: str, region: dict[str, Any]) -> str:
    """What a reader of offsets takes a region for."""
    return text[region["charOffset"] : region["charOffset"] + region["charLength"]]


@pytest.mark.parametrize("name", ["article.txt", "article.html", "feed.xml", "bilingual.xlf", "bilingual.po"])
def test_regions_hold_what_their_snippets_say(samples: Path, name: str) -> None:
    """By line and column and by offset, and the paragraph around them likewise."""
    text = (samples / name).read_bytes().decode("utf-8")
    results = audited(f"samples/{name}", "--source-lang", "es")["results"]
    for result in results:
        region = physical(result)["region"]
        assert by_lines(text, region) == by_offset(text, region) == region["snippet"]["text"] != ""
        context = physical(result).get("contextRegion")
        if context is not None:
            assert by_lines(text, context) == by_offset(text, context) == context["snippet"]["text"]
            assert region["snippet"]["text"] in context["snippet"]["text"]
    assert sum("contextRegion" in physical(result) for result in results) > len(results) / 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_shift_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, mark: str
) -> None:
    """A mark at the start of the file counts as nothing, a character beyond the basic plane as one."""
    monkeypatch.chdir(tmp_path)
    text = f"🌧 Rain fell on the the roofs.{end}{end}It rained rained.{end}"
    Path("a.txt").write_bytes(f"{mark}{text}".encode())
    first, second = audited("a.txt", "--select", "repeated-words")["results"]
    for result, told in ((first, "the the"), (second, "rained rained")):
        region = physical(result)["region"]
        assert by_lines(text, region) == by_offset(text, region) == region["snippet"]["text"] == told


def test_a_finding_over_the_mark_begins_behind_it() -> None:
    """Offsets, length and snippet are those of the text without it."""
    text = "\ufeffRain fell."
    article = Document(id="a", path="a", text=text, paragraphs=(Paragraph(index=0, start=0, end=len(text), text=text),))
    found = physical(only(run_of(report(article, finding(article, "\ufeffRain")))))["region"]
    assert (found["charOffset"], found["charLength"], found["snippet"]) == (0, 4, {"text": "Rain"})
    assert (found["startColumn"], found["endColumn"]) == (1, 5)


def test_what_stands_nowhere_in_its_file_is_on_the_first_line() -> None:
    """Without columns, since there are none to tell."""
    article = document(raw=RawMap(raw="<p>", ranges=[None] * len(document().text)))
    assert physical(only(run_of(report(article, finding(article, "Envoys"))))) == {
        "artifactLocation": {"uri": "news/envoys.txt", "uriBaseId": "%SRCROOT%", "index": 0},
        "region": {"startLine": 1},
    }


def test_no_context_where_the_finding_is_the_paragraph() -> None:
    """A context is more than its region (SARIF 2.1.0, 3.29.5)."""
    article = document()
    found = only(run_of(report(article, finding(article, "Envoys agree to open the border"))))
    assert "contextRegion" not in physical(found)


def test_no_context_where_the_finding_goes_on_in_the_next_paragraph() -> None:
    """The paragraph it begins in does not hold it."""
    article = document()
    found = only(run_of(report(article, finding(article, "border\n\nThe ambassador"))))
    assert "contextRegion" not in physical(found)


def test_the_text_of_an_endless_paragraph_is_not_repeated() -> None:
    """Thousands of findings would each hold it."""
    text = "word " * LONGEST_CONTEXT
    article = Document(id="a", path="a", text=text, paragraphs=(Paragraph(index=0, start=0, end=len(text), text=text),))
    context = physical(only(run_of(report(article, finding(article, "word")))))["contextRegion"]
    assert context["charLength"] == len(text)
    assert "snippet" not in context


def test_an_entry_is_named_and_its_title_told() -> None:
    """By the id that the other formats have; what hides in it is shown."""
    article = document(id="entry\n7", path="feed.xml", meta={"title": "Envoys agree"})
    (place,) = only(run_of(report(article, finding(article, "Envoys"))))["locations"][0]["logicalLocations"]
    assert place == {
        "name": "entry\\n7",
        "fullyQualifiedName": "entry\\n7",
        "kind": "article",
        "properties": {"title": "Envoys agree"},
    }


def test_a_segment_is_named() -> None:
    """By the id that its bilingual file has for it; an article that is a file needs no name."""
    article = document(id="a.po", path="a.po")
    units = tuple(
        Unit(start=paragraph.start, end=paragraph.end, source="", id=f"s{paragraph.index}")
        for paragraph in article.paragraphs
    )
    bilingual = document(id="a.po", path="a.po", units=units)
    second = finding(bilingual, "ambassador")
    (place,) = only(run_of(report(bilingual, second)))["locations"][0]["logicalLocations"]
    assert (place["name"], place["kind"]) == ("s1", "segment")
    assert "logicalLocations" not in only(run_of(report(article, second)))["locations"][0]
