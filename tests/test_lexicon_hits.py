"""What the rules that report a lexicon make of its matches."""

from __future__ import annotations

from dataclasses import replace

from audit.config import Config
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
