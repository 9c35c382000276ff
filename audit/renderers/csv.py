"""A spreadsheet for the translator: one row per finding, with room for a decision."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from audit.renderers.worksheet import COLUMNS, guarded, rows
from audit.report import Report


class CsvRenderer:
    r"""UTF-8 with a byte order mark and `\r\n`, as Excel wants it (RFC 4180)."""

    name = "csv"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the header and the findings of each report; `decision`, `edit` and `comment` are left empty."""
        stream.write("\ufeff")
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for report in reports:
            writer.writerows(map(guarded, row) for row in rows(report))
