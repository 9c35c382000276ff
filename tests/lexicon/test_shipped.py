"""Laws over every lexicon that is shipped."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from audit.lexicography.derived import derived_tables
from audit.lexicography.examples import problems
from audit.lexicon.entry import Entry, read
from audit.lexicon.matcher import Lexicon, available
from audit.lexicon.setting import SOURCE_BOUND, TRANSLATED

DATA = Path(str(resources.files("audit") / "data"))
TOTAL_PER_MILLION = 30.0
"""Most hits per million words of human English of all entries of a table that hold in any article."""


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
    held = entries(pair)
    assert [entry.id for entry in held] == sorted(entry.id for entry in held)
    assert all(entry.human_pmw is not None for entry in held)
    anywhere = [entry for entry in held if TRANSLATED not in entry.context and SOURCE_BOUND not in entry.context]
    assert sum(entry.human_pmw or 0.0 for entry in anywhere) <= TOTAL_PER_MILLION


def test_derived_tables_are_fresh() -> None:
    """The shipped forms and index words are those the lexicons give."""
    for name, text in derived_tables({pair: table(pair) for pair in available()}).items():
        assert (DATA / name).read_text("utf-8") == text
