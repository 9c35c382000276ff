"""Other wordings of a phrase in its sentence, proposed by a translator, and how much less surprising they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.engine import ForcedDecoder

PROPOSED = 4
"""Ways to go on that the translator is asked for at a place, as its own beam search has it."""
MOST_WORDS = 4
"""Words of a proposal, and words of the sentence it may replace."""
JOINT = 2
"""Words after a proposal that must be the sentence's own, fewer at its end: one alone is often a chance `the`."""

Proposal = tuple[int, int, str]
"""Start and end in a sentence, and what would stand there."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A place in a sentence: `start` is where a word begins; `end` is where the phrase in doubt does, if that is known.

    `source` is what the sentence translates.
    """

    source: str
    sentence: str
    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """`text` in place of `sentence[start:end]`, by which the sentence is `gain` nats more likely."""

    start: int
    end: int
    text: str
    gain: float


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of every word and number."""
    return [match.span() for match in _WORD.finditer(text)]


def line(text: str) -> str:
    """The text in one line of characters that any model reads, as long as before."""
    return _LONE_SURROGATE.sub("�", re.sub(r"\s", " ", text))


def proposed(
    asked: Sequence[Asked], decoder: ForcedDecoder, source_lang: str, target_lang: str
) -> list[list[Proposal]]:
    """What the translator would write at each place, where that meets the sentence again; raises EngineError."""
    beginnings = [(line(one.source), line(one.sentence[: one.start]).rstrip()) for one in asked]
    told = decoder.continued(beginnings, source_lang, target_lang, most=PROPOSED) if asked else []
    return [list(dict.fromkeys(_fitted(one, more))) for one, more in zip(asked, told, strict=True)]


def best(
    asked: Sequence[Asked],
    proposals: Sequence[Sequence[Proposal]],
    decoder: ForcedDecoder,
    source_lang: str,
    target_lang: str,
) -> list[Rewording | None]:
    """The best proposal of each place, where one makes its sentence likelier than it is; raises EngineError."""
    texts = [
        (line(one.source), line(text))
        for one, held in zip(asked, proposals, strict=True)
        for text in (one.sentence, *(one.sentence[:start] + new + one.sentence[end:] for start, end, new in held))
    ]
    wanted = list(dict.fromkeys(texts))
    sums = {
        text: sum(piece.logprob for piece in pieces)
        for text, pieces in zip(wanted, decoder.forced(wanted, source_lang, target_lang) if wanted else (), strict=True)
        if pieces
    }
    at, found = 0, list[Rewording | None]()
    for held in proposals:
        now, *others = texts[at : at + 1 + len(held)]
        at += 1 + len(held)
        gains = [
            Rewording(start=start, end=end, text=new, gain=sums[text] - sums[now])
            for (start, end, new), text in zip(held, others, strict=True)
            if text in sums and now in sums
        ]
        most = max(gains, key=lambda one: one.gain, default=None)
        found.append(most if most is not None and most.gain > 0 else None)
    return found


def _fitted(one: Asked, continuations: Sequence[str]) -> Iterator[Proposal]:
    """Start, end and text of what each way to go on would put in place of the next words, where it meets the rest."""
    ahead = [span for span in words(one.sentence) if span[0] >= one.start]
    if not ahead:
        return
    for continuation in continuations:
        joined = _joined(one, ahead, continuation.strip())
        if joined is not None:
            end, text = joined
            if text.casefold() != one.sentence[one.start : end].casefold():
                yield one.start, end, text


def _joined(one: Asked, ahead: Sequence[tuple[int, int]], continuation: str) -> tuple[int, str] | None:
    """Where a way to go on meets the sentence again, and its words up to there; the fewest words of both together."""
    new = words(continuation)
    theirs = [continuation[start:end].casefold() for start, end in new]
    own = [one.sentence[start:end].casefold() for start, end in ahead]
    fixed = None if one.end is None else sum(start < one.end for start, _ in ahead)
    sizes = [
        (taken, skipped)
        for skipped in ([fixed] if fixed is not None else range(1, min(MOST_WORDS, len(own)) + 1))
        for taken in range(1, min(MOST_WORDS, len(theirs)) + 1)
        if theirs[taken : taken + JOINT] == own[skipped : skipped + JOINT]
    ]
    if not sizes:
        return None
    taken, skipped = min(sizes, key=lambda size: (sum(size), size))
    return ahead[skipped - 1][1], continuation[: new[taken - 1][1]]
