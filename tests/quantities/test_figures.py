"""Numbers in figures: separators, times, dates, decades."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.quantities.figures import decimal_comma, figures


def values(text: str, *, comma: bool = False) -> list[tuple[float, ...]]:
    """What the figures of a text may be."""
    return [one.values for one in figures(text, decimal_comma=comma)]


@pytest.mark.parametrize(
    ("text", "comma", "found"),
    [
        ("1,234,567", False, [(1234567,)]),
        ("1.234.567,8", True, [(1234567.8,)]),
        ("1,234.5", False, [(1234.5,)]),
        ("1.234", True, [(1234,)]),
        ("1.234", False, [(1.234,)]),
        ("0,125", True, [(0.125,)]),
        ("0.125", True, [(0.125,)]),
        ("3,14", False, [(3.14,)]),
        ("1234,567", True, [(1234.567,)]),
        ("12 345", True, [(12345,)]),
        ("12’345", True, [(12345,)]),
        ("1,2,3", False, [(1,), (2,), (3,)]),
        ("11.30.45", False, [(11,), (30,), (45, 2045, 1945)]),
    ],
)
def test_separators(text: str, comma: bool, found: list[tuple[float, ...]]) -> None:  # noqa: FBT001 - what is given
    """Groups of three are thousands or decimals by the language; what cannot be one number is several."""
    assert values(text, comma=comma) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("18:30", (18.3,)),
        ("18h30", (18.3,)),
        ("6 p.m.", (18, 6)),
        ("6:30 pm", (18.3, 6.3)),
        ("12 a.m.", (0, 12, 24)),
        ("12 p.m.", (12,)),
        ("the 1990s", (1990, 90)),
        ("the ’80s", (80,)),
    ],
)
def test_times_and_decades(text: str, found: tuple[float, ...]) -> None:
    """Minutes are hundredths; the other half of the day stands beside the first reading."""
    assert values(text) == [found]


def test_dates_with_points_are_three_numbers() -> None:
    """A year of two digits may be of this century or the last."""
    assert values("25.03.2024") == [(25,), (3,), (2024,)]
    assert values("25.03.24")[-1] == (24, 2024, 1924)


def test_telephone_numbers_are_no_numbers() -> None:
    """Their groups of figures count nothing; the years of a war are no telephone number."""
    assert values("Call 212-555-0100 or 555-0100.") == []
    assert values("in 1914-1918") == [(1914,), (1918,)]


def test_precision() -> None:
    """The weight of the last digit says what may have been rounded away."""
    assert [one.precision for one in figures("12.9 and 12.87", decimal_comma=False)] == [0.1, pytest.approx(0.01)]


@pytest.mark.parametrize(
    ("text", "default", "comma"),
    [
        ("3,5 %", False, True),
        ("3.5 %", True, False),
        ("1.500", False, True),
        ("1,500", True, False),
        ("15", True, True),
    ],
)
def test_an_article_shows_its_decimal_sign(text: str, default: bool, comma: bool) -> None:  # noqa: FBT001 - what is given
    """Numbers that can be read one way only tell; else the language does."""
    assert decimal_comma(text, default) is comma


@given(st.text(alphabet="0123456789.,:hapm’' \u00a0s€-\ud800"), st.booleans(), st.booleans())
def test_any_figures_are_read_in_order(text: str, comma: bool, lenient: bool) -> None:  # noqa: FBT001 - drawn
    """No text raises; figures follow each other without overlap."""
    end = 0
    for one in figures(text, decimal_comma=comma, lenient=lenient):
        assert end <= one.start < one.end <= len(text)
        end = one.end
