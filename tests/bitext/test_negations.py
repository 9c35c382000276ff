"""Where a text negates, and where it only seems to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import tables
from audit.bitext.negations import read

LANGUAGES = ("en", "es", "fr", "pt", "it", "de")


def negated(text: str, lang: str) -> list[str]:
    """The negations of a text, each from its first word to its last."""
    return [text[one.start : one.end] for one in read(text, lang).negations]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "He did not pay.", ["not"]),
        ("en", "He doesn’t pay.", ["does"]),
        ("es", "La empresa no ha pagado nunca.", ["no ha pagado nunca"]),
        ("es", "No vino, y no llamó.", ["No", "no"]),
        ("fr", "Il n’a pas payé.", ["a pas"]),
        ("fr", "Il ne paie jamais.", ["ne paie jamais"]),
        ("pt", "Não pagou ninguém.", ["Não pagou ninguém"]),
        ("it", "Non ha pagato nessuno.", ["Non ha pagato nessuno"]),
        ("de", "Er hat nicht bezahlt.", ["nicht"]),
        ("de", "Er hat keinen Mantel.", ["keinen"]),
    ],
)
def test_words_of_negation(lang: str, text: str, found: list[str]) -> None:
    """Two in one clause are one; those of two clauses are two."""
    assert negated(text, lang) == found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Not only the mayor spoke."),
        ("es", "No solo habló el alcalde."),
        ("es", "No obstante, habló."),
        ("fr", "Il ne boit que de l’eau."),
        ("pt", "Não só o prefeito falou."),
        ("it", "Non solo il sindaco ha parlato."),
        ("de", "Nicht nur der Bürgermeister sprach."),
    ],
)
def test_idioms_are_no_negations(lang: str, text: str) -> None:
    """*Not only* and *ne … que* deny nothing, and may be said with a negation or without."""
    reading = read(text, lang)
    assert not reading.negations
    assert reading.implied


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The workers remain unpaid."),
        ("en", "He failed to pay."),
        ("en", "A smoke-free room"),
        ("es", "Evitó pagar."),
        ("fr", "Il manque un vote."),
        ("pt", "Deixou de pagar."),
        ("it", "Ha smesso di pagare."),
        ("de", "Die Rechnung ist unbezahlt."),
        ("de", "Er ist arbeitslos."),
    ],
)
def test_words_that_imply_a_negation(lang: str, text: str) -> None:
    """Prefixes, endings and verbs deny without a *not*."""
    assert read(text, lang).implied
    assert not read(text, lang).plain


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The unity of the understanding union under the unit"),
        ("de", "Das Unternehmen und die Union unter uns"),
        ("es", "La empresa ha pagado."),
        ("fr", "Une année nette"),
    ],
)
def test_plain_texts(lang: str, text: str) -> None:
    """Words that begin as a negative prefix does are none."""
    assert read(text, lang).plain


def test_clauses() -> None:
    """A negation belongs to its clause, and so does what implies one."""
    reading = read("He did not pay, and she came, failing to pay", "en")
    assert [reading.negated(clause) for clause in (0, 1, 2)] == [True, False, False]
    last = len(reading.words) - 1
    assert reading.implies(last)
    assert not reading.implies(0)
    assert not reading.implies(last, reading.implied)


def test_rows_are_well_formed() -> None:
    """Every language has words of each kind, in lower case."""
    kinds = {"explicit", "implicit", "idiom", "double"}
    assert {row[:2] for row in tables.rows("negations")} == {(lang, kind) for lang in LANGUAGES for kind in kinds}
    for *_, words in tables.rows("negations"):
        assert words == words.lower()
        assert all(words.split("|"))


@given(
    st.text() | st.lists(st.sampled_from(["no", "n’", "ne", "que", "solo", ", ", " ", "\ud800"])).map(" ".join),
    st.sampled_from(LANGUAGES),
)
def test_any_text_is_read(text: str, lang: str) -> None:
    """No text raises; every word has a clause, and negations are in order."""
    reading = read(text, lang)
    assert len(reading.clauses) == len(reading.words)
    assert list(reading.clauses) == sorted(reading.clauses)
    assert all(one.first <= one.last for one in reading.negations)
