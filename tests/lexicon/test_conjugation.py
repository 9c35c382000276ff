"""Suggestions take the form of the verb or noun they replace."""

from __future__ import annotations

import pytest

from audit.errors import ConfigError
from audit.lexicon import conjugation, inflection
from tests.lexicon.entries import found, made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They realize a concert", "give a concert"),
        ("She realizes a concert", "gives a concert"),
        ("She realized a concert", "gave a concert"),
        ("She has finally realized a concert", "given a concert"),
        ("She is realizing a concert", "giving a concert"),
        ("Realizing a concert is hard", "Giving a concert"),
    ],
)
def test_suggested_verb_keeps_the_tense(text: str, expected: str) -> None:
    """The verb of a suggestion stands in the form of the verb it replaces, participle or past told by the auxiliary."""
    (match,) = found(made("~realize a concert", suggestion="~give a concert"), text)
    assert match.suggestion == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("the informant spoke", "report"), ("two informants spoke", "reports"), ("no such", None)]
)
def test_suggested_noun_keeps_the_number(text: str, expected: str | None) -> None:
    """Singular stays singular, plural stays plural."""
    assert [match.suggestion for match in found(made("~informant", suggestion="~report"), text)] == (
        [expected] if expected else []
    )


def test_forms_of_be() -> None:
    """“Are” asks for the plain form, “is” for that in -s, “was” and “were” for the past."""
    entry = made("~be of agreement", suggestion="~agree")
    texts = ["We are of agreement", "He is of agreement", "They were of agreement", "being of agreement"]
    assert [found(entry, text)[0].suggestion for text in texts] == ["agree", "agrees", "agreed", "agreeing"]


def test_each_word_takes_its_own_form() -> None:
    """Two words of a suggestion follow the two of the pattern in turn; the last form serves for those that follow."""
    entry = made("~say and ~realize", suggestion="~tell and ~hold and ~give")
    assert found(entry, "He says and realized")[0].suggestion == "tells and held and gave"


def test_noun_without_a_verb_form_stays_plain() -> None:
    """Where a word has no such form it is left as it is."""
    assert conjugation.form_of("advice", conjugation.Form.PAST) in {"advice", "adviced"}


def test_suggestion_needs_a_word_to_follow() -> None:
    """A ~word without one in the pattern is refused where the table is read."""
    with pytest.raises(ValueError, match="whose form it could take"):
        made("a concert", suggestion="~give a concert")


def test_unknown_word_without_lemminflect_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word nobody knows is a configuration error that says what to do."""

    def missing(lemma: str) -> tuple[str, ...]:
        raise ModuleNotFoundError(lemma)

    monkeypatch.setattr(conjugation, "derive", missing)
    monkeypatch.setattr(inflection, "derive", missing)
    with pytest.raises(ConfigError, match="audit lexicon measure"):
        conjugation.form_of("zzyxing", conjugation.Form.PAST)
