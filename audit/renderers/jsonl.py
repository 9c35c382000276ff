"""One JSON object per article and line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from audit.report import Report
from audit.visible import json_safe


class JsonLinesRenderer:
    """The reports as the `audit/1` contract has them, one line each."""

    name = "jsonl"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write and flush each report as it comes, so that a reader at the other end of a pipe can start."""
        for report in reports:
            text = json.dumps(report.to_dict(), ensure_ascii=False, default=str)
            stream.write(json_safe(text) + "\n")
            stream.flush()
