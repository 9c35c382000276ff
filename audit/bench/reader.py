"""A scorer that remembers: each text is scored once however many figures ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from audit.document import Document, Paragraph, Role, one_sentence
from audit.errors import AuditError, PluginError
from audit.scorer import Fluency, Scorer
from audit.segmentation.article import segment

EVERY_ROLE = frozenset(Role)
Key = tuple[str, tuple[tuple[int, int], ...]]


class Reader:
    """Scores sentences and passages in batches; raises PluginError when the scorer fails."""

    def __init__(self, scorer: Scorer, target_lang: str = "en") -> None:
        self.scorer, self.target_lang = scorer, target_lang
        self._held: dict[Key, Fluency] = {}

    def sentences(self, texts: Iterable[str]) -> list[Fluency]:
        """The fluency of each text taken as one sentence: what people judged in sets of sentences was the whole."""
        return self._scored([one_sentence(text) for text in texts])

    def passages(self, texts: Iterable[str], roles: frozenset[Role] = EVERY_ROLE) -> list[Fluency]:
        """The fluency of each text as it is segmented: the mean of its paragraphs by words, words at their offsets.

        Paragraphs of other roles are left out.
        """
        documents = [segment(Document(id="", text=text, target_lang=self.target_lang)) for text in texts]
        parts = [[p for p in document.paragraphs if p.role in roles] for document in documents]
        answers = iter(self._scored([paragraph for held in parts for paragraph in held]))
        return [_together([(paragraph, next(answers)) for paragraph in held]) for held in parts]

    def _scored(self, paragraphs: Sequence[Paragraph]) -> list[Fluency]:
        fresh = {key: p for p in paragraphs if (key := (p.text, p.sentences)) not in self._held}
        if fresh:
            self._held |= zip(fresh, self._asked(list(fresh.values())), strict=True)
        return [self._held[p.text, p.sentences] for p in paragraphs]

    def _asked(self, paragraphs: Sequence[Paragraph]) -> list[Fluency]:
        name = self.scorer.name
        try:
            answers = self.scorer.score(paragraphs, self.target_lang)
        except AuditError:
            raise
        except Exception as cause:
            raise PluginError(f"scorer {name} failed on {len(paragraphs)} paragraphs: {cause!r}") from cause
        if len(answers) != len(paragraphs):
            raise PluginError(f"scorer {name} gave {len(answers)} answers to {len(paragraphs)} paragraphs")
        return answers


def _together(parts: Sequence[tuple[Paragraph, Fluency]]) -> Fluency:
    held = [(paragraph.words, fluency) for paragraph, fluency in parts if fluency.score is not None]
    words = tuple(
        replace(word, start=word.start + paragraph.start, end=word.end + paragraph.start)
        for paragraph, fluency in parts
        for word in fluency.words
    )
    if not held:
        reasons = [fluency.reason for _, fluency in parts if fluency.reason]
        return Fluency(reason=reasons[0] if reasons else "no paragraph to score", words=words)
    low, high = ([(n, getattr(f, name)) for n, f in held] for name in ("low", "high"))
    return Fluency(score=_mean([(n, f.score) for n, f in held]), low=_mean(low), high=_mean(high), words=words)


def _mean(weighted: Sequence[tuple[int, float | None]]) -> float | None:
    known = [(count, value) for count, value in weighted if value is not None]
    total = sum(count for count, _ in known)
    return sum(count * value for count, value in known) / total if total and len(known) == len(weighted) else None
