"""What of one text the other has nothing for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.bitext.coverage import Covered, runs, source_covered, target_covered
from audit.bitext.words import Word

SOURCE = "El alcalde cerró el puente el martes después de que los ingenieros encontraran grietas profundas."
TARGET = "The mayor closed the bridge on Tuesday."
PIECES = st.sampled_from([*SOURCE.split(), *TARGET.split(), "20", "UE", "\ud800", ","])


def covered(pattern: str) -> Covered:
    """Words of four letters that are met (`+`) or not (`-`)."""
    return Covered(
        tuple(Word(5 * at, 5 * at + 4, "word") for at in range(len(pattern))), tuple(sign == "+" for sign in pattern)
    )


def spans(pattern: str) -> list[tuple[int, int]]:
    """The runs of such words, as the first word and the one after the last."""
    return [(run.start // 5, run.end // 5 + 1) for run in runs(covered(pattern), 0, 5 * len(pattern))]


def test_words_that_are_rendered() -> None:
    """Words, names and numbers of the source are looked for in the translation."""
    held = source_covered(SOURCE, TARGET, "es", "en")
    met = {word.text for word, told in zip(held.words, held.held, strict=True) if told}
    assert {"alcalde", "puente", "martes"} <= met
    assert not {"ingenieros", "grietas"} & met


def test_words_that_were_added() -> None:
    """Words of the translation are looked for in the source."""
    held = target_covered(SOURCE, f"{TARGET} Shopkeepers applauded.", "es", "en")
    met = {word.text for word, told in zip(held.words, held.held, strict=True) if told}
    assert {"mayor", "bridge", "Tuesday"} <= met
    assert not {"Shopkeepers", "applauded"} & met


def test_the_back_translation_counts() -> None:
    """A word of the source that a back-translation has is rendered, in whatever form."""
    bare = source_covered("Encontraron grietas.", "They found them.", "es", "en")
    more = source_covered("Encontraron grietas.", "They found them.", "es", "en", "Hallaron una grieta.")
    assert sum(more.held) > sum(bare.held)


def test_nations_and_numbers_in_another_form() -> None:
    """A people stands for its country, a figure for words."""
    held = source_covered(
        "Las autoridades suecas detuvieron a veinte personas.", "Sweden arrested 20 people.", "es", "en"
    )
    assert {word.text for word, told in zip(held.words, held.held, strict=True) if told} >= {
        "suecas",
        "veinte",
        "personas",
    }


def test_runs_of_two_words_and_more() -> None:
    """One word alone is often rendered by none; a covered word within a long run belongs to it."""
    assert spans("+-+--+") == [(3, 5)]
    assert spans("---+---") == [(0, 7)]
    assert spans("--+-") == [(0, 2)]
    assert spans("++++") == spans("") == []


def test_a_run_knows_its_place() -> None:
    """The word before it, the words in it, and whether it is the last."""
    first, last = runs(covered("--++--"), 0, 30)
    assert (first.before, first.words, first.last) == (-1, 2, False)
    assert (last.before, last.words, last.last) == (3, 2, True)


def test_the_share_of_a_range() -> None:
    """Too few words tell nothing."""
    held = covered("+-+-+")
    assert held.share(0, 25) == 0.6
    assert held.share(0, 10) == 1


@settings(deadline=None)
@given(st.lists(PIECES, max_size=15).map(" ".join), st.lists(PIECES, max_size=15).map(" ".join))
def test_any_texts_are_compared(source: str, target: str) -> None:
    """No text raises; runs are in order and within their range."""
    for held in (source_covered(source, target, "es", "en"), target_covered(source, target, "es", "en")):
        end = 0
        for run in runs(held, 0, len(source) + len(target)):
            assert end <= run.start < run.end
            end = run.end
