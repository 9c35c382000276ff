"""Given names translated before a surname."""

from __future__ import annotations

from audit.checks.accuracy.translated_given_name import translated_given_name
from audit.testing import findings


def test_the_source_has_the_original() -> None:
    """William Ochoa is Guillermo where the source has him so; kings and people it calls William stay."""
    found = findings(
        translated_given_name, "William Ochoa and William Gómez.", source="Guillermo Ochoa y William Gómez."
    )
    assert [(one.text, one.suggestion) for one in found] == [("William", "Guillermo")]
    assert findings(translated_given_name, "Henry VIII died.", source="Enrique VIII murió.") == []


def test_an_unknown_surname_is_no_evidence() -> None:
    """Comfort Adjei is a name."""
    assert findings(translated_given_name, "Comfort Adjei and Pillar Smith came.") == []
