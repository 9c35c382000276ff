"""What the rules that report a lexicon make of its matches."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.config import Config
from audit.errors import ConfigError
from audit.pipeline import audit_text

BARE = Config(engine="none", scorer="none", cache="")


def test_suggestion_with_figures_of_its_own_is_a_hint() -> None:
    """A clock time is an example of the right form: the reader sees it, and nothing offers to put it in place."""
    text = "The suspect left the house on Tuesday around 18h30 in the evening."
    report = audit_text(text, source_lang="fr", config=replace(BARE, select=("ACC",)))
    (found,) = [issue for issue in report.issues if issue.text == "18h30"]
    assert "(such as:" in found.message
    assert (found.suggestion, found.fix) == (None, None)


def test_phrase_of_the_source_makes_an_entry_surer() -> None:
    """Where the source holds the phrase the evidence quotes it."""
    text, source = "He met his pair of Russia there.", "Se vio con su par de Rusia allí."
    alone, told = (audit_text(text, source=given, source_lang="es", config=BARE).issues for given in (None, source))
    (sure,) = [issue for issue in told if issue.rule == "ACC101"]
    (unsure,) = [issue for issue in alone if issue.rule == "ACC101"]
    assert sure.evidence["in_source"] == "su par de"
    assert "in_source" not in unsure.evidence
    assert sure.confidence > unsure.confidence


def test_entries_for_known_translations_wait_for_the_language() -> None:
    """What people write too is silent while nobody knows where the article comes from."""
    text = "The match ended at night. The coach praised the striker who scored the goal, and the party was long."
    known, unknown = (audit_text(text, source_lang=lang, config=BARE).issues for lang in ("es", None))
    assert len(known) >= len(unknown)
    assert not any("entry" in issue.evidence for issue in unknown)


def own(tmp_path: Path, text: str, name: str = "house.tsv") -> Config:
    """Settings with a desk's own lexicon."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return replace(BARE, lexicon=(str(path),))


GOLD = "They promise gold and the moor, said the teacher."


def test_a_desks_entry_fires_through_the_rule_of_its_kind(tmp_path: Path) -> None:
    """In any language where it names none, surer than any model's doubt, with its table and line."""
    config = own(tmp_path, "kind\tpattern\tsuggestion\tnote\npreposition\t~speak [from]\tof\tspeak of\n")
    for lang in ("es", "de", None):
        (found,) = audit_text("He speaks from it.", source_lang=lang, config=config).issues
        assert (found.rule, found.text, found.suggestion, found.fix) == ("LIN127", "from", "of", "unsafe")
        assert (found.message, found.confidence) == ("“from”: speak of", 0.95)
        assert (found.evidence["entry"], found.evidence["table"]) == ("house-2", "house.tsv")
        assert "source_phrase" not in found.evidence


def test_a_desks_entry_silences_the_shipped_ones_it_overlaps(tmp_path: Path) -> None:
    """Of two wordings for one span the desk's stands, whichever is longer."""
    (shipped,) = audit_text(GOLD, source_lang="es", config=BARE).issues
    config = own(tmp_path, "pattern\tsuggestion\nthe moor\tthe earth\n")
    (found,) = audit_text(GOLD, source_lang="es", config=config).issues
    assert shipped.text == "gold and the moor"
    assert (found.rule, found.text) == ("ACC101", "the moor")


def test_a_switched_off_entry_is_silent(tmp_path: Path) -> None:
    """In the language of the table, and in no other."""
    table = "id\tkind\tnote\ncore-gold-moor\toff\tspeakers keep their sayings\n"
    assert audit_text(GOLD, source_lang="es", config=own(tmp_path, table)).issues == ()
    assert audit_text(GOLD, source_lang="es", config=own(tmp_path, table, "es-en.tsv")).issues == ()
    with pytest.raises(ConfigError, match="no shipped entry has the id"):
        audit_text(GOLD, source_lang="es", config=own(tmp_path, table, "fr-en.tsv"))


def test_a_table_for_other_languages_is_silent(tmp_path: Path) -> None:
    """A pair in the name limits a table to articles from the one into the other."""
    for name, lang, count in (("es-en.tsv", "es", 1), ("es-en.tsv", "fr", 0), ("es-de.tsv", "es", 0)):
        config = own(tmp_path, "pattern\tsuggestion\nzorgle\tgo\n", name)
        assert len(audit_text("They zorgle at night.", source_lang=lang, config=config).issues) == count


def test_an_entry_may_ask_for_the_source_and_for_a_translation(tmp_path: Path) -> None:
    """The conditions of the shipped tables hold in a desk's, in any language where it names none."""
    table = "pattern\tsuggestion\tcontext\tsource\nzorgle\tgo\t@source\tir\nfrob\tdo\t@translated\t\n"
    text, config = "They zorgle and frob in Madrid.", own(tmp_path, table)
    held = audit_text(
        text, source="Van a ir y hacer en Madrid.", source_lang="es", config=replace(config, select=("ACC101",))
    )
    assert [issue.text for issue in held.issues] == ["zorgle", "frob"]
    assert [issue.text for issue in audit_text(text, source_lang="es", config=config).issues] == ["frob"]
    assert audit_text(text, config=config).issues == ()


def test_of_two_tables_the_first_one_speaks(tmp_path: Path) -> None:
    """The order of the configuration is that of the desk's wishes."""
    first = own(tmp_path, "pattern\tsuggestion\nzorgle\tgo\n", "a.tsv").lexicon
    second = own(tmp_path, "pattern\tsuggestion\nthey zorgle\tthey walk\n", "b.tsv").lexicon
    for tables, text in ((first + second, "zorgle"), (second + first, "They zorgle")):
        (found,) = audit_text("They zorgle at night.", config=replace(BARE, lexicon=tables)).issues
        assert found.text == text
