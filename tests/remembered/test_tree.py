"""Digests of folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit.remembered.store import Store
from audit.remembered.tree import Digests


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two files, one in a folder of its own."""
    (tmp_path / "package" / "below").mkdir(parents=True)
    (tmp_path / "package" / "a.py").write_text("1", "utf-8")
    (tmp_path / "package" / "below" / "b.py").write_text("2", "utf-8")
    return tmp_path / "package"


def digests(tmp_path: Path, name: str = "x") -> Digests:
    """Digests with a store of a name."""
    return Digests(Store(tmp_path / f"{name}.sqlite"))


def test_the_content_counts(place: Path, tmp_path: Path) -> None:
    """Other characters, another name or one file more make another digest; what Python compiled does not."""
    held = digests(tmp_path)
    seen = [held.of(place)]
    (place / "__pycache__").mkdir()
    (place / "__pycache__" / "a.pyc").write_text("", "utf-8")
    assert held.of(place) == seen[0]
    (place / "a.py").write_text("3", "utf-8")
    seen.append(held.of(place))
    (place / "a.py").rename(place / "c.py")
    seen.append(held.of(place))
    (place / "d.py").write_text("", "utf-8")
    seen.append(held.of(place))
    seen.append(held.of(place / "d.py"))
    assert len(set(seen)) == 5


def test_dates_do_not_count(place: Path, tmp_path: Path) -> None:
    """The same content installed at another time has the same digest, known to the store or not."""
    held = digests(tmp_path)
    before = held.of(place)
    os.utime(place / "a.py", (1, 1))
    assert [held.of(place), digests(tmp_path, "y").of(place)] == [before, before]


def test_what_cannot_be_read_counts_as_that(place: Path, tmp_path: Path) -> None:
    """A link to nothing, such as editors leave for a while, is no error."""
    held = digests(tmp_path)
    before = held.of(place)
    (place / ".#a.py").symlink_to(place / "nowhere")
    during = held.of(place)
    (place / ".#a.py").unlink()
    assert [held.of(place), during == before] == [before, False]


def test_what_was_not_touched_is_not_read_again(place: Path, tmp_path: Path) -> None:
    """The digest is that which the store has for files of these sizes and times."""
    store = Store(tmp_path / "x.sqlite")
    before = Digests(store).of(place)
    store.close()

    class Watched(Store):
        read: list[bytes | None] = []  # noqa: RUF012 - of this test alone

        def get(self, key: bytes) -> bytes | None:
            self.read.append(super().get(key))
            return self.read[-1]

    assert Digests(Watched(tmp_path / "x.sqlite")).of(place) == before
    assert [held is not None for held in Watched.read] == [True]
