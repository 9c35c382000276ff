"""Batches come pass after pass, the same from any place on."""

from __future__ import annotations

from itertools import islice

import pytest

pytest.importorskip("sentencepiece")

from audit.errors import AuditError
from audit.training.translator.batches import Shelf
from audit.training.translator.corpora import Corpus
from audit.training.translator.pieces import Pieces
from audit.training.translator.stream import Place, Stream
from tests.training.translator import tiny
from tests.training.translator.texts import PAIRS


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """A vocabulary of the corpus."""
    return tiny.pieces(tmp_path_factory.mktemp("pieces"))


def taken(stream: Stream, start: Place, count: int) -> list[tuple[Shelf, Place]]:
    """Some batches from a place on."""
    return list(islice(stream.batches(start), count))


def test_every_batch_can_be_the_first(pieces: Pieces) -> None:
    """What comes after a place hangs on nothing that came before, over the end of a pass too."""
    whole = taken(tiny.stream(pieces), Place(), 20)
    assert whole[-1][1].turn > 0
    for at, (_, place) in enumerate(whole[:-1], 1):
        assert taken(tiny.stream(pieces), place, 20 - at) == whole[at:]


def test_a_pass_has_every_pair_both_ways(pieces: Pieces) -> None:
    """The tag of the target comes first, the end last."""
    held = [one for shelf, place in taken(tiny.stream(pieces), Place(), 20) if place.turn == 0 for one in shelf[1]]
    assert len(held) <= 2 * len(PAIRS)
    tags = [source[0] for source, _ in held]
    assert {*tags} == {pieces.id("<2en>"), pieces.id("<2es>")}
    assert tags.count(pieces.id("<2en>")) == len(held) / 2
    assert all(source[-1] == target[-1] == pieces.eos for source, target in held)
    words = [pieces.decode([pieces.names()[at] for at in target]) for _, target in held]
    for side in (0, 1):
        missing = [pair[side] for pair in PAIRS if not any(pair[side].rstrip(".") in text for text in words)]
        assert missing == []


@pytest.mark.parametrize(("weight", "least", "most"), [(0.3, 0.2, 0.4), (2.5, 2.3, 2.7)])
def test_a_weight_says_how_often_a_pair_is_drawn(pieces: Pieces, weight: float, least: float, most: float) -> None:
    """On average over passes, which differ."""
    stream = tiny.stream(pieces, weight)
    drawn = [stream.drawn(turn) for turn in range(40)]
    assert least * len(PAIRS) < sum(map(len, drawn)) / 40 < most * len(PAIRS)
    assert drawn[0] != drawn[1]


def test_texts_that_fit_no_batch_are_told(pieces: Pieces) -> None:
    """Instead of a search without end."""
    long = Corpus(name="text", weight=1, pairs=(("Sí, 1. " * 200, "Yes, 1. " * 200),))
    stream = Stream(corpora=[long], directions=tiny.BOTH, pieces=pieces, size=256, seed=1)
    with pytest.raises(AuditError, match="no text is short enough"):
        next(stream.batches(Place()))
