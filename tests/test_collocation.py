"""What two words are to each other."""

from __future__ import annotations

import pytest

from audit.collocation import Kind, kind
from audit.document import Paragraph


def of(marked: str) -> Kind | None:
    """The kind of the two words in brackets."""
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    return kind(Paragraph(index=0, start=0, end=len(text), text=text), start, marked.index("]") - 1)


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("He met [his pair] of Russia.", Kind.POSSESSIVE),
        ("[Its spokesman] has spoken.", Kind.POSSESSIVE),
        ("That [has sense].", Kind.AUXILIARY),
        ("They are [in strike].", Kind.PREPOSITION),
        ("In winter [also it] snows.", Kind.ADVERB),
        ("He [dedicated it] to her.", Kind.PRONOUN),
        ("It [depends of] the weather.", Kind.GOVERNED),
        ("We [accompany to] the minister.", Kind.GOVERNED),
        ("The [next future] is bright.", None),
        ("The [national workers] are here.", Kind.CONTENT),
        ("He sold [his pair] quickly.", Kind.POSSESSIVE),
    ],
)
def test_kinds_are_told_by_form(marked: str, wanted: Kind | None) -> None:
    """Function words are known, the rest is content."""
    assert of(marked) is wanted


@pytest.mark.parametrize(
    "marked",
    [
        "We saw [the minister].",
        "He wants [to house] them.",
        "It sold [its cell] phones.",
        "They asked [its advisers].",
        "He was praised [by meeting] her.",
        "They [ask to] be paid.",
        "They [need to] sleep.",
        "Some [shares as] of Monday fell.",
        "It came [along from] of old.",
        "They [don't them] see.",
        "Well, [not here] again.",
    ],
)
def test_what_goes_with_anything_is_no_kind(marked: str) -> None:
    """Articles, infinitives, halves of compounds, plurals after a possessive, `as of`, contractions."""
    assert of(marked) is None
