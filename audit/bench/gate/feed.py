"""A feed of many short articles, made of the project's own, for timing what a gate does every day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from pathlib import Path

from audit.bench.annotated import articles

ENTRIES, WORDS = 200, 250
"""Entries of the feed and least words of each: a week of a desk that translates forty stories a day."""
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"""(?<=[a-zé0-9)%”»])(?=\s?[.?!]+["”»]?(?:\s|\Z))""")
"""Where a sentence's last word ends; after a capital it may be an initial."""
_SAID = ("according to the mayor", "as neighbors told the radio", "the evening paper wrote")
"""What sentences end with where a paragraph is used again: no sentence is then one that was translated before."""
TURNS = 1 + len(_SAID)


def feed(folders: Iterable[Path], entries: int = ENTRIES, words: int = WORDS) -> str:
    """An RSS feed of distinct entries made from the paragraphs of annotated articles, the last one first.

    It is the same for the same folders, and one of more entries has those of a shorter one at its end. It has fewer
    entries than asked for where the articles do not hold enough.
    """
    held = _paragraphs([article.text for folder in folders for article in articles(folder)])
    stories = islice(_stories(held, words), entries)
    items = "\n".join(reversed([_item(number, story) for number, story in enumerate(stories, start=1)]))
    head = "<title>A week of stories</title><link>https://example.org/</link><description>Translated</description>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}\n{items}\n</channel></rss>\n'


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    """Every paragraph of running text, and again with other sentences."""
    held = [part.strip() for text in texts for part in _PARAGRAPH.split(text)]
    prose = [part for part in held if _SENTENCE_END.search(part)]
    for turn in range(TURNS):
        yield from (_varied(part, turn) for part in prose)


def _stories(paragraphs: Iterable[str], words: int) -> Iterator[list[str]]:
    held: list[str] = []
    for part in paragraphs:
        held.append(part)
        if sum(len(one.split()) for one in held) >= words:
            yield held
            held = []


def _varied(text: str, turn: int) -> str:
    return _SENTENCE_END.sub(f", {_SAID[turn - 1]}", text) if turn else text


def _item(number: int, paragraphs: list[str]) -> str:
    title = f"Story {number}: {' '.join(paragraphs[0].split()[:6])}"
    body = "".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs)
    link = f"https://example.org/stories/{number}"
    head = f"<title>{escape(title)}</title><guid>{link}</guid><link>{link}</link>"
    return f"<item>{head}<description>{escape(body)}</description></item>"
