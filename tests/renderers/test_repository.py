"""Paths as CI counts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.document import Role
from audit.renderers.repository import Repository
from tests.renderers.reports import document, finding, report


def file(path: str | None, environment: dict[str, str] | None = None) -> str | None:
    """What the file of an article is called."""
    return Repository(environment or {}).file(document(path=path))


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("news/a.txt", "news/a.txt"),
        ("./news/../a.txt", "a.txt"),
        ("../a.txt", "../a.txt"),
        ("/elsewhere/a.txt", "/elsewhere/a.txt"),
        (None, None),
        ("-", None),
        ("https://example.org/a.xml", None),
    ],
)
def test_paths_are_relative_to_the_current_folder(path: str | None, told: str | None) -> None:
    """Without `./`; standard input and addresses are no files."""
    assert file(path) == told


def test_an_absolute_path_inside_is_made_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CI looks the file up in the repository."""
    monkeypatch.chdir(tmp_path)
    assert file(f"{tmp_path}/news/a.txt") == "news/a.txt"


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_count_from_where_the_repository_is(
    variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job that runs in a folder below it names the same file."""
    (tmp_path / "site" / "en").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site" / "en")
    environment = {variable: str(tmp_path)}
    assert file("a.txt", environment) == "site/en/a.txt"
    assert file("../a.txt", environment) == "site/a.txt"


def test_a_repository_elsewhere_does_not_count(tmp_path: Path) -> None:
    """What is audited then is not in it."""
    assert file("a.txt", {"GITHUB_WORKSPACE": str(tmp_path)}) == "a.txt"


def test_a_place_is_told_by_file_line_and_column() -> None:
    """Or by the article's id where there is no file."""
    article = document(path="news/a.txt")
    issue = finding(article, "his pair of Russia")
    assert Repository({}).located(report(article), issue).where == "news/a.txt:3:43"
    nameless = document(path=None, id="entry\n7")
    assert Repository({}).located(report(nameless), issue).where == "entry\\n7:3:43"


@pytest.mark.parametrize(("span", "last"), [("one", 1), ("one\n", 1), ("one\ntwo", 2), ("one\ntwo\n", 2)])
def test_the_last_line_is_that_of_the_last_character(span: str, last: int) -> None:
    """The line after a line end has nothing of the span."""
    article = document(((Role.BODY, "one\ntwo\nthree"),))
    assert Repository({}).located(report(article), finding(article, span)).last_line == last
