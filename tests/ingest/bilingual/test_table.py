"""CSV and TSV: which columns are read, as segments or as articles."""

from __future__ import annotations

import csv
import io
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Document
from audit.ingest.bilingual.cells import records
from audit.ingest.reading import read
from tests.ingest.bilingual.files import pairs
from tests.ingest.inputs import document, documents, error, raw_of


def asked(text: str, source: str | None = None, target: str = "en") -> Document:
    """The article for languages asked for on the command line."""
    (held,) = read(["-"], stdin=BytesIO(text.encode()), input_format="csv", source_lang=source, target_lang=target)
    return held


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("names", [("source", "target"), ("SRC", "Translation"), ("original", "tgt"), ("es", "en")])
def test_rows_are_segments(delimiter: str, names: tuple[str, str]) -> None:
    """Whatever parts the cells, and whatever the two columns are usually called."""
    held = asked(f"{delimiter.join(names)}\n" + f"Uno.{delimiter}One.\n\nDos.{delimiter}\n".replace("\n", "\r\n"))
    assert pairs(held) == [("1", "Uno.", "One."), ("2", "Dos.", "")]
    assert held.source == "Uno.\n\nDos."


def test_language_codes_name_the_languages() -> None:
    """The target asked for, and of several sources the one asked for."""
    both = asked("id,es-MX,en_GB\n7,Uno.,One.\n")
    assert (both.source_lang, both.target_lang, pairs(both)) == ("es-MX", "en-GB", [("7", "Uno.", "One.")])
    assert pairs(asked("fr,es,en\nUn.,Uno.,One.\n", "fr"))[0][1] == "Un."
    assert pairs(asked("es,en\nUno.,One.\n", target="es"))[0][2] == "Uno."


def test_named_columns_go_before_codes() -> None:
    """A language column beside the two is only another column."""
    assert pairs(asked("en,source,target\nno,Uno.,One.\n")) == [("1", "Uno.", "One.")]


def test_quoted_cells_know_the_place_of_each_character() -> None:
    """Delimiters, line ends and doubled quotation marks stand inside; other quotation marks are characters."""
    held = asked('source,target\n"a, ""b""","He said ""no"",\nand left"\nx,5" wide\n')
    assert held.text == 'He said "no",\nand left\n\n5" wide'
    assert pairs(held)[0][1] == 'a, "b"'
    assert raw_of(held, '"no"') == '""no""'


def test_in_tab_separated_text_a_quotation_mark_need_not_close() -> None:
    """Corpora are written without quoting; spreadsheets quote."""
    held = asked('source\ttarget\n"Sí\t"Yes\n"a\tb"\t"c\td"\n')
    assert [(source, text) for _, source, text in pairs(held)] == [('"Sí', '"Yes'), ("a\tb", "c\td")]


def test_rows_with_id_and_text_are_articles() -> None:
    """With source and languages where there are such columns; any other goes to `meta`."""
    raw = "id,text,source,source_lang,target_lang,desk\na,One.,Uno.,es,en,world\nb,Two.\n"
    first, second = documents(raw)
    assert (first.id, first.text, first.source, first.source_lang) == ("a", "One.", "Uno.", "es")
    assert (first.target_lang, first.meta, raw_of(first, "One.")) == ("en", {"desk": "world"}, "One.")
    assert (second.id, second.text, second.source, second.units) == ("b", "Two.", None, ())


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("", "found: none"),
        ("a,b\n1,2\n", "found: a, b"),
        ("just words\n", "found: just words"),
        ("fr,de,en\nUn.,Eins.,One.\n", "found: fr, de, en"),
        ("source,translation,mt\na,b,c\n", "found: source, translation, mt"),
        ('source,target\na,"b\n', "-:2: a quotation mark opens a cell and is never closed"),
        ("source,target\n\na,b,c\n", "-:3: has more cells than the 2 columns"),
        ("id,text\n,x\n", "-:2: has no id"),
        ("id,text\na,x\na,y\n", "-:3: id 'a' stands already on line 2"),
    ],
)
def test_what_is_no_such_table_gets_a_line(raw: str, told: str) -> None:
    """The columns found and wanted, or the line at fault."""
    assert told in error(raw, "csv")


def test_a_table_in_another_encoding_is_read() -> None:
    """UTF-16 as a spreadsheet saves it, and UTF-8 with a mark."""
    assert document("source\ttarget\nUno.\tÓne.\n".encode("utf-16")).text == "Óne."
    assert pairs(document("source,target\nUno.,One.\n".encode("utf-8-sig"))) == [("1", "Uno.", "One.")]


ROWS = st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=5)


@settings(deadline=None)
@given(ROWS, st.sampled_from(",;\t|"))
def test_what_the_csv_module_writes_is_read_as_it_was(rows: list[list[str]], delimiter: str) -> None:
    """Any characters, quoted as a second implementation has it."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    raw = stream.getvalue()
    held = list(records(raw, delimiter, None))
    assert [[cell.text(raw) for cell in row] for row in held] == rows
    assert [[cell.traced(raw).text for cell in row] for row in held] == rows


@settings(deadline=None)
@given(st.text(alphabet='ab,"\n\r\t;', max_size=40))
def test_no_cell_is_lost(raw: str) -> None:
    """Tab-separated text is cut at tabs and line ends, and nowhere else."""
    held = list(records(raw, "\t", None))
    assert all(0 <= cell.start <= cell.end <= len(raw) for row in held for cell in row)
    assert sum(len(cell.text(raw)) for row in held for cell in row) <= len(raw)
