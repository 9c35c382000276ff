"""The tables under `audit/data/` that follow from the lexicons: forms of words, and words patterns are filed under."""

from __future__ import annotations

from collections.abc import Mapping

from audit.lexicon import conjugation, index_words, inflection, source_phrase
from audit.lexicon.entry import COLUMNS

_SOURCE, _PATTERN, _CONTEXT, _SUGGESTION = map(COLUMNS.index, ("source", "pattern", "context", "suggestion"))


def derived_tables(tables: Mapping[str, str]) -> dict[str, str]:
    """The texts of those tables by file name, for the texts of the lexicons by pair (`es-en`).

    They are the forms of every lemma in patterns, contexts and source phrases, those that suggestions take, and the
    words every pattern is filed under. Raises ModuleNotFoundError without LemmInflect or simplemma.
    """
    rows = {pair: _rows(table) for pair, table in tables.items()}
    every = [row for held in rows.values() for row in held]
    lemmas = {lemma for row in every for lemma in conjugation.lemmas(f"{row[_PATTERN]} {row[_CONTEXT]}")}
    verbs = [lemma for row in every if "~" in row[_SUGGESTION] for lemma in conjugation.lemmas(_verbs(row))]
    sources = [(pair.partition("-")[0], _phrases(held)) for pair, held in rows.items()]
    return {
        f"{inflection.TABLE}.tsv": inflection.table_text(lemmas),
        f"{conjugation.TABLE}.tsv": conjugation.table_text(verbs),
        f"{index_words.TABLE}.tsv": index_words.table_text(row[_PATTERN] for row in every),
        f"{source_phrase.TABLE}.tsv": source_phrase.table_text(sources),
    }


def _rows(table: str) -> list[list[str]]:
    return [line.split("\t") for line in table.splitlines()[1:] if line.strip() and not line.startswith("#")]


def _verbs(row: list[str]) -> str:
    return f"{row[_PATTERN]} {row[_SUGGESTION]}"


def _phrases(rows: list[list[str]]) -> set[str]:
    return source_phrase.lemmas(phrase for row in rows for phrase in row[_SOURCE].split("|"))
