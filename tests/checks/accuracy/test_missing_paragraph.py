"""Paragraphs of the source that nothing renders."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.missing_paragraph import missing_paragraph
from audit.testing import findings

SOURCE = (
    "El alcalde cerró el puente el martes por la noche.",
    "Los vecinos protestaron delante del ayuntamiento con pancartas.",
    "La reparación del puente costará dos millones de euros.",
)
TARGET = (
    "The mayor closed the bridge on Tuesday night.",
    "Residents protested in front of the town hall with banners.",
    "The repair of the bridge will cost two million euros.",
)


def told(target: tuple[str, ...], source: tuple[str, ...] = SOURCE) -> list[tuple[str, str]]:
    """The spans found, with what is missing."""
    held = findings(missing_paragraph, "\n\n".join(target), source="\n\n".join(source), source_lang="es")
    return [(one.text, str(one.evidence["missing"])) for one in held]


@pytest.mark.parametrize(("lost", "span"), [(0, "Residents"), (1, "on Tuesday night."), (2, "hall with banners.")])
def test_a_paragraph_is_missing(lost: int, span: str) -> None:
    """The end of the paragraph before it is marked, or the beginning of the first."""
    assert told(TARGET[:lost] + TARGET[lost + 1 :]) == [(span, SOURCE[lost])]


def test_nothing_is_missing() -> None:
    """Merged, split and extra paragraphs leave nothing out."""
    assert told(TARGET) == []
    assert told((f"{TARGET[0]} {TARGET[1]}", TARGET[2])) == []
    assert told(TARGET, (f"{SOURCE[0]} {SOURCE[1]}", SOURCE[2])) == []
    assert told((*TARGET, "Subscribe to our weekly newsletter and win cooking recipes.")) == []


def test_labels_and_dates_may_be_left_out() -> None:
    """Fewer than four words are no paragraph of an article."""
    assert told(TARGET, ("Última hora", *SOURCE)) == []


def test_two_paragraphs_are_told_one_by_one() -> None:
    """Each gap is a finding."""
    assert [missing for _, missing in told(TARGET[:1])] == list(SOURCE[1:])
