"""Fluency on the sets made for this project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate
from audit.bench.figures import mean, spearman
from audit.bench.judgements import Graded, HumanText, MinimalPair, Variants
from audit.bench.markdown import Cells, Section, estimate, number
from audit.bench.pairs import above, clustered, pair_accuracy
from audit.bench.reader import Reader
from audit.bench.rows import grouped

LEAST_GROUPS = 3
"""Fewer groups or texts say nothing of a label or a domain."""
HUMAN = "Domains of fewer than three texts are not shown."


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Highest minus lowest fluency within a group of variants, in points: mean and largest over the groups.

    `widest` names the labels of the lowest and the highest variant of the widest group.
    """

    group: str
    count: int
    mean: float
    largest: float
    widest: str


def told(pairs: Sequence[MinimalPair], reader: Reader) -> dict[str, Estimate]:
    """By kind of artifact and for all, how often the text with the artifact has the lower fluency."""
    reader.passages(text for pair in pairs for text in (pair.clean, pair.corrupted))
    both = zip(reader.passages(p.clean for p in pairs), reader.passages(p.corrupted for p in pairs), strict=True)
    held = [
        (pair.kind, above(clean.score, corrupted.score))
        for pair, (clean, corrupted) in zip(pairs, both, strict=True)
        if clean.score is not None and corrupted.score is not None
    ]
    kinds = {"all": held, **dict(sorted(grouped(held, lambda item: item[0]).items()))}
    return {kind: clustered([(right, 1) for _, right in group]) for kind, group in kinds.items()}


def spreads(groups: Sequence[Variants], reader: Reader) -> tuple[Spread, ...]:
    """How far variants that should score alike lie apart, by what varies."""
    reader.passages(text for held in groups for text in held.texts)
    sets = grouped(groups, lambda held: held.group)
    return tuple(_spread(name, [_ends(held, reader) for held in sets[name]]) for name in sorted(sets))


def _ends(held: Variants, reader: Reader) -> tuple[float, str]:
    labels = held.labels or tuple(str(i) for i in range(len(held.texts)))
    read = zip(reader.passages(held.texts), labels, strict=False)
    scored = sorted((f.score, label) for f, label in read if f.score is not None)
    if not scored:
        return float("nan"), ""
    return scored[-1][0] - scored[0][0], f"{scored[0][1]} < {scored[-1][1]}"


def _spread(name: str, ends: Sequence[tuple[float, str]]) -> Spread:
    known = [end for end in ends if end[1]]
    largest, widest = max(known, default=(float("nan"), "–"))
    widths = [width for width, _ in known]
    return Spread(group=name, count=len(known), mean=mean(widths), largest=largest, widest=widest)


def pair_section(pairs: Sequence[MinimalPair], reader: Reader) -> Section:
    """Minimal pairs by kind."""
    header: Cells = ("artifact", "pairs", "artifact below clean [95 %]")
    rows = [(kind, str(held.count), estimate(held)) for kind, held in told(pairs, reader).items()]
    text = "How often the text with one artifact has the lower fluency of the two; equal values count half."
    return Section(title="Minimal pairs made for this project", text=text, rows=(header, *rows))


def spread_section(groups: Sequence[Variants], reader: Reader) -> Section:
    """Variants by what varies."""
    header: Cells = ("what varies", "groups", "mean spread", "largest spread", "lowest < highest of the widest")
    rows = [
        (held.group, str(held.count), number(held.mean, 1), number(held.largest, 1), held.widest)
        for held in spreads(groups, reader)
    ]
    text = "Highest minus lowest fluency, in points, of texts that differ only in what should not matter."
    return Section(title="What should not matter", text=text, rows=(header, *rows))


def leanings(groups: Sequence[Variants], reader: Reader) -> dict[tuple[str, str], tuple[int, float]]:
    """By what varies and label: groups that have it, and its mean distance in points from the mean of its group.

    Labels of fewer than three groups are left out.
    """
    lean: dict[tuple[str, str], list[float]] = {}
    for held in groups:
        read = zip(reader.passages(held.texts), held.labels, strict=False)
        scored = [(label, f.score) for f, label in read if f.score is not None]
        middle = mean([score for _, score in scored])
        for label, score in scored:
            lean.setdefault((held.group, label), []).append(score - middle)
    return {key: (len(values), mean(values)) for key, values in sorted(lean.items()) if len(values) >= LEAST_GROUPS}


def graded_figures(paragraphs: Sequence[Graded], reader: Reader) -> tuple[Estimate, float]:
    """How often the better of two versions of one paragraph has the higher fluency, and Spearman over them all."""
    read = zip(paragraphs, reader.passages(held.text for held in paragraphs), strict=True)
    scored = [(held, f.score) for held, f in read if f.score is not None]
    stories = grouped(scored, lambda item: item[0].story).values()
    order = spearman([score for _, score in scored], [held.quality for held, _ in scored])
    return pair_accuracy([[(score, held.quality) for held, score in story] for story in stories]), order


def leaning_section(groups: Sequence[Variants], reader: Reader) -> Section:
    """Labels that recur, by what varies."""
    header: Cells = ("what varies", "label", "groups", "mean distance from its group")
    rows = [
        (group, label, str(count), f"{value:+.2f}")
        for (group, label), (count, value) in leanings(groups, reader).items()
    ]
    text = "How far a label's texts lie from the mean of their groups, in points of fluency."
    return Section(title="Who is favoured", text=text, rows=(header, *rows))


def graded_section(paragraphs: Sequence[Graded], reader: Reader) -> Section:
    """Paragraphs in several qualities."""
    pairs, order = graded_figures(paragraphs, reader)
    header: Cells = ("paragraphs", "pairs", "better above worse [95 %]", "Spearman with quality")
    row = (str(len(paragraphs)), str(pairs.count), estimate(pairs), number(order))
    return Section(title="Paragraphs in several qualities", text="", rows=(header, row))


def human_section(texts: Sequence[HumanText], reader: Reader) -> Section:
    """English of people, by dialect and by domain."""
    read = list(zip(texts, reader.passages(held.text for held in texts), strict=True))
    by_dialect, by_domain = (grouped(read, key) for key in (lambda one: one[0].dialect, lambda one: one[0].domain))
    rows: list[Cells] = [("dialect or domain", "texts", "mean fluency", "lowest", "not scored")]
    told = [(domain, group) for domain, group in sorted(by_domain.items()) if len(group) >= LEAST_GROUPS]
    for label, group in [*by_dialect.items(), *told]:
        scores = [f.score for _, f in group if f.score is not None]
        lowest = number(min(scores, default=None), 1)
        rows.append((label, str(len(group)), number(mean(scores), 1), lowest, str(len(group) - len(scores))))
    return Section(title="English of people, by dialect and domain", text=HUMAN, rows=tuple(rows))
