"""One name in two spellings."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.inconsistent_name import inconsistent_name
from audit.testing import findings


@pytest.mark.parametrize(
    ("text", "span", "main"),
    [
        ("William Ochoa ran. Guillermo Ochoa fell.", "William Ochoa", "Guillermo Ochoa"),
        ("Nikita Jrushchov spoke. Nikita Khrushchev left.", "Nikita Jrushchov", "Nikita Khrushchev"),
        ("We saw Raúl Castro. We met Raul Castro.", "Raul Castro", "Raúl Castro"),
    ],
)
def test_the_original_is_the_main_form(text: str, span: str, main: str) -> None:
    """Used equally often, the home spelling, or the English one of a transliterated name, is right."""
    assert (span, main) in {(found.text, found.suggestion) for found in findings(inconsistent_name, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Jazmín Rivers met Juan Rivers.",
        "Bernie Sanders is Bernard Sanders.",
        "He left San Francisco. San Franciscans stay.",
    ],
)
def test_two_people_stay_two(text: str) -> None:
    """Different given names, nicknames and inhabitants are no respellings."""
    assert findings(inconsistent_name, text) == []
