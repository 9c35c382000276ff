"""What a report depends on beside its article."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from audit import plugins
from audit.config import Config, Suppression
from audit.errors import PluginError
from audit.finding import Severity
from audit.remembered.store import Store
from audit.remembered.surroundings import surroundings
from audit.remembered.tree import Digests

QUIET = Config(engine="none", scorer="none")


@pytest.fixture(scope="module")
def digests(tmp_path_factory: pytest.TempPathFactory) -> Digests:
    """Digests that are worked out once for all tests."""
    return Digests(Store(tmp_path_factory.mktemp("cache") / "reports.sqlite"))


@pytest.mark.parametrize(
    "config",
    [
        replace(QUIET, select=("LIN",)),
        replace(QUIET, ignore=("LIN",)),
        replace(QUIET, severity={"LIN101": Severity.MINOR}),
        replace(QUIET, suppress=(Suppression(fingerprint="0" * 16, reason="so be it"),)),
        replace(QUIET, min_confidence=0.6),
        replace(QUIET, source_lang="es"),
        replace(QUIET, target_lang="fr"),
        replace(QUIET, engine="apertium"),
        replace(QUIET, engine="auto"),
        replace(QUIET, scorer="artifact"),
        replace(QUIET, lexicon=("terms.tsv",)),
        replace(QUIET, glossary=("terms.tsv",)),
    ],
)
def test_settings_that_bear_on_findings_count(config: Config, digests: Digests) -> None:
    """Each makes another digest, the same every time."""
    assert surroundings(config, digests) == surroundings(config, digests) != surroundings(QUIET, digests)


def test_the_order_of_severities_counts(digests: Digests) -> None:
    """Of two that name a rule as closely the later holds."""
    one, other = {"LIN101": Severity.MINOR, "stray-capital": Severity.MAJOR}, {"stray-capital": Severity.MAJOR}
    held = [replace(QUIET, severity=levels) for levels in (one, other | one)]
    assert surroundings(held[0], digests) != surroundings(held[1], digests)


@pytest.mark.parametrize(
    "config",
    [
        replace(QUIET, fail_on=Severity.MAJOR, min_fluency=50.0, max_per_1000=1.0, max_mqm_drop=1.0),
        replace(QUIET, baseline="b.json", exit_zero=True),
        replace(QUIET, workers=3, cache="c.sqlite", engine_timeout=1.0, root="/folder"),
    ],
)
def test_settings_of_the_gate_and_of_the_work_do_not_count(config: Config, digests: Digests) -> None:
    """The report is the same under each."""
    assert surroundings(config, digests) == surroundings(QUIET, digests)


def test_the_content_of_a_table_counts(tmp_path: Path, digests: Digests) -> None:
    """A changed lexicon of the desk makes another digest, as does one that is gone."""
    path = tmp_path / "terms.tsv"
    config = replace(QUIET, lexicon=(str(path),))
    seen = [surroundings(config, digests)]
    for text in ("pattern\n", "pattern\nother\n"):
        path.write_text(text, "utf-8")
        seen.append(surroundings(config, digests))
    assert len(set(seen)) == 3


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The module of a check that somebody is working on, installed under the name `own`."""
    module = tmp_path / "own_checks_under_work.py"
    module.write_text("check = None\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint(name="own", value="own_checks_under_work:check", group="audit.checks")
    held = plugins.found
    monkeypatch.setattr(plugins, "found", lambda group: held(group) | ({"own": point} if group == point.group else {}))
    return module


def test_a_plugin_under_work_counts(plugin: Path, digests: Digests) -> None:
    """Its registration does, and every change to its files."""
    seen = [surroundings(QUIET, digests)]
    plugin.write_text("check = 1\n", "utf-8")
    seen.append(surroundings(QUIET, digests))
    plugin.unlink()
    seen.append(surroundings(QUIET, digests))
    assert len(set(seen)) == 3


def test_what_is_installed_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digests: Digests) -> None:
    """Another version of a library may read a text otherwise."""
    before = surroundings(QUIET, digests)
    monkeypatch.syspath_prepend(tmp_path)
    assert surroundings(QUIET, digests) == before
    (tmp_path / "library-2.0.dist-info").mkdir()
    assert surroundings(QUIET, digests) != before


@pytest.mark.parametrize("config", [replace(QUIET, engine="embeded"), replace(QUIET, scorer="artefact")])
def test_a_plugin_that_is_not_there_is_told(config: Config, digests: Digests) -> None:
    """As an audit tells it."""
    with pytest.raises(PluginError, match="did you mean"):
        surroundings(config, digests)


def test_a_model_that_cannot_be_had_is_no_error_here(digests: Digests) -> None:
    """The audit tells it where an article needs the engine."""
    assert surroundings(replace(QUIET, engine="ct2:/nowhere"), digests)
