"""Laws over every lexicon that is shipped."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from audit.lexicography.derived import derived_tables
from audit.lexicography.examples import problems
from audit.lexicon.entry import Entry, read
from audit.lexicon.matcher import Lexicon, available

DATA = Path(str(resources.files("audit") / "data"))
TOTAL_PER_MILLION = 60.0
"""Most hits of all entries together per million words of human English: 0.06 per 1,000 words."""


def table(pair: str) -> str:
    """The text of a shipped table."""
    return (DATA / "lexicons" / f"{pair}.tsv").read_text("utf-8")


def entries(pair: str) -> list[Entry]:
    """The entries of a shipped table, each line checked."""
    return list(read(table(pair).splitlines(), pair))


@pytest.mark.parametrize("pair", available())
def test_examples_hold(pair: str) -> None:
    """Every bad example gives exactly its mark, every good one nothing, and nothing stands twice."""
    assert [
        (problem.entry_id, problem.message) for problem in problems(Lexicon(entries(pair), pair.partition("-")[0]))
    ] == []


@pytest.mark.parametrize("pair", available())
def test_table_is_sorted_and_measured(pair: str) -> None:
    """Lines are sorted by id, each with its measured rate, and together they stay within the promise."""
    rates = {entry.id: entry.human_pmw for entry in entries(pair)}
    assert list(rates) == sorted(rates)
    assert sum(rate if rate is not None else TOTAL_PER_MILLION for rate in rates.values()) <= TOTAL_PER_MILLION


def test_derived_tables_are_fresh() -> None:
    """The shipped forms and index words are those the lexicons give."""
    for name, text in derived_tables({pair: table(pair) for pair in available()}).items():
        assert (DATA / name).read_text("utf-8") == text
