"""DEMETR: a machine translation beside the same one damaged on purpose, in 30 ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate
from audit.bench.markdown import Section, estimate, number
from audit.bench.pairs import above, clustered
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped, sampled

FILE = "demetr.jsonl.gz"

UNSEEN = ("es-en", "it-en")
"""Pairs that no model of the project is trained on; all their rows are read."""

SAMPLE = 1_000
"""Rows read of all other pairs."""

_NAME = re.compile(r"^[a-z]+_id\d+_")
TEXT = (
    "How often the damaged sentence has the lower fluency of the two; equal values count half. Much of the damage "
    "changes the meaning and leaves good English (antonym, numbers, hypernym, named entity): no reading of the target "
    "alone can see it. The interval resamples clean sentences with all their damage."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """One damaged sentence: 1 where it is scored below the clean one, ½ for equal; the same of its length."""

    kind: str
    pair: str
    clean: str
    below: float
    shorter: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How often damage is seen, over some rows."""

    label: str
    below: Estimate
    shorter: float


def kind(row: Row) -> str:
    """The kind of damage in words: `critical_id4_codemix` is `codemix`."""
    return _NAME.sub("", row.system).replace("_", " ")


def sample(rows: Sequence[Row]) -> list[Row]:
    """All rows of the unseen pairs and a sample of the others, those left out that are not damaged at all."""
    held = [row for row in rows if row.target != row.meta.get("clean_mt")]
    others = [row for row in held if row.pair not in UNSEEN]
    drawn = sampled(others, SAMPLE, lambda row: str(row.meta["clean_mt"]))
    return [row for row in held if row.pair in UNSEEN] + drawn


def measure(rows: Sequence[Row], reader: Reader) -> tuple[Damaged, ...]:
    """Every damaged sentence against its clean one, where both are scored."""
    held = sample(rows)
    clean_texts = [str(row.meta["clean_mt"]) for row in held]
    reader.sentences([*clean_texts, *(row.target for row in held)])
    both = zip(reader.sentences(clean_texts), reader.sentences(row.target for row in held), strict=True)
    return tuple(
        Damaged(
            kind=kind(row),
            pair=row.pair,
            clean=text,
            below=above(clean.score, damaged.score),
            shorter=above(len(text), len(row.target)),
        )
        for row, text, (clean, damaged) in zip(held, clean_texts, both, strict=True)
        if clean.score is not None and damaged.score is not None
    )


def share(label: str, held: Sequence[Damaged]) -> Share:
    """How often the damage is seen."""
    groups = grouped(held, lambda one: one.clean).values()
    below = clustered([(sum(one.below for one in group), len(group)) for group in groups])
    return Share(label=label, below=below, shorter=sum(one.shorter for one in held) / max(1, len(held)))


def unseen(held: Iterable[Damaged]) -> list[Damaged]:
    """Those of pairs no model of the project is trained on."""
    return [one for one in held if one.pair in UNSEEN]


def sections(rows: Sequence[Row], reader: Reader) -> list[Section]:
    """One table by language pair, one by kind of damage."""
    held = measure(rows, reader)
    whole = share(f"{' and '.join(UNSEEN)}, unseen in training", unseen(held))
    groups = [whole, share("all", held), *_shares(held, lambda one: one.pair)]
    text = f"{TEXT} {len(held):,} of {len(rows):,} rows."
    kinds = [_cells(one) for one in sorted(_shares(held, lambda one: one.kind), key=lambda one: -one.below.value)]
    header = ("pairs", "damaged below clean [95 %]", "shorter below longer")
    summary = ("DEMETR", "news, damaged", f"{len(held):,}", "–", f"damaged below clean {estimate(whole.below)}")
    return [
        Section(
            title="Damaged translations (DEMETR)",
            text=text,
            rows=(("language pair", *header), *map(_cells, groups)),
            summary=summary,
        ),
        Section(title="DEMETR by kind of damage", text="", rows=(("damage", *header), *kinds)),
    ]


def _shares(held: Sequence[Damaged], key: Callable[[Damaged], str]) -> list[Share]:
    return [share(label, group) for label, group in grouped(held, key).items()]


def _cells(one: Share) -> tuple[str, ...]:
    return (one.label, f"{one.below.count:,}", estimate(one.below), number(one.shorter))
