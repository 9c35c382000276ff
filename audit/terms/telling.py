"""What a person is told of a term of a glossary."""

from __future__ import annotations

from audit.terms.glossary import Term

GLOSSARY = "glossary"
"""Key of the evidence that holds the file and line of the term: findings of two lines are two faults."""


def alternatives(term: Term) -> str:
    """The renderings it may have, quoted: `“city council” or “council”`."""
    return " or ".join(f"“{rendering.text}”" for rendering in term.required)


def noted(message: str, term: Term) -> str:
    """A message with the note that the glossary has for the reader."""
    return f"{message} ({term.note})" if term.note else message


def evidence(term: Term) -> dict[str, object]:
    """Where the term comes from, what it renders, and what else it may be rendered as."""
    return {
        GLOSSARY: term.place,
        **({"source_phrase": " | ".join(term.sources)} if term.sources else {}),
        **({"alternatives": [one.text for one in term.required[1:]]} if term.required else {}),
    }
