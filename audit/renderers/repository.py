"""How CI calls the file of an article: by its path in the repository."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from audit.document import Document
from audit.finding import Finding
from audit.renderers.places import Place, place
from audit.report import Report
from audit.visible import visible

CHECKED_OUT = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables that hold the folder of the repository (GitHub, *Variables reference*; GitLab, *Predefined CI/CD variables
reference*): a job may run in a folder below it, and paths count from there all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A finding with its article, the file of that in the repository (None where there is none) and the place in it."""

    finding: Finding
    document: Document
    file: str | None
    place: Place

    @property
    def where(self) -> str:
        """`file:line:column` on one line; the article's id stands for a file where there is none."""
        return f"{visible(self.file or self.document.id)}:{self.place.line}:{self.place.column}"

    @property
    def last_line(self) -> int:
        """The line that its last character is on: of a span that ends with a line end, the line that this ends."""
        place = self.place
        return place.end_line - (place.end_line > place.line and place.end_column == 1)


class Repository:
    """The folder that paths in CI count from: where the environment says it is checked out, else the current one."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        here = Path.cwd()
        told = next((environment[name] for name in CHECKED_OUT if environment.get(name)), None)
        root = Path(told).resolve() if told else here
        self._here, self._root = here, root if here.is_relative_to(root) else here

    def file(self, document: Document) -> str | None:
        """The article's path in the repository, with `/` and without `./`.

        None where it has none (standard input, an address); what lies elsewhere is called as the user called it.
        """
        path = document.path
        if path is None or path == "-" or "://" in path:
            return None
        whole = Path(os.path.normpath(self._here / path))
        return (whole.relative_to(self._root) if whole.is_relative_to(self._root) else Path(path)).as_posix()

    def located(self, report: Report, finding: Finding) -> Located:
        """A finding of a report with its file and place."""
        document = report.document
        return Located(finding=finding, document=document, file=self.file(document), place=place(finding, document))
