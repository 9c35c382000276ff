"""`audit run` with what it remembers, and with several processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from audit.cli import main
from tests.translated_feed import entry, rss

QUIET = ("--engine", "none", "--scorer", "none", "--source-lang", "es", "--select", "LIN1,DES")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a feed, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    Path("audit.toml").write_text("cache = 'cache/translations.sqlite'\n", "utf-8")
    Path("feed.xml").write_text(rss([entry(number) for number in range(4)]), "utf-8")


def test_reports_are_kept_beside_the_translations() -> None:
    """A second run passes the same gate with the same words."""
    assert [main(["run", "feed.xml", *QUIET, "--fail-on", "minor", "-o", f"{n}.jsonl"]) for n in (1, 2)] == [1, 1]
    assert Path("1.jsonl").read_bytes() == Path("2.jsonl").read_bytes() != b""
    assert Path("cache/reports.sqlite").exists()


def test_without_a_cache_nothing_is_kept(capsys: Captured) -> None:
    """Not a file, whatever the configuration names."""
    assert main(["run", "feed.xml", *QUIET, "--no-cache"]) == 0
    assert not Path("cache").exists()
    assert capsys.readouterr().err == ""


def test_a_cache_that_cannot_be_used_is_told(capsys: Captured) -> None:
    """On standard error, in one line, after the reports."""
    Path("cache").mkdir()
    Path("cache/reports.sqlite").write_text("none of ours " * 100, "utf-8")
    assert main(["run", "feed.xml", *QUIET, "-f", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert out.count("\n") == 4
    assert err.startswith("audit: cache/reports.sqlite: reports are not remembered: ".replace("/", os.sep))
    assert err.count("\n") == 1


def test_the_gate_may_change_without_another_audit(capsys: Captured) -> None:
    """The report is remembered, the verdict is not."""
    assert main(["run", "feed.xml", *QUIET, "-o", "out.jsonl"]) == 0
    assert main(["run", "feed.xml", *QUIET, "-o", "out.jsonl", "--fail-on", "minor"]) == 1
    assert "audit: gate failed: story-0: " in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_mistake_leaves_the_last_report_alone(workers: str, capsys: Captured) -> None:
    """A rule that is not there is told before the file is opened."""
    Path("out.jsonl").write_text("the last report\n", "utf-8")
    assert main(["run", "feed.xml", *QUIET, "--select", "NOSUCH", "--workers", workers, "-o", "out.jsonl"]) == 2
    assert "no rule 'NOSUCH'" in capsys.readouterr().err
    assert Path("out.jsonl").read_text("utf-8") == "the last report\n"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_error_of_an_engine_is_one_line(workers: str, capsys: Captured) -> None:
    """The same from a process as from this one."""
    options = [*QUIET, "--engine", "ct2:nowhere", "--workers", workers]
    assert main(["run", "feed.xml", *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("audit: error: engine ct2:nowhere: there is no such folder – engines that can: embedded")
    assert err.count("\n") == 1


@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_article_that_cannot_be_read_is_told_with_its_place(workers: str, capsys: Captured) -> None:
    """After the reports of those before it."""
    Path("lines.jsonl").write_text(
        '{"id": "a", "text": "It rained ."}\n{"id": "b", "text": "It snowed ."}\n{"id": "c"}\n', "utf-8"
    )
    assert main(["run", "lines.jsonl", *QUIET, "--workers", workers, "-f", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert out.count("\n") == 2
    assert err.startswith("audit: error: lines.jsonl:3: ")


@pytest.mark.parametrize("given", ["-1", "many"])
def test_a_number_of_processes_is_a_number(given: str, capsys: Captured) -> None:
    """Anything else is a mistake on the command line."""
    assert main(["run", "feed.xml", "--workers", given]) == 2
    assert "--workers" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_an_interrupt_ends_the_run_and_its_processes(tmp_path: Path) -> None:
    """Control-C at a terminal reaches all of them; the run ends as interrupted, and says nothing."""
    Path("feed.xml").write_text(rss([entry(number) for number in range(500)]), "utf-8")
    command = [sys.executable, "-m", "audit", "run", "feed.xml", *QUIET, "--workers", "2", "-f", "jsonl"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, start_new_session=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.readline()  # both processes are at work
        os.killpg(child.pid, signal.SIGINT)
        out, err = child.communicate()
    assert child.returncode == 130
    assert err == b""
    assert out.count(b"\n") < 499
    assert not _group(child.pid)


def _group(number: int) -> list[str]:
    """The processes of a group that live, after those that were killed had time to go."""
    held: list[str] = []
    for _ in range(200):
        held = [
            path.parent.name
            for path in Path("/proc").glob("[0-9]*/stat")
            if (fields := _fields(path)) and fields[2] == str(number) and fields[0] not in "ZX"
        ]
        if not held:
            break
        time.sleep(0.05)
    return held


def _fields(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return []
