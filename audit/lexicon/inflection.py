"""Inflected forms of the lemmas that patterns name: a shipped table, made with LemmInflect (MIT)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module

from audit import tables
from audit.errors import ConfigError

TABLE = "inflections"
_PARTS_OF_SPEECH = ("VERB", "NOUN")
_DOUBLED_IN_BRITAIN = re.compile(r"\w*[^aeiou][aeiou]l")
_KEPT_APART = {"program": ("programmed", "programming"), "focus": ("focusing", "focused")}
_ABSURD = frozenset({"programed", "programing", "focussed", "focusses", "focussing", "foci", "busses", "gasses"})


@cache
def forms(lemma: str) -> tuple[str, ...]:
    """Every form of a lemma, the lemma among them; raises ConfigError when nothing here knows it."""
    if found := _table().get(lemma):
        return found
    try:
        return derive(lemma)
    except ModuleNotFoundError:
        hint = "refresh the table with `audit lexicon measure` (needs lemminflect)"
        raise ConfigError(f"no forms of ~{lemma} in audit/data/{TABLE}.tsv: {hint}") from None


def derive(lemma: str) -> tuple[str, ...]:
    """The forms LemmInflect knows (verb and noun), British spellings added; regular verb forms of a new word.

    Raises ModuleNotFoundError without LemmInflect, which only maintainers of a table need.
    """
    lemminflect = import_module("lemminflect")
    known: set[str] = set()
    for part in _PARTS_OF_SPEECH:
        for found in lemminflect.getAllInflections(lemma, part).values():
            known.update(found)
    if not known and not lemminflect.getAllInflections(lemma):
        for found in lemminflect.getAllInflectionsOOV(lemma, "VERB").values():
            known.update(found)
    known = {form for form in known if re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*", form)}
    return tuple(sorted((known | {lemma, *_british(lemma, known)}) - _ABSURD))


def table_text(lemmas: Iterable[str]) -> str:
    """The whole table for these lemmas, derived anew, ready to be written."""
    lines = (f"{lemma}\t{','.join(derive(lemma))}\n" for lemma in sorted(set(lemmas)))
    return "lemma\tforms\n" + "".join(lines)


def _british(lemma: str, known: set[str]) -> tuple[str, ...]:
    if lemma in _KEPT_APART:
        return _KEPT_APART[lemma]
    if lemma + "ed" in known and len(lemma) > len("heal") and _DOUBLED_IN_BRITAIN.fullmatch(lemma):
        return (lemma + "led", lemma + "ling")
    return ()


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {lemma: tuple(found.split(",")) for lemma, found in tables.rows(TABLE)}
