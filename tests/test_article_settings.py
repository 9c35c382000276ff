"""The settings, rules and tables of each article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit.article_settings import ArticleSettings
from audit.config import Config, Override
from audit.document import Document
from audit.errors import ConfigError, PluginError
from audit.finding import Severity
from audit.pipeline import Auditor

FLAWED = "The leader of North Korea, Kim Jong-un, He traveled ,and left.\n\nLeave a Reply"


def config(*settings: dict[str, Any], **where: Any) -> Config:  # noqa: ANN401 - fields of an override
    """Quiet settings with overrides for these paths or languages."""
    overrides = tuple(Override(number=i + 1, settings=held, **where) for i, held in enumerate(settings))
    return Config(engine="none", scorer="none", cache="", overrides=overrides)


def article(path: str = "a.txt", source_lang: str | None = None) -> Document:
    """A flawed article."""
    return Document(id="a", path=path, text=FLAWED, source_lang=source_lang)


def rules(settings: Config, document: Document) -> set[str]:
    """The rules that find something in it."""
    with Auditor(settings) as auditor:
        return {finding.rule for finding in auditor.audit(document).issues}


def test_rules_are_those_of_the_path() -> None:
    """Other articles have those of the file."""
    settings = config({"select": ("LIN115",)}, paths=("a.*",))
    assert rules(settings, article()) == {"LIN115"}
    assert rules(settings, article("b.txt")) > {"LIN115", "DES101"}


def test_rules_are_those_of_the_language_given_or_inferred() -> None:
    """An article of unknown origin has those of the file."""
    settings = config({"select": ("LIN115",)}, languages=("pt-BR",))
    assert rules(settings, article(source_lang="pt-BR")) == {"LIN115"}
    assert rules(settings, article(source_lang="pt")) > {"LIN115"}
    inferred = config({"select": ("LIN115",)}, languages=("es",))
    told = Document(id="a", text=FLAWED, source="El líder de Corea del Norte viajó este martes y se fue por la tarde.")
    assert rules(inferred, told) == {"LIN115"}
    assert rules(inferred, article()) > {"LIN115"}


def test_a_path_may_tell_the_language_that_another_override_asks_for() -> None:
    """What the article states itself wins."""
    by_path = Override(number=1, paths=("a.*",), settings={"source_lang": "de"})
    by_language = Override(number=2, languages=("de",), settings={"select": ("LIN115",)})
    settings = Config(engine="none", scorer="none", cache="", overrides=(by_path, by_language))
    assert rules(settings, article()) == {"LIN115"}
    assert rules(settings, article(source_lang="es")) > {"LIN115"}
    with Auditor(settings) as auditor:
        assert auditor.audit(article()).document.source_lang == "de"


def test_severity_and_confidence_are_those_of_the_article() -> None:
    """Each as it is for the rest."""
    settings = config({"severity": {"LIN115": Severity.CRITICAL}, "min_confidence": 0.9}, paths=("a.*",))
    with Auditor(settings) as auditor:
        here, there = auditor.audit(article()).issues, auditor.audit(article("b.txt")).issues
    assert {one.severity for one in here if one.rule == "LIN115"} == {Severity.CRITICAL}
    assert {one.severity for one in there if one.rule == "LIN115"} == {Severity.MINOR}
    assert min(one.confidence for one in here) >= 0.9 > min(one.confidence for one in there)


def test_the_signature_tells_the_rules_of_the_article() -> None:
    """Not those of the file."""
    with Auditor(config({"select": ("LIN115",)}, paths=("a.*",))) as auditor:
        assert "|checks:1@" in auditor.audit(article()).signature
        assert f"|checks:{len(auditor.checks)}@" in auditor.audit(article("b.txt")).signature


def test_the_engine_is_that_of_the_article() -> None:
    """And none elsewhere."""
    settings = config({"engine": "auto"}, paths=("a.*",))
    with Auditor(settings) as auditor:
        told = [auditor.audit(Document(id="a", path=path, text="", source_lang="es")) for path in ("a.txt", "b.txt")]
    assert not any("engine none" in note for note in told[0].notes)
    assert any("engine none" in note for note in told[1].notes)


def test_tables_are_those_of_the_article(tmp_path: Path) -> None:
    """A phrase of the desk is found where the override is for the article."""
    table = tmp_path / "es-en.tsv"
    table.write_text("pattern\tsuggestion\nleader of North Korea\tNorth Korean leader\n", "utf-8")
    settings = replace(config({"lexicon": (str(table),)}, paths=("a.*",)), source_lang="es", select=("calque",))
    assert rules(settings, article()) == {"ACC101"}
    assert rules(settings, article("b.txt")) == set()


def test_what_is_wrong_in_an_override_is_told_before_any_article() -> None:
    """Though it be for none of them."""
    with pytest.raises(ConfigError, match=r"missing\.tsv"):
        ArticleSettings(config({"lexicon": ("missing.tsv",)}, paths=("never",)))
    with pytest.raises(PluginError, match="did you mean 'none'"):
        ArticleSettings(config({"engine": "nonne"}, paths=("never",)))
    with pytest.raises(ConfigError, match="no rule 'LIN999'"):
        ArticleSettings(config({"ignore": ("LIN999",)}, paths=("never",)))


def test_settings_are_worked_out_once() -> None:
    """For all articles that the same overrides are for."""
    held = ArticleSettings(config({"select": ("LIN",)}, {"ignore": ("LIN115",)}, paths=("a.*",)))
    assert held.of(article()) is held.of(article("a.html"))
    assert held.of(article("b.txt")) is held.general
    assert "LIN115" not in {check.id for check in held.of(article()).checks}
