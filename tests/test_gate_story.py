"""A feed under the gate, from the first baseline to the fix, as a desk lives it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audit.cli.app import main
from tests.translated_feed import Entry, entry, rss

BASELINE = "audit-baseline.json"
GATE = ["run", "feed.xml", "--baseline", BASELINE, "--fail-on", "minor", "--engine", "none", "--scorer", "none"]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """A working folder with a feed of 30 entries and the baseline of what is in it, the cache in it too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    publish([entry(number) for number in range(30)])
    assert main(["baseline", "feed.xml", "-o", BASELINE, "--engine", "none", "--scorer", "none"]) == 0
    assert capsys.readouterr() == ("", f"audit: {BASELINE}: 12 findings, 12 added, 0 forgotten\n")


def publish(entries: list[Entry]) -> None:
    """Put the entries into the feed."""
    Path("feed.xml").write_text(rss(entries), "utf-8")


def gate(capsys: Captured) -> tuple[int, list[tuple[str, dict[str, Any]]], str]:
    """The exit status of the gate, the new findings with their articles, and what it said."""
    capsys.readouterr()
    status = main([*GATE, "--format", "jsonl"])
    out, err = capsys.readouterr()
    reports = [json.loads(line) for line in out.splitlines()]
    return status, [(one["id"], f) for one in reports for f in one["findings"] if f["baseline"] == "new"], err


def edited(one: Entry) -> Entry:
    """An entry in which an editor changed words beside the flaw's paragraph and in it, and added a paragraph on top."""
    title, first, *rest = one.paragraphs
    last = rest.pop()
    mended = [text.replace("The opposition asked", "The other parties asked") for text in rest]
    return replace(
        one,
        paragraphs=(
            title,
            "The ceremony lasted an hour.",
            first,
            *mended,
            last.replace("to meet him there", "to see him"),
        ),
    )


def test_the_gate_passes_on_what_the_baseline_knows(capsys: Captured) -> None:
    """The same feed again, and the same in another order."""
    assert gate(capsys)[:2] == (0, [])
    publish([entry(number) for number in reversed(range(30))])
    assert gate(capsys)[:2] == (0, [])


def test_the_gate_fails_on_just_the_new_artifacts_and_passes_once_they_are_fixed(capsys: Captured) -> None:
    """Five entries edited, all reordered, two added with artifacts of kinds that others have already."""
    planted = [
        entry(31, "He stayed at home ,and his sister went.", "â€œWe will see,” she said."),
        entry(42, "Leave a Reply"),
    ]
    held = [edited(entry(number)) if number in {0, 3, 7, 11, 20} else entry(number) for number in range(30)]
    publish([planted[0], *reversed(held), planted[1]])

    status, new, err = gate(capsys)
    assert status == 1
    assert [(article, finding["rule"], finding["text"]) for article, finding in new] == [
        ("story-31", "LIN115", " ,"),
        ("story-31", "DES105", "â€œWe"),
        ("story-42", "DES101", "Leave a Reply"),
    ]
    failures = [line for line in err.splitlines() if "gate failed" in line]
    assert [line.split(": ")[2] for line in failures] == ["story-31", "story-42"]

    assert main(["fix", "feed.xml", "--scorer", "none"]) == 0
    status, new, err = gate(capsys)
    assert (status, new) == (0, [])
    assert "gate passed" in err


def test_what_was_mended_is_told_and_can_be_forgotten(capsys: Captured) -> None:
    """By the next baseline, which keeps the rest."""
    publish([entry(number) for number in range(1, 30)] + [entry(1000, "An hour later all was quiet.")])
    clean = replace(entry(3), paragraphs=entry(3).paragraphs[:-1])
    publish([clean if number == 3 else entry(number) for number in range(30)])
    status, new, err = gate(capsys)
    assert (status, new) == (0, [])
    assert "audit: fixed since the baseline: story-3: DES101 “Leave a Reply”\n" in err
    assert main(["baseline", "feed.xml", "--engine", "none", "--scorer", "none"]) == 0
    assert capsys.readouterr().err == f"audit: {BASELINE}: 11 findings, 0 added, 1 forgotten\n"


def test_two_peoples_baselines_merge_line_by_line(tmp_path: Path) -> None:
    """What each added stands in lines of its own, and no other line changed."""
    before = Path(BASELINE).read_text("utf-8").splitlines()
    publish([*(entry(number) for number in range(30)), entry(31, "He stayed at home ,and his sister went.")])
    ours = tmp_path / "ours.json"
    ours.write_bytes(Path(BASELINE).read_bytes())
    assert main(["baseline", "feed.xml", "-o", "ours.json", "--engine", "none", "--scorer", "none"]) == 0
    after = ours.read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == [line for line in after if '"article": "story-31"' in line]
    assert [line for line in after if line in before] == before
