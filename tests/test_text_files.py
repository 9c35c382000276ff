"""Text files line by line, packed or not."""

from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest

from audit.errors import IngestError
from audit.text_files import lines


@pytest.mark.parametrize(("name", "packed"), [("a.txt", bytes), ("a.xz", lzma.compress), ("a.es.gz", gzip.compress)])
def test_lines_keep_their_ends(tmp_path: Path, name: str, packed: type[bytes]) -> None:
    """Whatever it is packed with, a line ends at its line feed and nowhere else."""
    path = tmp_path / name
    path.write_bytes(packed(b"uno\r\ndos\rdos\ntres"))
    assert list(lines(path)) == ["uno\r\n", "dos\rdos\n", "tres"]


@pytest.mark.parametrize("name", ["gone.txt", "broken.xz", "broken.gz", "latin.txt"])
def test_unreadable_file_is_named(tmp_path: Path, name: str) -> None:
    """A file that is not there, not packed as it says or no UTF-8 is one error with its path."""
    if name != "gone.txt":
        (tmp_path / name).write_bytes(b"se\xf1or\n")
    with pytest.raises(IngestError, match=f"{name}: cannot be read"):
        list(lines(tmp_path / name))
