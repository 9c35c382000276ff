"""The words beside a name."""

from __future__ import annotations

import pytest

from audit.bitext.neighbours import beside


@pytest.mark.parametrize(
    ("name", "step", "found"),
    [
        ("rios", 1, [("Ríos", "spoke"), ("RIOS", "left")]),
        ("rios", -1, [("Ríos", "Marta"), ("RIOS", "when")]),
        ("marta", -1, []),
        ("left", 1, []),
        ("nobody", 1, []),
    ],
)
def test_every_place_with_its_neighbour(name: str, step: int, found: list[tuple[str, str]]) -> None:
    """A name is found folded; the first and the last word have one neighbour only."""
    held = beside("Marta Ríos spoke when RIOS left", name, step)
    assert [(word.text, other.text) for word, other in held] == found
