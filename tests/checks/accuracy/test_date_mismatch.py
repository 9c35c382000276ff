"""Months and days of the week that are not those of the source."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.date_mismatch import date_mismatch
from audit.testing import findings

CLOSED = {
    "es": "El alcalde cerró el puente",
    "fr": "Le maire a fermé le pont",
    "pt": "O prefeito fechou a ponte",
    "it": "Il sindaco ha chiuso il ponte",
    "de": "Der Bürgermeister schloss die Brücke",
}
MARCH = {"es": "en marzo", "fr": "en mars", "pt": "em março", "it": "a marzo", "de": "im März"}
TUESDAY = {"es": "el martes", "fr": "mardi", "pt": "na terça-feira", "it": "martedì", "de": "am Dienstag"}


def told(text: str, source: str, lang: str) -> list[str]:
    """The spans found."""
    return [one.text for one in findings(date_mismatch, text, source=source, source_lang=lang)]


@pytest.mark.parametrize("lang", CLOSED)
def test_months_and_days(lang: str) -> None:
    """Another month or day is told, the same is not."""
    assert told("The mayor closed the bridge in March.", f"{CLOSED[lang]} {MARCH[lang]}.", lang) == []
    assert told("The mayor closed the bridge in May.", f"{CLOSED[lang]} {MARCH[lang]}.", lang) == ["May"]
    assert told("The mayor closed the bridge on Tuesday.", f"{CLOSED[lang]} {TUESDAY[lang]}.", lang) == []
    assert told("The mayor closed the bridge on Thursday.", f"{CLOSED[lang]} {TUESDAY[lang]}.", lang) == ["Thursday"]


def test_one_side_alone_tells_nothing() -> None:
    """*Yesterday* and *next month* are days and months too, and a day is no month."""
    assert told("The mayor closed the bridge yesterday.", "El alcalde cerró el puente el martes.", "es") == []
    assert told("The mayor closed the bridge on Monday.", "El alcalde cerró el puente ayer.", "es") == []
    assert told("The mayor closed the bridge on Monday.", "El alcalde cerró el puente en marzo.", "es") == []


def test_days_in_another_order_or_twice() -> None:
    """Each is paired with its like, and one may be told again."""
    source = "El alcalde cerró el puente el martes y lo abrió el jueves."
    assert told("The mayor opened the bridge on Thursday and closed it on Tuesday.", source, "es") == []
    assert (
        told("The mayor closed the bridge on Tuesday, opened it on Thursday, and Tuesday was hot.", source, "es") == []
    )
    assert told("The mayor closed the bridge on Tuesday and opened it on Friday.", source, "es") == ["Friday"]
