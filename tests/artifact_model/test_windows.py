"""Windows over long sentences."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from audit.artifact_model.windows import CONTEXT, LONG_WORD, MOST, Window, windows


def test_a_text_of_one_window_is_read_whole() -> None:
    """Up to the most pieces nothing is cut."""
    assert windows(range(MOST)) == (Window(start=0, end=MOST, first=0, last=MOST),)


def test_no_pieces_give_no_window() -> None:
    """There is nothing to read."""
    assert windows(()) == ()


def test_one_piece_more_is_cut_in_two() -> None:
    """Both windows are long, and the words between them are shared out at the middle of what they share."""
    first, second = windows(range(MOST + 1))
    assert (first.start, first.end, second.end) == (0, MOST, MOST + 1)
    assert first.last == second.first == (second.start + MOST) // 2


def test_words_are_not_cut() -> None:
    """Every window starts and ends between words of three pieces."""
    word = [at // 3 for at in range(400)]
    for window in windows(word):
        assert window.start % 3 == 0
        assert window.end % 3 == 0 or window.end == 400


def test_a_word_longer_than_a_window_is_cut() -> None:
    """An endless string of digits is one word; it is read in windows and owned by one of them."""
    cut = windows([0] * 500)
    assert max(window.end - window.start for window in cut) == MOST
    assert [(window.first, window.last) for window in cut if window.first < window.last] == [(0, 1)]


def assert_owned_with_context(sizes: list[int]) -> None:
    """Each word is owned once, in order; an ordinary one stands whole in its window with context around it."""
    word = [at for at, size in enumerate(sizes) for _ in range(size)]
    starts = [0, *accumulate(sizes)]
    cut = windows(word)
    assert all(0 < window.end - window.start <= MOST for window in cut)
    assert [w for window in cut for w in range(window.first, window.last)] == list(range(word[-1] + 1 if word else 0))
    for window in cut:
        for owned in range(window.first, window.last):
            if 0 < sizes[owned] <= LONG_WORD:
                assert starts[owned] - window.start >= CONTEXT or window.start == 0
                assert window.end - starts[owned + 1] >= CONTEXT or window.end == len(word)


@given(st.lists(st.integers(0, 40) | st.just(1), max_size=300))
def test_every_word_is_owned_once_and_has_context(sizes: list[int]) -> None:
    """Whatever the words."""
    assert_owned_with_context(sizes)


def test_a_long_word_between_windows_goes_where_its_middle_is() -> None:
    """At whichever of its pieces the windows meet."""
    for short in range(LONG_WORD):
        assert_owned_with_context([*[1] * short, *[LONG_WORD] * 30])
        assert_owned_with_context([*[1] * (short + 70), LONG_WORD, *[1] * 70])
