"""Matching paragraphs: spans, contexts, sources, suggestions, overlaps."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import ConfigError, UnsupportedLanguageError
from audit.lexicon.entry import COLUMNS, entry
from audit.lexicon.matcher import Lexicon, available, load, load_path
from audit.lexicon.setting import Setting
from tests.lexicon.entries import cells, found, made, spans


@pytest.mark.parametrize(
    ("context", "text", "hit"),
    [
        ("+court|~judge", "The court condemned him.", True),
        ("+court|~judge", "They judged and condemned him.", True),
        ("+court|~judge", "They condemned him.", False),
        ("+supreme court", "The supreme court condemned him.", True),
        ("-card|phone", "The card was condemned.", False),
        ("-card|phone", "The plan was condemned.", True),
        ("-condemned", "The plan was condemned.", True),
        ("+court; -card", "The court condemned the card.", False),
    ],
)
def test_context_is_the_rest_of_the_sentence(context: str, text: str, hit: bool) -> None:  # noqa: FBT001
    """Conditions look at the sentence outside the match."""
    assert bool(spans("condemned", text, context)) is hit


def test_context_stops_at_the_sentence() -> None:
    """A word in the next sentence is no context."""
    lexicon = Lexicon([made("condemned", context="+court")])
    assert not lexicon.matches("He was condemned. The court rose.", [(0, 17), (18, 33)])


@pytest.mark.parametrize(("source", "hit"), [(None, False), ("Su  PAR, de Rusia", True), ("su parte de Rusia", False)])
def test_source_bound_entry_asks_the_source(source: str | None, hit: bool) -> None:  # noqa: FBT001
    """An entry bound to the source fires only where the source holds its phrase, whole words only."""
    assert bool(found(made("pair of", context="@source"), "his pair of Russia", source)) is hit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met his pair of Russia.", "his counterpart from Russia"),
        ("His pair from the United States came.", "His counterpart from the United States"),
        ("“Our pair of Chile came.", "Our counterpart from Chile"),
    ],
)
def test_suggestion_fills_slots_and_keeps_the_capital(text: str, expected: str) -> None:
    """Slots give back what they matched, with a capital where the sentence began with one."""
    (match,) = found(entry(cells()), text)
    assert match.suggestion == expected


def test_suggestion_uses_repeated_slots_in_turn() -> None:
    """Two slots of one name are two values; a value asked for once more is the last one."""
    one = made("from {month} to {month}", suggestion="{month}–{month} / {month}")
    (match,) = found(one, "open from May to July")
    assert match.suggestions == ("May–July", "May")


def test_no_suggestion_deletes() -> None:
    """An entry without a suggestion offers to delete what it marks."""
    assert found(made("realized"), "He realized it")[0].suggestion == ""


def test_longer_of_overlapping_matches_stays_then_the_first() -> None:
    """Of overlapping matches the longest is kept, then the first; the others are still reported."""
    lexicon = Lexicon([made("b c", id="x"), made("a b c", id="y"), made("c d", id="z"), made("d e", id="w")])
    text = "a b c d e"
    assert [match.entry.id for match in lexicon.matches(text, [(0, len(text))])] == ["y", "w"]


def test_every_place_is_marked_and_none_crosses_a_sentence() -> None:
    """An entry fires as often as it is met, within sentences."""
    lexicon = Lexicon([made("pair of")])
    text = "A pair of and pair of. A pair. Of it."
    marked = [(match.start, match.end) for match in lexicon.matches(text, [(0, 22), (23, 30), (31, 37)])]
    assert marked == [(2, 9), (14, 21)]


def test_surer_of_overlapping_entries_stays() -> None:
    """An entry that holds in any article is kept before a longer one that asks for a known translation."""
    lexicon = Lexicon([made("a b c", id="x", context="@translated"), made("b c", id="y")])
    assert [match.entry.id for match in lexicon.matches("a b c", [(0, 5)], Setting(translated=True))] == ["y"]


def test_sentence_without_end_is_read_in_pieces() -> None:
    """Text without a full stop for pages is cut at spaces, and every place in it is still found."""
    text = "a pair of them and " * 400
    assert len(Lexicon([made("pair of")]).matches(text, [(0, len(text))])) == 400
    assert not Lexicon([made("pair of")]).matches("x" * 10_000, [(0, 10_000)])


def test_match_tells_the_phrase_of_the_source() -> None:
    """Where the source holds the entry's phrase the match says so, whether the entry asks for it or not."""
    entry = made("pair of", source="otro | su par de")
    assert found(entry, "his pair of Russia", "con su par de Rusia")[0].source_phrase == "su par de"
    assert found(entry, "his pair of Russia")[0].source_phrase is None


def test_empty_mark_is_no_match() -> None:
    """A pattern whose reported part matched nothing reports nothing."""
    assert not found(made("pair [nice?] of"), "a pair of them")


def test_mark_has_no_space_at_its_end() -> None:
    """White space before the context is not reported."""
    (match,) = found(made("the [counts with] help"), "the counts with help")
    assert (match.start, match.end) == (4, 15)


def test_unknown_pair_names_the_lexicons_there_are() -> None:
    """A pair without a lexicon is an unsupported language."""
    assert "es-en" in available()
    with pytest.raises(UnsupportedLanguageError, match=r"no lexicon for xx-en: there is .*es-en"):
        load("xx")


def test_custom_table_is_checked_as_it_is_loaded(tmp_path: Path) -> None:
    """A table of the user's own is read whole, so that its mistakes show at once."""
    table = tmp_path / "own.tsv"
    table.write_text("\n".join(["\t".join(COLUMNS), "\t".join(cells())]) + "\n", "utf-8")
    assert [one.id for one in load_path(table).entries] == ["par-counterpart"]
    table.write_text("\n".join(["\t".join(COLUMNS), "\t".join(cells(context="x"))]), "utf-8")
    with pytest.raises(ConfigError, match=r"own\.tsv:2: context 'x'"):
        load_path(table)


def test_trusted_entry_that_cannot_be_read_is_named() -> None:
    """A pattern taken on trust complains with its entry's id when it is needed."""
    lexicon = Lexicon([entry(cells(pattern="pair", context="x"), checked=False)])
    with pytest.raises(ConfigError, match="lexicon entry par-counterpart: context 'x'"):
        lexicon.matches("a pair", [(0, 6)])


@given(st.text() | st.lists(st.sampled_from("His pair of Russia , “ ” launched 12 İ ß's".split(" "))).map(" ".join))
def test_any_text_is_matched_within_its_bounds(text: str) -> None:
    """No text makes the matcher fail, and every span lies in it."""
    for match in load("es").matches(text, [(0, len(text))], Setting(source_text=text)):
        assert 0 <= match.start < match.end <= len(text)


def test_long_runs_do_not_backtrack() -> None:
    """A page of one repeated word, comma or space takes no longer than any other text."""
    lexicon = load("es")
    start = time.perf_counter()
    for run in ("his pair of ", "Ana ", ", ", "   ", "1.000,", "“"):
        lexicon.matches(run * 2000, [(0, len(run) * 2000)])
    assert time.perf_counter() - start < 20  # seconds; a catastrophic pattern takes minutes
