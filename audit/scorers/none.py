"""The scorer that scores nothing, for installations without a trained model."""

from __future__ import annotations

from collections.abc import Sequence

from audit.document import Paragraph
from audit.scorer import Fluency

_REASON = "no trained scorer is installed"


class NoScorer:
    """A scorer whose every answer is "not scored", with the reason."""

    name = "none"
    revision = "0"
    calibrated = False

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:  # noqa: ARG002 - the protocol's
        """One Fluency without a score per paragraph."""
        return [Fluency(reason=_REASON) for _ in paragraphs]
