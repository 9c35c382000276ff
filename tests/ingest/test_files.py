"""Paths to files: folders, addresses, standard input, and everything that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import IngestError
from audit.ingest.files import files

TEXT = frozenset((".txt",))


def test_a_folder_is_read_in_order_of_name(tmp_path: Path) -> None:
    """Hidden files and folders and unknown extensions are left out; folders and files share one order."""
    for name in ("c.txt", "b/z.txt", "b/a.TXT", ".hidden.txt", ".git/x.txt", "a.png", "d.txt/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", "utf-8")
    found = [str(Path(path).relative_to(tmp_path)) for path in files([str(tmp_path)], TEXT)]
    assert found == ["b/a.TXT", "b/z.txt", "c.txt", "d.txt/e.txt"]


def test_a_file_named_is_kept_whatever_its_extension(tmp_path: Path) -> None:
    """Only folders are searched by extension."""
    path = tmp_path / "article.doc"
    path.write_text("", "utf-8")
    assert files([str(path), "-"], TEXT) == [str(path), "-"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    """The error says which extensions count."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(IngestError, match=r"holds no file that can be read \(\.txt\)"):
        files([str(tmp_path)], TEXT)


def test_a_link_to_a_folder_above_is_an_error(tmp_path: Path) -> None:
    """A loop of symbolic links ends the run instead of running for ever."""
    (tmp_path / "a.txt").write_text("", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    with pytest.raises(IngestError, match="loop: leads back to a folder above it – remove the symbolic link"):
        files([str(tmp_path)], TEXT)


def test_links_that_lead_nowhere_are_passed_over(tmp_path: Path) -> None:
    """A dangling link, or one to itself, is no file."""
    (tmp_path / "a.txt").write_text("", "utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    assert files([str(tmp_path)], TEXT) == [str(tmp_path / "a.txt")]


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    """Two ways to one folder are no loop."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("", "utf-8")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert files([str(tmp_path)], TEXT) == [str(tmp_path / "a" / "x.txt"), str(tmp_path / "b" / "x.txt")]


@pytest.mark.parametrize("address", ["http://example.org/a", "HTTPS://example.org"])
def test_an_address_is_kept_as_it_is(address: str) -> None:
    """Whether it can be read shows when it is fetched."""
    assert files([address], TEXT) == [address]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("https:/example.org", "https:/example.org: is no valid address – check it"),
        ("ftp://example.org/a.txt", "only http and https are read"),
        ("https://user:secret@example.org/", "https://example.org/: holds a user name or password"),
    ],
)
def test_an_address_that_cannot_be_one_is_refused_at_once(address: str, message: str) -> None:
    """Before any article is read, and without showing a password."""
    with pytest.raises(IngestError, match=message) as caught:
        files([address], TEXT)
    assert "secret" not in str(caught.value)


def test_standard_input_counts_once() -> None:
    """A second `-` would be empty."""
    with pytest.raises(IngestError, match="-: standard input can be read only once"):
        files(["-", "-"], TEXT)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("gone.txt", "cannot be read: No such file or directory – check the path"),
        ("a.txt/b.txt", "cannot be read: Not a directory"),
        ("x" * 300, "cannot be read: File name too long"),
        ("a\0b", "cannot be read: embedded null byte"),
    ],
)
def test_a_path_the_system_refuses_is_one_line(tmp_path: Path, path: str, message: str) -> None:
    """The error names the path and the system's reason."""
    (tmp_path / "a.txt").write_text("", "utf-8")
    with pytest.raises(IngestError, match=message):
        files([f"{tmp_path}/{path}"], TEXT)


def test_a_folder_that_may_not_be_listed_is_an_error(tmp_path: Path) -> None:
    """Its name is in the error; who may list everything lists it."""
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "a.txt").write_text("", "utf-8")
    locked.chmod(0)
    try:
        found = files([str(tmp_path)], TEXT)
    except IngestError as refused:
        assert str(refused) == f"{locked}: cannot be read: Permission denied"  # noqa: PT017 - root never gets here
    else:
        assert found == [str(tmp_path / "a.txt")]
    finally:
        locked.chmod(0o700)
