"""XLIFF 2.x: which segments are read, and what of them is text."""

from __future__ import annotations

import pytest

from tests.ingest.bilingual.files import pairs, segment2, xliff2
from tests.ingest.inputs import assert_traced, document, raw_of


def unit(*segments: str, attributes: str = "") -> str:
    """A `<unit>`."""
    return f'<unit id="u" {attributes}>{"".join(segments)}</unit>'


@pytest.mark.parametrize(
    ("version", "space"),
    [("2.0", "urn:oasis:names:tc:xliff:document:2.0"), ("2.2", "urn:oasis:names:tc:xliff:document:2.2")],
)
def test_each_segment_is_a_unit_of_the_article(version: str, space: str) -> None:
    """Its id is the unit's, with its own or its number where there are several; ignorables are none."""
    between = "<ignorable><source> </source><target> </target></ignorable>"
    first = segment2("<target>One.</target>", "Uno.", 'id="s1"')
    body = unit(first, between, segment2("<target>Two.</target>", "Dos."))
    held = document(xliff2(f"<group id='g'>{body}</group>", version, space))
    assert pairs(held) == [("u/s1", "Uno.", "One."), ("u/2", "Dos.", "Two.")]
    assert (held.source_lang, held.target_lang, held.source) == ("es", "en", "Uno.\n\nDos.")


def test_what_a_person_accepted_or_nobody_translates_is_left_out() -> None:
    """Final segments; `translate` is inherited, and the inner one holds."""
    no = unit(segment2("<target>No.</target>"), attributes='translate="no"')
    yes = unit(segment2("<target>Yes.</target>"), attributes='translate="yes"')
    final = unit(segment2("<target>Final.</target>", attributes='state="final"'))
    silent = unit(segment2("<target>No either.</target>"))
    held = document(xliff2(f'{no}{final}<group id="g" translate="no">{silent}{yes}</group>'))
    assert [text for _, _, text in pairs(held)] == ["Yes."]
    assert document(xliff2(silent).replace('<file id="f"', '<file id="f" translate="no"')).text == ""


def test_a_template_is_not_translated() -> None:
    """An initial target that repeats its source; one that differs was made by somebody."""
    held = document(xliff2(unit(segment2("<target>Hola</target>", attributes='state="initial"'))))
    assert pairs(held) == [("u", "Hola", "")]
    made = document(xliff2(unit(segment2("<target>Hello</target>", attributes='state="initial"'))))
    assert made.text == "Hello"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('his <pc id="1">pair</pc> of', "his pair of"),
        ('<sc id="1"/>bold<ec startRef="1"/>', "bold"),
        ('un<ph id="1"/>done', "undone"),
        ('<sm id="1" type="comment"/>marked<em startRef="1"/>', "marked"),
        ('line<ph id="1" type="fmt" subType="xlf:lb"/>break', "line\nbreak"),
        ('for <ph id="1"/>, and', "for \ufffc, and"),
        ('a<cp hex="0007"/>b', "a\x07b"),
        ('a<cp hex="FFFFFFFF"/>b', "ab"),
    ],
)
def test_codes_are_kept_out_of_the_text(inner: str, text: str) -> None:
    """What marks text up is read through; a code point that XML cannot hold is the character."""
    assert document(xliff2(unit(segment2(f"<target>{inner}</target>")))).text == text


def test_every_character_has_its_place_in_the_file() -> None:
    """Across codes, too."""
    held = document(xliff2(unit(segment2('<target>his <pc id="1">pa&#105;r</pc></target>'))))
    assert_traced(held)
    assert raw_of(held, "pair") == "pa&#105;r"
    assert raw_of(held, "his p") == 'his <pc id="1">p'
