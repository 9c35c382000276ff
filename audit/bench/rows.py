"""Rows of human-judged segments, read from gzipped JSON lines."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from audit.errors import IngestError

Span = tuple[int, int]
"""Start and end in code points, end exclusive; equal for a point between two characters."""

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One segment as one rater, or all raters together, judged it.

    `target` is the text under audit; `spans` mark its errors, those of unknown place left out; `meta` is the set's own.
    """

    target: str
    pair: str = ""
    system: str = ""
    segment: tuple[str, str] = ("", "")
    rater: str = ""
    source: str = ""
    reference: str = ""
    scores: Mapping[str, float] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def by_human(self) -> bool:
        """Whether a person translated it."""
        return self.system.startswith("human")


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, gzipped or not; raises IngestError naming the line that is none."""
    opened = gzip.open if path.suffix == ".gz" else open
    number = 0
    try:
        with opened(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                held = json.loads(line)
                if not isinstance(held, dict):
                    raise IngestError("not a JSON object", path=str(path), line=number)
                yield held
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as cause:
        raise IngestError(f"cannot be read: {cause}", path=str(path)) from cause
    except json.JSONDecodeError as cause:
        raise IngestError(f"not JSON: {cause.msg}", path=str(path), line=number) from cause


@contextmanager
def of_format(path: Path) -> Iterator[None]:
    """What is done with the rows of a file; raises IngestError where one lacks a field that is needed."""
    try:
        yield
    except KeyError as cause:
        raise IngestError(f"a row lacks {cause}", path=str(path)) from cause


def read(path: Path) -> list[Row]:
    """The rows of a set that have a target; raises IngestError for a file or a row that is not of the format."""
    rows = []
    for number, held in enumerate(json_lines(path), 1):
        try:
            if held["target"] is not None:
                rows.append(_row(held))
        except (AttributeError, KeyError, TypeError, ValueError) as cause:
            raise IngestError(f"not a judged segment: {cause!r}", path=str(path), line=number) from cause
    return rows


def _row(held: Mapping[str, Any]) -> Row:
    return Row(
        target=str(held["target"]),
        pair=str(held.get("pair") or ""),
        system=str(held.get("system") or ""),
        segment=(str(held.get("doc_id") or ""), str(held.get("seg_id") or "")),
        rater=str(held.get("rater") or ""),
        source=str(held.get("source") or ""),
        reference=str(held.get("reference") or ""),
        scores={name: float(value) for name, value in held.get("scores", {}).items() if value is not None},
        spans=tuple((int(start), int(end)) for start, end, *_ in held.get("spans", ()) if start >= 0),
        meta=dict(held.get("meta") or {}),
    )


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """The items under their keys, both in order of first appearance."""
    held: dict[Key, list[Item]] = {}
    for item in items:
        held.setdefault(key(item), []).append(item)
    return held


def sampled(items: Sequence[Item], most: int, key: Callable[[Item], Hashable]) -> list[Item]:
    """About `most` of the items in their order: whole groups of one key, drawn with a fixed seed; all when fewer."""
    if len(items) <= most:
        return list(items)
    groups = grouped(items, key)
    order = list(groups)
    random.Random(0).shuffle(order)  # noqa: S311 - a sample, not a secret
    drawn: set[Hashable] = set()
    held = 0
    for label in order:
        if held >= most:
            break
        drawn.add(label)
        held += len(groups[label])
    return [item for item in items if key(item) in drawn]
