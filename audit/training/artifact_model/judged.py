"""Groups from data that people judged: post-edits with direct assessment, MQM, and DEMETR's pairs."""

from __future__ import annotations

import gzip
import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audit.training.artifact_model.example import Example, Group

DA_CENTRE, DA_SCALE = 60.0, 25.0
"""Round figures near the mean and spread of `da_mean` on the training rows, so that the head learns on a unit scale."""
MQM_CENTRE, MQM_SCALE = 1.0, 1.0
"""The same for log(1 + penalty)."""
TEST_LANGUAGES = frozenset({"es-en", "it-en"})
"""DEMETR pairs kept for measuring; of the biomedical rows only `es-en` is."""
LEAST_EDITED = 0.15
"""HTER from which a post-edit is surely better than what it mends."""
HELD_OUT_EVERY = 20
"""One document in twenty of each set is held out to fit the calibration on."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a gzipped JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def held_out(row: dict[str, Any]) -> bool:
    """Whether a row's document is one of those the calibration is fitted on."""
    key = f"{row['pair']} {row['doc_id']}"
    return sum(key.encode()) % HELD_OUT_EVERY == 0


def spans(row: dict[str, Any]) -> tuple[tuple[int, int], ...]:
    """The placed spans of a row; an insertion point is felt at the character it stands before."""
    held = [(start, max(end, start + 1)) for start, end, *_ in row["spans"] if start >= 0]
    return tuple(sorted(held))


def post_edited(path: Path) -> Iterator[tuple[dict[str, Any], Group]]:
    """Rows of MLQE-PE with the post-edit as the better rival where it changed enough."""
    for row in rows(path):
        scores = row["scores"]
        values = {"da_z": scores["da_z"], "da": (scores["da_mean"] - DA_CENTRE) / DA_SCALE}
        machine = Example(text=row["target"], bad={"post_edit": spans(row)}, values=values, rank=0)
        better = detokenised(row["meta"]["post_edit"])
        changed = LEAST_EDITED < scores["hter"] <= 1 and '"' not in better
        yield row, ((Example(text=better, rank=1), machine) if changed else (machine,))


def detokenised(text: str) -> str:
    """A post-edit without the spaces its tokenisation put in."""
    text = re.sub(r" ([,.;:!?%)\]]|'(?:s|re|ve|ll|d|m|t)\b|n't\b)", r"\1", text)
    return re.sub(r"([(\[$£€]) ", r"\1", re.sub(r"(\w) (-|–|/) (\w)", r"\1\2\3", text))


def annotated(path: Path) -> Iterator[tuple[dict[str, Any], Group]]:
    """Rows of MQM, raters of one text joined: a word is bad when any of them marked it; the penalty is their mean."""
    texts: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows(path):
        texts[(row["source"], row["target"])].append(row)
    for raters in texts.values():
        penalty = sum(abs(row["scores"]["mqm"]) for row in raters) / len(raters)
        marked = tuple(sorted({span for row in raters for span in spans(row)}))
        value = (MQM_CENTRE - math.log1p(penalty)) / MQM_SCALE
        yield raters[0], (Example(text=raters[0]["target"], bad={"mqm": marked}, values={"mqm": value}),)


def perturbed(path: Path) -> Iterator[tuple[dict[str, Any], Group]]:
    """DEMETR's pairs: the clean machine translation above its perturbation."""
    for row in rows(path):
        clean = Example(text=row["meta"]["clean_mt"], rank=1)
        yield row, (clean, Example(text=row["target"], bad={"slip": spans(row)}, rank=0))
