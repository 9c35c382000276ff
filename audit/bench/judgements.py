"""The sets made for this project: minimal pairs, texts that should score alike, graded ones, and human English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from audit.bench.rows import Span, json_lines
from audit.errors import IngestError

PAIRS, VARIANTS, GRADED, HUMAN = "minimal_pairs.jsonl", "invariance.jsonl", "paragraphs.jsonl", "human.jsonl"
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimalPair:
    """A clean text and the same with one artifact, whose place in the second is `span`."""

    kind: str
    clean: str
    corrupted: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """Texts that differ only in what should not matter: a name, a number, the topic, the dialect, the length."""

    group: str
    texts: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanText:
    """English written by people, with its dialect (`en-GB`) and domain (`politics`)."""

    dialect: str
    domain: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One paragraph in one of several qualities, higher being better; `story` tells which paragraph it is."""

    story: str
    quality: float
    text: str


def minimal_pairs(path: Path) -> list[MinimalPair]:
    """The pairs of a file; raises IngestError naming the line that is not of the format."""

    def one(held: Mapping[str, Any]) -> MinimalPair:
        start, end = held["span"]
        texts = str(held["clean"]), str(held["corrupted"])
        return MinimalPair(kind=str(held["kind"]), clean=texts[0], corrupted=texts[1], span=(int(start), int(end)))

    return _read(path, one)


def variants(path: Path) -> list[Variants]:
    """The groups of a file; raises IngestError naming the line that is not of the format."""

    def one(held: Mapping[str, Any]) -> Variants:
        texts, labels = (tuple(map(str, held[name])) for name in ("variants", "labels"))
        return Variants(group=str(held["group"]), texts=texts, labels=labels)

    return _read(path, one)


def human_texts(path: Path) -> list[HumanText]:
    """The texts of a file; raises IngestError naming the line that is not of the format."""

    def one(held: Mapping[str, Any]) -> HumanText:
        return HumanText(dialect=str(held["dialect"]), domain=str(held.get("domain", "–")), text=str(held["text"]))

    return _read(path, one)


def graded(path: Path) -> list[Graded]:
    """The paragraphs of a file, `STORY-QUALITY` being the id; raises IngestError naming the line that is not so."""

    def one(held: Mapping[str, Any]) -> Graded:
        story = str(held["id"]).rpartition("-")[0]
        return Graded(story=story, quality=float(held["quality"]), text=str(held["text"]))

    return _read(path, one)


def _read(path: Path, one: Callable[[Mapping[str, Any]], Item]) -> list[Item]:
    items = []
    for number, held in enumerate(json_lines(path), 1):
        try:
            items.append(one(held))
        except (KeyError, TypeError, ValueError) as cause:
            raise IngestError(f"not of the format: {cause!r}", path=str(path), line=number) from cause
    return items
