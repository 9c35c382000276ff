"""A number of the source in the form of the one it replaces."""

from __future__ import annotations

import pytest

from audit.quantities.reading import quantities
from audit.quantities.writing import written


@pytest.mark.parametrize(
    ("source", "target", "suggestion"),
    [
        ("12.887 millones de euros", "12.887 million euros", "12,887 million euros"),
        ("12.887 millones de euros", "€12.8 billion", "€12.887 billion"),
        ("135 hectáreas", "153 hectares", "135 hectares"),
        ("2019", "2091", "2019"),
        ("en 1.234 casas", "in 1,243 houses", "1,234"),
        ("3,25 %", "3.52%", "3.25%"),
        ("25 euros", "25 dollars", None),
        ("135", "dozens", None),
        ("12.345.678 euros", "12 billion euros", None),
    ],
)
def test_the_form_is_kept(source: str, target: str, suggestion: str | None) -> None:
    """Sign, magnitude and unit stay as they are; nothing is told where the form would differ too much."""
    there = quantities(source, "es")[0]
    here = next(iter(quantities(target, "en")), there)
    assert written(there, here, target) == suggestion


def test_times_are_left_alone() -> None:
    """A number that may be two things is not written."""
    (there,), (here,) = quantities("18 horas", "es"), quantities("8 p.m.", "en")
    assert written(there, here, "8 p.m.") is None
