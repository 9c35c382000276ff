"""The baseline file: what it holds, how it merges, and what a broken one says."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.baseline import Baseline, Entry, load, marked
from audit.errors import ConfigError
from tests.renderers.reports import document, finding

QUOTE = Entry(rule="LIN111", text="”A", article="news/envoys.txt", reason="so in the original")
SPACE = Entry(rule="LIN115", text=" ,and", article="news/envoys.txt")


def written(tmp_path: Path, text: str) -> Path:
    """A baseline file with a text."""
    path = tmp_path / "audit-baseline.json"
    path.write_text(text, "utf-8")
    return path


def test_the_file_has_a_line_an_entry_sorted_and_the_schema_last() -> None:
    """Valid JSON in which no addition changes another line."""
    baseline = Baseline(entries={"ffff000011112222": SPACE, "00aa000011112222": QUOTE})
    assert baseline.rendered() == (
        "{\n"
        '"00aa000011112222": {"rule": "LIN111", "text": "”A", "article": "news/envoys.txt", '
        '"reason": "so in the original"},\n'
        '"ffff000011112222": {"rule": "LIN115", "text": " ,and", "article": "news/envoys.txt", "reason": ""},\n'
        '"schema": "audit-baseline/1"\n'
        "}\n"
    )


def test_an_empty_baseline_is_valid() -> None:
    """Nothing known is something one can say."""
    assert json.loads(Baseline().rendered()) == {"schema": "audit-baseline/1"}


@given(
    st.dictionaries(
        st.from_regex(r"\A[0-9a-f]{16}\Z"),
        st.builds(Entry, **dict.fromkeys(("rule", "text", "article", "reason"), st.text(st.characters()))),
    )
)
def test_what_is_written_is_read_again(entries: dict[str, Entry]) -> None:
    """Whatever characters an entry has, lone surrogates and line separators too, each on one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "baseline.json"
        Baseline(entries=entries).write(path)
        assert load(path).entries == entries
        assert path.read_bytes().count(b"\n") == len(entries) + 3


def test_a_new_entry_stands_with_the_old_reason_where_it_has_none() -> None:
    """Rejecting again without a comment does not forget why."""
    old = Baseline(entries={"00aa000011112222": QUOTE})
    fresh = Entry(rule="LIN111", text="”A", article="moved.txt")
    assert old.merged({"00aa000011112222": fresh}).entries["00aa000011112222"] == Entry(
        rule="LIN111", text="”A", article="moved.txt", reason="so in the original"
    )


def test_findings_are_new_or_unchanged() -> None:
    """By fingerprint, wherever they stand now."""
    article = document()
    known, other = finding(article, "45.000"), finding(article, " ,and")
    baseline = Baseline(entries={known.fingerprint: SPACE})
    assert [one.baseline for one in marked([known, other], baseline)] == ["unchanged", "new"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{\n<<<<<<< ours\n", r"json:2: .*settle the merge first"),
        ('{\n"schema": "audit-baseline/1",\n}', "json:[23]: .*not valid JSON"),
        ("[]", "is no baseline"),
        ('{"schema": "audit-baseline/2"}', "is no baseline of this version"),
        ("{}", "is no baseline"),
        ('{\n"abc": {},\n"schema": "audit-baseline/1"}', "json:2: 'abc' is no fingerprint"),
        ('{\n"00aa000011112222": {},\n"schema": "audit-baseline/1"}', "json:2: an entry is an object with rule, text"),
        ('{\n"00aa000011112222": 7,\n"schema": "audit-baseline/1"}', "json:2: an entry is an object"),
        (
            '{\n"00aa000011112222": {"rule": "L", "text": 7, "article": ""},\n"schema": "audit-baseline/1"}',
            "json:2: every part of an entry is a string",
        ),
        (
            '{"00aa000011112222": {"rule": "", "text": "", "article": "", "why": ""}, "schema": "audit-baseline/1"}',
            "1:",
        ),
        ("[" * 100_000, "not valid"),
        ("", "json:1: "),
    ],
)
def test_a_broken_file_is_one_clear_line(tmp_path: Path, text: str, reason: str) -> None:
    """With the file and the line."""
    with pytest.raises(ConfigError, match=reason) as raised:
        load(written(tmp_path, text))
    assert "\n" not in str(raised.value)


def test_a_missing_or_binary_file_is_one_clear_line(tmp_path: Path) -> None:
    """Never a traceback."""
    with pytest.raises(ConfigError, match="cannot read the baseline"):
        load(tmp_path / "none.json")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load(tmp_path / "binary.json")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """Windows editors add one."""
    assert load(written(tmp_path, "\ufeff" + Baseline().rendered())) == Baseline()
