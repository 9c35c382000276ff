"""Surprisal on the scales of the reports; both functions are monotone and neither is calibrated on human judgements."""

from __future__ import annotations

import math

HUMAN_BITS = math.log2(37.5)
"""5.2 bits a word: GPT-2 (117M) reads WikiText-103 at perplexity 37.5 (Radford et al. 2019, table 3)."""

BLIND_BITS = math.log2(50_257)
"""15.6 bits: a blind guess among the tokens of GPT-2's vocabulary."""

_MIDPOINT = (HUMAN_BITS + BLIND_BITS) / 2
_SLOPE = 2 * math.log(9) / (BLIND_BITS - HUMAN_BITS)
"""Per bit; ln 9 is the log-odds of 0.9, so that the two anchors come to 90 and 10."""


def fluency(bits_per_word: float) -> float:
    """Mean bits per word on 0–100, falling: 90 at HUMAN_BITS, 10 at BLIND_BITS, logistic between and beyond."""
    return 100 * _logistic(_SLOPE * (_MIDPOINT - bits_per_word))


def suspicion(surprisal_bits: float) -> float:
    """A word's bits as a probability of error, rising: 0.01 at HUMAN_BITS, 0.5 at BLIND_BITS, with fluency's slope."""
    return _logistic(_SLOPE * (surprisal_bits - BLIND_BITS))


def _logistic(x: float) -> float:
    """1 / (1 + e^−x), without overflow at any x."""
    return (1 + math.tanh(x / 2)) / 2
