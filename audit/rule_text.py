"""One parser for a check's docstring: what feeds its tests, its page in the docs, `audit explain` and SARIF."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SECTION = re.compile(r"^(Glossary|Bad|Good|References)(?: \((\w+)-(\w+)\))?:$")
SOURCE = " ← "
"""Stands between an example and the text it was translated from."""
_SPAN = re.compile(r"<v>(.*?)</v>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with the spans (code points, end exclusive) a rule must mark in it; no span for a good one.

    `source` is the text it was translated from, for a rule that compares the two.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    source_lang: str | None
    target_lang: str
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What a rule's docstring says: `summary` is its first sentence, `explanation` Markdown paragraphs.

    `glossary` holds the lines of the desk's glossary, as `.csv`, that the examples are held to; none for most rules.
    """

    summary: str
    explanation: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    references: tuple[str, ...]
    glossary: tuple[str, ...] = ()


def example(marked: str, source_lang: str | None = None, target_lang: str = "en") -> Example:
    """Read an example: `<v>…</v>` marks an expected span, `¶` a paragraph break, and `←` parts it from its source."""
    marked, _, source = marked.replace("¶", "\n\n").partition(SOURCE)
    text, spans, position = "", [], 0
    for match in _SPAN.finditer(marked):
        text += marked[position : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    return Example(
        text=text + marked[position:],
        spans=tuple(spans),
        source_lang=source_lang,
        target_lang=target_lang,
        source=source or None,
    )


def parse(docstring: str) -> RuleText:
    """Split a cleaned docstring into summary, explanation, glossary, examples (one an indented line) and references."""
    prose: list[str] = []
    held: dict[str, list[Example]] = {"Bad": [], "Good": []}
    lines: dict[str, list[str]] = {"References": [], "Glossary": []}
    section: re.Match[str] | None = None
    for line in docstring.splitlines():
        if header := _SECTION.match(line):
            section = header
        elif section is None:
            prose.append(line)
        elif line.strip() and section[1] in lines:
            lines[section[1]].append(line.strip())
        elif line.strip():
            held[section[1]].append(example(line.strip(), section[2], section[3] or "en"))
    summary, _, explanation = "\n".join(prose).strip().partition("\n\n")
    return RuleText(
        summary=" ".join(summary.split()),
        explanation=explanation.strip(),
        bad=tuple(held["Bad"]),
        good=tuple(held["Good"]),
        references=tuple(lines["References"]),
        glossary=tuple(lines["Glossary"]),
    )
