"""PO: which entries are read, and where their characters stand."""

from __future__ import annotations

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.ingest.bilingual.po_entries import entries
from tests.ingest.bilingual.files import pairs
from tests.ingest.inputs import document, error, raw_of

HEADER = 'msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n"X-Source-Language: es\\n"\n\n'


def entry(source: str, target: str) -> str:
    """An entry as it stands in a file."""
    return f'msgid "{source}"\nmsgstr "{target}"\n'


def test_entries_are_the_segments_and_the_header_tells_the_languages() -> None:
    """The header is no segment; its language codes are written with a dash."""
    held = document(HEADER + entry("Uno.", "One.") + "\n" + entry("Dos.", ""))
    assert pairs(held) == [("Uno.", "Uno.", "One."), ("Dos.", "Dos.", "")]
    assert (held.text, held.source_lang, held.target_lang) == ("One.", "es", "en-GB")


def test_the_command_line_holds_where_the_header_is_silent() -> None:
    """No header, or one without a language."""
    held = document(entry("Uno.", "One."), "po")
    assert (held.source_lang, held.target_lang) == (None, "en")


def test_strings_go_on_over_lines_and_through_escapes() -> None:
    """Each piece knows its place; line ends at either end of a message are no text."""
    raw = 'msgctxt "c"\nmsgid ""\n"Ho"\n"la\\n"\nmsgstr ""\n"He said \\"hello\\"\\n"\r\n  "t\\tab \\303 \\x41\\n"\n'
    held = document(raw)
    assert pairs(held) == [("c: Hola", "Hola", 'He said "hello"\nt\tab Ã A')]
    assert raw_of(held, '"hello"') == '\\"hello\\"'
    assert raw_of(held, "A") == "\\x41"


def test_each_plural_form_is_a_segment() -> None:
    """The first has the singular as its source, the others the plural; a language with one form has the plural."""
    raw = 'msgid "%d día"\nmsgid_plural "%d días"\nmsgstr[0] "%d day"\nmsgstr[1] "%d days"\n'
    assert pairs(document(raw)) == [("%d día[0]", "%d día", "%d day"), ("%d día[1]", "%d días", "%d days")]
    assert pairs(document(raw[: raw.index("msgstr[1]")]))[0][1] == "%d días"


def test_fuzzy_entries_are_read_and_obsolete_ones_are_not() -> None:
    """A fuzzy translation is what a machine proposed; the previous source in a comment is nothing."""
    raw = '#, fuzzy\n#| msgid "Old."\n' + entry("Uno.", "One.") + '#~ msgid "Dos."\n#~ msgstr "Two."\n'
    assert [text for _, _, text in pairs(document(raw))] == ["One."]


def test_entries_need_no_blank_line_between() -> None:
    """The next msgid begins the next entry; a byte order mark is no line."""
    assert [unit[2] for unit in pairs(document("\ufeff" + entry("a", "b") + entry("c", "d")))] == ["b", "d"]


def test_the_declared_encoding_is_used() -> None:
    """A catalogue in Cyrillic of one byte a letter."""
    raw = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=koi8-r\\n"\n\n' + entry("Hola", "Привет")
    assert document(raw.encode("koi8-r"), "po").text == "Привет"


@pytest.mark.parametrize(
    ("raw", "line", "told"),
    [
        ('msgid "a"\nmsgstr "b\n', ":2:", "no line of a PO file"),
        ('msgid "a"\nnonsense\n', ":2:", "no line of a PO file"),
        ('"alone"\n', ":1:", "no line of a PO file"),
        ('msgid "a"\nmsgid "b"\n', ":2:", "a second msgid"),
        ('msgstr "b"\n', ":1:", "no msgid before msgstr"),
        ('msgid "a"\n', "", "breaks off"),
        ("# only a comment\n", "", "holds no msgid"),
        ("", "", "holds no msgid"),
    ],
)
def test_what_is_no_catalogue_gets_a_line(raw: str, line: str, told: str) -> None:
    """What is wrong, and on which line."""
    message = error(raw, "po")
    assert told in message
    assert line in message


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=20), st.text(max_size=20)), min_size=1, max_size=5))
def test_what_polib_writes_is_read_as_it_was(messages: list[tuple[str, str]]) -> None:
    """Any characters, wrapped and escaped as a second implementation has it."""
    kept = {source: target for source, target in messages if source.strip() and source.strip(" \t\r\n")}
    catalogue = polib.POFile()
    for source, target in kept.items():
        # A bare carriage return is all that polib does not escape for good.
        catalogue.append(polib.POEntry(msgid=source.replace("\r", ""), msgstr=target.replace("\r", "")))
    raw = "\n".join(str(one) for one in catalogue)
    held = [(one.source, one.forms[0].text) for one in entries(raw, None)]
    assert held == [(one.msgid.strip(" \t\r\n"), one.msgstr.strip(" \t\r\n")) for one in catalogue]
