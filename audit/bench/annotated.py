"""Annotated articles: `{{kind|severity|text|suggestion}}` markup in, texts with spans out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\{\{([a-z-]+)\|([a-z]+)\|([^|{}]+)\|([^|{}]*)\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSpan:
    """An annotated artifact: code points into the article without its markup, end exclusive."""

    start: int
    end: int
    kind: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An annotated article; a `clean` one is English written by a person and has no spans."""

    name: str
    text: str
    spans: tuple[GoldSpan, ...]
    clean: bool
    source: str | None = None


def parse(marked: str) -> tuple[str, tuple[GoldSpan, ...]]:
    """The text without its markup, and the spans the markup marked."""
    text, spans, position = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        spans.append(GoldSpan(start=len(text), end=len(text) + len(match[3]), kind=match[1], severity=match[2]))
        text += match[3]
        position = match.end()
    return text + marked[position:], tuple(spans)


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder in order of name: `NAME.txt` with markup, or `NAME.txt` beside `NAME.json` spans."""
    for path in sorted(folder.glob("*.txt")):
        if path.name.endswith(".src.txt"):
            continue
        text, spans = parse(path.read_text("utf-8"))
        listed = path.with_suffix(".json")
        if listed.exists():
            held = json.loads(listed.read_text("utf-8"))
            spans = tuple(GoldSpan(**{key: one[key] for key in ("start", "end", "kind", "severity")}) for one in held)
        source = path.with_name(f"{path.stem}.src.txt")
        yield Article(
            name=path.stem,
            text=text,
            spans=spans,
            clean=path.stem.startswith("clean"),
            source=source.read_text("utf-8") if source.exists() else None,
        )


def label(folder: Path) -> str:
    """A set's name in the tables: its folder's, and the file's where the folder holds one article."""
    held = sorted(path.stem for path in folder.glob("*.txt"))
    return held[0] if len(held) == 1 else "/".join(folder.parts[-2:])
