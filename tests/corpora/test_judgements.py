"""The judgement sets keep the shape that their readers count on."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "corpora" / "judgements"
FIELDS = {
    "minimal_pairs": {"id": str, "kind": str, "clean": str, "corrupted": str, "span": list},
    "invariance": {"id": str, "group": str, "variants": list, "labels": list},
    "human": {"id": str, "dialect": str, "domain": str, "text": str},
    "paragraphs": {"id": str, "quality": int, "text": str},
}
KINDS = {
    *("preposition", "missing-article", "superfluous-article", "agreement", "tense", "pronoun-gender"),
    *("possessive", "word-order", "calque", "false-friend", "literal-idiom", "untranslated-word"),
    *("dropped-word", "doubled-word", "translated-name", "collocation"),
}
NEWS_WORDS = range(8, 36)
TOKEN = re.compile(r"\w+(?:[’'.,/-]\w+)*|[^\w\s]")


def read(name: str) -> list[dict[str, Any]]:
    """The rows of one set."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def texts(name: str) -> list[str]:
    """Every text of one set that must stand only once, the corrupted ones too."""
    rows = read(name)
    if name == "invariance":
        return [text for row in rows for text in row["variants"]]
    return [row[key] for row in rows for key in ("clean", "corrupted", "text") if key in row]


def differing(clean: str, corrupted: str) -> list[int]:
    """The span of `corrupted` between the longest common start and end, or of the word after a gap."""
    ours, theirs = list(TOKEN.finditer(corrupted)), list(TOKEN.finditer(clean))
    a, b = ([token.group().casefold() for token in tokens] for tokens in (ours, theirs))
    head = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False))))
    rest = zip(reversed(a[head:]), reversed(b[head:]), strict=False)
    tail = len(list(takewhile(lambda pair: pair[0] == pair[1], rest)))
    faulty = ours[head : len(ours) - tail] or [next(t for t in ours[head:] if t.group()[0].isalnum())]
    return [faulty[0].start(), faulty[-1].end()]


@pytest.mark.parametrize("name", FIELDS)
def test_every_row_has_the_fields_of_its_set(name: str) -> None:
    """No more, no fewer, each of its type and none empty."""
    for row in read(name):
        assert {key: type(value) for key, value in row.items()} == FIELDS[name], row["id"]
        assert all(value != "" for value in row.values()), row["id"]


def test_ids_are_unique_over_all_sets() -> None:
    """A figure can name its row."""
    counted = Counter(row["id"] for name in FIELDS for row in read(name))
    assert counted.most_common(1)[0][1] == 1


def test_no_text_stands_twice() -> None:
    """Neither within a set nor in two of them."""
    counted = Counter(text.casefold() for name in FIELDS for text in texts(name))
    assert [text for text, times in counted.items() if times > 1] == []


def test_texts_are_tidy() -> None:
    """No double space, no space at an end or before a comma, no left-over markup."""
    untidy = re.compile(r"^\s|\s$|\s{2}| [,.;]|[{}|\[\]]")
    assert [text for name in FIELDS for text in texts(name) if untidy.search(text)] == []


def test_each_kind_of_artifact_has_twenty_pairs() -> None:
    """Sixteen kinds, 320 pairs."""
    assert Counter(row["kind"] for row in read("minimal_pairs")) == dict.fromkeys(KINDS, 20)


def test_a_pair_differs_in_its_span_alone() -> None:
    """The span is exactly the words that differ, or the word after a gap."""
    wrong = [row["id"] for row in read("minimal_pairs") if differing(row["clean"], row["corrupted"]) != row["span"]]
    assert wrong == []


def test_the_sides_of_a_pair_differ() -> None:
    """Beyond case, and the span holds a word."""
    for row in read("minimal_pairs"):
        start, end = row["span"]
        assert row["clean"].casefold() != row["corrupted"].casefold(), row["id"]
        assert re.search(r"\w", row["corrupted"][start:end]), row["id"]


@pytest.mark.parametrize("name", ["minimal_pairs", "invariance"])
def test_sentences_have_the_length_of_news(name: str) -> None:
    """From 8 to 35 words."""
    assert [text for text in texts(name) if len(text.split()) not in NEWS_WORDS] == []


def test_invariance_groups_are_complete() -> None:
    """Each group has its number of variants, and each variant its own label."""
    rows = read("invariance")
    shapes = Counter((row["group"], len(row["variants"])) for row in rows)
    assert shapes == {("names", 6): 30, ("numbers", 4): 12, ("topic", 4): 10, ("dialect", 2): 8}
    assert all(len(set(row["labels"])) == len(row["variants"]) for row in rows)


def test_human_texts_cover_the_dialects() -> None:
    """40 British, 40 American, 40 others."""
    counted = Counter(row["dialect"] for row in read("human"))
    assert counted == {"en-GB": 40, "en-US": 40, "en-IN": 10, "en-NG": 10, "en-AU": 10, "en-IE": 10}


def test_each_paragraph_has_four_qualities() -> None:
    """Ten paragraphs, each in the qualities 4 to 1, told by the end of the id."""
    held: dict[str, list[int]] = {}
    for row in read("paragraphs"):
        prefix, _, quality = row["id"].rpartition("-")
        assert quality == str(row["quality"])
        held.setdefault(prefix, []).append(row["quality"])
    assert list(held.values()) == [[4, 3, 2, 1]] * 10
