"""XLIFF with every finding in place as an ITS 2.0 localization quality issue, for the tools of translators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from audit.document import Document, RawMap
from audit.errors import ConfigError
from audit.finding import Finding
from audit.renderers.xliff.fresh import fresh
from audit.renderers.xliff.marking import marked
from audit.report import Report
from audit.xml_tree import root_name


class XliffRenderer:
    """The XLIFF file the reports are of, with their findings marked; XLIFF 2.1 of other articles with a source."""

    name = "xliff"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the one file of all reports; nothing where there are none.

        Raises ConfigError for reports of several XLIFF files, and for articles whose source is not known.
        """
        held = list(reports)
        if not held:
            return
        files = {report.document.path: raw for report in held if (raw := _xliff(report.document)) is not None}
        if not files:
            stream.write(fresh(held))
            return
        if len(files) > 1 or any(_xliff(report.document) is None for report in held):
            raise ConfigError("--format xliff writes one XLIFF file back – give each input a run of its own")
        (raw,) = files.values()
        stream.write(marked(raw.raw, _found(held)))


def _xliff(document: Document) -> RawMap | None:
    """Where a document stands in its file, if that is XLIFF."""
    return document.raw if document.raw is not None and root_name(document.raw.raw) == "xliff" else None


def _found(reports: Sequence[Report]) -> Iterator[tuple[int, int, Finding]]:
    for report in reports:
        raw, end = report.document.raw, len(report.document.text)
        for issue in report.issues:
            # A line break that a code stands for is nowhere in the file: its neighbours are.
            wide = (max(0, issue.start - 1), min(end, issue.end + 1))
            place = raw and (raw.locate(issue.start, issue.end) or raw.locate(*wide))
            if place:
                yield (*place, issue)
