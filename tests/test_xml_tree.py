"""The tree of a well-formed XML file: names, namespaces, places."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.xml_tree import XML, Element, Text, root_name, tree


def root(raw: str) -> Element:
    """The root element, which is there."""
    held = tree(raw)
    assert held is not None
    return held


def test_every_piece_knows_its_place() -> None:
    """Start tag, content and end tag are slices of the file."""
    raw = '<?xml version="1.0"?><!-- <no> --><a x="1"><b/>text<c>deep</c></a>'
    held = root(raw)
    assert (raw[held.start : held.inside], raw[held.close : held.end]) == ('<a x="1">', "</a>")
    first, text, last = held.children
    assert isinstance(first, Element)
    assert isinstance(last, Element)
    assert (first.name, first.empty, raw[first.start : first.end]) == ("b", True, "<b/>")
    assert text == Text(start=raw.index("text"), end=raw.index("text") + 4)
    assert raw[last.inside : last.close] == "deep"


def test_prefixes_stand_for_namespaces_where_they_are_declared() -> None:
    """An inner declaration overrules an outer one, and ends with its element."""
    held = root('<p:a xmlns:p="one" xmlns="two"><p:b xmlns:p="three"/><c/><p:d/></p:a>')
    assert [(one.prefix, one.name, one.space) for one in held.walk()] == [
        ("p:", "a", "one"),
        ("p:", "b", "three"),
        ("", "c", "two"),
        ("p:", "d", "one"),
    ]
    assert [one.name for one in held.elements()] == ["d"]


def test_an_attribute_is_found_by_name_and_namespace() -> None:
    """Quotes of both kinds, references, prefixes; a tag end inside a value ends nothing."""
    held = root("""<a x='&lt;"' y = ">" xml:lang="es" q:x="other" xmlns:q="ns"/>""")
    assert (held.get("x"), held.get("y"), held.get("x", "ns")) == ('<"', ">", "other")
    assert (held.get("lang", XML), held.get("lang"), held.get("z")) == ("es", None, None)


def test_cdata_is_text_and_comments_are_nothing() -> None:
    """Tags in either are no tags; an instruction may hold a tag's end."""
    raw = "<a><![CDATA[<b>]]><!-- <c> --><?php a > b ?></a>"
    (held,) = root(raw).children
    assert isinstance(held, Text)
    assert (raw[held.start : held.end], held.verbatim) == ("<b>", True)


def test_names_beyond_ascii_are_names() -> None:
    """XML lets a name begin with an underscore or any letter."""
    assert [one.name for one in root("<_x><año/></_x>").walk()] == ["_x", "año"]


def test_the_root_is_told_without_a_tree() -> None:
    """Past declarations, comments and a document type; a text has none."""
    assert root_name('\ufeff<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE tmx SYSTEM "a>b">\n<p:tmx>') == "tmx"
    assert root_name("plain <b>") is None


@settings(deadline=None)
@given(st.text(alphabet="<>/ab:=\"'!-[]?& \n", max_size=60))
def test_no_text_makes_it_fail(raw: str) -> None:
    """Broken mark-up gives some tree or none, and places stay inside the file."""
    held = tree(raw)
    root_name(raw)
    for one in held.walk() if held else ():
        assert 0 <= one.start <= one.inside <= one.close <= one.end <= len(raw)
