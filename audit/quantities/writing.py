"""Writes a number of the source in the place and the form of one of the translation."""

from __future__ import annotations

import re

from audit.quantities.quantity import Quantity

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MAGNITUDE = re.compile(r"\s*(thousand|million|billion|trillion)\b", re.IGNORECASE)
_FACTORS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
DECIMALS = 3
"""Most decimals a news text gives a number; what needs more is not written in this magnitude."""
NEAR = 1e-9


def written(there: Quantity, here: Quantity, text: str) -> str | None:
    """`text[here.start:here.end]` with the value of `there`; None where the form of the two differs too much."""
    span = text[here.start : here.end]
    found = _NUMBER.search(span)
    if found is None or len(here.values) > 1 or len(there.values) > 1 or there.unit != here.unit:
        return None
    magnitude = _MAGNITUDE.match(span, found.end())
    value = there.values[0] / (_FACTORS[magnitude[1].lower()] if magnitude else 1.0)
    rounded = round(value, DECIMALS)
    if abs(rounded - value) > NEAR * max(1.0, value):
        return None
    year = there.unit is None and not magnitude and 1000 <= rounded < 2100 and "," not in found[0]  # noqa: PLR2004 - years
    figure = f"{rounded:.0f}" if year else f"{rounded:,.{DECIMALS}f}".rstrip("0").rstrip(".")
    return span[: found.start()] + figure + span[found.end() :]
