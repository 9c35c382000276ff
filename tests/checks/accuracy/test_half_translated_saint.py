"""Saints of which only the title is translated."""

from __future__ import annotations

from audit.checks.accuracy.half_translated_saint import half_translated_saint
from audit.testing import findings


def test_the_title_fits_name_and_language() -> None:
    """Santa before women, Santo before Tomás and Portuguese vowels."""
    text = "Saint Tomás, Saint Lucía, Saint Antônio and Saint Gennaro"
    told = [found.suggestion for found in findings(half_translated_saint, text)]
    assert told == ["Santo Tomás", "Santa Lucía", "Santo Antônio", "San Gennaro"]


def test_names_that_other_languages_have_stay() -> None:
    """French saints keep their Saint in English."""
    assert findings(half_translated_saint, "St. Pierre, Saint Laurent, St. Moritz and Saint Maria") == []
