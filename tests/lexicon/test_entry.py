"""Reading a table: columns, contexts and complaints with their place."""

from __future__ import annotations

import pytest

from audit.errors import ConfigError
from audit.lexicon.entry import COLUMNS, entry, read
from tests.lexicon.entries import cells

HEADER = "\t".join(COLUMNS)


def line(**columns: str) -> str:
    """A table line with these columns instead of the example's."""
    return "\t".join(cells(**columns))


def test_entry_holds_the_columns() -> None:
    """Every column arrives in the entry, lists split."""
    found = entry(cells(source="su par | su par de", suggestion="his peer / {possessive} counterpart"))
    assert (found.id, found.kind, found.severity, found.human_pmw) == ("par-counterpart", "calque", "major", 0.0)
    assert found.sources == ("su par", "su par de")
    assert found.suggestions == ("his peer", "{possessive} counterpart")


def test_empty_cells_mean_delete_and_not_measured() -> None:
    """An empty suggestion deletes the match; an empty rate was never measured."""
    found = entry(cells(suggestion="", human_pmw=""))
    assert (found.suggestions, found.human_pmw) == ((), None)


def test_read_passes_over_blank_lines_and_comments() -> None:
    """Blank lines and comments are no entries."""
    assert [found.id for found in read([HEADER, "", "# checked by hand", line(id="a")], "t.tsv")] == ["a"]


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("a\tb", "2 columns, not 13"),
        (line(id="Par"), "id 'Par'"),
        (line(kind="typo"), "kind 'typo' is none of"),
        (line(severity="neutral"), "severity 'neutral' is none of"),
        (line(provenance="found"), "provenance 'found' is none of"),
        (line(pattern="(a"), "do not pair up"),
        (line(context="court"), "context 'court'"),
        (line(suggestion="{office}"), "the suggestion has {office}"),
        (line(human_pmw="many"), "could not convert"),
    ],
)
def test_bad_line_is_an_error_with_its_place(bad: str, complaint: str) -> None:
    """A bad line names the table, the line number and what is wrong."""
    with pytest.raises(ConfigError, match=rf"^t\.tsv:2: .*{complaint}"):
        list(read([HEADER, bad], "t.tsv"))


def test_bad_header_names_the_columns() -> None:
    """A table of another layout is refused at its first line."""
    with pytest.raises(ConfigError, match=r"^t\.tsv:1: the header must be id, kind"):
        list(read(["id\tpattern"], "t.tsv"))
