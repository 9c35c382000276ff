"""Settings that are none are refused in one line, whatever they are."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.config import Config, from_table, load
from audit.configuration.settings import SETTINGS
from audit.configuration.toml_text import toml
from audit.errors import ConfigError

KEYS = (*SETTINGS, "paths", "languages", "fingerprint", "reason", "LIN", "*.html")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('ingore = ["LIN"]', "unknown setting 'ingore' – did you mean 'ignore'?"),
        ("min_confidence = 0.5", "unknown setting 'min_confidence' – did you mean 'min-confidence'?"),
        ("colour = 1", "unknown setting 'colour'"),
        ("root = '.'", "unknown setting 'root'"),
        (
            "select = 3",
            "select has a wrong value: 3 – give rules by id, prefix of an id, name or MQM dimension, or ALL",
        ),
        ("ignore = [3]", "ignore has a wrong value: [3] – give rules"),
        ("ignore = {a = 1}", "ignore has a wrong value: {'a': 1} – give rules"),
        ("severity = {LIN = 'grave'}", "severity.LIN: severity 'grave' is not one of neutral, minor, major, critical"),
        ("severity = ['LIN']", "severity has a wrong value: ['LIN'] – give a table of severities by rule"),
        (
            "per-path-ignores = {'*' = 3}",
            "per-path-ignores.* has a wrong value: 3 – give the rules that are ignored there",
        ),
        (
            "per-path-ignores = {'[b-a]' = 'LIN'}",
            "per-path-ignores.[b-a]: '[b-a]' is no pattern of paths: bad character range b-a",
        ),
        ("suppress = [{finger = 'x'}]", "unknown key of [[suppress]] 'finger' – did you mean 'fingerprint'?"),
        ("suppress = [{fingerprint = 'abc', reason = 'so'}]", "a suppression needs the fingerprint of a finding"),
        ("suppress = [{fingerprint = '0123456789abcdef'}]", "every suppression needs a reason"),
        ("suppress = ['0123456789abcdef']", "suppress has a wrong value: ['0123456789abcdef'] – give tables"),
        ("lexicon = ['']", "lexicon has a wrong value: [''] – give one path of a table or more"),
        ('baseline = "a\\u0000"', "baseline has a wrong value: 'a\\x00' – give the path"),
        ("source-lang = 'xx'", "source-lang: no language has the code 'xx' – give an ISO 639 code such as es or pt-BR"),
        ("target-lang = 1", "target-lang has a wrong value: 1 – give a language such as en"),
        ("engine = ''", "engine has a wrong value: '' – give the name of an engine, auto or none"),
        ("engine-timeout = 0", "engine-timeout has a wrong value: 0 – give a number of seconds above 0"),
        ("engine-timeout = inf", "engine-timeout has a wrong value: inf – give a number of seconds above 0"),
        ("min-confidence = 1.01", "min-confidence has a wrong value: 1.01 – give a number between 0 and 1"),
        ("min-confidence = true", "min-confidence has a wrong value: True – give a number between 0 and 1"),
        ("fail-on = 'grave'", "fail-on: severity 'grave' is not one of neutral, minor, major, critical, never"),
        ("fail-on = ['major']", "fail-on: severity ['major'] is not one of neutral, minor, major, critical, never"),
        ("min-fluency = -1", "min-fluency has a wrong value: -1 – give a number between 0 and 100"),
        ("min-fluency = nan", "min-fluency has a wrong value: nan – give a number between 0 and 100"),
        ("min-fluency = 1979-05-27", "min-fluency has a wrong value: datetime.date(1979, 5, 27) – give a number"),
        ("max-per-1000 = -0.1", "max-per-1000 has a wrong value: -0.1 – give a number of 0 or more"),
        ("max-mqm-drop = '1'", "max-mqm-drop has a wrong value: '1' – give a number of 0 or more"),
        (f"max-mqm-drop = 1{'0' * 400}", "max-mqm-drop has a wrong value: 1000"),
        ("exit-zero = 1", "exit-zero has a wrong value: 1 – give true or false"),
        ("workers = -1", "workers has a wrong value: -1 – give a whole number from 0 to 1000"),
        ("workers = 1.5", "workers has a wrong value: 1.5 – give a whole number from 0 to 1000"),
        ("cache = []", "cache has a wrong value: [] – give a path"),
        ("overrides = 1", "overrides has a wrong value: 1 – give tables with paths or languages"),
    ],
)
def test_the_line_of_a_wrong_setting_is_told(
    line: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what may be given."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audit.toml").write_text(f"# settings\n\n{line}\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        load()
    assert str(caught.value).startswith(f"audit.toml:3: {told}")
    assert len(str(caught.value)) < 240


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("[severity]\nLIN = 'minor'\nSTY = 'bad'\n", 3),
        ("[[suppress]]\nfingerprint = '0123456789abcdef'\nreason = 'so'\n[[suppress]]\nreason = 'so'\n", 4),
        ("[[overrides]]\npaths = ['*']\n[[overrides]]\npaths = ['*']\n\nmin-fluency = 200\n", 6),
        ("[[overrides]]\npaths = ['*']\n[overrides.severity]\nLIN = 3\n", 4),
        ("[per-path-ignores]\n'*.html' = ['LIN']\n'*.txt' = 3\n", 3),
    ],
)
def test_the_line_is_that_of_the_entry(entry: str, line: int, tmp_path: Path) -> None:
    """In tables and arrays of tables."""
    file = tmp_path / "audit.toml"
    file.write_text(entry, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert str(caught.value).startswith(f"{file}:{line}: ")


def test_a_setting_of_a_project_is_told_by_its_own_name(tmp_path: Path) -> None:
    """Not by that of the table it is in."""
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool.audit.severity]\nLIN = 'bad'\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert str(caught.value).startswith(f"{file}:2: severity.LIN: severity 'bad' is not one of")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("min-fluency", 0),
        ("min-fluency", 100),
        ("min-confidence", 1),
        ("max-per-1000", math.inf),
        ("max-mqm-drop", 0.0),
        ("engine-timeout", 0.01),
        ("workers", 1000),
    ],
)
def test_the_ends_of_a_range_belong_to_it(key: str, value: float) -> None:
    """They are held as they are."""
    assert getattr(from_table({key: value}, "x"), SETTINGS[key].field) == value


def test_the_command_line_is_told_apart_from_a_file() -> None:
    """An option has no line."""
    with pytest.raises(ConfigError, match=r"^command line: source-lang: no language has the code 'xx'"):
        Config().override(source_lang="xx")
    with pytest.raises(ConfigError, match=r"^command line: min-fluency has a wrong value: 101 – give a number"):
        Config().override(min_fluency=101)


KNOWN = st.sampled_from(KEYS)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    | st.sampled_from(["es", "de-en", "ALL", "major", "never", "auto", "0123456789abcdef", "~", "~x", "a/b", "\0"])
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KNOWN | st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(KNOWN | st.text(max_size=5), ANYTHING, max_size=4))
def test_any_table_is_settings_or_is_refused(table: dict[str, Any]) -> None:
    """Nothing but ConfigError is raised, in one line."""
    try:
        assert isinstance(from_table(table, "audit.toml"), Config)
    except ConfigError as error:
        assert str(error).startswith("audit.toml: ")  # noqa: PT017 - what is raised beside is the point


@given(ANYTHING.filter(lambda value: value is not None), KNOWN)
def test_any_value_in_an_override_is_held_or_refused(value: object, key: str) -> None:
    """As in the file itself."""
    try:
        held = from_table({"overrides": [{"paths": ["*"], key: value}]}, "audit.toml")
    except ConfigError:
        return
    assert held.overrides[0].number == 1


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_a_file_of_settings_or_is_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """With the file's name in front."""
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_text(text, "utf-8", newline="")
    try:
        assert isinstance(load(file), Config)
    except ConfigError as error:
        assert str(error).startswith(str(file))  # noqa: PT017 - likewise


@given(st.dictionaries(KNOWN, SCALARS.filter(lambda value: isinstance(value, str | int)), min_size=1, max_size=4))
def test_a_file_is_refused_as_its_table_is(tmp_path_factory: pytest.TempPathFactory, table: dict[str, Any]) -> None:
    """With the line in front, where the table has none."""
    file = tmp_path_factory.getbasetemp() / "some.toml"
    file.write_text(toml(table), "utf-8")
    try:
        from_table(table, str(file))
    except ConfigError as error:
        with pytest.raises(ConfigError) as caught:
            load(file)
        assert str(caught.value).split(": ", 1)[1] == str(error).split(": ", 1)[1]  # noqa: PT017 - two errors compared
