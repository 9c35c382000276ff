"""What the worksheet's cells are, whichever file holds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.renderers.worksheet import COLUMNS, guarded, rows, unguarded
from tests.renderers.reports import clean, flawed, hostile


def test_a_row_has_a_cell_for_each_column() -> None:
    """As many as the header, whatever the article."""
    assert {len(row) for report in (flawed(), hostile()) for row in rows(report)} == {len(COLUMNS)}


def test_an_article_without_findings_has_no_rows() -> None:
    """Only findings are decided on."""
    assert list(rows(clean())) == []


def test_the_cells_are_not_guarded_yet() -> None:
    """Each file guards its cells as it needs."""
    assert next(row for row in rows(flawed()) if "DES101" in row)[COLUMNS.index("text")].startswith("=HYPERLINK")


@given(st.text(alphabet="'=+-@\t\r 0123456789.,:/%$aemprytuMJFDS"))
def test_the_guard_comes_off_again(cell: str) -> None:
    """Whatever the cell, also one that begins with apostrophes of its own."""
    assert unguarded(guarded(cell)) == cell


@given(st.text(alphabet="'=+-@\t\r x1", min_size=1))
def test_no_guarded_cell_is_a_formula(cell: str) -> None:
    """Nothing that a spreadsheet would run comes first."""
    assert guarded(cell)[0] not in "=+-@\t\r"
