"""Paragraphs, roles, sentences and quotations of whole articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.document import Document, Role
from audit.segmentation.article import segment


def paragraphs(text: str) -> list[tuple[str, Role]]:
    """Texts and roles of an article's paragraphs."""
    return [(paragraph.text, paragraph.role) for paragraph in segment(Document(id="a", text=text)).paragraphs]


@given(st.text(st.characters(), max_size=300))
def test_no_character_is_changed_or_moved(text: str) -> None:
    """Every paragraph and sentence is a slice of the text as given, in order and without overlap."""
    last = 0
    for paragraph in segment(Document(id="a", text=text)).paragraphs:
        assert text[paragraph.start : paragraph.end] == paragraph.text
        assert last <= paragraph.start < paragraph.end <= len(text)
        last = paragraph.end
        inner = 0
        for start, end in paragraph.sentences:
            assert inner <= start < end <= len(paragraph.text)
            inner = end


def test_blank_lines_part_paragraphs_whatever_the_line_ends() -> None:
    """CRLF, a BOM and blank lines with spaces all part paragraphs; a wrapped line does not."""
    text = "\ufeffOne line that goes\r\non here.\r\n \t\r\nAnother one."
    assert [p for p, _ in paragraphs(text)] == ["One line that goes\r\non here.", "Another one."]


def test_a_text_without_blank_lines_has_a_paragraph_a_line() -> None:
    """Where nothing else parts paragraphs, lines do."""
    assert len(paragraphs("A headline without a stop\nHe said that it was over.\nShe said no.")) == 3


def test_hard_wrapped_text_is_one_paragraph() -> None:
    """Lines of one width that go on in lower case are one paragraph."""
    text = "The president of the country met the other president in what was the\nfirst trip in four years, and there was talk about an agreement that\nnobody had seen before the two of them sat down."
    assert len(paragraphs(text)) == 1


def test_roles_are_told_by_place_and_words() -> None:
    """Headline, dateline, byline, body, caption, heading, list item, quote and residue are recognised."""
    text = (
        "Ministers meet in the capital\n\nSeptember 13, 2023\n\nBy Laura Al-Fayed\n\nThe ministers met on Monday.\n\n"
        "Photo: the ministers on the stairs of the palace\n\nWhat happens next\n\n- One thing\n\n“We are done.”\n\nLeave a Reply"
    )
    assert [role for _, role in paragraphs(text)] == [
        Role.HEADLINE,
        Role.DATELINE,
        Role.BYLINE,
        Role.BODY,
        Role.RESIDUE,
        Role.HEADING,
        Role.LIST_ITEM,
        Role.QUOTE,
        Role.RESIDUE,
    ]


def test_a_hint_of_the_format_decides_the_role() -> None:
    """What the page marks as a caption is one, whatever it looks like."""
    document = Document(id="a", text="He left at noon.", hints=((0, 16, Role.CAPTION),))
    assert segment(document).paragraphs[0].role is Role.CAPTION


def test_a_quotation_does_not_end_the_sentence_around_it() -> None:
    """“No.” in mid-sentence does not begin a new sentence when lower case follows."""
    document = segment(Document(id="a", text="“It is over.” said he. Then he left."))
    paragraph = document.paragraphs[0]
    assert [paragraph.text[s:e] for s, e in paragraph.sentences] == ["“It is over.” said he.", "Then he left."]
