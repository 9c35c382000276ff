"""What every part of the benchmark is given: the folders, the plugins, and where tables go."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from audit import plugins
from audit.back_translation.choice import PREFERENCE
from audit.bench.markdown import Cells, Section, page
from audit.bench.plots import Points, calibration
from audit.bench.reader import Reader
from audit.config import Config
from audit.engine import Engine
from audit.errors import ConfigError
from audit.pipeline import Auditor


@dataclass(frozen=True, kw_only=True)
class Workbench:
    """One run of the benchmark.

    `shared` holds the evaluation data, `judgements` the sets made for this project, `folders` annotated articles,
    `bilingual` those whose faults need the source.
    `engines` are compared where they are ready, none of them meaning those that `auto` prefers; their table goes to
    `scores` where that is given, else beside the pages. `command` is what the user typed, for the head of each page.
    """

    shared: Path
    judgements: Path
    folders: tuple[Path, ...]
    bilingual: tuple[Path, ...]
    output: Path
    engine: str
    scorer: str
    words: int | None
    model_rules: tuple[str, ...]
    engines: tuple[str, ...]
    scores: Path | None
    command: str

    def auditor(self, *, engine: str = "none", min_confidence: float | None = None) -> Auditor:
        """A new auditor with the scorer of this run, an engine, and no cache."""
        given = {"engine": engine, "scorer": self.scorer, "min_confidence": min_confidence}
        return Auditor(Config(cache="").override(**given))

    def ready_engines(self, source_lang: str, target_lang: str) -> Iterator[Engine]:
        """New engines that can translate a pair here; says why of each that cannot."""
        for name in self.engines or PREFERENCE:
            engine = plugins.engine(name, timeout=Config().engine_timeout)
            if why := engine.unavailable(source_lang, target_lang):
                self.skip(f"engine {name} {source_lang}→{target_lang}", why)
            else:
                yield engine

    @cached_property
    def reader(self) -> Reader:
        """The scorer of this run, which every part asks."""
        return Reader(self.auditor().scorer)

    @property
    def scored(self) -> bool:
        """Whether there is a scorer at all."""
        return self.reader.scorer.name != "none"

    @property
    def scorer_name(self) -> str:
        """The scorer as an option names it."""
        return self.reader.scorer.name if self.scorer == "auto" else self.scorer

    @property
    def scorer_label(self) -> str:
        """The scorer's name and revision."""
        scorer = self.reader.scorer
        return f"{scorer.name}@{scorer.revision}"

    def present(self, path: Path) -> bool:
        """Whether a file or folder is there; says so when it is skipped."""
        if not path.exists():
            self.skip(str(path), "not there")
        return path.exists()

    def there(self, paths: Iterable[Path]) -> Iterator[Path]:
        """The paths that are there."""
        return (path for path in paths if self.present(path))

    def skip(self, what: str, reason: str) -> None:
        """Say what is left out and why."""
        sys.stderr.write(f"audit: skipped {what}: {reason}\n")

    def write(self, name: str, text: str) -> None:
        """Write one page and say where; raises ConfigError when it cannot be."""
        _write(self.output / name, text)

    def write_table(self, name: str, comments: Iterable[str], rows: Iterable[Cells]) -> None:
        """Write the engines' table, header first, as the package reads it; raises ConfigError when it cannot be."""
        held = [*(f"# {comment}" for comment in comments), *("\t".join(row) for row in rows)]
        _write(self.scores or self.output / name, "\n".join(held) + "\n")

    def draw(self, name: str, series: Mapping[str, Points], *, x: str, y: str, most: float) -> None:
        """Draw a calibration beside the tables; skipped with the reason where it cannot be drawn."""
        path = self.output / name
        try:
            calibration(path, series, x=x, y=y, most=most)
        except ConfigError as cause:
            self.skip(str(path), str(cause))
        else:
            sys.stdout.write(f"{path}\n")

    def write_sections(self, name: str, title: str, intro: Iterable[str], sections: Iterable[Section]) -> None:
        """Write a page of sections under the command that made it and the scorer it measured."""
        self.write(name, page(title, [f"`{self.command}` – scorer {self.scorer_label}.", *intro], sections))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as cause:
        raise ConfigError(f"{path}: cannot write: {cause.strerror}") from cause
    sys.stdout.write(f"{path}\n")
