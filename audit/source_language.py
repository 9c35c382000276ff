"""Infers the language an article was translated from, with its confidence and the reason."""

from __future__ import annotations

from audit.document import Document, LanguageGuess


def infer(document: Document) -> LanguageGuess:
    """The source language of a document that does not state it."""
    if document.source_lang:
        return LanguageGuess(lang=document.source_lang, confidence=1.0, reason="given")
    return LanguageGuess(lang=None, confidence=0.0, reason="not yet")
