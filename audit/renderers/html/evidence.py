"""What speaks for a finding, in words: its evidence as label and value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from audit.finding import Finding

UNSAID = frozenset({"also", "back_translation", "contrast", "everyday", "source_phrase"})
"""Evidence told in a sentence of its own, or of no use to a reader."""


def message(finding: Finding) -> str:
    """The message without what the card says beside it: the span itself, and what it reads as."""
    reading = finding.evidence.get("back_translation")
    return finding.message.removesuffix(f" – reads as “{reading}”").removeprefix(f"“{finding.text}”: ")


def readings(finding: Finding) -> Iterator[tuple[str, str]]:
    """How the span reads in the source language, and the phrase it is known to render, as label and phrase."""
    reading = str(finding.evidence.get("back_translation") or "")
    if reading and reading.casefold() != finding.text.casefold():
        yield ("reads as" if finding.evidence.get("contrast") == "confirmed" else "translates back to"), reading
    for phrase in str(finding.evidence.get("source_phrase") or "").split(" | "):
        if phrase and phrase.casefold() != reading.casefold():
            yield "as if from", phrase


def told(finding: Finding) -> Iterator[tuple[str, str]]:
    """The evidence as label and value, in the order the check gave it; what other rules saw comes last."""
    yield "Confidence", f"{finding.confidence:.0%}"
    if finding.evidence.get("everyday"):
        yield "Also good English", "it counts because the text is known to be a translation"
    for key, value in finding.evidence.items():
        if key not in UNSAID and value not in (None, "", [], ()):
            yield _labelled(key, value)
    if finding.fix:
        yield "Fix", finding.fix
    yield "Place", f"characters {finding.start:,}–{finding.end:,}"
    yield from _seconded(finding.evidence.get("also"))


def _labelled(key: str, value: object) -> tuple[str, str]:
    if key in _WORDED:
        label, worded = _WORDED[key]
        return label, worded(value)
    return key.replace("_", " ").capitalize(), _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{_plain(key)} {_plain(held)}" for key, held in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_plain, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _quoted(value: object) -> str:
    held = value if isinstance(value, list | tuple) else (value,)
    return ", ".join(f"“{_plain(one)}”" for one in held)


def _rate(value: object) -> str:
    return f"{_plain(value)} times in a million words"


def _share(value: object) -> str:
    return f"{value:.0%} likely to be part of an error" if isinstance(value, int | float) else _plain(value)


def _nats(value: object) -> str:
    return f"{_plain(value)} nats"


def _seconded(also: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - evidence is whatever a check gives
    for one in also if isinstance(also, list) else ():
        if isinstance(one, Mapping):
            yield f"{_plain(one.get('rule', ''))} too", _plain(one.get("message", ""))


_WORDED: dict[str, tuple[str, Callable[[object], str]]] = {
    "alternatives": ("Or", _quoted),
    "association": ("How often the words meet (log)", _plain),
    "entry": ("Lexicon entry", _plain),
    "human_per_million": ("In English people wrote", _rate),
    "in_source": ("The source has", _quoted),
    "likelier_by": ("Makes the sentence likelier by", _nats),
    "machine_per_million": ("In English machines wrote", _rate),
    "reading": ("Word by word", _quoted),
    "surprisal": ("Surprise of the translator", _nats),
    "suspicion": ("Model of English", _share),
}
"""How the evidence of the built-in checks is said; that of others shows by its key."""
