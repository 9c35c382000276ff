"""The feed that a gate is timed on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.bench.gate.feed import feed
from audit.document import Document
from audit.ingest.feed import read_feed

FOLDERS = [Path(__file__).parents[3] / "corpora" / "gold"]
SENTENCE = re.compile(r"(?<=[.!?])\s+")


def read(entries: int) -> list[Document]:
    """The articles of a feed of so many entries."""
    return list(read_feed(feed(FOLDERS, entries, 250), Document(id="feed", text="")))


@pytest.fixture(scope="module")
def held() -> list[Document]:
    """A feed that uses its articles over again."""
    return read(60)


def test_entries_are_as_long_as_asked_for(held: list[Document]) -> None:
    """The last paragraph may take them some words further."""
    assert len(held) == 60
    assert all(250 <= len(one.text.split()) < 500 for one in held)


def test_no_paragraph_comes_twice(held: list[Document]) -> None:
    """An engine that remembers sentences would have less to do than on a real feed."""
    paragraphs = [part for one in held for part in one.text.split("\n\n")[1:]]
    assert len(set(paragraphs)) == len(paragraphs)
    sentences = [sentence for part in paragraphs for sentence in SENTENCE.split(part) if sentence.endswith(".")]
    assert len(set(sentences)) / len(sentences) > 0.97


def test_a_longer_feed_has_the_shorter_one_at_its_end(held: list[Document]) -> None:
    """As when entries come in on top."""
    longer = read(65)
    assert [one.text for one in longer[5:]] == [one.text for one in held]
    assert [one.id for one in longer[5:]] == [one.id for one in held]


def test_a_feed_is_no_longer_than_its_articles_allow() -> None:
    """Nothing is used more often than it can be varied."""
    assert 60 < len(read(1_000)) < 1_000
