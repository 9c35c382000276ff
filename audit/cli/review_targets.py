"""What `audit review` writes, and where: never over the article or the worksheet by mistake."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audit.cli.terminal import standard_output
from audit.errors import ConfigError
from audit.visible import visible
from audit.writing import differences, write_whole

if TYPE_CHECKING:
    from audit.baseline.entries import Baseline
    from audit.ingest.rewriting import ArticleFile
    from audit.review.applying import Reviewed
    from audit.review.decisions import Decisions
    from audit.review.row import Row

STANDARD = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """The files a review writes; `-` is standard output, None nothing, but for `decisions` the default file."""

    output: str | None
    diff: str | None
    baseline: Path | None
    decisions: Path | None

    def refuse_clashes(self, findings: str, article: str, *, in_place: bool) -> None:
        """Raise ConfigError where a file would be overwritten that nobody meant to, or nothing would be written."""
        if self.output is None and self.diff is None:
            raise ConfigError(
                "say where the corrected article goes: -o FILE, --in-place, or --diff - to see what changes"
            )
        if in_place and (article == STANDARD or _place(self.output or "") != _place(article)):
            raise ConfigError("--in-place changes the article itself – leave -o away, and name a file")
        held = {"-o": self.output, "--diff": self.diff, "--baseline": self.baseline, "--decisions": self.decisions}
        taken = {_place(findings): "the worksheet"}
        if not in_place and article != STANDARD:
            taken[_place(article)] = "the article"
        for option, path in held.items():
            if path is None:
                continue
            place = STANDARD if path == STANDARD else _place(str(path))
            if place in taken:
                hint = " – give --in-place if that is meant" if (option, taken[place]) == ("-o", "the article") else ""
                raise ConfigError(f"{option} {path} would overwrite {taken[place]}{hint}")
            taken[place] = f"what {option} writes"

    def deliver(self, before: ArticleFile, done: Reviewed, rows: Sequence[Row]) -> None:
        """Write the diff, the article, the baseline and the decisions; all but the diff only with an article.

        The baseline is read and the file of decisions opened before the article is written. Raises ConfigError.
        """
        if self.diff is not None:
            self._write_diff(before, done.file)
        if self.output is None:
            return
        baseline, decisions = self._baseline(done), self._decisions()
        self._write_article(before, done.file)
        if self.baseline is not None and baseline is not None:
            baseline.write(self.baseline)
        if decisions is not None:
            from audit.review.decisions import decided, now

            decisions.record(decided(rows, now()))

    def _write_article(self, before: ArticleFile, file: ArticleFile) -> None:
        if self.output == STANDARD:
            sys.stdout.flush()
            sys.stdout.buffer.write(file.data)
        elif self.output is not None and (file.data != before.data or _place(self.output) != _place(file.path)):
            write_whole(Path(self.output), file.data)

    def _write_diff(self, before: ArticleFile, file: ArticleFile) -> None:
        text = differences(file.path, before.text, file.text)
        if self.diff != STANDARD:
            write_whole(Path(self.diff or ""), text.encode("utf-8", "surrogatepass"))
            return
        with standard_output() as stream:
            stream.write("\n".join(map(visible, text.split("\n"))) if stream.isatty() else text)

    def _baseline(self, done: Reviewed) -> Baseline | None:
        """The baseline with the rejected findings; None where there is nothing to add."""
        from audit.baseline.entries import Baseline
        from audit.baseline.reading import load

        if self.baseline is None or not done.rejected:
            return None
        return (load(self.baseline) if self.baseline.exists() else Baseline()).merged(done.rejected)

    def _decisions(self) -> Decisions | None:
        """Where decisions are kept; that the user's own folder cannot be written to is told and is no failure."""
        from audit.review.decisions import Decisions, default_path

        if self.decisions is not None:
            return Decisions(self.decisions)
        try:
            return Decisions(default_path())
        except ConfigError as cause:
            sys.stderr.write(f"audit: the decisions are not kept: {visible(str(cause))}\n")
            return None


def _place(path: str) -> str:
    try:
        return str(Path(path).resolve())
    except (OSError, ValueError, RuntimeError):
        return path
