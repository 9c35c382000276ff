"""Which numbers of a translation the source does not have, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from audit.quantities.quantity import Quantity
from audit.quantities.vocabulary import CONVERSIONS, families_meet

LOOSE = 0.1
"""Share by which a number after *nearly* or *about* may be rounded."""
CONVERTED = 0.07
"""Share by which a converted measure may be rounded (50 miles for 80 kilometres, two weeks for «quince días»)."""
DEGREES = 2.0
"""Degrees Fahrenheit by which a converted temperature may be rounded."""
NEAR = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers:
    """The sure numbers of both sides that nothing equals; `units`: pairs, source first, of different units."""

    source: tuple[Quantity, ...]
    target: tuple[Quantity, ...]
    units: tuple[tuple[Quantity, Quantity], ...] = ()


def compared(source: Sequence[Quantity], target: Sequence[Quantity]) -> Leftovers:
    """Pair equal numbers off, exact ones first, and tell what is left."""
    left, right = list(source), list(target)
    units: list[tuple[Quantity, Quantity]] = []
    for rule in (_exact_unit, _exact, _rounded, _converted, _elliptic):
        for one in tuple(left):
            other = next((held for held in right if rule(one, held)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                if rule is _exact and _differ(one, other):
                    units.append((one, other))
    return Leftovers(
        source=tuple(one for one in left if one.sure),
        target=tuple(one for one in right if one.sure),
        units=tuple(units),
    )


def equal(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be the same, however written and rounded."""
    return _exact(one, other) or _rounded(one, other) or _converted(one, other)


def likeness(one: Quantity, other: Quantity) -> float:
    """How easily one number is mistaken for another, 0–1: digits in another order, a digit or a separator changed."""
    first, second = f"{one.values[0]:.10g}", f"{other.values[0]:.10g}"
    return 1 - OSA.normalized_distance(first, second)


def _exact_unit(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and _exact(one, other)


def _exact(one: Quantity, other: Quantity) -> bool:
    # The same figures without a word of magnitude are right or wrong in form alone.
    if one.digits and one.digits == other.digits and one.magnitude == other.magnitude == 1:
        return True
    return any(abs(a - b) <= NEAR * max(1.0, abs(a)) for a in one.values for b in other.values)


def _rounded(one: Quantity, other: Quantity) -> bool:
    a, b = one.values[0], other.values[0]
    slack = max(one.precision, other.precision) / 2 * (1 + NEAR)
    if (one.hedged and _rounder(one, other)) or (other.hedged and _rounder(other, one)):
        slack = max(slack, LOOSE * max(abs(a), abs(b)))
    return abs(a - b) <= slack


def _rounder(one: Quantity, other: Quantity) -> bool:
    """Whether a number has fewer figures that tell than another: *more than 1,243* does not round 1,234."""
    return _figures(one.values[0]) < _figures(other.values[0])


def _figures(value: float) -> int:
    return len(f"{value:.12e}".partition("e")[0].replace(".", "").rstrip("0"))


def _elliptic(one: Quantity, other: Quantity) -> bool:
    """Whether one leaves out the magnitude that a number before it has (*389 million, down from 512*)."""
    bare, full = (one, other) if one.magnitude == 1 else (other, one)
    alone = bare.figures and bare.magnitude == 1 and bare.unit is None
    return alone and full.figures and full.magnitude > 1 and _close(bare.values[0] * full.magnitude, full.values[0])


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= NEAR * max(one, other)


def _converted(one: Quantity, other: Quantity) -> bool:
    if one.unit is None or other.unit is None:
        return False
    if one.unit == other.unit == "degree":
        return any(_fahrenheit(a, b) for a, b in ((one.values[0], other.values[0]), (other.values[0], one.values[0])))
    factor = CONVERSIONS.get(frozenset((one.unit, other.unit)))
    if factor is None:
        return False
    a, b = one.values[0], other.values[0]
    return min(abs(a * factor - b), abs(a - b * factor)) <= CONVERTED * max(a, b)


def _fahrenheit(celsius: float, other: float) -> bool:
    """Whether one temperature, or difference of two, is the other's in Fahrenheit, give or take a rounding."""
    return abs(celsius * 1.8 + 32 - other) <= DEGREES or abs(celsius * 1.8 - other) <= DEGREES


def _differ(one: Quantity, other: Quantity) -> bool:
    return one.unit is not None and other.unit is not None and families_meet(one.unit, other.unit)
