"""The checks mark what their docstrings say, and hold on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.check import Check
from audit.testing import assert_examples, assert_lawful, findings
from newsroom_checks.acronyms import acronyms
from newsroom_checks.relative_day import relative_day
from newsroom_checks.unexplained_acronym import unexplained_acronym

EVERY_CHECK = pytest.mark.parametrize("check", [relative_day, unexplained_acronym], ids=lambda check: check.name)
PIECES = st.sampled_from(
    ["yesterday", "Tonight", "INE", "(INE)", "EU", "XIX", "“", "”", ".", " ", "\n\n", "\ud83d", "é"]
)
TEXTS = st.text() | st.lists(PIECES).map("".join)


@EVERY_CHECK
def test_examples_hold(check: Check) -> None:
    """The bad ones are marked where they say, the good ones nowhere."""
    assert_examples(check)


@EVERY_CHECK
@given(text=TEXTS)
def test_any_text_is_read(check: Check, text: str) -> None:
    """No text makes a check fail, mark what is not there, or change its mind."""
    assert_lawful(check, text)


def test_today_may_mean_nowadays() -> None:
    """It is less sure than other days."""
    today, tonight = findings(relative_day, "Spain today votes. The polls close tonight.")
    assert today.confidence < tonight.confidence == relative_day.confidence


def test_a_known_acronym_is_spelled_out() -> None:
    """By the table of the house; one that it lacks gets no suggestion."""
    ine, xyz = findings(unexplained_acronym, "The INE counts, says the XYZ.")
    assert ine.suggestion == "National Statistics Institute (INE)"
    assert xyz.suggestion is None


def test_headlines_in_capitals_hold_no_acronyms() -> None:
    """Every word of them looks like one."""
    assert findings(unexplained_acronym, "THE KING IS DEAD\n\nThe king died on Monday, aged 70.") == []


def test_the_table_is_sorted() -> None:
    """So that two people's additions merge."""
    assert list(acronyms()) == sorted(acronyms())
