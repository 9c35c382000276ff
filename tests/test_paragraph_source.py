"""A paragraph beside its source."""

from __future__ import annotations

import math

import pytest

from audit.bitext.coverage import Run
from audit.document import Document
from audit.paragraph_source import LEAST, MOST, USUAL, least_difference, length_ratio, passages
from audit.testing import article


def run(words: int, *, last: bool) -> Run:
    """A run of thirty characters."""
    return Run(0, 30, words, -1, last)


def long_article(source: str, target: str, count: int) -> Document:
    """So many equal paragraphs with their sources."""
    return article("\n\n".join([target] * count), source="\n\n".join([source] * count), source_lang="es")


def beside(source: str, text: str) -> list[tuple[str | None, str | None]]:
    """The sentences of a paragraph's source with those that render them."""
    document = article(text, source=source, source_lang="es")
    (paragraph,) = document.paragraphs
    return [
        (there and source[slice(*there)], here and text[slice(*here)]) for there, here in passages(paragraph, document)
    ]


def test_sentences_with_their_ranges() -> None:
    """A sentence that nothing renders, on either side, has None for the other."""
    closed, open_ = "El alcalde cerró el puente.", "Los colegios abrirán el lunes."
    rendered, added = "The mayor closed the bridge.", "Shopkeepers applauded warmly."
    assert beside(f"{closed} {open_}", rendered) == [(closed, rendered), (open_, None)]
    assert beside(closed, f"{rendered} {added}") == [(closed, rendered), (None, added)]


def test_sentences_that_share_next_to_nothing_are_not_compared() -> None:
    """A sentence in the place of another may be a free rendering: neither is told."""
    closed, rendered = "El alcalde cerró el puente.", "The mayor closed the bridge."
    assert beside(f"{closed} Los colegios abrirán el lunes.", f"{rendered} Shopkeepers applauded warmly.") == [
        (closed, rendered)
    ]


def test_a_paragraph_without_a_source() -> None:
    """There is nothing beside it."""
    document = article("The mayor closed the bridge.")
    assert list(passages(document.paragraphs[0], document)) == []


def test_the_ratio_of_lengths_is_the_article_s_own() -> None:
    """Enough long paragraphs tell it, within what is believed; else the usual one is taken."""
    source = "El alcalde de la ciudad cerró el puente viejo el martes por la noche después de la tormenta de 2019."
    target = "The city’s mayor closed the old bridge on Tuesday night after the storm of the year 2019, it was said."
    assert length_ratio(long_article(source, target, 4)) == USUAL
    assert length_ratio(long_article(source, target, 6)) == pytest.approx(len(target) / len(source))
    assert length_ratio(long_article(source, f"{target} {target}", 6)) == MOST
    assert LEAST < USUAL < MOST


def test_what_a_missing_part_must_save() -> None:
    """Half of its length, nearly all of it for two words, and those only at the end of their sentence."""
    assert least_difference(run(3, last=False), "x" * 50) == 15
    assert least_difference(run(2, last=True), "x" * 50) == 24
    assert least_difference(run(2, last=False), "x" * 50) == math.inf
    assert least_difference(run(3, last=True), "x" * 500) == 100
