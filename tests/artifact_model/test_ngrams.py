"""Counts of word sequences, and the codes that words get from them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.artifact_model.ngrams import (
    CODES,
    ORDERS,
    PAIR_CODES,
    TRIPLE_CODES,
    level,
    load_ngrams,
    save,
    tokens,
    word_hash,
)
from audit.errors import PluginError
from audit.training.artifact_model.counting import count

TEXT = "The president said that it is a big problem."
COUNTS = count([TEXT] * 80 + ["A house is here."] * 4)


def parts(text: str) -> list[tuple[str, int, int, int]]:
    """Words with the codes of their pairs, of their triple and of the pair around them."""
    (held,) = COUNTS.codes([text])
    return [
        (text[a:b], code % PAIR_CODES, code // PAIR_CODES % TRIPLE_CODES, code // (PAIR_CODES * TRIPLE_CODES))
        for a, b, code in held
    ]


def test_what_was_seen_often_is_plain() -> None:
    """Every pair, triple and pair around, up to the edges of the text."""
    assert {held[1:] for held in parts(TEXT)} == {(1 + 5 * 4 + 4, 4, 2)}


def test_case_quotes_and_digits_do_not_count() -> None:
    """Different shapes of one sequence are one."""
    assert [word_hash(one) for one in ("The", "“", "1984", "it’s")] == [
        word_hash(other) for other in ("the", '"', "2026", "it's")
    ]


def test_what_was_never_seen_among_common_words_is_odd() -> None:
    """`that big` is no pair though both words are common; what few occurrences lead to expect tells nothing."""
    held = {word: codes for word, *codes in parts("The president said that big problem.")}
    assert (held["big"][0] - 1) // 5 < 2
    rare = {word: codes for word, *codes in parts("A house said.")}
    assert (rare["house"][0] - 1) % 5 == 2


def test_a_word_never_seen_has_a_code_of_its_own() -> None:
    """Its neighbours tell nothing of it."""
    assert [codes[1] for codes in parts("The zebra said")][1] == 0


def test_what_is_seen_once_is_not_kept() -> None:
    """Once is what slips of the keyboard are."""
    assert len(count(["Once upon a time."]).tables["pair"].keys) == 0


def test_levels_rise_with_what_was_seen_and_fall_with_what_was_expected() -> None:
    """Very odd, odd, nothing to go by, seen, seen often."""
    seen, expected = np.array([0.0, 0, 0, 3, 16]), np.array([8.0, 2, 1, 9, 0])
    assert level(seen, expected, 2.0).tolist() == [0, 1, 2, 3, 4]


def test_a_file_says_what_was_saved(tmp_path: Path) -> None:
    """Keys and counts come back, and so do the codes."""
    save(COUNTS, tmp_path / "ngrams.npz")
    held = load_ngrams(tmp_path / "ngrams.npz")
    assert held.tokens == COUNTS.tokens
    for name in ORDERS:
        assert held.tables[name].bits == COUNTS.tables[name].bits
        assert (held.tables[name].keys == COUNTS.tables[name].keys).all()
        assert (held.tables[name].logs == COUNTS.tables[name].logs).all()
    assert held.codes([TEXT]) == COUNTS.codes([TEXT])


@pytest.mark.parametrize("name", ["pair_low", "split_logs", "tokens", "word_bits"])
def test_a_missing_or_short_array_is_refused(tmp_path: Path, name: str) -> None:
    """The error names the file."""
    save(COUNTS, tmp_path / "ngrams.npz")
    with np.load(tmp_path / "ngrams.npz") as file:
        held = dict(file)
    for broken in (
        {k: v for k, v in held.items() if k != name},
        held | {name: held[name][None, :1] if held[name].ndim else np.array("x")},
    ):
        np.savez(tmp_path / "ngrams.npz", **broken)
        with pytest.raises(PluginError, match=r"ngrams\.npz does not load"):
            load_ngrams(tmp_path / "ngrams.npz")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=50), max_size=4))
def test_any_text_has_codes_and_a_batch_says_the_same(texts: list[str]) -> None:
    """One a word or mark, in order and in bounds; the other texts change nothing."""
    together = COUNTS.codes(texts)
    assert together == [COUNTS.codes([text])[0] for text in texts]
    for text, held in zip(texts, together, strict=True):
        assert [text[a:b] for a, b, _ in held] == tokens(text)
        assert all(0 <= code < CODES for _, _, code in held)
