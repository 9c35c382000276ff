"""XLIFF 2.1 of articles that were not read from XLIFF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from audit.document import Document, Gap, Role
from audit.errors import ConfigError
from audit.ingest.reading import read
from audit.segmentation.article import segment
from tests.ingest.bilingual.files import pairs
from tests.renderers.rendering import rendered
from tests.renderers.reports import document, finding, report
from tests.renderers.xliff_files import documents, issues

TEXTS = ((Role.HEADLINE, "Rain <on> Monday"), (Role.BODY, "It rained & rained."))


def paired(**given: object) -> Document:
    """An article whose paragraphs have their sources."""
    held = document(TEXTS)
    sources = ("Lluvia el lunes", "Llovió y llovió.")
    paragraphs = tuple(
        replace(paragraph, source=source) for paragraph, source in zip(held.paragraphs, sources, strict=True)
    )
    return replace(held, paragraphs=paragraphs, **given)  # type: ignore[arg-type]


def test_paragraphs_stand_beside_their_sources() -> None:
    """A unit each, findings marked; what nothing renders is a unit without a target, in its place."""
    held = paired(gaps=(Gap(after=-1, source="Tiempo"), Gap(after=0, source="Por la redacción")))
    out = rendered("xliff", report(held, finding(held, "<on>"), finding(held, "rained &")))
    (again,) = documents(out)
    assert pairs(again) == [
        ("u1", "Tiempo", ""),
        ("u2", "Lluvia el lunes", "Rain <on> Monday"),
        ("u3", "Por la redacción", ""),
        ("u4", "Llovió y llovió.", "It rained & rained."),
    ]
    assert (again.source_lang, again.target_lang) == ("es", "en")
    assert [text for _, text in issues(out)] == ["<on>", "rained &"]


def test_the_output_read_again_is_written_as_it_is() -> None:
    """It is an XLIFF file like any other."""
    held = paired()
    out = rendered("xliff", report(held, finding(held, "<on>")))
    (again,) = documents(out)
    assert rendered("xliff", report(again, finding(again, "<on>"))) == out


def test_characters_that_xml_cannot_hold_are_written_as_code_points() -> None:
    """Controls and lone surrogates come back; a carriage return is not lost to XML."""
    text = "bell \x07, half \udc80, return\rand tab\t."
    held = document(((Role.BODY, text),))
    held = replace(held, paragraphs=(replace(held.paragraphs[0], source="a\x00b"),))
    out = rendered("xliff", report(held, finding(held, "half", message="\x07 odd")))
    etree.fromstring(out.encode())
    assert '<cp hex="0007"/>' in out
    assert "&#13;" in out
    (again,) = documents(out)
    assert again.text == text


def test_each_article_is_a_file() -> None:
    """Of one pair of languages."""
    out = rendered("xliff", report(paired(id="a")), report(paired(id="b")))
    assert [held.id for held in documents(out)] == ["a", "b"]
    with pytest.raises(ConfigError, match="es-en, fr-en"):
        rendered("xliff", report(paired()), report(paired(source_lang="fr")))


def test_a_source_is_needed() -> None:
    """Text and language of it; the message says how to give them."""
    with pytest.raises(ConfigError, match="--source FILE"):
        rendered("xliff", report(document(TEXTS)))
    with pytest.raises(ConfigError, match="--source-lang"):
        rendered("xliff", report(paired(source_lang=None)))


def test_a_table_becomes_xliff() -> None:
    """Any bilingual file has its sources."""
    (read_back,) = read(["-"], stdin=BytesIO(b"es,en\nUno.,One.\n"), input_format="csv")
    out = rendered("xliff", report(segment(read_back)))
    assert pairs(documents(out)[0]) == [("u1", "Uno.", "One.")]
