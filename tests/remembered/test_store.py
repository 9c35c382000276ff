"""The file that reports are kept in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from audit.remembered.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in a folder that is not there yet."""
    return tmp_path / "new" / "reports.sqlite"


def test_values_outlive_the_store(path: Path) -> None:
    """Another store reads them, and so does the same one after it was closed."""
    store = Store(path)
    store.put(b"a", b"1")
    store.put(b"a", b"2")
    store.close()
    assert [store.get(b"a"), Store(path).get(b"a"), store.get(b"b")] == [b"2", b"2", None]
    assert store.note is None


def test_stores_share_a_file(path: Path) -> None:
    """Each sees what the other put."""
    one, other = Store(path), Store(path)
    for number in range(20):
        (one, other)[number % 2].put(bytes([number]), b"x")
    assert all(store.get(bytes([number])) == b"x" for store in (one, other) for number in range(20))


def test_the_oldest_go_first(path: Path) -> None:
    """The file stays within its size; what was put last is there, the first is not."""
    store = Store(path, most_bytes=100_000)
    for number in range(200):
        store.put(bytes([number]), bytes(2_000))
    store.close()
    held = [number for number in range(200) if store.get(bytes([number]))]
    assert held == list(range(held[0], 200))
    assert 20 < len(held) < 60
    assert path.stat().st_size < 150_000


def test_what_would_fill_the_file_is_not_kept(path: Path) -> None:
    """One value never drops all the others."""
    store = Store(path, most_bytes=100_000)
    store.put(b"small", b"x")
    store.put(b"large", bytes(90_000))
    assert [store.get(b"small"), store.get(b"large")] == [b"x", None]


def test_a_broken_file_is_left_alone(path: Path) -> None:
    """It is told once, nothing is kept, and the file stays as it was for whoever wants to look at it."""
    path.parent.mkdir()
    path.write_text("no database at all, but a text that somebody put here " * 40, "utf-8")
    before = path.read_bytes()
    store = Store(path)
    store.put(b"a", b"1")
    assert store.get(b"a") is None
    assert store.note is not None
    assert store.note.startswith(f"{path}: reports are not remembered: ")
    assert store.note.endswith(" – mend or delete the file")
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "cache").write_text("", "utf-8")
    store = Store(tmp_path / "cache" / "reports.sqlite")
    assert store.get(b"a") is None
    assert "reports are not remembered" in str(store.note)


def test_a_value_of_another_program_is_none(path: Path) -> None:
    """Text in the place of bytes is not taken for a report."""
    Store(path).put(b"a", b"1")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE kept SET value = 'text'")
    assert Store(path).get(b"a") is None
