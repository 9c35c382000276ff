"""What a word's probability of error is worth: every bar and weight in one place, and the table behind a confidence.

The values are to be fitted on annotated articles and human English; until then those marked so are judgement.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from math import isnan

from audit import tables

SUSPECT = 0.58
"""Probability of error from which a word begins a span: on 3,000 clean sentences (ged_cweb) spans from 0.50 up come
1.34 times in 1,000 words, from 0.60 up 0.51 times."""
DOUBTED = 0.35
"""The same for spans that are shown only to those who ask for little confidence: beside no surer span."""
GRAVE = 0.7
"""Probability of the worst word from which a span is a major issue: the three such spans of the annotated articles were
all errors. Few, so a judgement."""
BRIDGE = 0.5
"""Share of the probability of its neighbours that a word between two suspects needs to be taken into their span."""
MOST_WORDS = 8
"""Words of a span at most: a longer run of suspects is a sentence to write anew, shown in pieces that can be read."""

GATE_WEIGHT = 0.5
"""How far the log-odds of a rule's finding follow the model's. By judgement: half a vote; to be fitted."""
GATE_BASE = 0.1
"""Probability of error at a span that speaks neither for nor against a rule. By judgement; to be fitted."""
UNAMBIGUOUS = 0.9
"""Confidence from which a rule needs no second opinion."""

AMBIGUOUS_RATE = 1.0
"""Hits per million words of human English from which a lexicon entry is good English in some contexts: over ten times
the rate of the commonest entry kept without a model."""
AMBIGUOUS_CONFIDENCE = 0.4
"""Confidence of such an entry alone: under the default bar of 0.5, so that it is reported only where the model agrees.
By judgement; to be fitted."""

FAULT_RATE = 2.0
"""Faults per million words of raw machine translation that an entry for known translations is taken to find. One that
people write as often is as often right as wrong there. By judgement, near what keeps nine findings in ten right on the
annotated articles."""
MOST_KNOWN = 0.6
"""Confidence at most of such an entry: low enough for a model that finds nothing amiss to silence it."""
SOURCE_CONFIDENCE = 0.95
"""Confidence of an entry whose source phrase stands in the source of the paragraph. By judgement."""
OWN_CONFIDENCE = 0.95
"""Confidence of what a desk's own table says: its decision, on which no model is asked for a second opinion."""

LITERAL_FLUENCY = 50.0
"""Fluency below which a whole article reads as rendered word by word: of 25 articles of WMT 2013 one in five to one in
two of the rule-based systems' and of the worst system's lie below, none of people's (the least fluent has 61) or of the
other systems' (51)."""

WORTH_ASKING = 0.1
"""Probability of error from which a small word is tried against those it is taken for."""
LIKELIER = 3.0
"""Nats by which a sentence must be likelier with another form of a small word for that to be a finding. In 12,500 words
of human English, forms so much likelier came twice where the scorer suspected the word at 0.2 or more."""
FAR_LIKELIER = 5.0
"""The same for a finding that needs no second opinion: none came in those words."""
FORM_CONFIDENCE, SURE_FORM_CONFIDENCE = 0.42, 0.6
"""Confidence of such findings before the scorer's suspicion weighs in, by the lower and the higher bar: the lower comes
over the default bar where the suspicion is 0.18 or more. By judgement: the annotated articles hold two such forms."""

WORTH_SUGGESTING = 3.0
"""The same for a suggestion, beyond what its words are commoner: a translator likes common words anyway."""
COMMON_WORD = 100
"""Occurrences in 20 million words of news from which a word may be suggested."""

ODD_HERE = -0.8
"""Association (log of how much oftener two words meet than chance has it) below which a pair is odd enough to be
translated back: words that 27 million hold never together, or less than half as often as expected."""
NATURAL_THERE = 0.5
"""Association of the reading from which its words belong together in the source language."""
WORTH_READING = 0.1
"""Probability of error of the worse word from which an odd pair is translated back. Below lie two in five of those in
human English, and one in fifteen of those in rule-based translations (WMT 2012 and 2013)."""
LITERAL_EASY, LITERAL_PLAIN, LITERAL_HARD = 1.5, 3.3, 4.0
"""Contrast plus log-odds of an error from which a pair is reported as a literal rendering, by kind of pair. In 530,000
words that people wrote the bars leave twenty pairs, seven at most of a kind: in 1,000 words 0.05 of ged_cweb, 0.02 of
AllSides, 0.04 of Reuters, 0.10 of the references of WMT; of its rule-based translations 1.75, of online ones 0.18.
Pairs with a possessive or an adverb and a pronoun vary little with the topic, those of content words much."""
LITERAL_SURE = 1.0
"""Excess over the bar from which such a pair is surer."""
LITERAL_DOUBT = -1.0
"""Excess below which it is not shown to anyone."""

LEAST, MOST = 0.01, 0.99
"""No model's word makes a finding certain, or impossible."""
_TABLE = "suspicion_calibration"


def known_translation(human_rate: float) -> float:
    """Confidence (0–0.6) of an entry in a known translation, from its hits per million words of human English."""
    return min(MOST_KNOWN, FAULT_RATE / (FAULT_RATE + human_rate))


def confidence(probability: float) -> float:
    """The calibrated probability (0.01–0.99) that a span overlaps a real error, from that of its most suspicious word.

    Linear between the rows of `audit/data/suspicion_calibration.tsv`, level beyond its ends.
    """
    known, values = _calibration()
    at = bisect_right(known, probability)
    if at in {0, len(known)}:
        return bounded(values[min(at, len(known) - 1)])
    share = (probability - known[at - 1]) / (known[at] - known[at - 1])
    return bounded(values[at - 1] + share * (values[at] - values[at - 1]))


def bounded(probability: float) -> float:
    """The probability within `LEAST` and `MOST`; what is no number is `LEAST`."""
    return LEAST if isnan(probability) else min(max(probability, LEAST), MOST)


@cache
def _calibration() -> tuple[tuple[float, ...], tuple[float, ...]]:
    pairs = sorted((float(probability), float(held)) for probability, held in tables.rows(_TABLE))
    return tuple(probability for probability, _ in pairs), tuple(held for _, held in pairs)
