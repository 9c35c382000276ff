"""What the run time multiplies readings with, fitted on readings of held-out texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

pytest.importorskip("torch")

from audit.artifact_model.calibration import feature_names, parse
from audit.artifact_model.reading import SentenceReading
from audit.training.artifact_model.calibrate import RANKS, WORD_SETS, Held, fitted, interval, scale
from audit.training.artifact_model.example import SENTENCE_HEADS, TOKEN_HEADS, Example, Group

NAMES = feature_names(TOKEN_HEADS, SENTENCE_HEADS)
RNG = np.random.default_rng(5)


def reading(quality: float, bad: Sequence[bool]) -> SentenceReading:
    """A text whose every head sees its quality, and whose `slip` head sees its bad words."""
    logits = RNG.normal(0, 0.3, (len(bad), len(TOKEN_HEADS)))
    logits[:, TOKEN_HEADS.index("slip")] += np.where(bad, 3.0, -3.0)
    return SentenceReading(
        start=0,
        end=4 * len(bad),
        words=tuple((4 * at, 4 * at + 3) for at in range(len(bad))),
        token_logits=logits.astype(np.float32),
        features={name: quality * (1 if name.startswith("sentence") else -0.1) for name in NAMES},
    )


def held(groups: int) -> Held:
    """Groups of a good text and of one with a bad word, judged by their quality and by chance."""
    made: list[Group] = []
    read = []
    for quality in RNG.uniform(-1, 1, groups):
        bad = [False, True, False, False]
        values = {"da_z": quality, "da": quality + float(RNG.normal(0, 0.3)), "mqm": quality}
        good = Example(text="one two thr fou", bad={"slip": ()}, rank=1)
        made.append((good, Example(text="one two thr fou", bad={"slip": ((4, 7),)}, values=values, rank=0)))
        read.append((reading(quality + 0.5, [False] * 4), reading(quality, bad)))
    return Held(groups=made, readings=read)


@pytest.fixture(scope="module")
def content() -> dict[str, object]:
    """A calibration fitted on such groups."""
    sets = {name: held(120) for name in {"post_edit", *RANKS, *WORD_SETS}}
    twins = held(40)
    return fitted(sets, twins, "made")


def test_a_fitted_calibration_is_one_the_run_time_reads(content: dict[str, object]) -> None:
    """Names, weights and knots fit together."""
    assert parse(content).revision == "made"


def test_bad_words_are_likelier_bad(content: dict[str, object]) -> None:
    """The head that sees them has the weight."""
    calibration = parse(content)
    one = reading(0.0, [False, True])
    good, bad = calibration.probabilities(one.token_logits)
    assert bad > 0.8
    assert good < 0.2


def test_fluency_rises_with_what_people_judged(content: dict[str, object]) -> None:
    """Lies on 0–100 and inside its interval."""
    calibration = parse(content)
    scores = [calibration.fluency(reading(quality, [False] * 4).features or {}) for quality in (-1.0, 0.0, 1.0)]
    assert [score for score, _, _ in scores] == sorted(score for score, _, _ in scores)
    assert all(0 <= low <= score <= high <= 100 for score, low, high in scores)
    assert calibration.z(reading(1.0, [False] * 4).features or {}) > 0


def test_the_scale_is_monotone_and_ends_at_its_ends() -> None:
    """Even where the judgements are not."""
    z = np.linspace(-2, 2, 400)
    knots = scale(z, 50 + 20 * np.sin(3 * z))
    assert knots[0][1] == 0.0
    assert knots[-1][1] == 100.0
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(knots))


def test_the_interval_covers_nine_in_ten() -> None:
    """Of judgements spread evenly around the score."""
    z = RNG.uniform(20, 80, 3000)
    da = z + RNG.uniform(-20, 20, 3000)
    knots = [[0.0, 0.0], [100.0, 100.0]]
    at, low, high = np.array(interval(z, da, knots)).T
    inside = (np.interp(z, at, low) <= da) & (da <= np.interp(z, at, high))
    assert 0.85 <= inside.mean() <= 0.95
