"""The forms a suggestion takes over from what it replaces: a shipped table, made with LemmInflect (MIT)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache
from importlib import import_module

from audit import tables
from audit.errors import ConfigError
from audit.lexicon import inflection

TABLE = "conjugations"
AUXILIARY_WITHIN = 3
"""Words before a form that is both past and participle in which *have* or *be* makes it a participle."""
_LEMMA = re.compile(r"(?<!\w)~([^\s|~()\[\]?;,./]+)")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_AUXILIARIES = frozenset("have has had having ’ve 've be am is are was were been being get gets got".split())
_TAGS = (("VBZ", "NNS"), ("VBD",), ("VBN",), ("VBG",))
_PRESENT_OF_BE = frozenset({"am", "are"})


class Form(IntEnum):
    """A column of the table: the plain form (a noun's singular), that in -s (its plural), the past and the rest."""

    PLAIN = 0
    S = 1
    PAST = 2
    PARTICIPLE = 3
    GERUND = 4


def lemmas(text: str) -> list[str]:
    """The words written with a `~` in a pattern or a suggestion, in order, lower-case."""
    return [lemma.lower() for lemma in _LEMMA.findall(text)]


def inflected(suggestion: str, pattern: str, matched: str, before: str) -> str:
    """The suggestion with every `~word` in the form of the matched word that a `~word` of the pattern stands for.

    The first takes the first one's form, the next the next one's, the last one's from there on; where none was matched
    the plain form is taken. `before` is the sentence up to the match: an auxiliary in it makes "found" a participle.
    """
    if "~" not in suggestion:
        return suggestion
    held = list(matched_forms(pattern, matched, before)) or [Form.PLAIN]
    return _LEMMA.sub(lambda word: form_of(word[1], held.pop(0) if len(held) > 1 else held[0]), suggestion)


def matched_forms(pattern: str, matched: str, before: str) -> Iterator[Form]:
    """The forms of the matched words that the pattern's `~words` stand for, in order."""
    wanted = {form: lemma for lemma in lemmas(pattern) for form in inflection.forms(lemma)}
    words = [word.lower() for word in _WORD.findall(before)]
    for word in map(str.lower, _WORD.findall(matched)):
        if word in wanted:
            yield _form(word, wanted[word], words[-AUXILIARY_WITHIN:])
        words.append(word)


def form_of(lemma: str, form: Form) -> str:
    """A form of a word, its plain form where it has no other; raises ConfigError when nothing here knows the word."""
    return _forms(lemma.lower())[form] or lemma


def derive(lemma: str) -> tuple[str, ...]:
    """The five forms, empty where a noun has none; raises ModuleNotFoundError without LemmInflect."""
    lemminflect = import_module("lemminflect")
    held = [lemma]
    for tags in _TAGS:
        found = [form for tag in tags for form in lemminflect.getInflection(lemma, tag=tag)]
        held.append(next((form for form in found if form in inflection.forms(lemma)), found[0] if found else ""))
    if lemma == "be":
        held[Form.PAST] = "was"
    return tuple(held)


def table_text(words: Iterable[str]) -> str:
    """The whole table for these words, derived anew, ready to be written."""
    lines = ("\t".join(derive(word)) + "\n" for word in sorted(set(words)))
    return "plain\ts\tpast\tparticiple\tgerund\n" + "".join(lines)


def _form(word: str, lemma: str, before: list[str]) -> Form:
    if word == lemma or word in _PRESENT_OF_BE:
        return Form.PLAIN
    held = _forms(lemma)
    if word in {held[Form.PAST], held[Form.PARTICIPLE]} or word.endswith("ed"):
        both = held[Form.PAST] == held[Form.PARTICIPLE] or word.endswith("ed")
        participle = _AUXILIARIES.intersection(before) if both else word == held[Form.PARTICIPLE]
        return Form.PARTICIPLE if participle else Form.PAST
    if word == "were":
        return Form.PAST
    return Form.GERUND if word.endswith("ing") else Form.S


@cache
def _forms(lemma: str) -> tuple[str, ...]:
    if found := _table().get(lemma):
        return found
    try:
        return derive(lemma)
    except ModuleNotFoundError:
        hint = "run `audit lexicon measure` (needs the extra `lexicon`)"
        raise ConfigError(f"no forms of ~{lemma} in audit/data/{TABLE}.tsv: {hint}") from None


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row) for row in tables.rows(TABLE)}
