"""The baseline as a file: sorted, a line an entry, and what becomes of it when articles change."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.baseline.entries import Baseline, article_of
from audit.baseline.reading import load
from audit.finding import Known, Severity
from tests.baseline.known import known
from tests.renderers.reports import document, finding, report

SPACE = known(fingerprint="ffff000011112222", rule="LIN115", text=" ,and", severity=None)
ENTRIES = st.builds(
    Known,
    fingerprint=st.from_regex(r"\A[0-9a-f]{16}\Z"),
    severity=st.none() | st.sampled_from(Severity),
    **dict.fromkeys(("rule", "text", "article", "reason"), st.text(st.characters())),
)


def test_the_file_has_a_line_an_entry_sorted_and_the_schema_last() -> None:
    """Valid JSON in which no addition changes another line; twice the same in an article is two entries."""
    baseline = Baseline(entries=(SPACE, known(reason="so in the original"), known()))
    assert baseline.rendered() == (
        "{\n"
        '"00aa000011112222-5b81bd9b": {"rule": "LIN111", "severity": "minor", "text": "”A", '
        '"article": "news/envoys.txt", "reason": "so in the original"},\n'
        '"00aa000011112222-5b81bd9b-2": {"rule": "LIN111", "severity": "minor", "text": "”A", '
        '"article": "news/envoys.txt", "reason": ""},\n'
        '"ffff000011112222-5b81bd9b": {"rule": "LIN115", "severity": "", "text": " ,and", '
        '"article": "news/envoys.txt", "reason": ""},\n'
        '"schema": "audit-baseline/1"\n'
        "}\n"
    )


def test_an_empty_baseline_is_valid() -> None:
    """Nothing known is something one can say."""
    assert json.loads(Baseline().rendered()) == {"schema": "audit-baseline/1"}


@given(st.lists(ENTRIES))
def test_what_is_written_is_read_again(entries: list[Known]) -> None:
    """Whatever characters an entry has, lone surrogates and line separators too, each on one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "baseline.json"
        Baseline(entries=tuple(entries)).write(path)
        assert sorted(map(repr, load(path).entries)) == sorted(map(repr, entries))
        assert path.read_bytes().count(b"\n") == len(entries) + 3


@given(st.lists(ENTRIES))
def test_the_order_of_entries_does_not_show(entries: list[Known]) -> None:
    """But for those that are the same finding of one article, whose reasons keep their order."""
    distinct = {(entry.fingerprint, entry.article): entry for entry in entries}
    there = tuple(distinct.values())
    assert Baseline(entries=there).rendered() == Baseline(entries=there[::-1]).rendered()


def test_an_entry_is_added_once_and_keeps_the_old_reason() -> None:
    """Rejecting again without a comment does not forget why."""
    old = Baseline(entries=(known(reason="so in the original"),))
    assert old.merged([known(severity=Severity.MAJOR)]).entries == (
        known(severity=Severity.MAJOR, reason="so in the original"),
    )
    assert old.merged([known(reason="checked")]).entries == (known(reason="checked"),)
    assert old.merged([known(article="other.txt")]).entries == (*old.entries, known(article="other.txt"))


def test_a_renewed_baseline_forgets_what_is_fixed_and_keeps_what_it_did_not_see() -> None:
    """Entries of articles that were not audited stay, reasons too."""
    article = document(id="envoys")
    calque, space = finding(article, "his pair of Russia"), finding(article, " ,and", severity=Severity.MAJOR)
    rejected = known(fingerprint=calque.fingerprint, article="envoys", reason="a title", rule="LIN115")
    gone, other = known(article="envoys"), known(article="other")
    renewed = Baseline(entries=(rejected, gone, other)).renewed([report(article, calque, space)])
    assert set(renewed.entries) == {
        other,
        replace(rejected, text="his pair of Russia"),
        Known(fingerprint=space.fingerprint, rule="LIN115", text=" ,and", article="envoys", severity=Severity.MAJOR),
    }


@pytest.mark.parametrize("given_as", ["{folder}/news/a.txt", "./news/a.txt", "news/../news/a.txt", "news/a.txt"])
def test_a_file_has_one_name_however_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given_as: str
) -> None:
    """Its path from the working folder."""
    monkeypatch.chdir(tmp_path)
    path = given_as.format(folder=tmp_path)
    assert article_of(report(document(id=path, path=path))) == "news/a.txt"


@pytest.mark.parametrize(
    ("id_", "path"),
    [
        ("urn:guid:7", "feed.xml"),
        ("-", "-"),
        ("https://example.org/a", "https://example.org/a"),
        ("/nowhere/a.txt", "/nowhere/a.txt"),
        ("text", None),
    ],
)
def test_other_articles_are_known_by_their_id(id_: str, path: str | None) -> None:
    """Entries of feeds by what the feed calls them, addresses and files elsewhere as they are."""
    assert article_of(report(document(id=id_, path=path))) == id_
