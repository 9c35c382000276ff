"""The plural of a term."""

from __future__ import annotations

import pytest

from audit.terms.number import plural, plurals


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("town hall", "town halls"),
        ("city", "cities"),
        ("day", "days"),
        ("Church", "Churches"),
        ("boss", "bosses"),
        ("virus", "viruses"),
        ("crisis", "crises"),
        ("policewoman", "policewomen"),
        ("German", "Germans"),
        ("Roman", "Romans"),
        ("Child", "Children"),
        ("armed forces", "armed forces"),
        ("member of parliament", "members of parliament"),
        ("attorney general", "attorneys general"),
        ("prime minister designate of Spain", "prime ministers designate of Spain"),
        ("of late", "of lates"),
        ("C++", "C++"),
    ],
)
def test_the_noun_takes_the_plural(one: str, many: str) -> None:
    """The last word, or the one before a preposition or an adjective behind it."""
    assert plural(one) == many


def test_every_plural_counts_that_people_write() -> None:
    """A term may be written with the plural at its end, too; one that has none is only itself."""
    assert plurals("attorney general") == ("attorneys general", "attorney generals")
    assert plurals("news") == ()
