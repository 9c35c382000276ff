"""Rows are read as they are, samples are whole groups, and what is wrong is told with its line."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from audit.bench.judgements import (
    Graded,
    HumanText,
    MinimalPair,
    Variants,
    graded,
    human_texts,
    minimal_pairs,
    variants,
)
from audit.bench.mqm import rated
from audit.bench.rows import Row, read, sampled
from audit.errors import IngestError


def test_a_row_keeps_spans_whose_place_is_known(tmp_path: Path) -> None:
    """Rows without a target are left out, and so are spans at −1."""
    path = tmp_path / "set.jsonl.gz"
    row = {
        "pair": "es-en",
        "target": "Good day",
        "scores": {"mqm": 1, "da": None},
        "spans": [[0, 4, "a", "b"], [-1, -1]],
    }
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(row) + "\n" + json.dumps(row | {"target": None}) + "\n")
    assert read(path) == [Row(pair="es-en", target="Good day", scores={"mqm": 1.0}, spans=((0, 4),))]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ('{"target": "a"}\n{"target"', "bad.jsonl:2: not JSON"),
        ('{"source": "a"}', "bad.jsonl:1: not a judged segment: KeyError('target')"),
        ("[1]", "bad.jsonl:1: not a JSON object"),
    ],
)
def test_what_is_not_of_the_format_is_told(tmp_path: Path, lines: str, message: str) -> None:
    """One line with the file and the line."""
    path = tmp_path / "bad.jsonl"
    path.write_text(lines, "utf-8")
    with pytest.raises(IngestError) as caught:
        read(path)
    assert message in str(caught.value)


def test_a_file_that_is_not_gzipped_is_told(tmp_path: Path) -> None:
    """The name says gzip, the bytes do not."""
    path = tmp_path / "plain.jsonl.gz"
    path.write_text("{}", "utf-8")
    with pytest.raises(IngestError, match="cannot be read"):
        read(path)


def test_a_sample_is_of_whole_groups_and_always_the_same() -> None:
    """Groups are not torn, order is kept, and fewer than asked are all taken."""
    items = [(group, item) for group in range(50) for item in range(3)]
    drawn = sampled(items, 30, lambda item: item[0])
    assert drawn == sampled(items, 30, lambda item: item[0]) == sorted(drawn)
    assert len(drawn) == 30
    assert len({group for group, _ in drawn}) == 10
    assert sampled(items, 1000, lambda item: item[0]) == items


def test_translations_of_several_systems_are_one() -> None:
    """The penalty is the mean over raters, not over rows; the spans are those of all."""
    rows = [
        Row(target="t", source="s", rater="A", system="x", scores={"mqm": 4}, spans=((0, 1), (1, 1))),
        Row(target="t", source="s", rater="A", system="human:reference", scores={"mqm": 6}, spans=((0, 1),)),
        Row(target="t", source="s", rater="B", system="y", scores={"mqm": 1}, spans=()),
        Row(target="t", source="other", rater="B", system="y", scores={"mqm": 0}),
    ]
    one, other = rated(rows)
    assert (one.penalty, one.human, one.raters, one.spans) == (3, True, {"A": ((0, 1),), "B": ()}, ((0, 1),))
    assert (other.penalty, other.human) == (0, False)


def test_the_sets_made_here_are_read(tmp_path: Path) -> None:
    """Each file gives its own values."""
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": "1", "kind": "tense", "clean": "It is", "corrupted": "It be", "span": [3, 5]}\n', "utf-8")
    assert minimal_pairs(path) == [MinimalPair(kind="tense", clean="It is", corrupted="It be", span=(3, 5))]
    path.write_text('{"id": "1", "group": "names", "variants": ["a", "b"], "labels": ["x", "y"]}\n', "utf-8")
    assert variants(path) == [Variants(group="names", texts=("a", "b"), labels=("x", "y"))]
    path.write_text('{"id": "1", "dialect": "en-GB", "text": "a"}\n', "utf-8")
    assert human_texts(path) == [HumanText(dialect="en-GB", domain="–", text="a")]
    path.write_text('{"id": "old-ferry-3", "quality": 3, "text": "a"}\n', "utf-8")
    assert graded(path) == [Graded(story="old-ferry", quality=3, text="a")]


def test_a_line_of_another_set_is_told(tmp_path: Path) -> None:
    """The line and the field it lacks."""
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": "1", "kind": "tense", "clean": "It is"}\n', "utf-8")
    with pytest.raises(IngestError, match=r"set.jsonl:1: not of the format: KeyError\('span'\)"):
        minimal_pairs(path)
