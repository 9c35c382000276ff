"""What a broken baseline file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.baseline.entries import Baseline
from audit.baseline.reading import load
from audit.errors import ConfigError
from tests.baseline.known import known

KEY = "00aa000011112222-5b81bd9b"


def written(tmp_path: Path, text: str) -> Path:
    """A baseline file with a text."""
    path = tmp_path / "audit-baseline.json"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{\n<<<<<<< ours\n", r"json:2: .*settle the merge first"),
        ('{\n"schema": "audit-baseline/1",\n}', "json:[23]: .*not valid JSON"),
        ("[]", "is no baseline"),
        ('{"schema": "audit-baseline/2"}', "is no baseline of this version"),
        ("{}", "is no baseline"),
        ('{\n"abc": {},\n"schema": "audit-baseline/1"}', "json:2: 'abc' is no key"),
        (f'{{\n"{KEY}": {{}},\n"schema": "audit-baseline/1"}}', "json:2: an entry is an object with rule, severity"),
        (f'{{\n"{KEY}": 7,\n"schema": "audit-baseline/1"}}', "json:2: an entry is an object"),
        (
            f'{{\n"{KEY}": {{"rule": "L", "text": 7, "article": ""}},\n"schema": "audit-baseline/1"}}',
            "json:2: every part of an entry is a string",
        ),
        (
            f'{{\n"{KEY}": {{"rule": "", "text": "", "article": "", "severity": "X"}},\n"schema": "audit-baseline/1"}}',
            "json:2: severity 'X' is not one of neutral, minor, major, critical",
        ),
        (
            f'{{"{KEY}": {{"rule": "", "text": "", "article": "", "why": ""}}, "schema": "audit-baseline/1"}}',
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
    """Never a traceback; a missing one says how to make it."""
    with pytest.raises(ConfigError, match=r"cannot read the baseline: .* – audit baseline PATH… -o .*none.json writes"):
        load(tmp_path / "none.json")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load(tmp_path / "binary.json")


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """Windows editors add one."""
    assert load(written(tmp_path, "\ufeff" + Baseline().rendered())) == Baseline()


def test_the_numbers_of_like_entries_need_no_order(tmp_path: Path) -> None:
    """Lines deleted by hand or merged leave gaps; a fingerprint alone will do."""
    line = Baseline(entries=(known(),)).rendered()
    assert KEY in line
    for key in (f"{KEY}-7", KEY[:16]):
        assert load(written(tmp_path, line.replace(KEY, key))).entries == (known(),)
