"""Numbers that are not those of the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.checks.accuracy.number_mismatch import number_mismatch
from audit.finding import Finding
from audit.testing import findings

PIECES = st.sampled_from(
    ["12", "1.234", "1,234", " millones", " million", " €", " y media", " half past ", ". ", " ", "\ud800"]
)


def found(text: str, source: str, lang: str = "es") -> list[Finding]:
    """What is found in a translation of a source."""
    return findings(number_mismatch, text, source=source, source_lang=lang)


def told(text: str, source: str, lang: str = "es") -> list[tuple[str, str | None]]:
    """The spans found, with their suggestions."""
    return [(one.text, one.suggestion) for one in found(text, source, lang)]


@pytest.mark.parametrize(
    ("lang", "source", "text"),
    [
        ("es", "El banco prestó 12.887 millones a 84 municipios.", "The bank lent 12.9 billion to 84 towns."),
        ("es", "El banco perdió medio millón a las 18 horas.", "The bank lost half a million at 6 p.m."),
        ("es", "El museo abrió en los años ochenta.", "The museum opened in the 1980s."),
        (
            "es",
            "La fábrica mexicana vendió 1,500.75 pesos y 3.5 kilos.",
            "The Mexican factory sold 1,500.75 pesos and 3.5 kilos.",
        ),
        ("es", "El museo registró 55 mil 053 visitas.", "The museum registered 55,053 visits."),
        (
            "fr",
            "Le musée compte une douzaine de salles et 12 345 tableaux.",
            "The museum has a dozen rooms and 12,345 paintings.",
        ),
        ("fr", "Le musée date du XIXe siècle.", "The museum dates from the nineteenth century."),
        ("pt", "O museu custou R$ 3 bilhões e abre às 18h30.", "The museum cost R$3 billion and opens at 6:30 p.m."),
        (
            "it",
            "Il museo ha ventimila visitatori in più di 80 chilometri.",
            "The museum has 20,000 visitors within more than 50 miles.",
        ),
        (
            "de",
            "Das Museum öffnet um halb neun am 25.03.2024.",
            "The museum opens at half past eight on March 25, 2024.",
        ),
        ("de", "Das Museum kostete anderthalb Millionen Euro.", "The museum cost 1.5 million euros."),
    ],
)
def test_numbers_written_otherwise(lang: str, source: str, text: str) -> None:
    """Form, rounding, units and the clock may change."""
    assert told(text, source, lang) == []


@pytest.mark.parametrize(
    ("lang", "source", "text", "wanted"),
    [
        (
            "es",
            "El banco prestó 12.887 millones.",
            "The bank lent 12.887 million.",
            [("12.887 million", "12,887 million")],
        ),
        ("es", "El incendio quemó 135 hectáreas.", "The fire burned 153 hectares.", [("153 hectares", "135 hectares")]),
        ("es", "El banco perdió un billón de pesos.", "The bank lost a billion pesos.", [("billion pesos", None)]),
        (
            "fr",
            "Le banc coûte 3 milliards d’euros.",
            "The bank costs 3 million euros.",
            [("3 million euros", "3,000 million euros")],
        ),
        ("pt", "O banco perdeu 2,5 milhões.", "The bank lost 25 million.", [("25 million", "2.5 million")]),
        ("it", "La banca aprì nel 1987.", "The bank opened in 1978.", [("1978", "1987")]),
        ("de", "Die Bank öffnet um halb neun.", "The bank opens at half past nine.", [("nine", None)]),
        ("es", "El banco prestó 25 euros.", "The bank lent 25 dollars.", [("25 dollars", None)]),
    ],
)
def test_other_numbers(lang: str, source: str, text: str, wanted: list[tuple[str, str | None]]) -> None:
    """Digits, separators, magnitudes, times and currencies are held to the source, and written as it has them."""
    assert told(text, source, lang) == wanted


def test_a_number_that_the_source_does_not_have() -> None:
    """It is told with less confidence; not if it is small, in words, or elsewhere in the source."""
    source = "El alcalde cerró el puente.\n\nLa obra costó 450 euros."
    held = found("The mayor closed the bridge after 320 complaints.\n\nThe work cost 450 euros.", source)
    assert [(one.text, one.confidence) for one in held] == [("320", 0.6)]
    assert told("The mayor closed the 450-euro bridge.\n\nThe work cost 450 euros.", source) == []
    assert told("The mayor closed the three bridges.\n\nThe work cost 450 euros.", source) == []


def test_a_digit_turned_is_paired_with_its_own() -> None:
    """Of two numbers that are left, each is held to the one most alike."""
    source = "El banco abrió 1.234 cuentas y cerró 987 oficinas."
    assert told("The bank closed 978 offices and opened 1,243 accounts.", source) == [
        ("978", "987"),
        ("1,243", "1,234"),
    ]


def test_without_a_source_nothing_is_told() -> None:
    """There is nothing to compare with."""
    assert findings(number_mismatch, "The bank lent 25 dollars.") == []


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=12).map("".join))
def test_any_texts_are_compared(source: str, text: str) -> None:
    """No text raises, and a text beside itself differs in nothing."""
    assert all(one.start < one.end <= len(text) for one in found(text, source))
