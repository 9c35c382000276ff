"""Articles before titles."""

from __future__ import annotations

from audit.checks.linguistic.superfluous_article import superfluous_article
from audit.testing import findings


def test_the_title_gets_the_capital_of_a_name() -> None:
    """And the article goes."""
    (one,) = findings(superfluous_article, "Nobody had seen the judge Ruiz, who was at home on Monday.")
    assert (one.text, one.suggestion) == ("the judge Ruiz", "Judge Ruiz")


def test_a_weekday_is_no_name() -> None:
    """Headline style puts it behind the title."""
    assert findings(superfluous_article, "Nobody had seen the president Wednesday, who was at home.") == []
