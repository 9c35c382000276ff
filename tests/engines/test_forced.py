"""Translations judged by the CTranslate2 model of a folder."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from audit import plugins
from audit.engine import ForcedDecoder
from audit.engines.folder.forced import MOST_PIECES
from audit.errors import EngineError
from tests.engines.translation_models import PAIRS


def decoder(folder: Path) -> ForcedDecoder:
    """The engine of a folder."""
    engine = plugins.engine(f"ct2:{folder}", timeout=60.0)
    assert isinstance(engine, ForcedDecoder)
    return engine


def total(engine: ForcedDecoder, source: str, target: str) -> float:
    """The log-probability of a translation."""
    return sum(piece.logprob for piece in engine.forced([(source, target)], "es", "en")[0])


def test_a_right_translation_is_likelier_than_a_wrong_one(converted: Path) -> None:
    """Of all the model has learnt."""
    engine = decoder(converted)
    for source, right in PAIRS:
        assert all(total(engine, source, right) > total(engine, source, wrong) for _, wrong in PAIRS if wrong != right)


def test_pieces_cover_the_translation(converted: Path) -> None:
    """In order, in code points, whatever its characters take in bytes."""
    text = "The dog eats. Ñandú 😀 x"
    pieces = decoder(converted).forced([("El perro come.", text)], "es", "en")[0]
    assert pieces[0].start == 0
    assert pieces[-1].end == len(text)
    assert all(one.end <= other.start or one.end == other.end for one, other in pairwise(pieces))
    assert all(piece.logprob <= 0 for piece in pieces)
    assert "dog" in {text[piece.start : piece.end].strip() for piece in pieces} or len(pieces) > len(text) / 4


def test_it_hardly_depends_on_the_company(converted: Path) -> None:
    """Alone or among others: padding moves the third digit. The same batch is the same to the last."""
    engine = decoder(converted)
    pairs = [*PAIRS, *(pair[::-1] for pair in PAIRS), ("El perro", "The dog eats. " * 3)]
    together = engine.forced(pairs, "es", "en")
    assert together == engine.forced(pairs, "es", "en")
    for held, pair in zip(together, pairs, strict=True):
        alone = engine.forced([pair], "es", "en")[0]
        assert [piece.logprob for piece in held] == pytest.approx([piece.logprob for piece in alone], abs=0.05)


def test_what_cannot_be_read_is_left_out(converted: Path) -> None:
    """Nothing, or too much."""
    held = decoder(converted).forced([("El perro come.", ""), ("x", "dog " * MOST_PIECES)], "es", "en")
    assert held == [(), ()]


def test_it_goes_on_from_a_beginning(converted: Path) -> None:
    """The likeliest way first, ways that differ, no more than asked for."""
    engine = decoder(converted)
    source, target = PAIRS[0]
    held = engine.continued([(source, "The"), (source, "")], "es", "en", most=3)
    assert target.startswith(f"The {held[0][0]}")
    assert target.startswith(held[1][0])
    assert all(len(set(ways)) == len(ways) <= 3 for ways in held)


def test_errors_are_the_engines(converted: Path) -> None:
    """An unknown pair is told as for a translation."""
    with pytest.raises(EngineError, match="no pair fr-en"):
        decoder(converted).forced([("a", "b")], "fr", "en")
