"""What a model makes of translations that it is given."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from audit.engine import ForcedPiece
from audit.engines.folder.pieces import Pieces
from audit.neural.batching import batches

MOST_PIECES = 128
"""Of a sentence, source or translation; longer ones are not judged: as many as a unit of translation has."""
_MOST_TOKENS = 512
"""Of a batch, padding included; all its probabilities are held at once: 50 MB for 24,000 pieces."""
_MORE = 24
"""Most pieces of a continuation: what comes later tells nothing of a phrase."""


class Forced:
    """A loaded translator and its pieces, asked about translations instead of for them.

    `before` and `after` are what stands around a source sentence. Raises TimeoutError where a batch is waited for
    longer than `seconds`.
    """

    def __init__(
        self,
        translator: Any,  # noqa: ANN401 - CTranslate2 has no types
        pieces: Pieces,
        around: tuple[Sequence[str], Sequence[str]],
        seconds: float,
    ) -> None:
        self._translator, self._pieces, self._seconds = translator, pieces, seconds
        self._before, self._after = around

    def scored(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[ForcedPiece, ...]]:
        """The pieces of each pair's second sentence; nothing where a sentence is empty or longer than `MOST_PIECES`."""
        sources = [self._source(source) for source, _ in pairs]
        targets = [self._pieces.placed(target) for _, target in pairs]
        held: list[tuple[ForcedPiece, ...]] = [()] * len(pairs)
        read = [i for i in range(len(pairs)) if targets[i] and max(len(sources[i]), len(targets[i])) <= MOST_PIECES]
        lengths = [max(len(sources[i]), len(targets[i])) for i in read]
        together = [[read[i] for i in batch] for batch in batches(lengths, _MOST_TOKENS)]
        begun = [(batch, self._score([sources[i] for i in batch], [targets[i] for i in batch])) for batch in together]
        for batch, answers in begun:
            for i, answer in zip(batch, self._waited(answers), strict=True):
                # One probability more than pieces: that of the end.
                told = zip(targets[i], answer.log_probs, strict=False)
                held[i] = tuple(ForcedPiece(start=a, end=b, logprob=min(0.0, value)) for (_, a, b), value in told)
        return held

    def continued(self, prefixes: Sequence[tuple[str, str]], most: int) -> list[list[str]]:
        """Up to `most` continuations of each beginning."""
        sources = [self._source(source) for source, _ in prefixes]
        begun = [[piece for piece, _, _ in self._pieces.placed(prefix)] for _, prefix in prefixes]
        answers = [self._continue(*each, most) for each in zip(sources, begun, strict=True)]
        return [
            list(dict.fromkeys(self._pieces.decode(pieces[len(prefix) :]) for pieces in answer.hypotheses))
            for prefix, answer in zip(begun, self._waited([one for (one,) in answers]), strict=True)
        ]

    def _source(self, text: str) -> list[str]:
        return [*self._before, *self._pieces.encode(text), *self._after]

    def _score(self, sources: Sequence[list[str]], targets: Sequence[list[tuple[str, int, int]]]) -> Sequence[Any]:
        names = [[piece for piece, _, _ in target] for target in targets]
        return self._translator.score_batch(sources, names, max_input_length=0, asynchronous=True)  # type: ignore[no-any-return]

    def _continue(self, source: list[str], prefix: list[str], most: int) -> Sequence[Any]:
        # One by one: in a batch, a longer beginning would leave the shorter ones more room.
        return self._translator.translate_batch(  # type: ignore[no-any-return]
            [source],
            target_prefix=[prefix],
            asynchronous=True,
            beam_size=most,
            num_hypotheses=most,
            return_alternatives=True,
            disable_unk=True,
            max_input_length=0,
            max_decoding_length=len(prefix) + _MORE,
        )

    def _waited(self, answers: Sequence[Any]) -> Iterator[Any]:
        for answer in answers:
            begin = time.monotonic()
            held = answer.result()
            if time.monotonic() - begin > self._seconds:
                raise TimeoutError
            yield held
