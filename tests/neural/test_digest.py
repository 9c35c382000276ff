"""Weights told apart."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from audit.neural.digest import digest


def test_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    """Twelve digits of the SHA-256 of all their bytes, in the order given."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"a" * 3_000_000)
    other.write_bytes(b"b")
    assert digest([one, other]) == hashlib.sha256(b"a" * 3_000_000 + b"b").hexdigest()[:12]
    assert digest([other, one]) != digest([one, other])


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Left to the caller, who knows what it is for."""
    with pytest.raises(FileNotFoundError):
        digest([tmp_path / "nowhere"])
