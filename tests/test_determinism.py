"""The same articles give the same bytes, whatever else differs from run to run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from audit import plugins
from audit.cli.app import main
from tests.translated_feed import entry, rss

FORMATS = tuple(name for name in plugins.found("audit.renderers") if name not in ("table", "xliff"))
"""All but that of the terminal, which is as wide as it is, and the one that needs sources."""
FOR_CI = tuple(name for name in ("github", "gitlab", "junit", "markdown", "sarif") if name in FORMATS)
"""Formats that are compared from build to build: not even the order of files may matter."""
PATHS = ("desk/flawed.txt", "desk/page.html", "desk/feed.xml", "desk/quiet.md")
SETTINGS = 'engine = "none"\nscorer = "none"\nselect = ["DES", "LIN1", "LOC", "ACC1"]\nsource-lang = "es"\n'

Files = dict[str, bytes]


def prepared(folder: Path) -> Path:
    """A folder of articles in several formats."""
    (folder / "desk").mkdir(parents=True)
    (folder / "audit.toml").write_text(SETTINGS, "utf-8")
    texts = {
        "flawed.txt": "Envoys meet\n\nHe arrived on Monday [ad_1] with the Minister , and left at 15.30 hours.\n",
        "page.html": "<h1>Rain</h1><p>It rained ,they said.</p><p>“So it goes.</p><ul><li>Leave a Reply</li></ul>",
        "feed.xml": rss([entry(0), entry(1), entry(7)]),
        "quiet.md": "# Roads\n\nThe roads were closed until noon.\n",
    }
    for name, text in texts.items():
        (folder / "desk" / name).write_text(text, "utf-8")
    return folder


def options(paths: tuple[str, ...]) -> list[str]:
    """An audit of paths that writes every format into `out`."""
    return ["run", *paths, "--exit-zero", *(part for name in FORMATS for part in ("-f", name, "-o", f"out/{name}"))]


def written(folder: Path) -> Files:
    """What an audit wrote."""
    return {name: (folder / "out" / name).read_bytes() for name in FORMATS}


def audited(*more: str, paths: tuple[str, ...] = PATHS) -> Files:
    """What an audit in this folder writes."""
    Path("out").mkdir(exist_ok=True)
    assert main([*options(paths), *more]) == 0
    return written(Path())


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """What one process writes that remembers nothing."""
    folder = prepared(tmp_path_factory.mktemp("expected"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return audited("--no-cache")


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with the same articles and a cache of its own: another folder for every test."""
    monkeypatch.chdir(prepared(tmp_path / "work"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def by_article(lines: bytes) -> dict[str, bytes]:
    """Lines of JSON by the id of their article."""
    return {json.loads(line)["id"]: line for line in lines.splitlines()}


def test_the_articles_have_findings(expected: Files) -> None:
    """Or all that follows would compare nothing."""
    held = [json.loads(line) for line in expected["jsonl"].splitlines()]
    assert len(held) == 6
    assert sum(len(one["findings"]) for one in held) >= 6
    assert set(FOR_CI) >= {"sarif"}


@pytest.mark.parametrize("workers", ["1", "2", "3"])
def test_processes_and_the_cache_do_not_matter(workers: str, expected: Files) -> None:
    """Cold and warm, in this folder and that."""
    assert audited("--workers", workers) == expected
    assert audited("--workers", workers) == expected
    assert audited() == expected


@pytest.mark.parametrize("paths", [PATHS[::-1], (PATHS[2], PATHS[0], PATHS[3], PATHS[1]), ("desk",)])
def test_the_order_of_files_does_not_matter(paths: tuple[str, ...], expected: Files) -> None:
    """Each article has the same line, and formats for CI are the same files."""
    held = audited("--workers", "2", paths=paths)
    assert by_article(held["jsonl"]) == by_article(expected["jsonl"])
    assert {name: held[name] for name in FOR_CI} == {name: expected[name] for name in FOR_CI}


def test_baselines_are_the_same() -> None:
    """Whatever the order, and whether reports were remembered."""
    ways = [("--no-cache", *PATHS), (*PATHS[::-1],), ("desk",)]
    written: list[bytes] = []
    for number, way in enumerate(ways):
        assert main(["baseline", "-o", f"{number}.json", *way]) == 0
        written.append(Path(f"{number}.json").read_bytes())
    assert len(set(written)) == 1


@pytest.mark.parametrize(
    "around",
    [
        {"PYTHONHASHSEED": "1", "LANG": "de_DE.UTF-8", "LC_ALL": "C", "TZ": "Asia/Tokyo", "COLUMNS": "40"},
        {"PYTHONHASHSEED": "2", "LANG": "C", "TZ": "America/Lima", "COLUMNS": "300", "TERM": "dumb"},
    ],
)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_environment_does_not_matter(around: Mapping[str, str], workers: str, expected: Files) -> None:
    """Hash seed, language, time zone, width of the terminal, and the folder the run is in."""
    Path("out").mkdir()
    command = [sys.executable, "-m", "audit", *options(PATHS), "--workers", workers]
    subprocess.run(command, check=True, env={**os.environ, **around})
    assert written(Path()) == expected


def test_an_engine_does_not_change_that() -> None:
    """With the shipped engine and scorer, cores shared or not, cold or warm."""
    held = []
    for way in (["--no-cache"], ["--workers", "2"], ["--workers", "1"]):
        shutil.rmtree("out", ignore_errors=True)
        held.append(audited("--engine", "embedded", "--scorer", "artifact", *way, paths=(PATHS[0], PATHS[1])))
    assert held[1:] == held[:1] * 2
    assert json.loads(held[0]["jsonl"].splitlines()[0])["engine"] == "embedded"
