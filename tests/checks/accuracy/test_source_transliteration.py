"""Names in the source language's transliteration."""

from __future__ import annotations

from audit.checks.accuracy.source_transliteration import source_transliteration
from audit.testing import findings


def test_the_source_language_chooses_the_rows() -> None:
    """Gorbatschow is German, and a possessive ends it."""
    text = "Everyone read Gorbatschow’s speech."
    assert [found.text for found in findings(source_transliteration, text, source_lang="de")] == ["Gorbatschow"]
    assert findings(source_transliteration, text, source_lang="es") == []


def test_foreign_titles_stay() -> None:
    """Behind an article of another language the name is quoted."""
    assert findings(source_transliteration, "He wrote La vida de Jrushchov and followed @Jrushchov.") == []
