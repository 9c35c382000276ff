"""Numbers written as the source language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_UNIT = (
    r"(?:million|billion|millones|millions|thousand|euros?|dollars?|pesos|soles|reais|pounds|people|inhabitants|kilomet\w+|met(?:er|re)s|km|hectares"
    r"|cases|deaths|victims|tons|tonnes|liters|litres|workers|students|homes|voters|spectators|points|percent|per cent|degrees|votes|jobs|families|years)"
)
_THOUSANDS = re.compile(
    rf"(?<![\w.,/-])(?:US)?[$€£]? ?([1-9]\d{{0,2}}(?:\.\d{{3}})+)(?= (?:[a-z]+ ){{0,2}}?{_UNIT}\b)|(?<![\w.,/-])([1-9]\d{{0,2}}(?:\.\d{{3}}){{2,}})(?![\w.])"
)
_ROUND = re.compile(
    r"(?<![\w.,/$€£-])[1-9]\d{0,2}\.\d00(?= (?:[a-z]+ )?(?!seconds|points|degrees|met(?:er|re)s|(?:kilo|milli)?(?:gram|litre|liter)s|kilos"
    r"|ounces|volts|inches|bars|miles|microns)[a-z]{3,}s\b)"
)
"""Hundreds and thousands of countable things: no decimal ends in two zeros."""
_ANY = re.compile(r"\d[.,\u00a0\u202f ]\d|\d[ \u00a0\u202f]*[%€]")
"""What every fault holds: paragraphs without it are passed over."""
_MONEY = re.compile(r"(?<![\w.,])[$€£] ?([1-9]\d{0,2}(?:\.\d{3})+)(?![\d.,]*\d)(?! (?:m|b|tr)illion)")
_DECIMAL = re.compile(rf"(?<![\w.,/:-])[-–−]?\d{{1,3}},\d{{1,2}}(?= ?(?:%|°|€|{_UNIT}\b))")
_PERCENT = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?[ \u00a0\u202f]+%(?!\w)")
_AFTER = re.compile(r"(?<![\w.,])\d[\d.,]*[ \u00a0\u202f]?[€](?!\w)")
_SPLIT = re.compile(
    r"(?<![\w.,])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?= (?:euros|people|dollars|million|inhabitants)\b)"
)


@paragraph_check(
    id="LOC101",
    category="locale conventions/number format",
    its_type="locale-violation",
    severity=Severity.MINOR,
    confidence=0.9,
    fix="unsafe",
)
def number_format(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A number with the separators, or a unit in the place, of the source language.

    Spanish, German, Italian and Portuguese write 12.887 for 12,887 and 1,5 for 1.5; French and Spanish put a space before %
    and the euro sign behind the amount. What is a matter of style for “71 %” turns twelve thousand into twelve elsewhere.

    Bad (es-en):
        The ministry reported <v>18.600</v> suspected cases and a budget of <v>12.887</v> million pesos.
        The temperature will be <v>-1,5</v> degrees, and <v>71 %</v> of the rents will rise to <v>15,000 €</v> a year.
    Good (es-en):
        The ministry reported 18,600 suspected cases, version 1.500 and a growth of 1.125 percent in 10,000 homes.
    """
    text = paragraph.text
    if not _ANY.search(text):
        return
    yield from _thousands(text)
    for match in _MONEY.finditer(text):
        yield _mark(match.start(1), match.end(1), match[1].replace(".", ","), Severity.MAJOR)
    for match in _DECIMAL.finditer(text):
        yield _mark(match.start(), match.end(), match[0].replace(",", "."), Severity.MAJOR)
    for match in _PERCENT.finditer(text):
        yield _mark(match.start(), match.end(), "".join(match[0].split()), Severity.MINOR)
    for match in _AFTER.finditer(text):
        yield _mark(match.start(), match.end(), "€" + match[0].rstrip("€ \u00a0\u202f"), Severity.MINOR)
    for match in _SPLIT.finditer(text):
        yield _mark(match.start(), match.end(), ",".join(match[0].split()), Severity.MINOR)


def _thousands(text: str) -> Iterator[Mark]:
    for match in _THOUSANDS.finditer(text):
        group = 1 if match[1] else 2
        unit = text[match.end() : match.end() + 12].strip().lower()
        ambiguous = unit.startswith("million") and len(match[group].partition(".")[0]) == 1
        if not ambiguous and not unit.startswith(("percent", "billion", "trillion", "per cent", "points", "degrees")):
            yield _mark(match.start(group), match.end(group), match[group].replace(".", ","), Severity.MAJOR)
    for match in _ROUND.finditer(text):
        if not _THOUSANDS.match(text, match.start()):
            yield _mark(match.start(), match.end(), match[0].replace(".", ","), Severity.MAJOR)


def _mark(start: int, end: int, suggestion: str, severity: Severity) -> Mark:
    return Mark(
        start=start, end=end, message=f"English writes “{suggestion}”", suggestion=suggestion, severity=severity
    )
