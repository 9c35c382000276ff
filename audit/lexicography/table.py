"""A lexicon's table on disk: read, enlarged, measured and written back, with the tables that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from audit.errors import ConfigError
from audit.lexicography.derived import derived_tables
from audit.lexicon.entry import COLUMNS, Entry, read
from audit.lexicon.matcher import Lexicon
from audit.lexicon.own import OFF

DATA = Path(str(resources.files("audit") / "data"))
SHIPPED = DATA / "lexicons"
"""Where the tables of the package lie, one a pair, named for it: `es-en.tsv`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A lexicon as text, by its path; the name tells the pair."""

    path: Path
    text: str

    @property
    def pair(self) -> str:
        """The language pair, as `es-en`."""
        return self.path.stem

    @property
    def source_lang(self) -> str:
        """The language translated from."""
        return self.pair.partition("-")[0]

    @property
    def own(self) -> bool:
        """Whether it is a desk's own: it has not every column of a shipped one, or switches entries off."""
        header, *lines = self.text.splitlines() or [""]
        return tuple(header.split("\t")) != COLUMNS or any(line.split("\t")[1:2] == [OFF] for line in lines)

    def entries(self) -> list[Entry]:
        """The entries, every line checked; raises ConfigError with path, line and what is wrong."""
        return list(read(self.text.splitlines(), self.path))

    def lexicon(self) -> Lexicon:
        """The entries ready to match."""
        return Lexicon(self.entries(), self.source_lang)

    def with_rows(self, rows: Iterable[list[str]]) -> Table:
        """The table with more lines, all sorted by id; raises ConfigError when one cannot be read."""
        header, *lines = self.text.splitlines()
        held = [line for line in lines if line.strip() and not line.startswith("#")]
        text = "\n".join([header, *sorted([*held, *("\t".join(row) for row in rows)])]) + "\n"
        enlarged = Table(path=self.path, text=text)
        enlarged.entries()
        return enlarged

    def write(self) -> None:
        """Write the table; raises ConfigError when it cannot be written."""
        write(self.path, self.text)


def shipped(pair: str) -> Path:
    """The path of the package's table of a pair."""
    return SHIPPED / f"{pair}.tsv"


def every_shipped() -> list[Path]:
    """The paths of all tables of the package."""
    return sorted(SHIPPED.glob("*-*.tsv"))


def opened(path: Path) -> Table:
    """The table at a path; raises ConfigError when there is none or it is no text."""
    try:
        return Table(path=path, text=path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as cause:
        raise ConfigError(f"{path}: cannot read the lexicon: {cause}") from cause


def new(path: Path) -> Table:
    """The table at a path, or an empty one where there is none yet."""
    return opened(path) if path.exists() else Table(path=path, text="\t".join(COLUMNS) + "\n")


def stale() -> dict[Path, str]:
    """The package's tables that follow from its lexicons and are not what they should be, with what they should be.

    Raises ConfigError naming the extra to install without LemmInflect or simplemma.
    """
    try:
        wanted = derived_tables({path.stem: opened(path).text for path in every_shipped()})
    except ModuleNotFoundError as cause:
        raise ConfigError(f"{cause.name} is needed here: pip install 'mt-audit[lexicon]'") from cause
    found = {DATA / name: text for name, text in wanted.items()}
    return {path: text for path, text in found.items() if not path.exists() or path.read_text("utf-8") != text}


def refresh() -> list[Path]:
    """Write the tables that are stale and return their paths."""
    held = stale()
    for path, text in held.items():
        write(path, text)
    return list(held)


def write(path: Path, text: str) -> None:
    """Write a text file; raises ConfigError when it cannot be written."""
    try:
        path.write_text(text, "utf-8")
    except OSError as cause:
        raise ConfigError(f"{path}: cannot write: {cause.strerror}") from cause
