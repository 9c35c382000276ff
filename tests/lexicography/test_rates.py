"""Measuring a lexicon: its examples, its hits in human English, the tables rewritten."""

from __future__ import annotations

import lzma
from pathlib import Path

from audit.lexicography.corpora import paragraphs
from audit.lexicography.derived import derived_tables
from audit.lexicography.examples import problems
from audit.lexicography.rates import count, sentence_spans, with_rates
from audit.lexicon.entry import COLUMNS, entry
from audit.lexicon.matcher import Lexicon
from tests.lexicon.entries import cells

TABLE = "\n".join("\t".join(row) for row in (COLUMNS, cells(id="b"), cells(id="a", pattern="~launch a"))) + "\n"


def complaints(*rows: list[str]) -> list[str]:
    """What is wrong with these lines."""
    return [problem.message for problem in problems(Lexicon(map(entry, rows)))]


def test_sound_entry_has_no_problem() -> None:
    """An entry whose examples hold is left alone."""
    assert complaints(cells()) == []


def test_doubles_and_broken_examples_are_found() -> None:
    """Ids and patterns used twice and examples that do not hold are each said."""
    assert complaints(cells(), cells()) == ["id used twice", "pattern and context used twice"]
    assert complaints(cells(bad="He met his <v>pair</v> of Russia.")) == [
        "the bad example gives ['his pair of Russia'], not what it marks"
    ]
    assert complaints(cells(bad="He met a pair.")) == ["the bad example gives [], not what it marks"]
    assert complaints(cells(good="So his pair of France.")) == ["the good example gives 'his pair of France'"]


def test_source_bound_examples_are_read_with_their_source() -> None:
    """An entry bound to the source is tried as if the source held its phrase."""
    assert complaints(cells(context="@source")) == []


def test_count_gives_hits_per_million_words() -> None:
    """Rates are hits per million words over all paragraphs."""
    rates = count(Lexicon([entry(cells())]), [["He met his pair of Russia. All went well.", "No more."]])
    assert (rates.words, rates.per_million("par-counterpart")) == (11, 1_000_000 / 11)
    assert rates.total_per_million == rates.per_million("par-counterpart")
    assert count(Lexicon([]), []).total_per_million == 0


def test_corpora_are_read_plain_and_packed(tmp_path: Path) -> None:
    """Text files and .xz files give their lines that are not blank."""
    plain, packed = tmp_path / "a.txt", tmp_path / "b.xz"
    plain.write_text("One.\n\nTwo.\n", "utf-8")
    packed.write_bytes(lzma.compress("Drei é.\n".encode()))
    assert list(paragraphs([plain, packed])) == ["One.", "Two.", "Drei é."]


def test_sentence_spans_cover_the_text() -> None:
    """Spans follow one another from the first character to the last."""
    text = "He came. “Why?” She left"
    assert [text[start:end] for start, end in sentence_spans(text)] == ["He came. ", "“Why?” ", "She left"]


def test_table_is_rewritten_sorted_with_its_rates() -> None:
    """The rates fill the last columns, two decimals, and the lines are sorted by id."""
    human = count(Lexicon([entry(cells(id="b"))]), [["his pair of Russia"]])
    machine = count(Lexicon([entry(cells(id="a"))]), [["his pair of Russia, his pair of Chile"]])
    rows = [line.split("\t") for line in with_rates(TABLE, human, machine).splitlines()]
    assert [(row[0], *row[-2:]) for row in rows[1:]] == [("a", "0.00", "250000.00"), ("b", "250000.00", "0.00")]
    assert with_rates(with_rates(TABLE, human, machine), human) == with_rates(TABLE, human, machine)


def test_derived_tables_hold_every_lemma_and_pattern() -> None:
    """What follows from the tables is written with them: forms of words, words patterns are filed under."""
    derived = derived_tables({"es-en": TABLE})
    assert derived["inflections.tsv"] == "lemma\tforms\nlaunch\tlaunch,launched,launches,launching\n"
    assert "{possessive} pair of|from {place}\tpair\n" in derived["pattern_words.tsv"]


def test_derived_tables_hold_the_forms_suggestions_and_sources_need() -> None:
    """Verbs of suggestions and of the patterns they replace are conjugated, source verbs have their every form."""
    row = cells(source="~dar una rueda", pattern="~realize a concert", suggestion="~give a concert")
    derived = derived_tables({"es-en": "\n".join("\t".join(line) for line in (COLUMNS, row))})
    assert derived["conjugations.tsv"].splitlines()[1:] == [
        "give\tgives\tgave\tgiven\tgiving",
        "realize\trealizes\trealized\trealized\trealizing",
    ]
    assert derived["source_forms.tsv"].startswith("lang\tlemma\tforms\nes\tdar\t")
    assert {"dio", "daban", "dan"} <= set(derived["source_forms.tsv"].split("\t")[-1].split(","))
