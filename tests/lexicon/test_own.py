"""A desk's own lexicon: few columns are enough, and what is wrong is told with its line."""

from __future__ import annotations

import contextlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import own_tables
from audit.errors import ConfigError
from audit.lexicon import own
from audit.lexicon.own import Own


def load(text: str, name: str = "house.tsv") -> Own:
    """A table given as text."""
    return own.load(own_tables.inline(text, name))


def test_pattern_and_suggestion_are_enough() -> None:
    """The rest has defaults; the id is made of the file's name and the line."""
    (lexicon,) = load("pattern\tsuggestion\nask for aids\task for aid\n\n~take place\t\n", "My House_2.tsv").lexicons
    one, two = lexicon.entries
    assert (one.id, one.kind, one.severity, one.suggestions) == ("my-house-2-2", "calque", "minor", ("ask for aid",))
    assert (one.sources, one.bad, one.good, one.human_pmw) == ((), "", "", None)
    assert (two.id, two.suggestions, lexicon.source_lang) == ("my-house-2-4", (), own.ANY)
    assert one.note


def test_every_column_of_a_shipped_table_may_be_given() -> None:
    """What stands in a cell comes before the default."""
    header = "id\tkind\tseverity\tsource\tpattern\tcontext\tsuggestion\tnote\tbad\tgood"
    line = (
        "a-b\tfalse-friend\tmajor\tel pez | los peces\tfish\t+sea\ttrout\tno\tThe <v>fish</v> of the sea.\tThe trout."
    )
    (entry,) = load(f"{header}\n{line}").lexicons[0].entries
    assert (entry.id, entry.kind, entry.severity, entry.sources) == (
        "a-b",
        "false-friend",
        "major",
        ("el pez", "los peces"),
    )
    assert (entry.context, entry.note) == ("+sea", "no")
    assert entry.bad_example.spans == ((4, 8),)


def test_languages_come_from_the_table_or_the_line() -> None:
    """A line with a language of its own goes with those of its language."""
    held = load("pattern\tsuggestion\tsource_lang\none\ttwo\t\nsix\tten\tfr-CA\n", "es-en.tsv")
    assert [(lexicon.source_lang, len(lexicon.entries)) for lexicon in held.lexicons] == [("es", 1), ("fr", 1)]
    assert held.target_lang == "en"


def test_a_line_of_kind_off_switches_a_shipped_entry_off() -> None:
    """For the language of the table, or for every one where it names none."""
    assert load("id\tkind\ncore-gold-moor\toff\n", "es-en.tsv").switched_off("es") == {"core-gold-moor"}
    assert load("id\tkind\ncore-gold-moor\toff\n", "es-en.tsv").switched_off("fr") == frozenset()
    assert load("id\tkind\ncore-gold-moor\toff\n").switched_off("fr") == {"core-gold-moor"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("pattern\none\n", "2: an entry needs a suggestion, and the header has no such column"),
        ("suggestion\none\n", "2: an entry needs a pattern"),
        ("pattern\tsuggestion\n\none\t(two\n(one\ttwo", "4: parentheses do not pair up"),
        ("pattern\tsuggestion\n\ttwo\n", "2: no pattern"),
        ("pattern\tsuggestion\n*\ttwo\n", "2: no word is required"),
        ("pattern\tsuggestion\none\t{name}\n", r"2: the suggestion has \{name\}"),
        ("pattern\tsuggestion\tkind\none\ttwo\ttypo\n", "2: kind 'typo' is none of"),
        ("pattern\tsuggestion\tseverity\none\ttwo\tbad\n", "2: severity 'bad' is none of"),
        ("pattern\tsuggestion\tcontext\none\ttwo\t@source\n", "2: @source needs a source phrase"),
        ("pattern\tsuggestion\tbad\none\ttwo\tone\n", "2: the bad example has no <v>"),
        ("pattern\tsuggestion\tsource_lang\none\ttwo\txq\n", "2: no language has the code 'xq'"),
        (
            "id\tkind\ncore-gold-mor\toff\n",
            "2: no shipped entry has the id 'core-gold-mor' – did you mean 'core-gold-moor'",
        ),
        ("kind\noff\n", "2: no shipped entry has the id ''"),
        ("pattern\tsugestion\none\ttwo\n", "1: no column 'sugestion'"),
    ],
)
def test_bad_line_is_an_error_with_its_place(text: str, complaint: str) -> None:
    """A bad line names the table, the line number and what is wrong."""
    with pytest.raises(ConfigError, match=rf"^house\.tsv:{complaint}"):
        load(text)


def test_word_without_known_forms_is_told_with_what_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk has no table to refresh: it writes the forms out, or installs what knows them."""
    monkeypatch.setitem(sys.modules, "lemminflect", None)
    for line in ("~zorgle\tsay", "~say\t~zorgle"):
        with pytest.raises(
            ConfigError, match=r"^house\.tsv:2: a ~word whose forms nothing here knows: write the forms"
        ):
            load(f"pattern\tsuggestion\n{line}\n")


CELLS = st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(
    "~say|~take [the] {name} * *3 a? (a|b) ^ $ =Health , off calque @source +a -b <v>x</v> es".split()
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=6).map("\t".join), max_size=5).map("\n".join))
def test_any_table_is_read_or_refused(lines: str) -> None:
    """Whatever the cells hold, the reader raises its own error or gives entries that can be matched."""
    with contextlib.suppress(ConfigError):
        for lexicon in load(f"pattern\tsuggestion\tcontext\tkind\tsource\tbad\n{lines}").lexicons:
            lexicon.matches("The cat said it, he takes {name} a b Health.", [(0, 42)])
