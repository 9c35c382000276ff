"""Names without their capital."""

from __future__ import annotations

import pytest

from audit.checks.linguistic.lowercased_name import lowercased_name
from audit.testing import findings


@pytest.mark.parametrize(
    "word", ["organism", "zacatecano", "polish", "march", "turkey", "china", "may", "overmedication"]
)
def test_words_that_are_also_names_stay(word: str) -> None:
    """Common words, foreign ones and derived ones are small rightly, however the article writes them elsewhere."""
    text = f"They saw the {word.capitalize()} and a {word.capitalize()} there. Then some {word} came."
    assert findings(lowercased_name, text) == []


def test_a_surname_follows_a_foreign_given_name() -> None:
    """The table knows that Fernández is a surname."""
    assert [found.suggestion for found in findings(lowercased_name, "Alberto fernández won.")] == ["Fernández"]
