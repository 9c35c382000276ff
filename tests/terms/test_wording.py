"""The wording that takes a rendering's place fits it."""

from __future__ import annotations

import pytest

from audit.document import Paragraph
from audit.segmentation.sentences import sentences
from audit.terms.rendering import Rendering, places
from audit.terms.wording import change


def changed(wording: str, old: str, text: str, lang: str = "en") -> tuple[str, bool]:
    """The text after the change of the first place of a rendering, and whether that is sure."""
    paragraph = Paragraph(index=0, start=0, end=len(text), text=text, sentences=sentences(text, "en"))
    place = places(Rendering(text=old, lang=lang), paragraph)[0]
    new = change(wording, place, paragraph)
    return text[: new.start] + new.text + text[place.end :], new.sure


@pytest.mark.parametrize(
    ("wording", "old", "text", "expected"),
    [
        ("city council", "town hall", "The town hall met.", "The city council met."),
        ("city council", "town hall", "The town halls' men.", "The city councils' men."),
        ("city council", "town hall", "Town halls met.", "City councils met."),
        ("city council", "town hall", "TOWN HALL OPENS", "CITY COUNCIL OPENS"),
        ("city council", "town hall", "The Town Hall met.", "The City Council met."),
        ("minister for sport", "counselor", "It was Counselor Pastor.", "It was Minister for Sport Pastor."),
        ("Civil Guard", "police", "The police came.", "The Civil Guard came."),
        ("residents", "neighbor", "The neighbors came.", "The residents came."),
        ("adviser", "counselor", "She met a counselor.", "She met an adviser."),
        ("counselor", "adviser", "An adviser came.", "A counselor came."),
        ("union", "adviser", "It was an adviser.", "It was a union."),
        ("heir", "son", "It was a  son.", "It was an  heir."),
        ("Nato", "NATO", "NATO came.", "Nato came."),
    ],
)
def test_number_capital_and_article_are_kept(wording: str, old: str, text: str, expected: str) -> None:
    """The change reads as if the right term had stood there from the start."""
    assert changed(wording, old, text) == (expected, True)


def test_an_article_before_letters_is_left_to_a_person() -> None:
    """Whether NGO is spoken letter by letter no rule knows."""
    assert changed("NGO", "charity", "It was a charity.") == ("It was a NGO.", False)


def test_other_languages_have_no_such_article() -> None:
    """The article is English."""
    assert changed("aula", "sala", "a sala", lang="pt") == ("a aula", True)
