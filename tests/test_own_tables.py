"""Reading the tables of a desk: what spreadsheets write is read, what is wrong is told with its line."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import own_tables
from audit.errors import ConfigError
from audit.own_tables import Sheet

COLUMNS = ("source", "term", "note")


def read(text: str, name: str = "t.tsv") -> Sheet:
    """A table given as text."""
    return own_tables.sheet(own_tables.inline(text, name), COLUMNS)


def cells(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """Its rows as plain values."""
    return [(row.line, dict(row.cells)) for row in sheet.rows]


def test_rows_hold_their_line_and_what_is_not_empty() -> None:
    """Blank lines, comments and empty cells are passed over, and lines count as an editor counts them."""
    sheet = read("# mine\n\nterm\tsource\tnote\none\tuno\t\t\n# two\n\t\t\ntwo\n")
    assert cells(sheet) == [(4, {"term": "one", "source": "uno"}), (7, {"term": "two"})]
    assert sheet.columns == ("term", "source", "note")


def test_a_hashtag_is_no_comment() -> None:
    """Only a # with a space behind it begins a comment."""
    assert cells(read("term\n#MeToo\n#\n# no")) == [(2, {"term": "#MeToo"})]


def test_header_may_be_written_as_people_write() -> None:
    """Capitals and spaces in the header do not matter."""
    assert read("Term\tSource\n").columns == ("term", "source")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_part_the_cells_of_a_csv(separator: str) -> None:
    """Spreadsheets of half of Europe write semicolons; quoted cells may hold the separator and line ends."""
    lines = (("source", "term"), ("uno", f'"one{separator}\n1"'), ("dos", "two"))
    sheet = read("\n".join(separator.join(line) for line in lines), "t.csv")
    assert cells(sheet) == [
        (2, {"source": "uno", "term": f"one{separator}\n1".strip()}),
        (4, {"source": "dos", "term": "two"}),
    ]


def test_quotes_that_a_spreadsheet_puts_around_a_cell_are_no_part_of_it() -> None:
    """A cell quoted as a whole loses its quotes; one that only begins with a quote keeps it."""
    (row,) = read('term\tnote\n"one, or ""uno"""\t"one" is better\n').rows
    assert row.cells == {"term": 'one, or "uno"', "note": '"one" is better'}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_spreadsheets_are_read(ending: str, encoding: str, tmp_path: Path) -> None:
    """Line ends and marks of any system are taken as they come."""
    path = tmp_path / "t.tsv"
    path.write_bytes(ending.join(["term\tnote", "città\tè"]).encode(encoding))
    assert cells(own_tables.sheet(own_tables.opened(str(path)), COLUMNS)) == [(2, {"term": "città", "note": "è"})]


@pytest.mark.parametrize(
    ("name", "head", "languages"),
    [
        ("house.tsv", "", (None, None)),
        ("es-en.tsv", "", ("es", "en")),
        ("pt-en.sport.csv", "", ("pt", "en")),
        ("desk/ES_EN.tsv", "", ("es", "en")),
        ("xq-en.tsv", "", (None, None)),
        ("house.tsv", "# source: pt-BR\n# target: en\n", ("pt", "en")),
        ("es-en.tsv", "# source: fr\n", ("fr", "en")),
    ],
)
def test_languages_come_from_the_name_or_the_head(
    name: str, head: str, languages: tuple[str | None, str | None]
) -> None:
    """What the table says of itself comes before its name."""
    sheet = read(f"{head}term\none", name)
    assert (sheet.source_lang, sheet.target_lang) == languages


@pytest.mark.parametrize(
    ("text", "name", "complaint"),
    [
        ("", "t.tsv", r"t\.tsv: no header line"),
        ("# nothing\n", "t.tsv", r"t\.tsv: no header line"),
        ("\nterm,source\n", "t.tsv", r"t\.tsv:2: no column 'term,source' .* parted by tabs"),
        ("term\tterm\n", "t.tsv", r"t\.tsv:1: a column stands twice"),
        ("term\none\ttwo\n", "t.tsv", r"t\.tsv:2: 2 cells, but the header has 1"),
        ("# source: xq\nterm\n", "t.tsv", r"t\.tsv:1: no language has the code 'xq'"),
        ('term\none\n"two\n', "t.csv", r"t\.csv:3: unexpected end of data"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, name: str, complaint: str) -> None:
    """One line of path, line and reason."""
    with pytest.raises(ConfigError, match=f"^{complaint}"):
        read(text, name)


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A file that is not there, a folder, and bytes that are no text."""
    bad = tmp_path / "bad.tsv"
    bad.write_bytes(b"term\nna\xefve\n")
    with pytest.raises(ConfigError, match=r"bad\.tsv:2: not UTF-8"):
        own_tables.text_of(own_tables.opened(str(bad)))
    for path in (tmp_path / "none.tsv", tmp_path, "a\0b"):
        with pytest.raises(ConfigError, match="cannot read the table"):
            own_tables.opened(str(path))


def test_a_table_that_changes_while_the_audit_runs_is_refused(tmp_path: Path) -> None:
    """What the signature tells is what was read, in every process."""
    path = tmp_path / "t.tsv"
    path.write_text("term\none\n", "utf-8")
    file = own_tables.opened(str(path))
    path.write_text("term\ntwo\n", "utf-8")
    with pytest.raises(ConfigError, match="was changed while the audit ran"):
        own_tables.text_of(file)


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["t.tsv", "t.csv"]))
def test_any_text_is_a_table_or_an_error(text: str, name: str) -> None:
    """No text makes the reader raise anything but its own error, and no row is wider than the header."""
    for head in ("", "source\tterm\tnote\n", "source,term,note\n"):
        with contextlib.suppress(ConfigError):
            sheet = read(head + text, name)
            assert all(set(row.cells) <= set(sheet.columns) and all(row.cells.values()) for row in sheet.rows)
