"""A rendering is found in every form, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.document import Paragraph, Role, one_sentence
from audit.segmentation.sentences import sentences
from audit.terms.rendering import Rendering, places, read_words


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    """A paragraph with its sentences."""
    return Paragraph(index=0, start=0, end=len(text), text=text, role=role, sentences=sentences(text, "en"))


def found(
    text: str, inside: str, *, sensitive: bool = False, compounds: bool = False, role: Role = Role.BODY
) -> list[str]:
    """What a rendering matches in a text."""
    rendering = Rendering(text=text, lang="en", sensitive=sensitive)
    held = places(rendering, paragraph(inside, role), compounds=compounds)
    assert not held or rendering.keys & read_words(inside)
    return [inside[place.start : place.end] for place in held]


@pytest.mark.parametrize(
    ("text", "inside", "held"),
    [
        ("town hall", "The town\n hall’s clock, two TOWN HALLS’ clocks.", ["town\n hall", "TOWN HALLS"]),
        ("pair", "An au-pair, a pair-bond, compare repairs: no.", []),
        ("member of parliament", "Members of Parliament met.", ["Members of Parliament"]),
        ("People's Party", "The People’s Party won.", ["People’s Party"]),
        ("café", "The CAFÉ, the cafe.", ["CAFÉ"]),
        ("C++", "In C++, or C.", ["C++"]),
        ("don", "They don't.", []),
    ],
)
def test_forms(text: str, inside: str, held: list[str]) -> None:
    """Whole words in any case and number, with any white space and apostrophe, possessive endings left out."""
    assert found(text, inside) == held


@pytest.mark.parametrize(
    ("text", "inside", "held"),
    [
        ("city council", "City council and city councils, the City Council.", ["City council", "city councils"]),
        ("city council", "Said “City councils” and CITY COUNCIL.", ["CITY COUNCIL"]),
        ("Nato", "NATO and Nato.", ["Nato"]),
        ("NATO", "Nato and NATO.", ["NATO"]),
    ],
)
def test_case_where_it_counts(text: str, inside: str, held: list[str]) -> None:
    """A capital at the beginning of a sentence, and capitals throughout, say nothing of the case."""
    assert found(text, inside, sensitive=True) == held


def test_a_heading_may_have_capitals() -> None:
    """Newspapers write headings either way."""
    assert found("city council", "The City Council Meets", sensitive=True, role=Role.HEADLINE) == ["City Council"]


def test_compounds_count_where_they_are_wanted() -> None:
    """A council-run school renders the council; a forbidden word in a compound is another word."""
    assert found("council", "A council-run school.", compounds=True) == ["council"]
    assert found("council", "A council-run school.") == []


def test_other_languages_have_the_form_given_only() -> None:
    """The plural is English."""
    inside = one_sentence("die Stadt, die Stadts")
    assert len(places(Rendering(text="Stadt", lang="de"), inside)) == 1


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=12), st.text(max_size=60))
def test_any_rendering_is_found_in_itself(text: str, around: str) -> None:
    """No characters break the expression, and every place lies within the text."""
    phrase = " ".join(text.split())
    inside = one_sentence(f"{around} {phrase} {around}")
    for place in places(Rendering(text=phrase, lang="en"), inside) if phrase else ():
        assert 0 <= place.start < place.end <= len(inside.text)
