"""The probability of words against the artifacts annotated in whole articles, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from audit.bench.annotated import Article
from audit.bench.figures import auc
from audit.bench.markdown import Section, number
from audit.bench.reader import Reader
from audit.bench.spans import labels
from audit.document import PROSE

TEXT = (
    "ROC area of the probability of words: those of one kind of artifact against all words of no artifact, running "
    "text only. In brackets the words of the kind."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The ROC area of one kind against clean words, over so many words of the kind."""

    words: int
    area: float


def measure(articles: Iterable[Article], reader: Reader) -> dict[str, Kind]:
    """Every kind, and "all" of them together."""
    held = list(articles)
    bad: dict[str, list[float]] = {"all": []}
    clean: list[float] = []
    for article, fluency in zip(held, reader.passages([one.text for one in held], PROSE), strict=True):
        words = fluency.words
        kinds: dict[str, list[bool]] = {
            kind: labels(words, [(span.start, span.end) for span in article.spans if span.kind == kind])
            for kind in {span.kind for span in article.spans}
        }
        for i, word in enumerate(words):
            of = [kind for kind, marked in kinds.items() if marked[i]]
            for kind in ["all", *of] if of else []:
                bad.setdefault(kind, []).append(word.probability)
            if not of:
                clean.append(word.probability)
    return {kind: _area(values, clean) for kind, values in sorted(bad.items()) if values}


def _area(bad: Sequence[float], clean: Sequence[float]) -> Kind:
    return Kind(words=len(bad), area=auc([*bad, *clean], [1.0] * len(bad) + [0.0] * len(clean)))


def section(sets: Mapping[str, Mapping[str, Kind]]) -> Section:
    """One row a kind, one column a set of articles."""
    kinds = sorted({kind for held in sets.values() for kind in held} - {"all"})
    rows = [(kind, *(_cell(held.get(kind)) for held in sets.values())) for kind in ["all", *kinds]]
    return Section(title="Words of artifacts in annotated articles", text=TEXT, rows=(("kind", *sets), *rows))


def _cell(kind: Kind | None) -> str:
    return f"{number(kind.area)} ({kind.words})" if kind else "–"
