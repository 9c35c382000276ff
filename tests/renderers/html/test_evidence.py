"""Evidence is told in words, whatever a check gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.renderers.html import evidence
from tests.renderers.reports import document, finding

VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
KEYS = st.sampled_from("also alternatives association back_translation contrast everyday suspicion surprisal".split())


def told(**given: object) -> dict[str, str]:
    """The evidence of a finding that has this."""
    return dict(evidence.told(finding(document(), "Envoys", evidence=given)))


@given(st.dictionaries(KEYS | st.text(), VALUE))
def test_any_evidence_is_told(held: dict[str, object]) -> None:
    """No value makes it fail, and every label has one."""
    issue = finding(document(), "Envoys", evidence=held)
    assert all(isinstance(value, str) for _, value in evidence.told(issue))
    assert all(phrase for _, phrase in evidence.readings(issue))


def test_known_evidence_has_words_of_its_own() -> None:
    """Units are said; what is empty is not."""
    held = told(suspicion=0.51, likelier_by=3.1, human_per_million=0.3, alternatives=["a", "b"], entry="", also=[])
    assert held["Model of English"] == "51% likely to be part of an error"
    assert held["Makes the sentence likelier by"] == "3.1 nats"
    assert held["In English people wrote"] == "0.3 times in a million words"
    assert held["Or"] == "“a”, “b”"
    assert "Lexicon entry" not in held


def test_evidence_of_other_checks_shows_by_its_key() -> None:
    """A plugin's own evidence is not lost."""
    assert told(word_count={"here": 2, "there": [1, 2.5]})["Word count"] == "here 2, there 1, 2.5"


def test_what_other_rules_saw_is_told() -> None:
    """Fused findings name each other."""
    assert told(also=[{"rule": "OTH101", "message": "reads as translated"}])["OTH101 too"] == "reads as translated"


def test_a_reading_is_certain_only_where_it_is_confirmed() -> None:
    """A phrase that is its own translation is no reading."""
    sure = finding(
        document(),
        "Envoys",
        evidence={"back_translation": "Par", "contrast": "confirmed", "source_phrase": "par | el par"},
    )
    assert list(evidence.readings(sure)) == [("reads as", "Par"), ("as if from", "el par")]
    assert not list(evidence.readings(finding(document(), "Envoys", evidence={"back_translation": "envoys"})))


def test_the_message_does_not_say_what_the_card_says() -> None:
    """The span in front and the reading at the end are shown beside it."""
    issue = finding(
        document(), "Envoys", message="“Envoys”: a calque – reads as “pares”", evidence={"back_translation": "pares"}
    )  # fmt: skip
    assert evidence.message(issue) == "a calque"
