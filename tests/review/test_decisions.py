"""Decisions are kept, and the last one on a finding stands."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from audit.errors import ConfigError
from audit.review.decisions import Decided, Decisions, decided, default_path, now
from tests.review.sheets import row

ONE = Decided(article="a.txt", fingerprint="0" * 16, rule="LIN115", decision="accept", date="2024-05-03T10:00:00+00:00")


def test_what_is_recorded_is_held(tmp_path: Path) -> None:
    """In a folder made for it, also by another run."""
    path = tmp_path / "new" / "decisions.sqlite"
    Decisions(path).record([ONE])
    assert Decisions(path).held() == [ONE]


def test_the_last_decision_on_a_finding_of_an_article_stands(tmp_path: Path) -> None:
    """The same finding in another article is another."""
    kept = Decisions(tmp_path / "d.sqlite")
    later, elsewhere = replace(ONE, decision="reject", comment="no"), replace(ONE, article="b.txt")
    kept.record([ONE, elsewhere])
    kept.record([later])
    assert kept.held() == [later, elsewhere]


def test_two_desks_may_record_at_once(tmp_path: Path) -> None:
    """Each waits for the other."""
    path = tmp_path / "d.sqlite"

    def desk(name: str) -> None:
        Decisions(path).record([replace(ONE, article=f"{name}{i}") for i in range(50)])

    desks = [threading.Thread(target=desk, args=(name,)) for name in "abcd"]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    assert len(Decisions(path).held()) == 200


def test_a_file_that_cannot_be_used_is_one_clear_line(tmp_path: Path) -> None:
    """No database, or no place for one."""
    (tmp_path / "text").write_text(
        "no database at all, but a text that is long enough to be told from one" * 20, "utf-8"
    )
    for path in (tmp_path / "text", tmp_path / "text" / "d.sqlite", tmp_path):
        with pytest.raises(ConfigError, match="cannot keep decisions there"):
            Decisions(path)


def test_only_rows_with_a_decision_say_something() -> None:
    """The path stands for an article without an id."""
    rows = [row("a , b", " ,", decision=""), row("a , b", " ,", decision="edit", article="", comment="c")]
    assert decided(rows, "today") == [
        Decided(
            article="a.txt", fingerprint=rows[1].fingerprint, rule="LIN115", decision="edit", comment="c", date="today"
        )
    ]


def test_the_date_and_the_default_place_are_usual() -> None:
    """UTC to the second; the user's data folder."""
    assert now().endswith("+00:00")
    assert default_path().parent.name == "mt-audit"
