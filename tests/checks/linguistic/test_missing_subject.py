"""Sentences that may begin with a verb."""

from __future__ import annotations

import pytest

from audit.checks.linguistic.missing_subject import LEAST_CHARACTERS, missing_subject
from audit.testing import findings

NEWS = "The mayor spoke to the press for an hour on Monday. "


def test_a_quotation_may_lack_it_too() -> None:
    """The opening mark is no part of the span."""
    (one,) = findings(missing_subject, NEWS + "“Is the first time that we win here.”")
    assert one.text == "Is the first"


@pytest.mark.parametrize("sentence", ["Is the first time the best?", "Is the first one."])
def test_questions_and_captions_may(sentence: str) -> None:
    """A question begins with its verb, and a fragment may."""
    assert sentence.endswith("?") or len(sentence) < LEAST_CHARACTERS
    assert findings(missing_subject, NEWS + sentence) == []
