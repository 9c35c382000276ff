"""Texts of two languages are paired in order: merged, split, missing and added ones too."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.bitext.alignment import Bead, align

SOURCE = (
    "El alcalde cerró el puente el martes por la noche.",
    "La reparación costará dos millones de euros.",
    "Los vecinos protestaron delante del ayuntamiento con pancartas.",
    "La biblioteca municipal abrirá en septiembre.",
)
TARGET = (
    "The mayor closed the bridge on Tuesday night.",
    "The repair will cost two million euros.",
    "Residents protested in front of the town hall with banners.",
    "The municipal library will open in September.",
)
PIECES = st.sampled_from([*SOURCE, *TARGET, "", " ", "12", "Alaminos", "\ud800", "…"])


def paired(source: list[str], target: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The indices of the beads of a Spanish and an English text."""
    return [(bead.source, bead.target) for bead in align(source, target, "es", "en")]


def test_texts_one_by_one() -> None:
    """Each text is paired with its own rendering, and alike to it."""
    beads = align(SOURCE, TARGET, "es", "en")
    assert [(bead.source, bead.target) for bead in beads] == [((i,), (i,)) for i in range(4)]
    assert all(bead.likeness > 0.5 for bead in beads)


def test_merged_and_split_texts() -> None:
    """Two texts that became one, and one that became two, belong together."""
    merged = [TARGET[0], f"{TARGET[1]} {TARGET[2]}", TARGET[3]]
    assert paired(list(SOURCE), merged) == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]
    halves = [f"{SOURCE[0]} {SOURCE[1]}", SOURCE[2], SOURCE[3]]
    assert paired(halves, list(TARGET)) == [((0,), (0, 1)), ((1,), (2,)), ((2,), (3,))]


@pytest.mark.parametrize("lost", range(4))
def test_a_text_that_is_missing(lost: int) -> None:
    """What nothing renders is alone, at the beginning, in the middle and at the end."""
    target = [text for at, text in enumerate(TARGET) if at != lost]
    assert ((lost,), ()) in paired(list(SOURCE), target)
    assert len(paired(list(SOURCE), target)) == 4


@pytest.mark.parametrize("place", range(5))
def test_a_text_that_was_added(place: int) -> None:
    """A caption or an advertisement that renders nothing is alone wherever it stands."""
    target = [*TARGET[:place], "Subscribe to our newsletter for cooking recipes.", *TARGET[place:]]
    assert ((), (place,)) in paired(list(SOURCE), target)
    assert len(paired(list(SOURCE), target)) == 5


def test_a_free_rendering_alone_in_a_gap() -> None:
    """Two texts of one length that share little are a pair where nothing else stands between their neighbours."""
    source = [SOURCE[0], "Nadie pudo entrar en la ciudad durante horas, según la policía.", SOURCE[3]]
    target = [TARGET[0], "For hours there was no way into town, police officers told us.", TARGET[3]]
    assert paired(source, target) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_texts_of_one_length_in_one_gap() -> None:
    """Two that share nothing are a pair only if the caller takes what stands in one gap for one text."""
    source = [SOURCE[0], "Los vendedores ambulantes regresaron al mercado con sus puestos.", SOURCE[3]]
    target = [TARGET[0], "Around the square, stalls were going up again in the drizzle.", TARGET[3]]
    assert Bead((1,), ()) in align(source, target, "es", "en")
    assert Bead((1,), (1,)) in align(source, target, "es", "en", free=0.0)


def test_nothing_to_pair() -> None:
    """Empty sides pair nothing."""
    assert align([], [], "es", "en") == []
    assert align(["uno"], [], "es", "en") == [Bead((0,), ())]
    assert align([], ["one"], "es", "en") == [Bead((), (0,))]


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=20), max_size=9), st.lists(PIECES | st.text(max_size=20), max_size=9))
def test_every_text_is_in_one_bead_and_in_order(source: list[str], target: list[str]) -> None:
    """The alignment covers each index of either side exactly once, and never crosses."""
    beads = align(source, target, "es", "en")
    assert list(chain.from_iterable(bead.source for bead in beads)) == list(range(len(source)))
    assert list(chain.from_iterable(bead.target for bead in beads)) == list(range(len(target)))
    assert all(bead.source or bead.target for bead in beads)
    assert all(0 <= bead.likeness <= 1 for bead in beads)


def test_a_long_text_out_of_step_stays_paired() -> None:
    """Thirty texts that were dropped at the beginning put the rest out of step, within the band."""
    letters = str.maketrans("0123456789", "ghijklmnop")
    source = [sha256(bytes([at])).hexdigest().translate(letters) for at in range(60)]
    words = [" ".join(text[at : at + 8] for at in range(0, 64, 8)) for text in source]
    assert paired(words, words[30:])[-30:] == [((at,), (at - 30,)) for at in range(30, 60)]
