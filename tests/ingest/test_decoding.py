"""Bytes to text: nothing translated, nothing guessed that is not sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import IngestError
from audit.ingest.decoding import decode
from tests.ingest.inputs import error


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf8_is_kept_to_the_last_character(text: str) -> None:
    """Line ends, marks, decomposed letters: decoding changes nothing."""
    guarded = "x" + text
    assert decode(guarded.encode(), path="-") == guarded


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_decides_and_stays(encoding: str) -> None:
    """The mark is the first character of the text."""
    text = "\ufeffCafé\r\n\te\u0301 😀\n"
    assert decode(text.encode(encoding), path="-") == text


@pytest.mark.parametrize(
    "text",
    [
        "Café con leche",
        "The president said “hello” – and José Muñoz left.",
        "It cost 20 € in Málaga, Peña’s spokesman said.",
        "naïve façade",
        "¿Qué? ¡Olé!",
    ],
)
def test_western_legacy_text_is_recognised(text: str) -> None:
    """windows-1252 and Latin-1 with Spanish names need no declaration."""
    assert decode(text.encode("windows-1252"), path="-") == text


def test_other_encodings_are_believed_when_certain() -> None:
    """A long text of another script is detected."""
    text = "Президент России заявил, что правительство будет продолжать работу над новым законом. " * 6
    assert decode(text.encode("windows-1251"), path="-") == text


@pytest.mark.parametrize(
    "data",
    [
        "Málaga café".encode("mac_roman"),
        "Wałęsa in Gdańsk".encode("windows-1250"),
        "Café".encode() + b"\xff",
        b"\x81\x8d\x8f",
        bytes(range(128, 256)),
    ],
)
def test_an_uncertain_encoding_is_refused(data: bytes) -> None:
    """The error has the line and the command that mends the file."""
    message = "-:2: is not UTF-8 and its encoding is uncertain – convert it: iconv -f ENCODING -t utf-8"
    assert error(b"first\n" + data, "text") == message


@pytest.mark.parametrize(
    "declaration",
    [
        '<?xml version="1.0" encoding="iso-8859-2"?>',
        '<html><meta charset="iso-8859-2">',
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
    ],
)
def test_a_declared_encoding_is_honoured(declaration: str) -> None:
    """Pages and feeds say how they are to be read."""
    text = f"{declaration} Wałęsa"
    assert decode(text.encode("iso-8859-2"), path="-", markup=True) == text


def test_declared_latin_1_is_read_as_browsers_do() -> None:
    """Curly quotes in a page declared Latin-1 are windows-1252."""
    text = '<meta charset="ISO-8859-1">“x” ‰'
    assert decode(text.encode("windows-1252"), path="-", markup=True) == text


@pytest.mark.parametrize("name", ["unicode_escape", "utf-9", "klingon", "undefined"])
def test_a_declaration_that_names_no_character_set_is_passed_over(name: str) -> None:
    """Python's other codecs are never run on a page; what is left is guessed."""
    text = f'<meta charset="{name}">Café \\x41'
    assert decode(text.encode("windows-1252"), path="-", markup=True) == text


def test_a_wrong_declaration_yields_to_utf8() -> None:
    """Bytes that fit UTF-8 are UTF-8, whatever a page's template says."""
    text = '<meta charset="windows-1251">Málaga'
    assert decode(text.encode(), path="-", markup=True) == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "is a PDF document"),
        (b"PK\x03\x04x", "is a ZIP archive or an office document"),
        (b"\x89PNG\r\n", "is an image"),
        (b"\xff\xd8\xff\xe0", "is an image"),
        (b"\x1f\x8b\x08", "is a gzip archive"),
        (b"{\\rtf1", "is an RTF document"),
    ],
)
def test_binary_formats_are_named(data: bytes, kind: str) -> None:
    """The error says what the file is and what to pass instead."""
    assert error(data) == f"-: {kind}, not text – save the article as text or HTML"


def test_null_bytes_are_refused() -> None:
    """UTF-16 without a mark is told from text, with the command that mends it."""
    assert error("text".encode("utf-16-le")).endswith("if text, convert it: iconv -f UTF-16LE -t UTF-8")


def test_bytes_that_break_their_mark_are_refused() -> None:
    """Half a UTF-16 unit is said with its place."""
    assert error(b"\xff\xfea\0b") == "-: begins as UTF-16 but byte 4 does not fit – save the file again as UTF-8"


@given(st.binary())
def test_no_bytes_crash(data: bytes) -> None:
    """Every input is text or an IngestError."""
    try:
        decode(data, path="-", markup=True)
    except IngestError as refused:
        assert str(refused).startswith("-:")  # noqa: PT017 - most inputs are refused, some are text
