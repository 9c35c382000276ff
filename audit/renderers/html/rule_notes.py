"""The rules that fired, each with what its docstring says, as the page shows them beside the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from audit.finding import Finding
from audit.renderers.html.glyphs import shown, styled
from audit.rule_text import Example, RuleText

_MARK = Markup("<mark>{}</mark>")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """A rule with the number of its findings; `index` is its place on the page.

    Of a rule whose text is not known, there is nothing more.
    """

    index: int
    id: str
    name: str
    count: int
    summary: Markup | None = None
    explanation: tuple[Markup, ...] = ()
    bad: Markup | None = None
    good: Markup | None = None


def rule_notes(findings: Iterable[Finding], texts: Mapping[str, RuleText]) -> tuple[RuleNote, ...]:
    """The rules of the findings, in order of id."""
    counts = Counter((finding.rule, finding.name) for finding in findings)
    return tuple(
        _note(index, rule, name, counts[rule, name], texts.get(rule))
        for index, (rule, name) in enumerate(sorted(counts))
    )


def _note(index: int, rule: str, name: str, count: int, text: RuleText | None) -> RuleNote:
    if text is None:
        return RuleNote(index=index, id=rule, name=name, count=count)
    return RuleNote(
        index=index,
        id=rule,
        name=name,
        count=count,
        summary=styled(text.summary),
        explanation=tuple(styled(part) for part in text.explanation.split("\n\n") if part),
        bad=_example(text.bad[0]) if text.bad else None,
        good=_example(text.good[0]) if text.good else None,
    )


def _example(example: Example) -> Markup:
    pieces, position = [], 0
    for start, end in example.spans:
        pieces += [shown(example.text[position:start]), _MARK.format(shown(example.text[start:end]))]
        position = end
    return Markup().join([*pieces, shown(example.text[position:])])
