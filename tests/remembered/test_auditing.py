"""Articles audited once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from audit import pipeline, plugins
from audit.config import Config
from audit.document import Document
from audit.engines.none import NoEngine
from audit.errors import ConfigError, EngineError, PluginError
from audit.ingest.feed import read_feed
from audit.pipeline import Auditor
from audit.remembered.auditing import Auditing
from audit.report import Report
from tests.translated_feed import Entry, entry, rss

ROOT = Path(__file__).parents[2]
ENTRIES = [entry(number) for number in range(11)]


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Settings with a cache of this test's own."""
    return Config(engine="none", scorer="none", select=("DES", "LIN1"), cache=str(tmp_path / "cache" / "t.sqlite"))


@pytest.fixture
def audited(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of articles that were audited anew, as they are."""
    held: list[str] = []
    audit = Auditor.audit

    def noted(self: Auditor, document: Document) -> Report:
        held.append(document.id)
        return audit(self, document)

    monkeypatch.setattr(pipeline.Auditor, "audit", noted)
    return held


def read(entries: Sequence[Entry]) -> list[Document]:
    """The articles of a feed."""
    return list(read_feed(rss(entries), Document(id="feed.xml", path="feed.xml", text="", source_lang="es")))


def reports(documents: Sequence[Document], config: Config) -> list[Report]:
    """The reports of one run."""
    with Auditing(config) as auditing:
        return list(auditing.audit_all(documents))


def plain(documents: Sequence[Document], config: Config) -> list[Report]:
    """The reports without anything remembered."""
    with Auditor(config) as auditor:
        return list(auditor.audit_all(documents))


def test_a_second_run_audits_nothing(config: Config, audited: list[str]) -> None:
    """Its reports are those of an audit."""
    documents = read(ENTRIES)
    expected = plain(documents, config)
    audited.clear()
    assert reports(documents, config) == expected
    assert audited == [document.id for document in documents]
    audited.clear()
    assert reports(documents, config) == expected
    assert audited == []


def test_only_what_is_new_or_edited_is_audited(config: Config, audited: list[str]) -> None:
    """The other entries keep their reports, with their new places in the feed."""
    reports(read(ENTRIES), config)
    audited.clear()
    edited = replace(ENTRIES[3], paragraphs=(*ENTRIES[3].paragraphs, "They met at 16.30 hours in the hall."))
    documents = read([entry(40), *ENTRIES[:3], edited, *ENTRIES[5:]])
    made = reports(documents, config)
    assert audited == ["story-40", "story-3"]
    assert made == plain(documents, config)


def test_another_name_of_the_file_is_the_same_article(config: Config, audited: list[str]) -> None:
    """The report is on the file as it is called now."""
    held = [Document(id=name, path=name, text="He left .") for name in ("a.txt", "b/c.txt")]
    assert reports(held, config) == plain(held, config)
    assert audited == ["a.txt", "a.txt", "b/c.txt"]


def test_another_ending_or_source_is_another_article(config: Config, audited: list[str]) -> None:
    """A rule looks at the ending, and others compare."""
    document = Document(id="a.txt", path="a.txt", text="He left .")
    reports([document, replace(document, path="a.md"), replace(document, source="Se fue."), document], config)
    assert len(audited) == 3


def test_a_rule_of_a_third_party_may_look_at_the_name(
    config: Config, audited: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is one, another name is another article."""
    point = EntryPoint(name="own", value="own_checks:check", group="audit.checks")
    held = plugins.found
    monkeypatch.setattr(plugins, "found", lambda group: held(group) | ({"own": point} if group == point.group else {}))
    reports([Document(id=name, path="a.txt", text="He left .") for name in ("a", "b", "a")], config)
    assert audited == ["a", "b"]


@pytest.mark.parametrize("package", ["checks", "segmentation", "bitext", "lexicon", "terms", "back_translation"])
def test_no_rule_of_the_package_looks_at_more_than_an_ending(package: str) -> None:
    """Or an article under another name would get the report of the first."""
    code = {path.name: path.read_text("utf-8") for path in (ROOT / "audit" / package).rglob("*.py")}
    asking = {name for name, text in code.items() if re.search(r"\bdocument\.(?:path|id)\b", text)}
    assert asking <= {"residual_markup.py"}


def test_settings_for_a_path_hold_for_that_path(
    config: Config, audited: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same file name may be meant in one folder and not in another, though nothing else differs."""
    document = Document(id="a.txt", path="a.txt", text="He left .", source_lang="es")
    held = replace(config, per_path_ignores={"quiet/**": ("ALL",)}, root=str(tmp_path))
    found = []
    for folder in ("quiet", "loud", "quiet"):
        (tmp_path / folder).mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / folder)
        found.append(len(reports([document], held)[0].issues))
    assert found == [0, 1, 0]
    assert len(audited) == 2


def test_without_a_cache_every_run_audits(config: Config, audited: list[str], tmp_path: Path) -> None:
    """Nothing is written, either."""
    for _ in range(2):
        reports(read(ENTRIES[:1]), replace(config, cache=""))
    assert len(audited) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_told_and_nothing_remembered(config: Config, audited: list[str], tmp_path: Path) -> None:
    """The reports are there all the same."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "reports.sqlite").write_text("none of ours " * 100, "utf-8")
    for _ in range(2):
        with Auditing(config) as auditing:
            assert [one.document.id for one in auditing.audit_all(read(ENTRIES[:1]))] == ["story-0"]
        assert "reports are not remembered" in str(auditing.note)
    assert len(audited) == 2


def test_a_report_that_broke_in_the_file_is_made_anew(config: Config, audited: list[str], tmp_path: Path) -> None:
    """And kept again."""
    documents = read(ENTRIES[:1])
    expected = reports(documents, config)
    with closing(sqlite3.connect(tmp_path / "cache" / "reports.sqlite")) as file, file:
        file.execute("UPDATE kept SET value = x'00' WHERE length(value) > 32")
    audited.clear()
    assert [reports(documents, config) for _ in range(2)] == [expected, expected]
    assert len(audited) == 1


def test_a_note_on_a_broken_cache_of_translations_is_not_remembered(
    config: Config, audited: list[str], tmp_path: Path
) -> None:
    """The file may be mended by the next run."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "t.sqlite").write_text("none of ours " * 100, "utf-8")
    document = Document(id="a", text="He left the house early on Monday.", source_lang="es")
    (first,) = reports([document], replace(config, engine="embedded"))
    assert any("not cached" in note for note in first.notes)
    (tmp_path / "cache" / "t.sqlite").unlink()
    (second,) = reports([document], replace(config, engine="embedded"))
    assert not any("not cached" in note for note in second.notes)
    assert len(audited) == 2


def test_an_engine_that_cannot_be_used_today_is_not_remembered_as_used(
    config: Config, audited: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where `auto` would choose another the article is audited anew, though no revision tells the difference."""
    document = Document(id="a", text="He left the house early on Monday.", source_lang="es")
    (first,) = reports([document], replace(config, engine="auto"))
    assert first.engine is not None
    monkeypatch.setattr("audit.engines.embedded.Embedded.unavailable", NoEngine.unavailable)
    monkeypatch.setattr("audit.engines.apertium.Apertium.unavailable", NoEngine.unavailable)
    (second,) = reports([document], replace(config, engine="auto"))
    assert second.engine is None
    assert len(audited) == 2


def test_an_article_that_has_no_bytes_is_audited_every_time(config: Config, audited: list[str]) -> None:
    """A lone surrogate may stand in a text from JSON."""
    document = Document(id="a", text="He left \ud800 the house .")
    assert reports([document], config) == reports([document], config)
    assert len(audited) == 2


@pytest.mark.parametrize("workers", [1, 2])
def test_processes_audit_what_is_missing(config: Config, workers: int) -> None:
    """Reports that are there and reports to be made come in the order of the articles."""
    documents = read(ENTRIES)
    expected = plain(documents, config)
    reports(documents[2:7], config)
    assert reports(documents, replace(config, workers=workers)) == expected
    assert reports(documents, config) == expected


@pytest.mark.parametrize("wrong", [{"select": ("nosuch",)}, {"engine": "nosuch"}, {"scorer": "nosuch"}])
@pytest.mark.parametrize("how", [{"workers": 1}, {"workers": 2}, {"cache": ""}, {"workers": 2, "cache": ""}])
@pytest.mark.parametrize("number", [0, 3])
def test_a_mistake_in_the_settings_is_told(
    wrong: dict[str, Any], how: dict[str, Any], number: int, config: Config
) -> None:
    """Whether there is an article to audit or none."""
    with pytest.raises((ConfigError, PluginError), match="nosuch"):
        reports(read(ENTRIES[:number]), replace(config, **how, **wrong))


def test_a_run_that_finds_every_report_makes_no_auditor(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does one of no articles, once the configuration was found to be sound."""
    documents = read(ENTRIES[:2])
    expected = reports(documents, config)
    monkeypatch.setattr(pipeline, "Auditor", None)
    assert reports(documents, config) == expected
    assert reports([], config) == []


def test_reports_come_as_articles_are_read(config: Config) -> None:
    """A stream stays one, remembered or not."""
    seen: list[str] = []

    def stream() -> Iterator[Document]:
        for document in read(ENTRIES[:3]):
            seen.append(document.id)
            yield document

    for _ in range(2):
        seen.clear()
        with Auditing(config) as auditing:
            made = auditing.audit_all(stream())
            assert next(made).document.id == "story-0"
            assert seen == ["story-0"]
            assert [one.document.id for one in made] == ["story-1", "story-2"]


def test_an_error_of_the_engine_is_not_remembered(config: Config) -> None:
    """It is told again."""
    documents = read(ENTRIES[:1])
    for _ in range(2):
        with pytest.raises(EngineError, match="no such folder"):
            reports(documents, replace(config, engine="ct2:/nowhere"))
