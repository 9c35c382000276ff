"""Both JSON formats hold the same objects, whatever the article holds."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from audit import plugins
from audit.report import Report
from tests.renderers.rendering import rendered
from tests.renderers.reports import clean, flawed, hostile

REPORTS = (flawed(), clean(), hostile())


def test_json_is_one_array_of_reports() -> None:
    """It reads back as the contract's objects."""
    assert json.loads(rendered("json", *REPORTS)) == [report.to_dict() for report in REPORTS]


def test_json_of_nothing_is_an_empty_array() -> None:
    """No articles is still JSON."""
    assert rendered("json") == "[]\n"


def test_jsonl_is_one_object_a_line() -> None:
    """Line ends inside articles do not end lines."""
    lines = rendered("jsonl", *REPORTS).splitlines()
    assert [json.loads(line) for line in lines] == [report.to_dict() for report in REPORTS]


def test_text_is_real_utf_8_but_for_surrogates() -> None:
    """A lone surrogate is escaped and nothing else of the article is."""
    text = rendered("jsonl", *REPORTS)
    assert "\\udc80" in text
    assert "日本語" in text
    assert text.encode("utf-8")


def test_jsonl_writes_each_report_before_it_asks_for_the_next() -> None:
    """The reader at the other end of the pipe need not wait."""
    stream = io.StringIO()
    seen: list[int] = []

    def arriving() -> Iterator[Report]:
        for report in REPORTS:
            yield report
            seen.append(stream.getvalue().count("\n"))

    plugins.renderer("jsonl").render(arriving(), stream, colour=False, width=None)
    assert seen == [1, 2, 3]
