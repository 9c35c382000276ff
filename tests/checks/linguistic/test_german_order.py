"""German word order and capitals: what the checks leave alone, and the sources they are silent for."""

from __future__ import annotations

import pytest

from audit.check import Check
from audit.checks.linguistic.noun_capital import noun_capital
from audit.checks.linguistic.participial_attribute import participial_attribute
from audit.checks.linguistic.time_attribute import time_attribute
from audit.checks.linguistic.verb_final import verb_final
from audit.testing import findings

NEWS = "The mayor spoke to the press for an hour on Monday. "
FAULTS = [
    (noun_capital, "He spoke about the Problems of the firm and hoped for the Patience of its staff."),
    (verb_final, "The minister has on Monday the plan presented."),
    (participial_attribute, "The by the police arrested man is silent."),
    (time_attribute, "The yesterday presented plan failed."),
]


@pytest.mark.parametrize(("check", "fault"), FAULTS, ids=lambda value: getattr(value, "name", ""))
def test_it_runs_unless_the_source_is_another(check: Check, fault: str) -> None:
    """An unknown source may be German; a Spanish one is not."""
    assert findings(check, NEWS + fault)
    assert findings(check, NEWS + fault, source_lang="de")
    assert findings(check, NEWS + fault, source_lang="es") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He saw the film Hopes and Fears with a friend of his.",
        "He gave half of it to Children in Need this year.",
        "She asked: “What is the Decision of the board and the Proposal of the workers?”",
        "It was the only Decision of the board.",
    ],
)
def test_titles_and_single_capitals_are_no_nouns_of_german(sentence: str) -> None:
    """A chain of capitals without article is a title, a quotation its speaker's, one capital an accident."""
    assert findings(noun_capital, NEWS + sentence) == []


def test_four_capitals_in_an_article_are_enough() -> None:
    """Each alone in its sentence, they are found together."""
    words = ("Proposal", "Decision", "Problem", "Process", "Response")
    text = " ".join(f"They waited long for the {word} of the firm." for word in words)
    assert [one.text for one in findings(noun_capital, NEWS + text)] == list(words)


def test_a_question_may_end_with_its_verb() -> None:
    """English inverts in questions."""
    assert findings(verb_final, NEWS + "Why should the state the money take?") == []


def test_longest_span_wins() -> None:
    """Patterns that meet give one finding."""
    (one,) = findings(time_attribute, NEWS + "The yesterday presented plan failed.")
    assert one.text == "The yesterday presented"
