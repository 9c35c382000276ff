"""Which rows of a worksheet are of the article at hand."""

from __future__ import annotations

import pytest

from audit.document import Document
from audit.errors import ConfigError
from audit.review.choosing import by_document, rows_of
from audit.review.row import Row
from tests.review.sheets import row


def of(path: str, article: str = "") -> Row:
    """A row of an article."""
    return row("a , b", " ,", path=path, article=article or path)


def test_all_rows_of_one_path_are_of_the_article_wherever_it_lies_now() -> None:
    """A translator gets the two files by mail."""
    rows = [of("news/a.txt"), of("news/a.txt")]
    assert rows_of(rows, "/home/ana/renamed.txt") == rows


def test_of_several_paths_the_article_is_told_by_its_own() -> None:
    """Also written another way."""
    rows = [of("news/a.txt"), of("news/b.txt"), of("sports/b.txt")]
    assert rows_of(rows, "news/../news/b.txt") == [rows[1]]


def test_of_several_paths_the_file_name_is_enough_where_it_is_one() -> None:
    """The folder may be another on this desk."""
    rows = [of("news/a.txt"), of("news/b.txt")]
    assert rows_of(rows, "/elsewhere/b.txt") == [rows[1]]


@pytest.mark.parametrize("path", ["c.txt", "b.txt"])
def test_a_worksheet_of_other_articles_is_refused(path: str) -> None:
    """And one where two files have the name, rather than guessed."""
    rows = [of("news/a.txt"), of("news/b.txt"), of("sports/b.txt")]
    with pytest.raises(ConfigError, match=r"has no rows of .*: news/a\.txt, news/b\.txt, sports/b\.txt"):
        rows_of(rows, path)


def test_a_path_that_no_file_can_have_is_no_fault() -> None:
    """A worksheet is untrusted."""
    rows = [of("a\0b.txt"), of("news/b.txt")]
    assert rows_of(rows, "b.txt") == [rows[1]]


def test_entries_are_told_by_their_id_without_the_path_of_the_file() -> None:
    """A file of several articles may have moved since."""
    documents = [Document(id=f"new/f.xlf#{n}", path="new/f.xlf", text="") for n in (1, 2)]
    rows = [of("old/f.xlf", "old/f.xlf#2"), of("old/f.xlf", "old/f.xlf#3")]
    assert by_document(rows, documents) == ([[], [rows[0]]], [rows[1]])
