"""The scorer that scores nothing."""

from __future__ import annotations

from audit.document import Paragraph
from audit.scorer import Fluency, Scorer
from audit.scorers.none import NoScorer


def test_every_text_is_unscored_with_the_reason() -> None:
    """Two texts give two empty scores that say why."""
    paragraph = Paragraph(index=0, start=0, end=9, text="One text.")
    unscored = Fluency(reason="no trained scorer is installed")
    assert NoScorer().score([paragraph, paragraph], "en") == [unscored, unscored]


def test_no_text_gives_no_score() -> None:
    """An empty batch is answered by an empty list."""
    assert NoScorer().score([], "en") == []


def test_it_is_a_scorer() -> None:
    """It has all that the protocol asks for."""
    scorer: Scorer = NoScorer()
    assert isinstance(scorer, Scorer)
    assert scorer.name == "none"
