"""A file is the old one or the new one, whatever happens."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from audit.errors import ConfigError
from audit.writing import differences, write_whole


def test_a_new_file_is_made(tmp_path: Path) -> None:
    """And nothing beside it is left."""
    write_whole(tmp_path / "new.txt", b"new\r\n")
    assert [(held.name, held.read_bytes()) for held in tmp_path.iterdir()] == [("new.txt", b"new\r\n")]


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    """Who could read it still can, and nobody else."""
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it leads to is written."""
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """And not replaced by a file."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=write_whole, args=(path, b"through"))
    writer.start()
    assert path.read_bytes() == b"through"
    writer.join()


@pytest.mark.parametrize("name", ["missing/new.txt", "a\0b", "x" * 300])
def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, name: str) -> None:
    """In one line that names the file."""
    with pytest.raises(ConfigError, match="cannot write"):
        write_whole(tmp_path / name, b"")
    assert list(tmp_path.iterdir()) == []


def test_differences_are_a_unified_diff() -> None:
    """Line ends are part of the lines, and a last line without one is told."""
    assert differences("a.txt", "one\r\ntwo\u2028x\nend", "one\ntwo\u2028x\nend") == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n-one\r\n+one\n two\u2028x\n end\n\\ No newline at end of file\n"
    )


def test_equal_texts_have_no_differences() -> None:
    """Not even a header."""
    assert differences("a.txt", "same\n", "same\n") == ""
