"""Settings for some articles only."""

from __future__ import annotations

from typing import Any

import pytest

from audit.config import Config, from_table
from audit.document import Document, LanguageGuess
from audit.errors import ConfigError
from audit.finding import Severity


def config(*overrides: dict[str, Any], **settings: Any) -> Config:  # noqa: ANN401 - as TOML has them
    """The configuration of a file with these overrides."""
    return from_table({"overrides": list(overrides), **settings}, "audit.toml")


def test_an_override_sets_what_it_says_and_leaves_all_else() -> None:
    """For the paths that it is for."""
    held = config({"paths": "*.xml", "fail-on": "minor"}, engine="none")
    assert held.effective("a.xml").fail_on is Severity.MINOR
    assert held.effective("a.xml").engine == "none"
    assert held.effective("a.txt").fail_on is None
    assert held.effective(None).fail_on is None


def test_the_later_override_wins() -> None:
    """Setting by setting; a list stands for the one before."""
    held = config(
        {"paths": ["*.xml"], "ignore": ["LIN"], "min-fluency": 60},
        {"paths": ["a.*"], "ignore": ["STY"]},
        {"paths": ["b.*"], "ignore": ["ACC"]},
    )
    assert held.effective("a.xml").ignore == ("STY",)
    assert held.effective("a.xml").min_fluency == 60
    assert held.effective("c.xml").ignore == ("LIN",)


def test_tables_of_severities_are_merged() -> None:
    """What the later one names stands last, for it wins among equals."""
    held = config(
        {"paths": ["*"], "severity": {"STY": "minor"}},
        {"paths": ["*"], "severity": {"LIN": "critical"}},
        severity={"LIN": "neutral", "ACC": "major"},
    )
    assert list(held.effective("a").severity.items()) == [
        ("ACC", Severity.MAJOR),
        ("STY", Severity.MINOR),
        ("LIN", Severity.CRITICAL),
    ]
    assert held.severity == {"LIN": Severity.NEUTRAL, "ACC": Severity.MAJOR}


def test_the_command_line_wins_over_every_override() -> None:
    """Also where it gives what the file has; other settings of the override stay."""
    held = config({"paths": ["*"], "engine": "ct2", "min-fluency": 60, "fail-on": "minor"}, engine="none")
    given = held.override(engine="none", fail_on="never", min_confidence=None)
    assert given.effective("a").engine == "none"
    assert given.effective("a").fail_on is None
    assert given.effective("a").min_fluency == 60
    assert held.effective("a").engine == "ct2"


def test_what_holds_for_an_article_has_no_overrides_left() -> None:
    """Asked again, it stays the same."""
    held = config({"paths": ["*"], "ignore": ["LIN"]}).effective("a")
    assert held.overrides == ()
    assert held.effective("b") == held


@pytest.mark.parametrize(
    ("languages", "source_lang", "fits"),
    [
        ("es", "es", True),
        ("es", "es-MX", True),
        ("es", "spa", True),
        ("es", "pt", False),
        ("es", None, False),
        ("pt-BR", "pt-BR", True),
        ("pt_BR", "pt-br", True),
        ("pt-BR", "pt", False),
        ("pt-BR", "pt-PT", False),
        ("zh-Hant", "zh-Hant-TW", True),
        ("es-419", "es-419", True),
        ("de-en", "de", True),
        ("de-fr", "de", False),
        ("pt-BR-en", "pt-BR", True),
        (["es", "de-en"], "de-AT", True),
    ],
)
def test_languages_are_of_the_source_or_of_a_pair(languages: object, source_lang: str | None, *, fits: bool) -> None:
    """A region asks for that region; what is not known fits nothing."""
    held = config({"languages": languages, "ignore": ["LIN"]})
    assert bool(held.matching("a.txt", source_lang, "en")) is fits


def test_a_pair_asks_for_both_languages() -> None:
    """The target must be known, too."""
    assert not config({"languages": ["de-en"], "ignore": ["LIN"]}).matching("a", "de", None)


def test_paths_and_languages_must_both_fit() -> None:
    """Where an override has both."""
    held = config({"languages": ["de"], "paths": ["*.xml"], "ignore": ["LIN"]})
    assert held.effective("a.xml", "de").ignore == ("LIN",)
    assert held.effective("a.xml", "es").ignore == ()
    assert held.effective("a.txt", "de").ignore == ()


def test_the_region_that_an_article_was_given_counts() -> None:
    """Though checks are told the bare language; an inferred one has none."""
    held = config({"languages": ["pt-BR"], "ignore": ["LIN"]})
    given = LanguageGuess(lang="pt-BR", confidence=1, reason="given")
    article = Document(id="a", text="", source_lang="pt", language_guess=given)
    assert len(held.matching_article(article)) == 1
    assert held.matching_article(Document(id="a", text="", source_lang="pt")) == ()


@pytest.mark.parametrize(
    ("override", "told"),
    [
        ({"ignore": ["LIN"]}, "[[overrides]] 1 needs paths or languages that it is for"),
        ({"paths": [], "ignore": ["LIN"]}, "paths has a wrong value: [] – give one pattern"),
        ({"paths": 3}, "paths has a wrong value: 3 – give one pattern"),
        ({"paths": ["[b-a]"]}, "paths: '[b-a]' is no pattern of paths"),
        ({"path": ["*"]}, "unknown setting 'path' – did you mean 'paths'?"),
        ({"paths": ["*"], "ingore": ["LIN"]}, "unknown setting 'ingore' – did you mean 'ignore'?"),
        ({"paths": ["*"], "baseline": "b.json"}, "baseline holds for a whole run – set it outside [[overrides]]"),
        ({"paths": ["*"], "overrides": []}, "overrides holds for a whole run"),
        ({"paths": ["*"], "min-fluency": 101}, "min-fluency has a wrong value: 101 – give a number between 0 and 100"),
        ({"languages": ["es"], "source-lang": "es"}, "source-lang goes with paths alone"),
        ({"languages": ["es"], "paths": ["*"], "target-lang": "en"}, "target-lang goes with paths alone"),
        ({"languages": ["Spanish"]}, "languages: 'Spanish' is no language – give es or pt-BR, or a pair such as de-en"),
        ({"languages": ["xx"]}, "languages: 'xx' is no language"),
        ({"languages": ["es-zz"]}, "languages: 'es-zz' is no language"),
        ({"languages": ["ES"]}, "languages: 'ES' is no language"),
        ("paths", "overrides has a wrong value: ['paths'] – give tables with paths or languages"),
    ],
)
def test_a_wrong_override_is_told(override: object, told: str) -> None:
    """What, and what may be given."""
    with pytest.raises(ConfigError) as caught:
        from_table({"overrides": [override]}, "audit.toml")
    assert str(caught.value).startswith(f"audit.toml: {told}")


def test_an_override_is_told_by_its_number_and_place() -> None:
    """As a verdict names it."""
    assert str(config({"paths": ["*"]}).overrides[0]) == "[[overrides]] 1 at audit.toml"
