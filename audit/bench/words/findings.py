"""Findings against the spans that expert raters marked in abstracts of medicine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import add

from audit.bench import mqm
from audit.bench.figures import mean
from audit.bench.markdown import Cells, Section, number
from audit.bench.mqm import Rated
from audit.bench.rows import Row, Span, grouped
from audit.bench.spans import Overlap, overlap, touches
from audit.document import Document
from audit.finding import Finding
from audit.pipeline import Auditor

BINS = 10
ALL = "all raters"
LESS = (0.4, 0.3, 0.2, 0.1)
"""Confidences under the default at which findings are measured too."""
PLOT = "findings_calibration.png"
HEADER: Cells = ("what is measured", "against", "texts", "precision", "recall", "character F1")
TEXT = (
    "Characters of findings, at the default confidence unless another is named, against characters that a rater "
    "marked, summed over the machine translations that the rater read. “All raters” is the union of their spans. Two "
    "raters read the same text only where several systems gave the same translation, which is where it is short and "
    "easy."
)
BINS_TEXT = f"Share of findings that touch a span some rater marked, by confidence, drawn in `{PLOT}`."
RULES_TEXT = (
    "The same by rule, at the default confidence. Raters of medicine do not mark every slip that an editor would."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """One translation with its raters' spans and the findings of any confidence."""

    rated: Rated
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Findings of like confidence: how many, their mean confidence, and the share that touch a marked span."""

    count: int
    confidence: float
    right: float


def audited(rows: Sequence[Row], auditor: Auditor) -> list[Audited]:
    """The machine translations from Spanish, audited each as an article; the auditor keeps every confidence."""
    items = [item for item in mqm.rated(rows) if item.pair == mqm.PAIR and not item.human]
    lang = mqm.PAIR.partition("-")[0]
    documents = [Document(id=str(i), text=item.target, source_lang=lang) for i, item in enumerate(items)]
    reports = auditor.audit_all(documents)
    return [Audited(rated=item, findings=report.issues) for item, report in zip(items, reports, strict=True)]


def sure(held: Audited, confidence: float) -> tuple[Span, ...]:
    """The spans of findings at least so confident."""
    return tuple((f.start, f.end) for f in held.findings if f.confidence >= confidence)


def against_raters(items: Sequence[Audited], confidence: float) -> dict[str, tuple[int, Overlap]]:
    """Each rater and "all raters": how many texts, and how findings and the rater's spans overlap."""
    raters = sorted({rater for item in items for rater in item.rated.raters})
    held = {
        rater: [(item, item.rated.raters[rater]) for item in items if rater in item.rated.raters] for rater in raters
    }
    held[ALL] = [(item, item.rated.spans) for item in items]
    return {
        rater: (len(read), total(overlap(sure(item, confidence), spans) for item, spans in read))
        for rater, read in held.items()
    }


def total(overlaps: Iterable[Overlap]) -> Overlap:
    """Their sum."""
    return reduce(add, overlaps, Overlap())


def agreement(items: Iterable[Rated]) -> tuple[int, Overlap]:
    """How two raters of one text agree: how many texts, and the overlap of the first's spans with the second's."""
    both = [pair for item in items for pair in combinations(item.raters.values(), 2)]
    return len(both), total(overlap(one, other) for one, other in both)


def everything(items: Sequence[Rated]) -> Overlap:
    """What marking every character would have."""
    return total(overlap([(0, len(item.target))], item.spans) for item in items)


def right(finding: Finding, item: Audited) -> bool:
    """Whether a finding touches a span some rater marked."""
    return any(touches((finding.start, finding.end), span) for span in item.rated.spans)


def bins(items: Sequence[Audited], rules: tuple[str, ...] = ()) -> tuple[Bin, ...]:
    """The findings by tenths of confidence, empty tenths left out.

    Only rules whose id or name starts with one of some prefixes; all rules when none is given.
    """
    held = [(f.confidence, right(f, item)) for item in items for f in item.findings if _of(f, rules)]
    groups = grouped(sorted(held), lambda one: min(int(one[0] * BINS), BINS - 1))
    return tuple(
        Bin(count=len(group), confidence=mean([c for c, _ in group]), right=mean([float(hit) for _, hit in group]))
        for group in groups.values()
    )


def _of(finding: Finding, rules: tuple[str, ...]) -> bool:
    return not rules or finding.rule.startswith(rules) or finding.name.startswith(rules)


def by_rule(items: Sequence[Audited], confidence: float) -> Mapping[str, list[bool]]:
    """Whether each finding of a rule touches a marked span."""
    held = [
        (f"{f.rule} {f.name}", right(f, item)) for item in items for f in item.findings if f.confidence >= confidence
    ]
    return {rule: [hit for _, hit in group] for rule, group in sorted(grouped(held, lambda one: one[0]).items())}


def sections(items: Sequence[Audited], confidence: float, rules: tuple[str, ...]) -> list[Section]:
    """Three tables: character F1, calibration, share right by rule."""
    scored = [("findings", rater, *one) for rater, one in against_raters(items, confidence).items()]
    scored += [(f"findings from {least}", ALL, *against_raters(items, least)[ALL]) for least in LESS]
    scored.append(("everything marked", ALL, len(items), everything([item.rated for item in items])))
    scored.append(("one rater", "another", *agreement(item.rated for item in items)))
    rows = [(what, rater, str(texts), *_cells(one)) for what, rater, texts, one in scored]
    of = f"rules {', '.join(rules)}" if rules else "all rules"
    calibration = [(str(one.count), number(one.confidence), number(one.right)) for one in bins(items, rules)]
    shares = [
        (rule, str(len(hits)), number(mean([float(hit) for hit in hits])))
        for rule, hits in by_rule(items, confidence).items()
    ]
    return [
        Section(title="Findings against raters (biomedical MQM, es-en)", text=TEXT, rows=(HEADER, *rows)),
        Section(
            title=f"Calibration of findings, {of}",
            text=BINS_TEXT,
            rows=(("findings", "mean confidence", "share touching a marked span"), *calibration),
        ),
        Section(
            title="Findings by rule",
            text=RULES_TEXT,
            rows=(("rule", "findings", "share touching a marked span"), *shares),
        ),
    ]


def _cells(one: Overlap) -> Cells:
    return (number(one.precision), number(one.recall), number(one.f1))
