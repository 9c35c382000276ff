"""A rule's docstring as the help that SARIF shows beside its results."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.renderers.sarif.wording import literal, markdown, plain
from audit.rule_text import SOURCE, Example, RuleText
from audit.visible import visible

_BREAK = re.compile(r"\s*\n\s*")


def help_text(name: str, text: RuleText) -> dict[str, str]:
    """The help as plain text and as Markdown."""
    return {
        "text": plain("\n\n".join(_plain(name, text))),
        "markdown": markdown("\n\n".join(_markdown(name, text))),
    }


def _plain(name: str, text: RuleText) -> Iterator[str]:
    yield text.summary
    yield from _paragraphs(text.explanation)
    for label, example in _examples(text):
        yield f"{label}: {_lines(example.text)}{_source(example)}"
    yield from (f"See {reference}" for reference in text.references)
    yield f"More: audit explain {name}"


def _markdown(name: str, text: RuleText) -> Iterator[str]:
    """The docstring's prose is Markdown; its examples are text with the expected spans in bold."""
    yield _without_html(text.summary)
    yield from (_without_html(paragraph) for paragraph in _paragraphs(text.explanation))
    for label, example in _examples(text):
        source = f"  \n> {literal(_source(example).strip())}" if example.source else ""
        yield f"{label}:\n\n> {_bold(example)}{source}"
    if text.references:
        yield "\n".join(f"- {_without_html(reference)}" for reference in text.references)
    yield f"More: `audit explain {name}`"


def _paragraphs(prose: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in prose.split("\n\n") if paragraph.strip()]


def _examples(text: RuleText) -> Iterator[tuple[str, Example]]:
    for label, examples in (("Bad", text.bad), ("Good", text.good)):
        for example in examples:
            yield f"{label}{f' ({example.source_lang}-{example.target_lang})' if example.source_lang else ''}", example


def _bold(example: Example) -> str:
    pieces, position = list[str](), 0
    for start, end in example.spans:
        pieces += [_quoted(example.text[position:start]), _strong(example.text[start:end])]
        position = end
    return "".join([*pieces, _quoted(example.text[position:])])


def _strong(text: str) -> str:
    """A span in bold: the spaces at its ends stand outside, or Markdown would see no emphasis."""
    inner = text.strip()
    if not inner:
        return _quoted(text)
    low = text.index(inner)
    return f"{_quoted(text[:low])}**{_quoted(inner)}**{_quoted(text[low + len(inner) :])}"


def _quoted(text: str) -> str:
    """A piece of an example in a block quotation, its paragraph breaks as line breaks."""
    return "  \n> ".join(literal(line) for line in _lines(text).split("\n"))


def _lines(text: str) -> str:
    return "\n".join(visible(line) for line in _BREAK.split(text))


def _source(example: Example) -> str:
    return f"{SOURCE}{visible(' '.join(example.source.split()))}" if example.source else ""


def _without_html(prose: str) -> str:
    """Markdown without a tag: outside of code, < is told as it is (SARIF 2.1.0, 3.11.4)."""
    pieces = prose.split("`")
    return "`".join(piece if index % 2 else piece.replace("<", r"\<") for index, piece in enumerate(pieces))
