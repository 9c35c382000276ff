"""The spreadsheet opens in Excel as it was meant, and runs nothing."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from audit.document import Role
from tests.renderers.rendering import rendered
from tests.renderers.reports import document, finding, flawed, report


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a rendered sheet."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_it_begins_with_a_byte_order_mark_and_ends_lines_as_excel_does() -> None:
    """One header line even without a finding."""
    text = rendered("csv")
    assert text.startswith("\ufeffarticle,path,paragraph,")
    assert text.endswith("source,fingerprint,decision,edit,comment\r\n")


def test_each_finding_is_a_row_with_room_for_a_decision() -> None:
    """Position, rule, texts and fingerprint come from the finding; the last three cells are the reader's."""
    first, *rest = rows(rendered("csv", flawed()))
    issue = flawed().issues[0]
    assert len(rest) == 4
    assert (first["text"], first["suggestion"]) == ("his pair of Russia", "his Russian counterpart")
    assert (first["start"], first["back_translation"]) == (str(issue.start), "su par de Rusia")
    assert first["fingerprint"] == issue.fingerprint
    assert (first["decision"], first["edit"], first["comment"]) == ("", "", "")


def test_deleting_differs_from_offering_nothing() -> None:
    """An empty suggestion cell means that there is none."""
    article = document()
    sheet = rows(rendered("csv", report(article, *(finding(article, "Envoys", suggestion=s) for s in ("", None)))))
    assert [row["suggestion"] for row in sheet] == ["(delete)", ""]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''-x"])
def test_no_cell_is_a_formula_and_the_apostrophe_can_be_taken_off(cell: str) -> None:
    """One apostrophe more than the article has, so that taking one off gives it back."""
    article = document(((Role.BODY, f"x{cell}"),))
    [row] = rows(rendered("csv", report(article, finding(article, cell))))
    assert row["text"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["45.000", "45,000", "007", "10:30", "1/2", "May 3, 2021", "3 May", "9e12", "true"])
def test_no_cell_becomes_another_figure_or_a_date(cell: str) -> None:
    """What a spreadsheet would rewrite when it opens the file has the apostrophe too."""
    article = document(((Role.BODY, f"x{cell}"),))
    [row] = rows(rendered("csv", report(article, finding(article, cell))))
    assert row["text"] == f"'{cell}"


def test_positions_and_confidence_stay_figures() -> None:
    """A spreadsheet can sort by them."""
    [row] = rows(rendered("csv", report(document(), finding(document(), "45.000", confidence=1.0))))
    assert (row["start"], row["end"], row["confidence"]) == ("185", "191", "1.0")


def test_the_aligned_source_paragraph_stands_in_the_row() -> None:
    """Where there is one; else the cell is empty."""
    article = document(((Role.BODY, "He arrived ."), (Role.BODY, "She left .")))
    paired = replace(article, paragraphs=(replace(article.paragraphs[0], source="Llegó."), article.paragraphs[1]))
    sheet = rows(rendered("csv", report(paired, finding(paired, "arrived ."), finding(paired, "left ."))))
    assert [row["source"] for row in sheet] == ["Llegó.", ""]


def test_an_ordinary_apostrophe_stays() -> None:
    """Only what a spreadsheet would run is changed."""
    article = document(((Role.BODY, "'tis"),))
    assert rows(rendered("csv", report(article, finding(article, "'tis"))))[0]["text"] == "'tis"
