"""Round-trip chrF."""

from __future__ import annotations

import pytest

from audit.back_translation.cache import Cache
from audit.back_translation.round_trip import round_trip_chrf
from audit.back_translation.translation import translate_paragraphs
from audit.document import Document, Role
from tests.back_translation.glossary import Glossary, article


def test_what_comes_back_unchanged_scores_100() -> None:
    """A perfect round trip has the top score, in the paragraph and in the document."""
    engine, cache = Glossary(), Cache()
    document = translate_paragraphs(article("His pair of russia"), engine, cache)
    trip = round_trip_chrf(document, engine, cache)
    assert (*trip.paragraphs, trip.document) == pytest.approx((100, 100))


def test_what_comes_back_changed_scores_less() -> None:
    """Words that do not find their way back cost; residue has no score; the document lies between its paragraphs."""
    engine, cache = Glossary({"pair": "par", "couple": "par", "his": "su"}), Cache()
    texts = ("His pair", "His couple", "his")
    document = translate_paragraphs(article(*texts, roles={2: Role.RESIDUE}), engine, cache)
    trip = round_trip_chrf(document, engine, cache)
    assert trip.note is None
    low, high, residue = trip.paragraphs
    assert residue is None
    assert low is not None
    assert high is not None
    assert trip.document is not None
    assert 0 < min(low, high) < trip.document < max(low, high) == pytest.approx(100)


def test_the_engine_is_asked_each_sentence_once_per_direction() -> None:
    """The back-translation is not made a second time to be translated forth."""
    engine, cache = Glossary(), Cache()
    document = translate_paragraphs(article("his pair"), engine, cache)
    round_trip_chrf(document, engine, cache)
    round_trip_chrf(document, engine, cache)
    assert engine.asked == ["his pair", "Su par"]


def test_an_engine_of_one_direction_gives_no_score() -> None:
    """The note says which pair is missing."""
    engine, cache = Glossary(pairs=["en-es"]), Cache()
    trip = round_trip_chrf(translate_paragraphs(article("his"), engine, cache), engine, cache)
    assert (trip.paragraphs, trip.document) == ((None,), None)
    assert trip.note == "no round trip: glossary has no pair es-en"


@pytest.mark.parametrize(
    ("document", "why"),
    [(article("his", source_lang=None), "source language is unknown"), (article("his"), "nothing was back-translated")],
)
def test_nothing_to_score_has_a_reason(document: Document, why: str) -> None:
    """No score is ever guessed."""
    trip = round_trip_chrf(document, Glossary(), Cache())
    assert trip.paragraphs == (None,)
    assert why in (trip.note or "")
