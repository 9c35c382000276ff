"""Sentences and calendar words without their capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables, vocabulary
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_SENTENCE = re.compile(r"(?<=[a-z]{3}[.!?] )[a-z][a-z]+(?= [a-z])")
_CALENDAR = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october"
    rf"|november|december|{'|'.join(sorted(tables.column('demonyms') - {'polish', 'swiss'}))})\b(?![-@]|\.\w)"
)
MOST_SMALL_STARTS = 2
"""Small sentence starts of a paragraph: one with more is written in lower case on purpose (a chat, a transcript)."""
_ABBREVIATION = re.compile(
    r"\b(?:etc|vs|inc|ltd|corp|approx|dept|est|min|max|sec|tel|ext|art|fig|vol|cf|ibid|ca|al|cent|govt|dist|asst|assn"
    r"|mins|secs|hrs|lbs|kgs|pts|yrs|mos|misc|govs|sens|reps|tbsp|tsp|illus|trans|orig|repr|pseud|viz)\.\Z"
)
_SMALL_BY_CUSTOM = re.compile(
    r"french (?:fr(?:y|ies)|toast|horns?|doors?|windows?|kiss|dressing|press)|danish pastr|dutch oven|turkish delight"
    r"|arabic numeral|chinese checkers|russian roulette|german measles|swiss cheese|scotch|venetian blind"
)
"""Names of things that some styles write small (Associated Press, “French fries” apart)."""


@paragraph_check(
    id="LIN102",
    category="linguistic conventions/spelling",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
    fix="safe",
)
def missing_capital(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A sentence, day, month or nationality that begins in lower case.

    Spanish, French and Portuguese write days, months and nationalities small; and a sentence that was translated as the
    middle of another one lost its capital.

    Bad (es-en):
        The missile was launched on <v>wednesday</v> night.
        The vote was postponed. <v>deputies</v> left the chamber at noon.
    Good (es-en):
        The missile was launched on Wednesday night.
        Polish your shoes and march, he said. iPhone sales rose.
    """
    text = paragraph.text
    for match in _CALENDAR.finditer(text):
        if text[match.start() - 1 : match.start()] not in {"@", "#", "/", "-", "_", "."}:
            custom = _SMALL_BY_CUSTOM.match(text, match.start())
            yield _mark(match, f"English writes “{match[0].capitalize()}” with a capital", sure=not custom)
    found = [match for match in _SENTENCE.finditer(text) if _begins(match, text)]
    if len(found) <= MOST_SMALL_STARTS:
        for match in found:
            # “Why me? he wondered” is right: only a full stop surely ends what comes before.
            stop = text[: match.start()].rstrip().endswith(".")
            yield _mark(match, "a new sentence begins here without its capital", sure=stop)


def _begins(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 80) : match.start()].rstrip()
    after_word = before.rstrip(".!?").rsplit(" ", 1)[-1].strip('“"(').islower()
    shortened = _ABBREVIATION.search(before[-8:]) or before.endswith("..")
    return after_word and not shortened and vocabulary.known(match[0])


def _mark(match: re.Match[str], message: str, *, sure: bool) -> Mark:
    return Mark(
        start=match.start(),
        end=match.end(),
        message=message,
        suggestion=match[0].capitalize(),
        fix="safe" if sure else "unsafe",
    )
