"""The benchmark tables as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.bench.accuracy import NOT_COVERED, WORDING, Accuracy, Wording
from audit.bench.human import FalseAlarms
from audit.bench.markdown import Section, page, share, table

GRAMMAR = ("agreement", "article", "calque", "other-grammar", "preposition", "pronoun", "tense", "word-order")
"""Kinds that a reader of English can see and rules seldom can."""


def accuracy_page(
    sets: Mapping[str, Accuracy],
    told: Mapping[str, Accuracy],
    command: str,
    engine: str,
    alone: Mapping[str, Accuracy] | None = None,
) -> str:
    """Precision and recall of every set, by kind and by rule.

    `told` are the same sets with source language and source given, `alone` those by the rules without scorer.
    """
    kinds = sorted({kind for held in sets.values() for kind in held.spans})
    by_kind = [["kind", *sets]]
    by_kind += [[_kind(kind), *(share(held.hits[kind], held.spans[kind]) for held in sets.values())] for kind in kinds]
    rules = sorted({rule for held in sets.values() for rule in held.findings})
    by_rule = [["rule", *sets]]
    by_rule += [[rule, *(share(held.right[rule], held.findings[rule]) for held in sets.values())] for rule in rules]
    return (
        "\n\n".join(
            [
                "# Accuracy on annotated articles",
                f"`{command}` – engine {engine}. A span is hit when a finding overlaps it; a finding is right when it overlaps a span.",
                table(_whole(sets)),
                "## The same, told the source language, and the source where there is one",
                table(_whole(told)),
                "## Wording by source language",
                f"Kinds: {', '.join(WORDING)}. Findings and precision are those of all rules.",
                table(_languages(sets, told)),
                *(_added(sets, alone) if alone else ()),
                "## Recall by kind (hit / annotated)",
                "Kinds in brackets are not covered: they need the source article or a model of English.",
                table(by_kind),
                "## Precision by rule (right / found)",
                table(by_rule),
            ]
        )
        + "\n"
    )


def _whole(sets: Mapping[str, Accuracy]) -> list[list[str]]:
    rows = [["set", "spans", "recall (covered kinds)", "recall (all)", "findings", "precision", "on clean articles"]]
    for name, held in sets.items():
        covered = [kind for kind in held.spans if kind not in NOT_COVERED]
        rows.append(
            [
                name,
                str(sum(held.spans.values())),
                f"{held.recall(covered):.3f}",
                f"{held.recall(held.spans):.3f}",
                str(sum(held.findings.values())),
                f"{held.precision:.3f}",
                f"{held.clean_findings} ({held.clean_major} major)",
            ]
        )
    return rows


def _languages(sets: Mapping[str, Accuracy], told: Mapping[str, Accuracy]) -> list[list[str]]:
    """Per set and language what is hit and right, without and with the source told."""
    rows = [["set", "from", "spans of wording", "hit", "findings", "precision", "told: hit", "findings", "precision"]]
    for name, held in sets.items():
        for lang, wording in sorted(held.by_language.items()):
            rows.append([name, lang, str(wording.spans), *_wording(wording), *_wording(told[name].by_language[lang])])
    return rows


def _wording(held: Wording) -> list[str]:
    return [share(held.hits, held.spans), str(held.findings), f"{held.right / max(1, held.findings):.3f}"]


def _added(sets: Mapping[str, Accuracy], alone: Mapping[str, Accuracy]) -> tuple[str, ...]:
    """What the scorer adds to the rules: findings, precision, and hits of the kinds it should see."""
    rows = [["set", "rules alone: hits", "findings", "precision", "with the scorer: hits", "findings", "precision"]]
    rows += [[name, *_figures(alone[name]), *_figures(held)] for name, held in sets.items()]
    kinds = [kind for kind in GRAMMAR if any(held.spans[kind] for held in sets.values())]
    by_kind = [["kind", *(f"{name}: alone → with / annotated" for name in sets)]]
    by_kind += [[kind, *(_gain(kind, alone[name], held) for name, held in sets.items())] for kind in kinds]
    return ("## What the scorer adds to the rules", table(rows), table(by_kind))


def _figures(held: Accuracy) -> tuple[str, str, str]:
    return str(sum(held.hits.values())), str(sum(held.findings.values())), f"{held.precision:.3f}"


def _gain(kind: str, alone: Accuracy, held: Accuracy) -> str:
    return f"{alone.hits[kind]} → {held.hits[kind]} / {held.spans[kind]}" if held.spans[kind] else "–"


def human_page(sets: Mapping[str, FalseAlarms], command: str, scorer: str) -> str:
    """False alarms per 1,000 words of human English, by rule."""
    rows = [["text", "words", "all rules but residue", "residue rules"]]
    for name, held in sets.items():
        without, with_residue = held.per_1000(residue=False), held.per_1000(residue=True)
        rows.append([name, f"{held.words:,}", f"{without:.3f}", f"{with_residue:.3f}"])
    rules = sorted({rule for held in sets.values() for rule in held.counts})
    by_rule = [["rule", *sets]]
    by_rule += [
        [rule, *(f"{1000 * held.counts[rule] / max(1, held.words):.4f}" for held in sets.values())] for rule in rules
    ]
    return (
        "\n\n".join(
            [
                "# False alarms on human English, per 1,000 words",
                f"`{command}` – scorer {scorer}. Every finding counts as a false alarm, though some mark real slips of the text.",
                table(rows),
                "## By rule",
                table(by_rule),
            ]
        )
        + "\n"
    )


def speed_page(rates: Mapping[str, float], memory_mb: float, command: str, costs: Sequence[Section] = ()) -> str:
    """Words per second of each stage, one core, one run; and the cost of the scorer and engines there are."""
    rows = (("stage", "words/s, one core"), *((stage, f"{rate:,.0f}") for stage, rate in rates.items()))
    stages = [
        f"`{command}` – CPU time, all stages on the same text in one run.",
        table(rows),
        f"Peak memory of the benchmark process: {memory_mb:.0f} MiB.",
    ]
    return page("Speed", stages, costs)


def _kind(kind: str) -> str:
    return f"({kind})" if kind in NOT_COVERED else kind
