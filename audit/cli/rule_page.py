"""One rule explained from its docstring: lines for the terminal, a page of Markdown for the docs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rich.text import Text

from audit.check import Check
from audit.rule_text import SOURCE, Example
from audit.visible import visible

INDENT = "    "
WIDEST = 100
"""Columns of running text at most; longer lines are hard to read."""


def facts(check: Check) -> tuple[tuple[str, str], ...]:
    """What is fixed about a rule, as label and value, without what does not apply."""
    held = (
        ("Category", check.category),
        ("ITS 2.0 type", check.its_type),
        ("Severity", check.severity.value),
        ("Confidence", f"{check.confidence:g}"),
        ("Fix", check.fix or "none"),
        ("Needs", ", ".join(sorted(check.needs))),
        ("Source languages", ", ".join(sorted(check.source_langs or ()))),
        ("Package", str(check.distribution or "")),
    )
    return tuple((label, value) for label, value in held if value)


def terminal_page(check: Check, *, width: int, colour: bool) -> Iterator[Text]:
    """The rule as lines for the terminal; spans are underlined, or marked below where there is no colour."""
    text, width = check.text, min(width, WIDEST)
    yield Text(f"{check.id} {check.name}", "bold")
    yield from map(Text, textwrap.wrap(text.summary, width))
    for paragraph in text.explanation.split("\n\n") if text.explanation else ():
        yield Text()
        yield from map(Text, textwrap.wrap(" ".join(paragraph.split()), width))
    if text.glossary:
        yield Text()
        yield Text("Glossary", "bold")
        yield from (Text(f"{INDENT}{visible(line)}") for line in text.glossary)
    for label, examples, style in (("Bad", text.bad, "underline red"), ("Good", text.good, "")):
        for example in examples:
            yield Text()
            yield Text(f"{label}{_pair(example)}", "bold")
            yield from (_styled(example, style),) if colour else map(Text, underlined(example))
    yield Text()
    yield from (Text(f"{label}: {value}") for label, value in facts(check))
    for reference in text.references:
        yield Text(f"See {reference}", "dim")


def markdown_page(check: Check) -> str:
    """The rule as a page of the docs."""
    text = check.text
    parts = [f"# {check.id} {check.name}", text.summary, text.explanation]
    if text.glossary:
        parts += ["With the glossary:", "\n".join(f"{INDENT}{visible(line)}" for line in text.glossary)]
    for label, examples in (("Bad", text.bad), ("Good", text.good)):
        for example in examples:
            parts += [f"{label}{_pair(example)}:", "\n".join(underlined(example))]
    parts.append("\n".join(f"- {label}: {value}" for label, value in facts(check)))
    if text.references:
        parts.append("## References")
        parts.append("\n".join(f"- {reference}" for reference in text.references))
    return "\n\n".join(part for part in parts if part) + "\n"


def underlined(example: Example) -> list[str]:
    """The indented lines of an example, each with a row of `^` beneath where it holds a span."""
    rows: list[str] = []
    start = 0
    for line in example.text.split("\n"):
        rows.append(f"{INDENT}{visible(line)}".rstrip())
        spans = [(max(low - start, 0), min(high - start, len(line))) for low, high in example.spans]
        if any(low < high for low, high in spans):
            rows.append(INDENT + "".join(_mark(line, i, spans) for i in range(len(line))).rstrip())
        start += len(line) + 1
    return [*rows, *_source(example)]


def _source(example: Example) -> list[str]:
    """The lines of what an example was translated from."""
    return [f"{INDENT}{SOURCE.strip()} {visible(line)}" for line in (example.source or "").split("\n") if line]


def _mark(line: str, i: int, spans: list[tuple[int, int]]) -> str:
    marked = any(low <= i < high for low, high in spans)
    return ("^" if marked else " ") * len(visible(line[i]))


def _styled(example: Example, style: str) -> Text:
    line, position = Text(INDENT), 0
    for low, high in example.spans:
        line.append(_lines(example.text[position:low])).append(_lines(example.text[low:high]), style)
        position = high
    return line.append(_lines(example.text[position:])).append("".join(f"\n{row}" for row in _source(example)), "dim")


def _lines(text: str) -> str:
    return f"\n{INDENT}".join(visible(line) for line in text.split("\n"))


def _pair(example: Example) -> str:
    return f" ({example.source_lang}-{example.target_lang})" if example.source_lang else ""
