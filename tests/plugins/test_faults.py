"""What is wrong with somebody's plugin is told in one line that names the plugin and its package, with status 2."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from audit.cli.app import main
from tests.plugins.installing import seen, write_metadata

Captured = pytest.CaptureFixture[str]

HEAD = """
from audit.check import document_check, paragraph_check
from audit.finding import Mark, Severity

FORM = dict(id="ODD101", category="style/odd", its_type="style", severity=Severity.MINOR, confidence=0.9)
"""
CHECK = """
@paragraph_check(**FORM)
def odd(paragraph, document):
    '''Odd.'''
    {body}
"""
SOUND = CHECK.format(body="yield Mark(start=0, end=1)")
BARE = ("--source-lang", "es", "--engine", "none", "--scorer", "none", "--no-cache")


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article of one paragraph, without the user's settings."""
    (tmp_path / "article.txt").write_text("He met them.", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def told(
    arguments: list[str],
    packages: Mapping[str, Mapping[str, str]],
    code: str,
    patch: pytest.MonkeyPatch,
    captured: Captured,
) -> tuple[int, str]:
    """Status and standard error of a run beside packages whose entry points are in one module, `odd_plugin`."""
    folder = Path.cwd() / "packages"
    for name, points in packages.items():
        write_metadata(folder, name, points)
    (folder / "odd_plugin.py").write_text(HEAD + code, "utf-8")
    with seen(folder, patch):
        status = main(arguments)
    return status, captured.readouterr().err.removeprefix("audit: error: ").rstrip("\n")


POINT = "audit.checks: odd (odd_plugin:odd) of odd-rules 1.0: "
MEND = " – mend or uninstall odd-rules"


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("", f"does not load: AttributeError(\"module 'odd_plugin' has no attribute 'odd'\"){MEND}"),
        ("import nowhere", f"does not load: ModuleNotFoundError(\"No module named 'nowhere'\"){MEND}"),
        ("raise SystemExit(0)", f"does not load: SystemExit(0){MEND}"),
        ("def odd(", f"does not load: SyntaxError(\"'(' was never closed\", *){MEND}"),
        ("odd = 7", "is 7, no check – decorate a function with paragraph_check or document_check"),
        ("FORM['id'] = 'odd-1'" + SOUND, "the id 'odd-1' is not three capitals and three digits, as in NWS101"),
        ("FORM['id'] = 101" + SOUND, "the id is 101, of the type int"),
        ("FORM['category'] = 'oddity/odd'" + SOUND, "the category 'oddity/odd' begins with no MQM dimension: *"),
        ("FORM['its_type'] = 'oddity'" + SOUND, "the its_type 'oddity' is none of ITS 2.0: *"),
        ("FORM['severity'] = 'minor'" + SOUND, "the severity is 'minor', of the type str"),
        ("FORM['confidence'] = 90" + SOUND, "the confidence 90 is not in 0–1"),
        ("FORM['confidence'] = None" + SOUND, "the confidence is None, of the type NoneType"),
        ("FORM['fix'] = 'sure'" + SOUND, "the fix 'sure' is not safe, unsafe or None"),
        ("FORM['needs'] = frozenset({'sources'})" + SOUND, "the needs have 'sources', of the type str"),
        ("FORM['roles'] = {'prose'}" + SOUND, "the roles is {'prose'}, of the type set"),
        ("FORM['source_langs'] = frozenset({1})" + SOUND, "the source_langs have 1, of the type int"),
        (SOUND.replace("'''Odd.'''", ""), "the docstring has no summary"),
        (SOUND.replace("def odd", "def Odd") + "odd = Odd", "the name 'Odd' is not words in small letters – *"),
        (SOUND.replace("def odd", "def even") + "odd = even", "the entry point must be called as its check is: even"),
    ],
)
def test_a_check_that_cannot_be_used(code: str, error: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """Every command that needs the rules ends with the same line."""
    packages = {"odd-rules": {"audit.checks/odd": "odd_plugin:odd"}}
    status, line = told(["rules"], packages, code, monkeypatch, capsys)
    wanted, _, rest = f"{POINT}{error}".partition("*")
    assert status == 2
    assert line.startswith(wanted)
    assert line.endswith(rest)
    assert "\n" not in line


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("yield from paragraph.nothing", "failed*: AttributeError(\"'Paragraph' object has no attribute 'nothing'\")"),
        ("return None", "failed*: TypeError(\"'NoneType' object is not iterable\")"),
        ("yield Mark(start=7, end=99)", "marked 7–99, outside 0–12*"),
        ("yield Mark(start=-1, end=1)", "marked -1–1, outside 0–12*"),
        ("yield Mark(start=1, end=1)", "marked 1–1, outside 0–12*"),
        ("yield 7, 9", "yields (7, 9), which is no Mark*"),
        ("yield Mark(start=0, end=1, message=7)", "yields a Mark with the message 7*"),
        ("yield Mark(start=0, end=1, evidence=None)", "yields a Mark with the evidence None*"),
        ("yield Mark(start=0, end=1, confidence=float('nan'))", "yields a Mark with the confidence nan, outside 0–1*"),
    ],
)
def test_a_check_that_fails(body: str, error: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """The line says in which paragraph of which article."""
    packages = {"odd-rules": {"audit.checks/odd": "odd_plugin:odd"}}
    status, line = told(["run", "article.txt", *BARE], packages, CHECK.format(body=body), monkeypatch, capsys)
    where = " in paragraph 0 of article.txt"
    assert (status, line) == (2, f"check ODD101 odd of odd-rules 1.0 {error.replace('*', where)}")


def test_a_check_that_fails_in_another_process(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """The same line, once, about the first article."""
    (workplace / "other.txt").write_text("She met them.", "utf-8")
    packages = {"odd-rules": {"audit.checks/odd": "odd_plugin:odd"}}
    arguments = ["run", "article.txt", "other.txt", *BARE, "--workers", "2"]
    status, line = told(arguments, packages, CHECK.format(body="yield 7"), monkeypatch, capsys)
    of = "check ODD101 odd of odd-rules 1.0"
    assert (status, line) == (2, f"{of} yields 7, which is no Mark in paragraph 0 of article.txt")


def test_a_check_of_documents_that_fails(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """The line says in which article."""
    code = "@document_check(**FORM)\ndef odd(document):\n    '''Odd.'''\n    yield document.words / 0\n"
    packages = {"odd-rules": {"audit.checks/odd": "odd_plugin:odd"}}
    held = told(["run", "article.txt", *BARE], packages, code, monkeypatch, capsys)
    assert held == (2, "check ODD101 odd of odd-rules 1.0 failed in article.txt: ZeroDivisionError('division by zero')")


def test_a_rule_ignored_does_no_harm(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """What fails on an article can be left out until it is mended."""
    packages = {"odd-rules": {"audit.checks/odd": "odd_plugin:odd"}}
    code = CHECK.format(body="return None")
    assert told(["run", "article.txt", *BARE, "--ignore", "odd"], packages, code, monkeypatch, capsys)[0] == 0


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ("name='stray-capital'", "the name 'stray-capital': "),
        ("id='LIN101'", "the id 'LIN101': "),
    ],
)
def test_a_label_of_a_built_in_rule(
    changed: str, error: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """Both rules are told, the one of the package with it."""
    name = "stray-capital" if changed.startswith("name") else "odd"
    code = f"{SOUND}\nfrom dataclasses import replace\nodd = replace(odd, {changed})\n"
    packages = {"odd-rules": {f"audit.checks/{name}": "odd_plugin:odd"}}
    status, line = told(["rules"], packages, code, monkeypatch, capsys)
    assert status == 2
    if name == "odd":
        assert line.startswith(f"audit.checks: two checks have {error}")
        assert "ODD101" not in line
        assert "LIN101 odd of odd-rules 1.0" in line
    else:
        assert line.startswith("audit.checks: two plugins are called 'stray-capital', of ")
        assert "odd-rules 1.0" in line
        assert "mt-audit " in line


def test_two_packages_with_one_rule(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """An entry point of the same name: the packages are told, of which one must go."""
    packages = {name: {"audit.checks/odd": "odd_plugin:odd"} for name in ("odd-rules", "even-rules")}
    held = told(["rules"], packages, SOUND, monkeypatch, capsys)
    names = "odd-rules 1.0 and even-rules 1.0", "even-rules 1.0 and odd-rules 1.0"
    lines = [f"audit.checks: two plugins are called 'odd', of {both} – uninstall one of them" for both in names]
    assert held[0] == 2
    assert held[1] in lines


ENGINE = """
class Odd:
    name = "odd"
    revision = "1"
    def __init__(self, **options): {init}
    def unavailable(self, source_lang, target_lang): {unavailable}
    def translate(self, texts, source_lang, target_lang): {translate}
    def close(self): pass
"""
SOUND_ENGINE = {"init": "pass", "unavailable": "pass", "translate": "return texts"}
OF = "audit.engines: odd (odd_plugin:Odd) of odd-rules 1.0: "


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (ENGINE.format_map({**SOUND_ENGINE, "init": "1 / 0"}), f"{OF}cannot be made: ZeroDivisionError(*{MEND}"),
        ("class Odd:\n    name = 'odd'", f"{OF}is no engine, for it has no revision, no unavailable, *"),
        (ENGINE.format_map({**SOUND_ENGINE, "unavailable": "1 / 0"}), "engine odd: failed: ZeroDivisionError(*"),
        (ENGINE.format_map({**SOUND_ENGINE, "translate": "1 / 0"}), "engine odd: failed: ZeroDivisionError(*"),
        (ENGINE.format_map({**SOUND_ENGINE, "translate": "return None"}), "engine odd: failed: TypeError(*"),
        (ENGINE.format_map({**SOUND_ENGINE, "translate": "return []"}), "engine odd: gave 0 translations for 1 texts"),
    ],
)
def test_an_engine_that_fails(code: str, error: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """When it is made, asked, or put to work."""
    packages = {"odd-rules": {"audit.engines/odd": "odd_plugin:Odd"}}
    arguments = ["run", "article.txt", *BARE, "--engine", "odd"]
    status, line = told(arguments, packages, code, monkeypatch, capsys)
    wanted, _, rest = error.partition("*")
    assert status == 2
    assert line.startswith(wanted)
    assert line.endswith(rest)
    assert "\n" not in line


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (
            "class Odd:\n    pass",
            "audit.renderers: odd (odd_plugin:Odd) of odd-rules 1.0: is no renderer, for it has *",
        ),
        (
            "class Odd:\n    name = 'odd'\n    def render(self, reports, stream, **options): list(reports)[1]",
            "renderer odd failed: IndexError('list index out of range')",
        ),
    ],
)
def test_a_format_that_fails(code: str, error: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """When it is made or when it writes."""
    packages = {"odd-rules": {"audit.renderers/odd": "odd_plugin:Odd"}}
    status, line = told(["run", "article.txt", *BARE, "-f", "odd"], packages, code, monkeypatch, capsys)
    assert status == 2
    assert line.startswith(error.partition("*")[0])
    assert "\n" not in line


def test_a_scorer_without_a_method(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """It is told before an article is read."""
    packages = {"odd-rules": {"audit.scorers/odd": "odd_plugin:Odd"}}
    arguments = ["run", "article.txt", *BARE, "--scorer", "odd"]
    status, line = told(arguments, packages, "class Odd:\n    name = 'odd'", monkeypatch, capsys)
    of = "audit.scorers: odd (odd_plugin:Odd) of odd-rules 1.0"
    assert (status, line) == (2, f"{of}: is no scorer, for it has no revision, no calibrated, no score")
