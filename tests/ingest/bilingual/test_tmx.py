"""TMX: which two languages are read, and what of a segment is text."""

from __future__ import annotations

from io import BytesIO

import pytest

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.reading import read
from tests.ingest.bilingual.files import pairs, tmx, tu
from tests.ingest.inputs import assert_traced, document, error


def asked(text: str, source: str | None, target: str) -> Document:
    """The article for languages asked for on the command line."""
    (held,) = read(["-"], stdin=BytesIO(text.encode()), source_lang=source, target_lang=target)
    return held


def test_units_are_the_segments_with_their_sources() -> None:
    """The header tells the source; the document type is neither loaded nor refused."""
    held = document(tmx(tu(es="Uno.", en="One.") + tu(es="Dos.", en="")))
    assert pairs(held) == [("1", "Uno.", "One."), ("2", "Dos.", "")]
    assert (held.source_lang, held.target_lang) == ("es", "en")
    assert_traced(held)


@pytest.mark.parametrize(
    ("srclang", "source", "target", "expected"),
    [
        ("es", None, "en", ("es-MX", "en-GB")),
        ("*all*", "es", "en", ("es-MX", "en-GB")),
        ("*all*", "fr", "es", ("fr", "es-MX")),
        ("fr", None, "en-GB", ("fr", "en-GB")),
        ("en", "es", "en", ("es-MX", "en-GB")),
    ],
)
def test_languages_are_those_asked_for_then_the_headers(
    srclang: str, source: str | None, target: str, expected: tuple[str, str]
) -> None:
    """A code means the very language of the file, else one of its regions."""
    held = asked(tmx(tu(fr="Un.", es_MX="Uno.", en_GB="One."), srclang), source, target)
    assert (held.source_lang, held.target_lang) == expected


def test_of_two_languages_the_other_is_the_source() -> None:
    """Or the other the target, where the header names the source."""
    assert asked(tmx(tu(es="Uno.", en="One."), "*all*"), None, "en").source_lang == "es"
    assert asked(tmx(tu(es="Uno.", fr="Un."), "es"), None, "en").target_lang == "fr"


def test_a_region_is_found_in_each_unit() -> None:
    """One unit from Mexico, one from Spain."""
    held = document(tmx(tu(es_MX="Uno.", en="One.") + tu(es_ES="Dos.", en_GB="Two.")))
    assert pairs(held) == [("1", "Uno.", "One."), ("2", "Dos.", "Two.")]


def test_a_unit_without_the_target_is_left_out() -> None:
    """A memory of many languages lacks some; one without a source is read all the same."""
    held = document(tmx(tu(es="Uno.", fr="Un.") + tu(en="Two.") + tu(es="Tres.", en="Three.")))
    assert pairs(held) == [("2", "", "Two."), ("3", "Tres.", "Three.")]


def test_unclear_languages_are_told() -> None:
    """All that the file has, and what to give."""
    told = error(tmx(tu(fr="Un.", es="Uno.", de="Eins."), "*all*"))
    assert "fr, es, de" in told
    assert "--source-lang" in told
    with pytest.raises(IngestError, match="holds the languages"):
        asked(tmx(tu(fr="Un.", es="Uno."), "fr"), "it", "de")


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('<bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept>', "bold"),
        ('a <hi type="term">term</hi>', "a term"),
        ('<ph>&lt;img alt="<sub>no</sub>"/&gt;</ph>un<ut>no</ut>done', "undone"),
        ('line<ph type="lb"/>break', "line\nbreak"),
    ],
)
def test_codes_are_kept_out_of_the_text(inner: str, text: str) -> None:
    """Highlighted text is text, native code is not."""
    assert document(tmx(tu(es="Uno.", en=inner))).text == text


def test_ids_and_languages_of_older_files_are_read() -> None:
    """`tuid`, and the `lang` of TMX 1.1."""
    old = '<tu tuid="k1"><tuv lang="ES"><seg>Uno.</seg></tuv><tuv lang="EN"><seg>One.</seg></tuv></tu>'
    assert pairs(document(tmx(old))) == [("k1", "Uno.", "One.")]


def test_an_empty_memory_is_an_article_without_text() -> None:
    """Nothing to read is no error."""
    assert document(tmx("")).text == ""
