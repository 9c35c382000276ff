"""Calibration: from logits and features to probabilities and fluency."""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audit.artifact_model.calibration import feature_names, load_calibration, parse, sigmoid
from audit.errors import PluginError
from tests.artifact_model.tiny import CALIBRATION

Change = Callable[[dict[str, Any]], object]


def test_a_word_is_weighed_over_its_heads() -> None:
    """The probability is the logistic function of the weighted logits and the bias."""
    (probability,) = parse(CALIBRATION).probabilities(np.array([[2.0, -1.0]], np.float32))
    assert probability == pytest.approx(1 / (1 + math.exp(-(2.0 - 0.5 - 0.5))))


def test_no_words_have_no_probabilities() -> None:
    """An empty sentence is answered by an empty list."""
    assert parse(CALIBRATION).probabilities(np.zeros((0, 2), np.float32)) == []


def test_fluency_lies_between_the_knots() -> None:
    """The weighted features fall half-way between two knots, and the interval is read at that score."""
    features = {"sentence:da": 2.4, "mean:slip": 0.5, "max:post_edit": 0.0}
    assert parse(CALIBRATION).z(features) == pytest.approx(2.0)
    assert parse(CALIBRATION).fluency(features) == pytest.approx((80.0, 64.0, 84.0))


@pytest.mark.parametrize(("da", "score"), [(-1e9, 0.0), (1e9, 100.0)])
def test_fluency_stays_on_its_scale(da: float, score: float) -> None:
    """However bad or good the sentence."""
    assert parse(CALIBRATION).fluency({"sentence:da": da, "mean:slip": 0.0, "max:post_edit": 0.0})[0] == score


def test_knots_beyond_the_scale_are_clipped() -> None:
    """A fitted line may leave 0–100; the score may not."""
    raw = copy.deepcopy(CALIBRATION)
    raw["fluency"]["knots"] = [[-1, -50], [1, 150]]
    assert parse(raw).fluency({"sentence:da": 9.0, "mean:slip": 0.0, "max:post_edit": 0.0})[0] == 100.0


def test_the_logistic_function_does_not_overflow() -> None:
    """Not even for the largest numbers."""
    assert sigmoid(np.array([-1e30, 0.0, 1e30])).tolist() == [0.0, 0.5, 1.0]


def test_features_are_named_after_heads() -> None:
    """Sentence heads first, then means, then maxima."""
    assert feature_names(("slip",), ("da", "rank")) == ("sentence:da", "sentence:rank", "mean:slip", "max:slip")


def test_more_keys_are_allowed(tmp_path: Path) -> None:
    """What the fit also wants to tell is not read."""
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps({**CALIBRATION, "fitted_on": "1,000 sentences"}), "utf-8")
    assert load_calibration(path) == parse(CALIBRATION)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda raw: raw.pop("revision"), "no key 'revision'"),
        (lambda raw: raw["fluency"].pop("knots"), "no key 'knots'"),
        (lambda raw: raw["word"].update(weights=[1]), "one weight per token head"),
        (lambda raw: raw["fluency"].update(weights=[1]), "one weight per feature"),
        (lambda raw: raw["fluency"]["features"].__setitem__(0, "sentence:dda"), "unknown feature 'sentence:dda'"),
        (lambda raw: raw["fluency"].update(knots=[[1, 0], [0, 9]]), "fluency.knots"),
        (lambda raw: raw["fluency"].update(knots=[]), "fluency.knots"),
        (lambda raw: raw["fluency"].update(interval=[[1, 0]]), "fluency.interval"),
        (lambda raw: raw.update(word=[]), "calibration.json: list"),
        (lambda raw: raw["word"].update(bias="much"), "could not convert"),
    ],
)
def test_a_broken_calibration_is_one_clear_line(tmp_path: Path, change: Change, message: str) -> None:
    """The error names the folder, the file and what is wrong."""
    raw = copy.deepcopy(CALIBRATION)
    change(raw)
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps(raw), "utf-8")
    with pytest.raises(PluginError, match=message) as held:
        load_calibration(path)
    assert str(tmp_path) in str(held.value)
    assert "\n" not in str(held.value)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"null"])
def test_what_is_no_calibration_is_refused(tmp_path: Path, content: bytes) -> None:
    """Neither other JSON nor no JSON at all."""
    path = tmp_path / "calibration.json"
    path.write_bytes(content)
    with pytest.raises(PluginError, match=r"calibration\.json"):
        load_calibration(path)
