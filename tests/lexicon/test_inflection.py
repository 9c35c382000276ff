"""Inflected forms: from the shipped table, else from LemmInflect."""

from __future__ import annotations

import pytest

from audit.errors import ConfigError
from audit.lexicon import inflection


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("launch", {"launch", "launches", "launched", "launching"}),
        ("travel", {"travel", "travels", "traveled", "travelled", "traveling", "travelling"}),
        ("program", {"program", "programs", "programmed", "programming"}),
        ("policeman", {"policeman", "policemen"}),
        ("heal", {"heal", "heals", "healed", "healing"}),
        ("viralize", {"viralize", "viralizes", "viralized", "viralizing"}),
    ],
)
def test_derived_forms_are_those_of_good_english(lemma: str, expected: set[str]) -> None:
    """Verbs and nouns get their British and American forms, and no absurd ones."""
    assert set(inflection.derive(lemma)) == expected


def test_unknown_lemma_without_lemminflect_names_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lemma nobody knows is a configuration error that says how to refresh the table."""

    def missing(lemma: str) -> tuple[str, ...]:
        raise ModuleNotFoundError(lemma)

    monkeypatch.setattr(inflection, "derive", missing)
    with pytest.raises(ConfigError, match="refresh the table"):
        inflection.forms("xyzzying")


def test_shipped_forms_hold_their_lemma() -> None:
    """Every lemma of the shipped table is one of its own forms."""
    assert all(lemma in inflection.forms(lemma) for lemma in inflection._table())  # noqa: SLF001


def test_table_text_has_one_sorted_line_a_lemma() -> None:
    """The table is written sorted and without doubles, so that its diffs stay small."""
    assert inflection.table_text(["say", "be", "say"]).splitlines() == [
        "lemma\tforms",
        "be\tam,are,be,been,being,is,was,were",
        "say\tsaid,say,saying,says",
    ]
