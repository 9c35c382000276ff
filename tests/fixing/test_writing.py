"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit.errors import ConfigError
from audit.fixing.writing import write_whole


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """The file that a link points to is written, with the permissions it had."""
    target, link = tmp_path / "a.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    """Those that the user's mask leaves."""
    old = os.umask(0o027)
    try:
        write_whole(str(tmp_path / "a.txt"), b"new")
    finally:
        os.umask(old)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The folder is not there; nothing is left behind."""
    with pytest.raises(ConfigError, match=r"a\.txt: cannot be written: No such file or directory"):
        write_whole(str(tmp_path / "none" / "a.txt"), b"new")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ConfigError, match="cannot be written"):
        write_whole(str(tmp_path / "folder"), b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
