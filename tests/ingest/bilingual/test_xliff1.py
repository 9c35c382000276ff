"""XLIFF 1.x: which segments are read, and what of them is text."""

from __future__ import annotations

import pytest

from tests.ingest.bilingual.files import CORE1, pairs, unit1, xliff1
from tests.ingest.inputs import assert_traced, document, documents, raw_of


def texts(*units: str) -> list[str]:
    """The renderings that a file of the units gives to the audit."""
    return [text for _, _, text in pairs(document(xliff1("".join(units))))]


def test_units_are_the_segments_with_their_sources() -> None:
    """Text and source are the targets and the sources with a blank line between; languages are the file's."""
    body = "<group>" + unit1("<target>One.</target>", "Uno.") + "</group>" + unit1("<target>Two.</target>", "Dos.")
    held = document(xliff1(body))
    assert (held.text, held.source) == ("One.\n\nTwo.", "Uno.\n\nDos.")
    assert (held.source_lang, held.target_lang) == ("es", "en")
    assert pairs(held) == [("u", "Uno.", "One."), ("u", "Dos.", "Two.")]


def test_the_command_line_holds_where_the_file_is_silent() -> None:
    """A file without a target language is in the one asked for."""
    held = document(xliff1(unit1("<target>One.</target>"), 'source-language="es"'))
    assert (held.source_lang, held.target_lang) == ("es", "en")


@pytest.mark.parametrize(
    "target",
    ["", "<target/>", '<target><x id="1"/> </target>', "<target>  </target>", '<target state="new">Hola</target>'],
)
def test_an_untranslated_segment_is_a_unit_without_text(target: str) -> None:
    """No target, an empty one, and a template that repeats the source."""
    held = document(xliff1(unit1("<target>One.</target>", "Uno.") + unit1(target)))
    assert held.text == "One."
    assert held.units[1].start == held.units[1].end == 4
    assert held.units[1].source == "Hola"


def test_what_a_person_accepted_or_nobody_translates_is_left_out() -> None:
    """Approved, final, signed off, not to be translated, and inside a group that is not."""
    done = unit1("<target>Done.</target>", attributes='approved="yes"')
    final = unit1('<target state="final">Final.</target>') + unit1('<target state="signed-off">Signed.</target>')
    no = unit1("<target>No.</target>", attributes='translate="no"')
    assert texts(done, final, no, f'<group translate="no">{unit1("<target>No.</target>")}</group>') == []
    assert texts(unit1("<target>Open.</target>", attributes='approved="no"')) == ["Open."]


def test_segments_are_paired_by_their_mid() -> None:
    """Reordered segments find their sources; one without a rendering is a unit of its own."""
    source = "".join(
        f'<mrk mtype="seg" mid="{mid}">{text}</mrk> ' for mid, text in enumerate(("Uno.", "Dos.", "Tres."))
    )
    target = '<target><mrk mtype="seg" mid="1">Two.</mrk> <g id="1"><mrk mtype="seg" mid="0">One.</mrk></g></target>'
    held = document(xliff1(unit1(f"<seg-source>{source}</seg-source>{target}")))
    assert pairs(held) == [("u/1", "Dos.", "Two."), ("u/0", "Uno.", "One."), ("u/2", "Tres.", "")]


def test_proposals_and_notes_are_not_read() -> None:
    """Only the target of the unit itself is its translation."""
    beside = "<alt-trans><target>Proposal.</target></alt-trans><note>Note.</note>"
    assert texts(unit1(f"<target>One.</target>{beside}")) == ["One."]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ('his <g id="1">pair</g> of', "his pair of"),
        ('un<x id="1"/>done', "undone"),
        ('<bpt id="1">&lt;b&gt;</bpt>bold<ept id="1">&lt;/b&gt;</ept>', "bold"),
        ('a <ph id="1">&lt;img alt="<sub>picture</sub>"/&gt;</ph>b', "a b"),
        ('<it id="1" pos="open">&lt;i&gt;</it>word', "word"),
        ('<mrk mtype="term">term</mrk> here', "term here"),
        ('line<x id="1" ctype="lb"/>break', "line\nbreak"),
        ('for <x id="1"/>, and <ph id="2">{0}</ph> .', "for \ufffc, and \ufffc ."),
        ('<x id="1"/> won, <bx id="2"/>again<ex id="2"/> .', "\ufffc won, again ."),
        ("a &amp; b &lt;c&gt; &#233;&#xE9;", "a & b <c> éé"),
        ("a <![CDATA[& <b>]]> c", "a & <b> c"),
        ("one\n      line", "one line"),
        ("<!-- no -->one<?pi no?>", "one"),
        ('<sdl:x xmlns:sdl="other">no</sdl:x>yes', "yes"),
    ],
)
def test_codes_are_kept_out_of_the_text(inner: str, text: str) -> None:
    """What marks text up is read through, native code is not, and what is left stands as a reader sees it."""
    assert texts(unit1(f"<target>{inner}</target>")) == [text]


def test_white_space_counts_where_the_file_says_so() -> None:
    """`xml:space` is inherited, and the inner one holds."""
    wrapped = "<target>one\n  two  </target>"
    assert texts(unit1(wrapped, attributes='xml:space="preserve"')) == ["one\n  two"]
    inner = unit1(wrapped, attributes='xml:space="default"')
    assert texts(f'<group xml:space="preserve">{inner}</group>') == ["one two"]


def test_every_character_has_its_place_in_the_file() -> None:
    """References, CDATA and wrapped lines included; what is made up has none."""
    inner = 'a &amp; <g id="1">b</g>\n  <![CDATA[<c>]]> d'
    held = document(xliff1(unit1(f"<target>{inner}</target>") + unit1("<target>Two.</target>")))
    assert held.text == "a & b <c> d\n\nTwo."
    assert_traced(held)
    assert raw_of(held, "a & b <c> d") == inner
    assert raw_of(held, "&") == "&amp;"


def test_each_file_is_an_article() -> None:
    """Named by its original where there are several, made unique, with languages of its own."""
    one = f'<file original="a" source-language="es"><body>{unit1("<target>One.</target>")}</body></file>'
    two = f'<file original="a" source-language="fr"><body>{unit1("<target>Two.</target>")}</body></file>'
    held = documents(f'<xliff version="1.2" xmlns="{CORE1}">{one}{two}</xliff>')
    assert [(d.id, d.text, d.source_lang) for d in held] == [("a", "One.", "es"), ("a#2", "Two.", "fr")]
    assert document(xliff1("")).id == "-"


@pytest.mark.parametrize("space", ['xmlns="urn:oasis:names:tc:xliff:document:1.1"', ""])
def test_older_files_and_prefixed_ones_are_read(space: str) -> None:
    """XLIFF 1.0 had no namespace, and any prefix may stand for one."""
    plain = f'<xliff version="1.1" {space}><file><body>{unit1("<target>One.</target>")}</body></file></xliff>'
    assert document(plain).text == "One."
    prefixed = (
        f'<q:xliff version="1.2" xmlns:q="{CORE1}"><q:file><q:body><q:trans-unit id="1"><q:source>Uno.</q:source>'
        '<q:target>On<q:x id="1"/>e.</q:target><target>no</target></q:trans-unit></q:body></q:file></q:xliff>'
    )
    assert pairs(document(prefixed)) == [("1", "Uno.", "One.")]


def test_units_of_a_picture_are_read() -> None:
    """A `<bin-unit>` may hold text of its own."""
    assert texts(f'<bin-unit id="b" mime-type="image/png">{unit1("<target>Caption.</target>")}</bin-unit>') == [
        "Caption."
    ]
