"""Proposals of a translator, fitted into the sentence and compared."""

from __future__ import annotations

import pytest

from audit.back_translation.rewording import Asked, best, line, proposed
from tests.back_translation.reader import EXPECTED, UNEXPECTED, Reader

SENTENCE = "He met with his pair of Russia on Monday."


def asked(sentence: str = SENTENCE, phrase: str = "pair", *, end: bool = False) -> Asked:
    """A question about a phrase of a sentence, with its end or without."""
    start = sentence.index(phrase)
    return Asked(source="", sentence=sentence, start=start, end=start + len(phrase) if end else None)


@pytest.mark.parametrize(
    ("way", "phrase", "end", "wanted"),
    [
        ("counterpart of Russia.", "pair", False, ("pair", "counterpart")),
        ("counterpart of Russia on Monday.", "pair of Russia", True, ("pair of Russia", "counterpart of Russia")),
        ("Russian counterpart on Monday.", "pair", False, ("pair of Russia", "Russian counterpart")),
        ("Russian counterpart on Monday.", "pair", True, None),
        ("pair of Russia on Monday.", "pair", False, None),
        ("counterpart in Moscow.", "pair", False, None),
        ("", "pair", False, None),
    ],
)
def test_a_proposal_meets_the_sentence_again(
    way: str,
    phrase: str,
    end: bool,  # noqa: FBT001 - one case of several
    wanted: tuple[str, str] | None,
) -> None:
    """It replaces as few words as it can, or just the phrase whose end is known; what never meets it is dropped."""
    reader = Reader("", {"He met with his": [way]})
    held = proposed([asked(phrase=phrase, end=end)], reader, "es", "en")[0]
    assert [(SENTENCE[start:stop], text) for start, stop, text in held] == ([wanted] if wanted else [])


def test_the_best_proposal_is_the_one_that_helps_most() -> None:
    """By the log-probability of the whole sentence; what does not help is none."""
    reader = Reader("He met with his counterpart of Russia on Monday")
    start, end = asked().start, asked().start + len("pair")
    proposals = [(start, end, "peer"), (start, end, "counterpart")]
    held = best([asked(), asked()], [proposals, proposals[:1]], reader, "es", "en")
    assert held[0] is not None
    assert held[0].text == "counterpart"
    assert held[0].gain == pytest.approx(2 * (EXPECTED - UNEXPECTED))
    assert held[1] is None


def test_nothing_asked_is_nothing_done() -> None:
    """Not even a batch of nothing."""
    reader = Reader("")
    assert proposed([], reader, "es", "en") == []
    assert best([], [], reader, "es", "en") == []
    assert reader.sources == []


def test_a_sentence_that_is_not_read_has_no_better_wording() -> None:
    """Where the decoder tells nothing, nothing is compared."""
    long = asked(f"{'word ' * 50}pair of Russia on Monday.")
    assert best([long], [[(long.start, long.start + 4, "peer")]], Reader(""), "es", "en") == [None]


def test_a_line_is_as_long_as_its_text() -> None:
    """So that places in one are places in the other."""
    text = "a\r\nb\udc80\u2028c"
    assert line(text) == "a  b\ufffd c"
    assert len(line(text)) == len(text)
