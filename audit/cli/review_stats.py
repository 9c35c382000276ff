"""`audit review --stats`: what was decided on the findings of each rule, beside what the rule claims."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from audit.cli.terminal import Colour, console, standard_output
from audit.errors import ConfigError

if TYPE_CHECKING:
    from audit.review.statistics import Tally

SCHEMA = "audit-review-stats/1"
FORMATS = ("table", "json")


def show(worksheets: Sequence[str], decisions: Path, form: str, colour: Colour) -> int:
    """Print the tallies of the worksheets given, else of all decisions kept."""
    from audit import plugins
    from audit.review.decisions import Decisions, decided
    from audit.review.reading import read_worksheet
    from audit.review.statistics import tallies

    if form not in FORMATS:
        raise ConfigError(f"--stats --format {form}: there are {', '.join(FORMATS)}")
    if worksheets:
        held = [one for path in worksheets for one in decided(read_worksheet(path))]
    else:
        held = Decisions(decisions).held() if decisions.exists() else []
    rules = {check.id: (check.name, check.confidence) for check in plugins.checks()}
    rows = tallies(held)
    if form == "json":
        _as_json(rows, rules)
    else:
        _as_table(rows, rules, colour)
    return 0


def _as_json(rows: Sequence[Tally], rules: dict[str, tuple[str, float]]) -> None:
    from audit.review.statistics import total

    report = {
        "schema": SCHEMA,
        "rules": [_figures(row) | _claim(row, rules) for row in rows],
        "total": _figures(total(rows)),
    }
    with standard_output() as stream:
        stream.write(json.dumps(report, ensure_ascii=True, indent=2) + "\n")


def _figures(row: Tally) -> dict[str, object]:
    low, high = row.interval or (None, None)
    return {
        "rule": row.rule,
        "decided": row.decided,
        "accepted": row.accepted,
        "edited": row.edited,
        "rejected": row.rejected,
        "precision": _rounded(row.precision),
        "precision_low": _rounded(low),
        "precision_high": _rounded(high),
    }


def _claim(row: Tally, rules: dict[str, tuple[str, float]]) -> dict[str, object]:
    name, confidence = rules.get(row.rule, (None, None))
    return {"name": name, "stated_confidence": confidence}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _as_table(rows: Sequence[Tally], rules: dict[str, tuple[str, float]], colour: Colour) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from audit.review.statistics import total
    from audit.visible import visible

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("rule", no_wrap=True)
    for name in ("decided", "accepted", "edited", "rejected", "precision", "90 % interval", "stated"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in [*rows, total(rows)] if len(rows) > 1 else rows:
        name, stated = rules.get(row.rule, ("", None))
        cells = (visible(f"{row.rule} {name}".strip()), row.decided, row.accepted, row.edited, row.rejected)
        table.add_row(*(Text(str(cell)) for cell in cells), _share(row.precision), _between(row), _share(stated))
    with console(colour) as screen:
        screen.print(table if rows else "nothing was decided yet")


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _between(row: Tally) -> str:
    return "–".join(_share(bound) for bound in row.interval) if row.interval else ""
