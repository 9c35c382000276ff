"""What of Apertium is installed here: its programs, its language pairs and their versions."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from audit.languages import two_letter

HOW_TO = (
    "install it: on Debian and Ubuntu `sudo apt install apertium-eng-spa` (other pairs: `apt search apertium`), "
    "elsewhere see https://wiki.apertium.org/wiki/Installation"
)
_MODE = re.compile(r"([a-z]{2,3})(_\w+)?-([a-z]{2,3})(_\w+)?")
_QUOTED = re.compile(r"'([^']+)'")
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_USE = "each text alone"
"""How it is called, where that changes translations: those kept under another revision are not used."""
_VERSION_SECONDS = 10
"""Far above the 10 ms that `apertium -V` takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Where the programs are, and the mode file of each (source, target) pair of two-letter codes."""

    program: Path
    modes: Mapping[tuple[str, str], Path]

    def mode(self, source_lang: str, target_lang: str) -> Path | None:
        """The mode file of a pair given in two- or three-letter codes, with or without a region."""
        return self.modes.get((two_letter(source_lang), two_letter(target_lang)))

    def revision(self) -> str:
        """The version of Apertium with 8 hex digits of how it is used and of its data's names, sizes and dates."""
        return f"{self._version()}-{hashlib.sha256(repr([_USE, *self._data()]).encode()).hexdigest()[:8]}"

    def _version(self) -> str:
        command = [str(self.program), "-V"]
        try:
            told = subprocess.run(command, capture_output=True, text=True, timeout=_VERSION_SECONDS, check=False)  # noqa: S603 - the program found on PATH
        except (OSError, subprocess.TimeoutExpired):
            return "unknown"
        found = _VERSION.search(told.stdout)
        return found[0] if found else "unknown"

    def _data(self) -> Iterator[tuple[str, int, int]]:
        for mode in sorted(self.modes.values()):
            for name in sorted(set(_QUOTED.findall(mode.read_text("utf-8", "replace")))):
                if (path := Path(name)).is_file():
                    yield path.name, path.stat().st_size, int(path.stat().st_mtime)


def find() -> Installation | None:
    """The installation on PATH, or None; the data folder may be moved with `APERTIUM_DATADIR`, as Apertium has it."""
    found = shutil.which("apertium")
    if found is None or os.name != "posix":
        return None
    program = Path(found).resolve()
    data = os.environ.get("APERTIUM_DATADIR") or program.parent.parent / "share" / "apertium"
    # A regional variant (spa-eng_US) sorts after its language and so never takes its place.
    modes: dict[tuple[str, str], Path] = {}
    for path in sorted((Path(data) / "modes").glob("*.mode"), key=lambda path: path.stem):
        if match := _MODE.fullmatch(path.stem):
            modes.setdefault((two_letter(match[1]), two_letter(match[3])), path)
    return Installation(program=Path(found), modes=modes)
