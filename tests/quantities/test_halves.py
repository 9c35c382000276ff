"""What words beside a number add to it."""

from __future__ import annotations

import pytest

from audit.quantities.halves import and_a_half, clock, half_of, past


@pytest.mark.parametrize("text", [" y medio", " et demi", " e mezzo", " e meia", " and a half", "einhalb"])
def test_and_a_half_in_every_language(text: str) -> None:
    """The half may follow at once, and reaches to its end."""
    assert and_a_half(f"2{text}", 1) == (1 + len(text) if text != "einhalb" else None)


def test_a_half_is_of_the_last_magnitude() -> None:
    """Two and a half million are 2,500,000; one and a half is 1.5."""
    assert half_of(2e6, 1e6) == half_of(2e6, 1) == 500_000
    assert half_of(1, 1) == 0.5


@pytest.mark.parametrize(
    ("text", "start", "value", "time"),
    [
        ("ocho y media", 0, 8, 8.3),
        ("huit heures et quart", 0, 8, 8.15),
        ("otto meno un quarto", 0, 8, 7.45),
        ("half past eight", 10, 8, 8.3),
        ("a quarter to eight", 13, 8, 7.45),
        ("halb neun", 5, 9, 8.3),
        ("Viertel nach acht", 13, 8, 8.15),
    ],
)
def test_clock_times(text: str, start: int, value: float, time: float) -> None:
    """Half and quarter hours are hundredths of the figure, and may be of the afternoon."""
    end = min(at for at in (text.find(" ", start), len(text)) if at > 0)
    found = clock(text, start, end, value)
    assert found is not None
    assert found[:2] == pytest.approx((time, time + 12))


@pytest.mark.parametrize(
    ("text", "times"), [("8 de la noche", (20, 8)), ("8 in the morning", (20, 8)), ("8 du soir", (20, 8))]
)
def test_times_of_the_day(text: str, times: tuple[float, ...]) -> None:
    """*In the evening* shows that a number is an hour, of either half of the day."""
    assert clock(text, 0, 1, 8) == times


def test_a_number_that_is_no_hour() -> None:
    """A half after 30, or nothing beside a number, is no time."""
    assert clock("30 y media", 0, 2, 30) is None
    assert clock("8 casas", 0, 1, 8) is None


def test_minutes_past_and_to() -> None:
    """Twenty past two and ten to five are read; 7 to 9 is a range."""
    assert past("twenty past two", 6, 12, 20, 2) == pytest.approx((2.2, 14.2))
    assert past("ten to five", 3, 7, 10, 5) == pytest.approx((4.5, 16.5))
    assert past("7 to 9", 1, 5, 7, 9) is None
