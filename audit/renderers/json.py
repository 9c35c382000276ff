"""One JSON array of all reports, indented for reading."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from audit.report import Report
from audit.visible import json_safe


class JsonRenderer:
    """The reports as the `audit/1` contract has them, in one array."""

    name = "json"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the array; each report is written as it comes."""
        opening = "[\n"
        for report in reports:
            text = json.dumps(report.to_dict(), ensure_ascii=False, indent=2, default=str)
            stream.write(opening + json_safe(text))
            opening = ",\n"
        stream.write("\n]\n" if opening == ",\n" else "[]\n")
