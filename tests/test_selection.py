"""Selecting rules, remapping severities, suppressing findings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from audit import plugins
from audit.check import Needs
from audit.config import Config, Override, Suppression
from audit.document import Contrast, Document, Paragraph, Suspicion
from audit.errors import ConfigError
from audit.finding import Finding, Severity
from audit.selection import kept, reweighted, selected, unready


def finding(**changed: object) -> Finding:
    """A finding with some fields changed."""
    held = {
        "rule": "LIN101",
        "name": "stray-capital",
        "paragraph": 0,
        "start": 3,
        "end": 5,
        "text": "He",
        "category": "linguistic conventions/spelling",
        "its_type": "typographical",
        "severity": Severity.MINOR,
        "confidence": 0.9,
        "message": "m",
        **changed,
    }
    return Finding(**held)  # type: ignore[arg-type]


def names(**settings: object) -> set[str]:
    """Ids of the checks a configuration selects."""
    return {check.id for check in selected(plugins.checks(), Config(**settings))}  # type: ignore[arg-type]


def test_all_rules_run_by_default() -> None:
    """Nothing selected, nothing ignored: every rule."""
    assert len(names()) == len(plugins.checks())


def test_the_more_specific_of_select_and_ignore_wins() -> None:
    """A prefix beats ALL, and a name beats a prefix."""
    assert "LIN101" not in names(ignore=("LIN",))
    assert "LIN101" in names(select=("ALL", "stray-capital"), ignore=("LIN",))
    assert names(select=("DES",)) == {rule for rule in names() if rule.startswith("DES")}


def test_an_unknown_rule_names_the_nearest() -> None:
    """A slip of the pen gets the rule that was meant."""
    with pytest.raises(ConfigError, match="stray-capital"):
        names(ignore=("stray-capitol",))


def test_severities_are_remapped_by_id_or_name() -> None:
    """The configuration's severity replaces the rule's own."""
    changed = reweighted([finding()], Config(severity={"stray-capital": Severity.CRITICAL}))
    assert changed[0].severity is Severity.CRITICAL


@pytest.mark.parametrize(
    ("table", "level"),
    [
        ({"ALL": "neutral"}, "neutral"),
        ({"ALL": "neutral", "LIN": "major"}, "major"),
        ({"LIN1": "critical", "LIN": "major"}, "critical"),
        ({"LIN1": "critical", "stray-capital": "neutral", "LIN": "major"}, "neutral"),
        ({"linguistic conventions": "major", "ALL": "neutral"}, "major"),
        ({"linguistic conventions": "major", "LIN1": "neutral"}, "neutral"),
        ({"style": "critical", "STY": "critical", "LIN2": "critical", "stray": "critical"}, "minor"),
        ({"LIN101": "major", "stray-capital": "critical"}, "critical"),
        ({"stray-capital": "critical", "LIN101": "major"}, "major"),
    ],
)
def test_the_most_specific_severity_wins(table: dict[str, str], level: str) -> None:
    """Id and name before prefixes and dimensions; of two alike the later; of none the rule's own."""
    severity = {rule: Severity(word) for rule, word in table.items()}
    assert reweighted([finding()], Config(severity=severity))[0].severity == level


def test_an_ignored_rule_stays_ignored_whatever_its_severity() -> None:
    """A severity selects nothing."""
    assert "LIN101" not in names(ignore=("LIN",), severity={"LIN101": Severity.CRITICAL})


def test_rules_are_selected_by_dimension() -> None:
    """Whatever their ids begin with; a longer prefix is more specific."""
    style = names(select=("style",))
    assert style == {check.id for check in plugins.checks() if check.category.startswith("style/")}
    assert style
    assert names(select=("style",), ignore=("STY1",)) == set()


@pytest.mark.parametrize("setting", ["select", "ignore", "severity"])
def test_an_unknown_rule_of_an_override_is_refused(setting: str) -> None:
    """Though it may be for no article; the override is named."""
    named: object = {"LIN999": Severity.MINOR} if setting == "severity" else ("LIN999",)
    override = Override(number=3, paths=("never.txt",), settings={setting: named}, place="audit.toml:9")
    with pytest.raises(ConfigError, match=rf"^\[\[overrides\]\] 3 at audit.toml:9: {setting}: no rule 'LIN999'"):
        names(overrides=(override,))


def test_a_suppressed_fingerprint_is_dropped_and_counted() -> None:
    """A finding accepted in the configuration is not reported, and not lost either."""
    one, other = finding(), finding(text="She", end=6)
    config = Config(suppress=(Suppression(fingerprint=one.fingerprint, reason="house style"),))
    assert kept([one, other], config, None) == ([other], [replace(one, accepted="house style")], [])


def test_a_path_can_ignore_rules() -> None:
    """Patterns match the path or the file's name."""
    config = Config(per_path_ignores={"*.html": ("LIN",)})
    assert kept([finding()], config, "site/page.html") == ([], [], [finding()])
    assert kept([finding()], config, "site/page.txt") == ([finding()], [], [])
    assert kept([finding()], config, None) == ([finding()], [], [])


def test_findings_below_the_confidence_bar_are_dropped() -> None:
    """They are not counted as suppressed."""
    assert kept([finding(confidence=0.4)], Config(), None) == ([], [], [])


def test_a_fingerprint_does_not_depend_on_the_position() -> None:
    """The same words in the same context have one fingerprint wherever they stand; other rules have another."""
    assert finding(start=90, end=92).fingerprint == finding().fingerprint
    assert finding(rule="LIN102").fingerprint != finding().fingerprint


@pytest.mark.parametrize(
    ("need", "given"),
    [
        (Needs.SOURCE, {"source": "Llovió."}),
        (Needs.BACK_TRANSLATION, {"back_translation": "Llovió."}),
        (Needs.SUSPICION, {"suspicions": (Suspicion(start=0, end=2, probability=0.1),)}),
        (Needs.CONTRAST, {"contrasts": (Contrast(start=0, end=2, reading="ello", here=-1.0, there=1.0),)}),
        (Needs.CONTRAST, {"suspicions": (Suspicion(start=0, end=2, probability=0.1),), "back_translation": "Llovió."}),
    ],
)
def test_a_check_is_ready_when_its_evidence_is_there(need: Needs, given: dict[str, Any]) -> None:
    """Without it the check is not run; one that needs the text alone always is; an empty article lacks nothing."""
    needy, plain = replace(plugins.checks()[0], needs=frozenset({need})), plugins.checks()[0]
    paragraph = Paragraph(index=0, start=0, end=10, text="It rained.")
    bare = Document(id="a", text="It rained.", paragraphs=(paragraph,))
    full = replace(bare, paragraphs=(replace(paragraph, **given),))
    assert unready([plain, needy], bare) == (needy,)
    assert unready([plain, needy], full) == ()
    assert unready([needy], replace(bare, paragraphs=())) == ()
