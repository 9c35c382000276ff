"""Edits change their own characters in a file and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.document import Document, RawMap
from audit.editing import Edit, Escaping, applied, edited, edited_file, smallest
from audit.errors import EditError
from audit.ingest.feed import read_feed
from audit.ingest.html import read_html

BASE = Document(id="a", path="a.html", text="")


def page(raw: str) -> Document:
    """The article of a page."""
    return next(read_html(raw, BASE))


def fix(document: Document, old: str, new: str, escaping: Escaping = Escaping.NONE) -> Edit:
    """An edit of the only place where a text stands."""
    assert document.text.count(old) == 1
    at = document.text.index(old)
    return Edit(start=at, end=at + len(old), replacement=new, escaping=escaping)


def test_text_changes_only_where_it_is_edited() -> None:
    """Edits in any order change their spans, and the rest stays to the last character."""
    document = Document(id="a", text="\ufeffHe said ”A toast .\r\n\r\nLeave a Reply\r\n")
    edits = [fix(document, "Leave a Reply", ""), fix(document, "”A", "“A"), fix(document, " .", ".")]
    assert edited(document, edits) == "\ufeffHe said “A toast.\r\n\r\n\r\n"


def test_overlapping_edits_are_refused_and_named() -> None:
    """Two edits that share a character are an error that shows both."""
    with pytest.raises(EditError, match="“He said” at 0–7 and “said it” at 3–10"):
        applied("He said it", [Edit(start=3, end=10, replacement="x"), Edit(start=0, end=7, replacement="y")])


def test_two_replacements_of_one_span_are_refused() -> None:
    """The same span cannot become two things."""
    with pytest.raises(EditError, match="overlap"):
        applied("He", [Edit(start=0, end=2, replacement="x"), Edit(start=0, end=2, replacement="y")])


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 4), (2, 1)])
def test_an_edit_outside_the_text_is_refused(start: int, end: int) -> None:
    """An edit out of bounds is an error, never another place in the text."""
    with pytest.raises(EditError, match="outside the text of 3 characters"):
        applied("abc", [Edit(start=start, end=end, replacement="")])


@given(st.text(alphabet="ab ,“”", max_size=12), st.text(alphabet="ab ,“”", max_size=12))
def test_the_smallest_changes_make_one_text_of_the_other(old: str, new: str) -> None:
    """Applied together they give the new text, and each begins and ends with a difference."""
    changes = list(smallest(old, new))
    assert applied(old, [Edit(start=s, end=e, replacement=text) for s, e, text in changes]) == new
    for start, end, text in changes:
        assert start == end or not text or (old[start] != text[0] and old[end - 1] != text[-1])


@pytest.mark.parametrize(
    ("raw", "old", "new", "expected"),
    [
        ("<p>He <b>said</b> so.</p>", "He said", "She said", "<p>She <b>said</b> so.</p>"),
        ("<p>a <span class=big>H</span>e left.</p>", "He", "he", "<p>a <span class=big>h</span>e left.</p>"),
        (
            "<p>his <b>pair</b> of Russia.</p>",
            "pair of",
            "counterpart from",
            "<p>his <b>counterpart</b> from Russia.</p>",
        ),
        ("<p>Beds <i>now</i> , he said.</p>", " ,", ",", "<p>Beds <i>now</i>, he said.</p>"),
        ("<p>Go <i>out</i>! <br>Share this</p>", "out!", "out", "<p>Go <i>out</i> <br>Share this</p>"),
        ("<p>A &ldquo;toast&rdquo; now</p>", "“toast”", "”toast“", "<p>A ”toast“ now</p>"),
        ("<p>One\n  two three</p>", "One two", "Onetwo", "<p>Onetwo three</p>"),
        ("<p>The end.</p>\n<p>Share</p>", "Share", "", "<p>The end.</p>\n<p></p>"),
        ("<p>A\n<b>bold</b> end</p>", "bold", "very bold", "<p>A\nvery <b>bold</b> end</p>"),
        ("<p>It <b>ends</b></p>", "ends", "ends.", "<p>It <b>ends.</b></p>"),
        ("<p>x &nGt; y</p>", "≫\u20d2 y", "≫ y", "<p>x ≫ y</p>"),
    ],
)
def test_a_page_keeps_its_tags(raw: str, old: str, new: str, expected: str) -> None:
    """Each character takes its own raw range with it; no tag moves."""
    document = page(raw)
    assert edited(document, [fix(document, old, new)]) == expected


def test_what_extraction_made_up_stays() -> None:
    """A deletion over a line break that stands for a tag leaves the tag."""
    document = page("<p>One<br>two three</p>")
    assert edited(document, [fix(document, "One\ntwo ", "")]) == "<p><br>three</p>"


def test_an_insertion_between_made_up_characters_has_no_place() -> None:
    """Where the file holds neither neighbour, the edit is refused."""
    document = Document(id="a", text="ab", raw=RawMap(raw="<>", ranges=(None, None)))
    with pytest.raises(EditError, match="stands nowhere in the file"):
        edited(document, [Edit(start=1, end=1, replacement="x")])


@pytest.mark.parametrize(
    ("escaping", "expected"),
    [
        (Escaping.NONE, "<p>AT&T</p>"),
        (Escaping.ONCE, "<p>AT&amp;T</p>"),
        (Escaping.TWICE, "<p>AT&amp;amp;T</p>"),
    ],
)
def test_a_replacement_is_escaped_as_asked(escaping: Escaping, expected: str) -> None:
    """`&`, `<` and `>` are written with as many escapes as the place wants."""
    document = page("<p>AT T</p>")
    assert edited(document, [fix(document, "AT T", "AT&T", escaping)]) == expected


def test_a_po_string_is_escaped_with_backslashes() -> None:
    """Quotes, backslashes and line breaks are written as in a PO file."""
    assert Escaping.BACKSLASH.written('a "b"\n\\') == 'a \\"b\\"\\n\\\\'


FEED = """<rss version="2.0"><channel><title>t</title>
<item><title>First one now</title><description><![CDATA[<p>He said ”A <b>toast</b> .</p>]]></description></item>
<item><title>Second &amp; one</title><description>&lt;p&gt;He said ”B now.&lt;/p&gt;</description></item>
</channel></rss>"""


def test_the_entries_of_a_feed_are_edited_together() -> None:
    """Edits of several articles go into their one file."""
    first, second = read_feed(FEED, BASE)
    changed = edited_file(
        [(first, [fix(first, "”A", "“A"), fix(first, " .", ".")]), (second, [fix(second, "”B", "“B")])]
    )
    assert changed == FEED.replace("”A", "“A").replace("</b> .", "</b>.").replace("”B", "“B")


def test_several_articles_without_a_map_are_refused() -> None:
    """Where nothing says where an article stands in the file, nothing is guessed."""
    one = Document(id="1", path="a.jsonl", text="a")
    with pytest.raises(EditError, match=r"a\.jsonl: where its articles stand in the file is not known"):
        edited_file([(one, []), (one, [])])


def test_articles_of_two_files_are_refused() -> None:
    """One call edits one file."""
    with pytest.raises(EditError, match="are not of one file"):
        edited_file([(page("<p>One.</p>"), []), (page("<p>Two.</p>"), [])])


def test_edits_of_two_articles_in_one_place_are_refused() -> None:
    """Two articles cannot change the same characters of their file."""
    document = page("<p>One two.</p>")
    with pytest.raises(EditError, match="overlap in the file"):
        edited_file([(document, [fix(document, "One", "A")]), (document, [fix(document, "One", "B")])])


@given(st.data())
def test_edits_of_a_page_are_read_back(data: st.DataObject) -> None:
    """Whatever words go or change, the page read again holds just the edited text."""
    words = data.draw(
        st.lists(st.sampled_from(["One", "<b>two</b>", "th<i>re</i>e", "&eacute;t&eacute;", "“four”"]), min_size=1)
    )
    document = page(f"<h1>Title here</h1><p>{' '.join(words)}</p>")
    body = document.text.index("\n\n") + 2
    start = data.draw(st.integers(body, len(document.text)))
    end = data.draw(st.integers(start, len(document.text)))
    edit = Edit(start=start, end=end, replacement=data.draw(st.sampled_from(["", "x", "One two", "été"])))
    again = page(edited(document, [edit]))
    assert again.text.split() == applied(document.text, [edit]).split()
