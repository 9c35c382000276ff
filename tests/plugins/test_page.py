"""What docs/plugins.md shows is what there is: its code runs, its files are the example's, its output is the tool's."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.plugins.installing import EXAMPLE, ROOT, install, run

PAGE = (ROOT / "docs" / "plugins.md").read_text("utf-8")
BLOCK = re.compile(r"^(?:`([\w./-]+)`:\n\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PUBLIC = set("check document engine errors finding renderer report scorer testing".split())
"""The modules that the page promises to plugins, beside the package itself."""


def blocks(language: str) -> list[tuple[str, str]]:
    """The file that each block of code in a language is, `""` where none is named, and its text."""
    return [(file, text) for file, held, text in BLOCK.findall(PAGE) if held == language]


FILES = {file: text for file, _, text in BLOCK.findall(PAGE) if file}


def test_the_example_has_the_files_of_the_page() -> None:
    """Letter by letter; of `pyproject.toml` the page shows a part."""
    held = [file for file in FILES if file.endswith(".py") and (EXAMPLE / file).exists()]
    assert held == ["src/newsroom_checks/relative_day.py"]
    for file in held:
        assert FILES[file] == (EXAMPLE / file).read_text("utf-8")
    shown = tomllib.loads(FILES["pyproject.toml"])
    assert _within(shown, tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8")))


def _within(part: Any, whole: Any) -> bool:  # noqa: ANN401 - whatever TOML holds
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(_within(held, whole.get(key)) for key, held in part.items())
    return bool(part == whole)


@pytest.mark.parametrize("folder", ["page", "example"])
def test_a_plugin_imports_only_what_is_promised(folder: str) -> None:
    """In the page and in the example."""
    texts = [text for _, text in blocks("python")]
    if folder == "example":
        texts = [path.read_text("utf-8") for path in EXAMPLE.rglob("*.py")]
    modules = {module for text in texts for module in _imported(text) if module.startswith("audit.")}
    assert modules
    assert {module.removeprefix("audit.") for module in modules} <= PUBLIC


def _imported(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_the_promised_modules_are_named() -> None:
    """All of them, and no other."""
    (told,) = re.findall(r"`audit` itself and its modules (.*?);", PAGE, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", told)) == PUBLIC


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as somebody builds it who copies every block of the page, installed."""
    folder = tmp_path_factory.mktemp("built")
    package = folder / "package"
    for file, text in FILES.items():
        (package / file).parent.mkdir(parents=True, exist_ok=True)
        (package / file).write_text(text, "utf-8")
    points = [text for file, text in blocks("toml") if not file and "entry-points" in text]
    assert len(points) == 2
    (package / "src" / "newsroom_checks" / "__init__.py").touch()
    wheel = '[tool.hatch.build.targets.wheel]\npackages = ["src/newsroom_checks"]\n'
    (package / "pyproject.toml").write_text("\n".join([FILES["pyproject.toml"], *points, wheel]), "utf-8")
    install(package, folder / "installed")
    return folder


def test_its_tests_pass(built: Path, tmp_path: Path) -> None:
    """Those of the page, against the package of the page."""
    done = run(["-m", "pytest", "-q", "-p", "no:cacheprovider", str(built / "package")], built / "installed", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


COMMANDS = re.findall(
    r"^\$ audit (.*)\n((?:(?!\$ ).*\n)*)", "".join(text for _, text in blocks("console")), re.MULTILINE
)


@pytest.mark.parametrize(("command", "output"), COMMANDS, ids=lambda part: part.splitlines()[0])
def test_commands_write_what_is_shown(command: str, output: str, built: Path, tmp_path: Path) -> None:
    """Each line in order; … stands for any number of others."""
    (tmp_path / "article.txt").write_text(FILES["article.txt"], "utf-8")
    done = run(["-m", "audit", *command.split()], built / "installed", tmp_path)
    assert done.returncode == 0, done.stderr
    wanted = re.escape(output).replace("…\\\n", "(?:.*\n)*?")
    assert re.fullmatch(wanted, done.stdout.rstrip() + "\n"), done.stdout


def test_the_settings_hold(built: Path, tmp_path: Path) -> None:
    """The block of settings selects the one rule and makes it grave."""
    (settings,) = [text for file, text in blocks("toml") if text.startswith("# audit.toml")]
    (tmp_path / "audit.toml").write_text(settings, "utf-8")
    (tmp_path / "article.txt").write_text(FILES["article.txt"], "utf-8")
    arguments = "article.txt --source-lang es --engine none --scorer none --no-cache -f csv"
    done = run(["-m", "audit", "run", *arguments.split()], built / "installed", tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2
    assert "NWS101" in done.stdout
    assert "major" in done.stdout


def test_its_engine_and_its_scorer_work(built: Path, tmp_path: Path) -> None:
    """The translation is the file's, and the fluency the share of words that it knows."""
    (tmp_path / "article.txt").write_text("Sales rose yesterday in Vigo.", "utf-8")
    (tmp_path / "memory.tsv").write_text("Sales rose yesterday in Vigo.\tLas ventas subieron ayer en Vigo.\n", "utf-8")
    (tmp_path / "words.txt").write_text("sales rose in Yesterday", "utf-8")
    arguments = "article.txt --source-lang es --engine memory:memory.tsv --scorer known-words:words.txt -f json"
    done = run(["-m", "audit", "run", *arguments.split()], built / "installed", tmp_path)
    assert done.returncode == 0, done.stderr
    assert '"fluency": 80.0' in done.stdout
    assert '"back_translation": "Las ventas subieron ayer en Vigo."' in done.stdout


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (["--engine", "memory:nowhere.tsv"], "engine memory:nowhere.tsv: there is no file nowhere.tsv"),
        (["--engine", "memory"], "engine memory needs a model: memory:FILE"),
        (["--scorer", "known-words:nowhere.txt"], "scorer known-words:nowhere.txt: No such file or directory"),
    ],
)
def test_what_they_lack_is_told(option: list[str], told: str, built: Path, tmp_path: Path) -> None:
    """In one line, with status 2."""
    (tmp_path / "article.txt").write_text("Sales rose yesterday in Vigo.", "utf-8")
    done = run(["-m", "audit", "run", "article.txt", "--source-lang", "es", *option], built / "installed", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"audit: error: {told}")
    assert done.stderr.count("\n") == 1
