"""A suggestion is a fix only where putting it in place loses nothing."""

from __future__ import annotations

import pytest

from audit.lexicon.completeness import complete
from audit.lexicon.entry import Entry, entry
from audit.lexicon.matcher import Lexicon, Match


def made(pattern: str, suggestion: str, bad: str, good: str) -> Entry:
    """An entry of a lexicon."""
    cells = ["made-up", "calque", "minor", "fuente", pattern, "", suggestion, "note", bad, good, "written", "", ""]
    return entry(cells)


def match(one: Entry, text: str) -> Match:
    """The entry's only match in a sentence."""
    (found,) = Lexicon([one]).matches(text, [(0, len(text))])
    return found


ASSIST = made(
    "~assist to the (ceremony|meeting)", "~attend", "He <v>assisted to the ceremony</v>.", "He attended the ceremony."
)
HOUR = made("at the last hour", "at the last minute", "He left <v>at the last hour</v>.", "It rained in the last hour.")
COUNT = made("~count with (three|two)?", "has", "It <v>counts with</v> pools.", "It has pools.")
TRUCK = made(
    "(tractomula|tractomulas)", "articulated lorry", "A <v>tractomula</v> stood.", "An articulated lorry stood."
)
SHINE = made("~shine by (their|his) absence", "~be absent", "They <v>shine by their absence</v>.", "They are absent.")
ACCUSE = made(
    "accused *1? to have", "accused of", "He was <v>accused to have</v> lied.", "He was accused of having lied."
)
BANKS = made(
    "leave (their|its) channel", "burst its banks", "It may <v>leave its channel</v>.", "It may burst its banks."
)
UNTIL = made(
    "the next January {number}", "on January {number}", "It is <v>the next January 12</v>.", "It is on January 12."
)
TERMS = made("facilities to pay", "easy terms", "They want <v>facilities to pay</v>.", "They want easy terms.")
INTO = made("hit against (a|the)", "hit", "It <v>hit against a</v> wall.", "It hit a wall.")


@pytest.mark.parametrize(
    ("one", "text", "expected"),
    [
        (HOUR, "They met at the last hour.", True),
        (COUNT, "The town counts with pools.", True),
        (COUNT, "The town counts with three pools.", False),
        (ASSIST, "He assisted to the meeting.", False),
        (TRUCK, "The tractomula stood there.", True),
        (TRUCK, "He saw a tractomula there.", False),
        (TRUCK, "The tractomulas stood there.", False),
        (SHINE, "They will shine by their absence.", True),
        (SHINE, "The police shine by their absence.", False),
        (ACCUSE, "He was accused to have lied.", True),
        (ACCUSE, "He accused Lopez to have lied.", False),
        (BANKS, "It could leave its channel.", True),
        (BANKS, "Rivers could leave their channel.", False),
        (UNTIL, "It opens the next January 12.", True),
        (UNTIL, "It runs until the next January 12.", False),
        (TERMS, "They asked for facilities to pay.", True),
        (TERMS, "They asked for facilities to pay their loans.", False),
        (INTO, "It hit against a wall.", False),
    ],
)
def test_a_fix_loses_nothing(one: Entry, text: str, expected: bool) -> None:  # noqa: FBT001
    """No object, number, article, plural, possessive or verb form gets lost."""
    assert complete(match(one, text), text) is expected


def test_a_deletion_is_complete_where_the_good_example_keeps_nothing() -> None:
    """An entry that deletes its match may do so."""
    one = made("[(for his part)] the", "", "He, <v>for his part</v> the mayor, left.", "He,  the mayor, left.")
    assert complete(match(one, "She saw for his part the end."), "She saw for his part the end.")
