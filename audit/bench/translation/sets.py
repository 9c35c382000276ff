"""Texts with human translations that engines are compared on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.errors import IngestError
from audit.text_files import lines

LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelSet:
    """The lines with one tag of the line-aligned files STEM.es.xz, STEM.en.xz and STEM.tag.xz."""

    name: str
    stem: str

    def files(self, folder: Path) -> tuple[Path, Path, Path]:
        """Spanish, English and the tags."""
        one, other, tag = (folder / f"{self.stem}.{end}.xz" for end in (*LANGUAGES, "tag"))
        return one, other, tag

    def pairs(self, folder: Path) -> list[tuple[str, str]]:
        """Spanish and English, line by line; raises IngestError when the files are broken or not aligned."""
        return list(_tagged(self.files(folder), self.name))


SETS = (ParallelSet(name="newstest2013", stem="wmt_newstest"), ParallelSet(name="ntrex128", stem="eval_other"))
"""News of many papers (WMT 2013), and news of 2019 by other translators (NTREX-128). `auto` chooses by the first."""


def _tagged(files: tuple[Path, Path, Path], tag: str) -> Iterator[tuple[str, str]]:
    try:
        for one, other, found in zip(*map(lines, files), strict=True):
            if found.strip() == tag:
                yield one.strip(), other.strip()
    except ValueError as cause:
        raise IngestError("not of the same number of lines as those beside it", path=str(files[0])) from cause
