"""XML from anywhere: what is refused, and with which line."""

from __future__ import annotations

import pytest

from tests.ingest.bilingual.files import tmx, tu, unit1, xliff1
from tests.ingest.inputs import document, error

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
TARGET = unit1("<target>yéar</target>")


@pytest.mark.parametrize(
    "prolog", [BOMB, f"<!-- c -->\n{BOMB}", '<!DOCTYPE x SYSTEM "a]" [<!ENTITY % a SYSTEM "/etc/passwd">]>']
)
def test_declared_entities_are_refused(prolog: str) -> None:
    """Before anything is parsed, wherever in the head they stand."""
    assert "declares XML entities" in error(f"{prolog}<xliff version='1.2'><file/></xliff>", "xliff")


def test_entities_of_html_are_told() -> None:
    """Nobody knows what they stand for, with a document type that is not loaded or without one."""
    assert "'nbsp' not defined" in error(xliff1(unit1("<target>a&nbsp;b</target>")), "xliff")
    assert "-:2: uses the entity &nbsp; of a DTD" in error(tmx(tu(es="a", en="a&nbsp;b")), "tmx")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("", "not well-formed"),
        ("plain", "not well-formed"),
        ("<xliff version='1.2'>\n<file>\n</xliff>", "-:3: is not well-formed XML"),
        ("<group>" * 1000, "Excessive depth"),
        ("<html/>", "is no XLIFF"),
        ("<xliff version='3.0'><file/></xliff>", "is no XLIFF"),
        ("<xliff version='1.2'/>", "holds no <file>"),
    ],
)
def test_what_is_no_xliff_gets_a_line(raw: str, told: str) -> None:
    """Text, broken XML, other XML, other versions."""
    assert told in error(raw, "xliff")


def test_what_is_no_memory_gets_a_line() -> None:
    """Another root, or a memory without a body."""
    assert "is no TMX" in error("<tmx version='1.4'/>", "tmx")
    assert "is no TMX" in error("<x><body/></x>", "tmx")


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252", "utf-8-sig", "iso-8859-2"])
def test_the_declared_encoding_is_used(encoding: str) -> None:
    """With a byte order mark or a declaration."""
    name = encoding.removesuffix("-sig")
    raw = f'<?xml version="1.0" encoding="{name}"?>' + xliff1(TARGET).partition("?>")[2]
    assert document(raw.encode(encoding)).text == "yéar"
