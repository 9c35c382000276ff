"""The pattern grammar, item by item, as docs/lexicon.md describes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon.pattern import parse
from tests.lexicon.entries import spans

ITEMS = {
    "a word": ("pair", "A pair, Pairs, PAIR and a au-pair's pair.", ["pair", "PAIR", "pair"]),
    "one of words": ("made of|from", "made of, made from, made in", ["made of", "made from"]),
    "one of phrases": ("(in the|at) end", "in the end, at end, the end", ["in the end", "at end"]),
    "nested phrases": ("(in (the|an)|at) end", "in an end, at end", ["in an end", "at end"]),
    "a lemma": ("~launch", "launches launched launching launcher", ["launches", "launched", "launching"]),
    "a lemma in alternatives": ("~say|~tell", "said told asked", ["said", "told"]),
    "an item or nothing": ("of the? (last|next)? week", "of week, of the last week", ["of week", "of the last week"]),
    "any one word": ("carry * out", "carry it out, carry out, carry it all out", ["carry it out"]),
    "a few words": ("carry *2 out", "carry out, carry it all out, carry us on", ["carry out", "carry it all out"]),
    "exact case": ("=Health of", "Health of, health of", ["Health of"]),
    "a comma": ("then , he", "then, he; then he; then , he", ["then, he", "then , he"]),
    "a number": ("{number} dead", "1,200 dead, twenty-five dead, no dead", ["1,200 dead", "twenty-five dead"]),
    "a weekday": ("on {weekday}", "on Monday, on Moonday", ["on Monday"]),
    "a month": ("in {month}", "in May, in summer", ["in May"]),
    "a possessive": ("{possessive} pair", "his pair, a pair", ["his pair"]),
    "a pronoun": ("{pronoun} went", "he went, dogs went", ["he went"]),
    "a name": ("met {name}", "met Ana María de la Cruz today, met a man", ["met Ana María de la Cruz"]),
    "an Arabic name": ("met {name}", "met Bashar al-Assad in Damascus", ["met Bashar al-Assad"]),
    "a name's genitive": ("{name}'s pair", "Putin’s pair, the tsar's pair", ["Putin’s pair"]),
    "a place": ("of {place}", "of the United States, of Russia, of course", ["of the United States", "of Russia"]),
    "an office": ("{office} said", "the prime minister said, cats said", ["prime minister said"]),
    "a quotation mark": ("so called {quote}", "the so called “peace”, so called peace", ["so called “"]),
    "after a quotation": ("{quote} ,? [launched]", '"Go", launched he of the “launched” boats', ["launched"]),
    "sentence start": ("^ in this sense", "“In this sense, in this sense", ["In this sense"]),
    "sentence end": ("at the end $", "at the end was, at the end.”", ["at the end"]),
    "a reported part": ("the project [counts with] the help", "the project counts with the help", ["counts with"]),
    "apostrophes alike": ("it's he", "it’s he, it's he, its he", ["it’s he", "it's he"]),
    "any white space": ("in the end", "in\u00a0the \n end", ["in\u00a0the \n end"]),
    "a sign": ("5 %", "5% or 5 %", ["5%", "5 %"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ITEMS)
def test_item_marks_what_the_grammar_says(name: str) -> None:
    """Every item of the grammar matches its examples and nothing beside them."""
    pattern, text, expected = ITEMS[name]
    assert spans(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("{name} the? *", "no word is required"),
        ("of|{name}", "no word is required"),
        ("(in the", "do not pair up"),
        ("in) the", "do not pair up"),
        ("[in the", "once each"),
        ("in] the [end", "once each"),
        ("[in] [the]", "once each"),
        ("in  the", "empty item"),
        ("in|", "empty item"),
        ("{place", "cannot read"),
        ("{town} of", "no slot {town}"),
        ("~", "cannot read"),
        ("", "no word is required"),
    ],
)
def test_bad_pattern_says_what_is_wrong(pattern: str, complaint: str) -> None:
    """A pattern that cannot be read, or could match anything, is refused with the reason."""
    with pytest.raises(ValueError, match=complaint):
        parse(pattern)


def test_needed_words_come_rarest_first() -> None:
    """The index is built on the rarest words, so that common ones start no search."""
    assert parse("the counterpart of the").needed[0] == {"counterpart"}


@given(st.text(alphabet="ab |()[]{}~=^$*?,'1", max_size=20))
def test_parse_reads_or_explains_any_pattern(pattern: str) -> None:
    """No pattern, however odd, does more than raise a ValueError."""
    try:
        parse(pattern).compiled  # noqa: B018 - compiled for its effect
    except ValueError as cause:
        assert str(cause)  # noqa: PT017 - both outcomes are right
