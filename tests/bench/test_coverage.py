"""Findings in machine translations beside the references of the same segments."""

from __future__ import annotations

from audit.bench.coverage import Found, measure
from audit.config import Config
from audit.pipeline import Auditor


def test_findings_of_lexicons_are_counted_among_those_of_wording() -> None:
    """What the lexicons report is told apart from names and grammar; residue and numbers are left out."""
    text = "He met for hours with his pair of Russia, the man said. Leave a Reply"
    with Auditor(Config(engine="none", scorer="none", cache="")) as auditor:
        found = measure(auditor, [text])
    assert (found.words, found.lexicon) == (15, 1)
    assert found.wording >= found.lexicon
    rule, entry, before, marked, after = found.places[0]
    assert (rule.partition(" ")[0], marked) == ("ACC101", "his pair of Russia")
    assert entry
    assert text.startswith(before)
    assert text.endswith(after)


def test_rate_is_per_1000_words() -> None:
    """Counts are told per 1,000 words, nothing for no text."""
    assert Found(words=500, lexicon=1).per_1000(1) == 2
    assert Found().per_1000(0) == 0
