"""Place names of the source language."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.source_exonym import source_exonym
from audit.testing import findings


@pytest.mark.parametrize(
    "text",
    [
        "The museum of Art Moderne de Moscou in Paris.",
        "He plays for Londres Norte and wrote to @Londres.",
        "Carlos Polonia scored in the match.",
        "“Londres” opened in May.",
    ],
)
def test_parts_of_names_stay(text: str) -> None:
    """Beside a foreign word, a capital or a mark of quotation the form is part of a name."""
    assert findings(source_exonym, text) == []


def test_the_source_language_chooses_the_rows() -> None:
    """Londra is Italian."""
    text = "He went to Londra. Londra was cold."
    assert [found.suggestion for found in findings(source_exonym, text, source_lang="it")] == ["London", "London"]
    assert findings(source_exonym, text, source_lang="de") == []
