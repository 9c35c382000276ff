"""Edits go back into the file that articles came from, byte for byte beside them, and are read there again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from audit.editing import Edit
from audit.errors import EditError, IngestError
from audit.ingest.rewriting import ArticleFile, Reading, open_articles, possible, rewritten

PAGE = "<html><body><article><h1>A title of a page</h1><p>One AT T two, he said.</p></article></body></html>"


def opened(folder: Path, name: str, data: bytes) -> ArticleFile:
    """The articles of a file with these bytes."""
    (folder / name).write_bytes(data)
    return open_articles(str(folder / name), stdin=BytesIO())


def swap(file: ArticleFile, old: str, new: str, index: int = 0) -> list[list[Edit]]:
    """The edits that change the only place where a text stands in one article."""
    text = file.documents[index].text
    assert text.count(old) == 1
    at = text.index(old)
    edits: list[list[Edit]] = [[] for _ in file.documents]
    edits[index] = [Edit(start=at, end=at + len(old), replacement=new)]
    return edits


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"])
def test_a_text_keeps_its_encoding_mark_and_line_ends(tmp_path: Path, encoding: str) -> None:
    """Outside the edit every byte is as it was."""
    text = "La façade fell.\r\n\r\nHe said ”A toast” – and left.\r\n"
    file = opened(tmp_path, "a.txt", text.encode(encoding))
    assert rewritten(file, swap(file, "”A", "“A")).data == text.replace("”A", "“A").encode(encoding)


def test_a_declared_encoding_is_kept(tmp_path: Path) -> None:
    """A page in ISO-8859-2 stays in it, and what it lacks becomes a reference."""
    page = PAGE.replace("<body>", '<meta charset="iso-8859-2"><body>').replace("One", "Łódź")
    file = opened(tmp_path, "a.html", page.encode("iso-8859-2"))
    after = rewritten(file, swap(file, "two,", "“two”,"))
    assert after.data == page.replace("two,", "&#8220;two&#8221;,").encode("iso-8859-2")
    assert "“two”" in after.documents[0].text


def test_a_page_of_ascii_gets_references_unless_it_says_utf_8(tmp_path: Path) -> None:
    """A browser takes a page that says nothing for windows-1252."""
    file = opened(tmp_path, "a.html", PAGE.encode())
    assert b"&#8220;One" in rewritten(file, swap(file, "One", "“One")).data
    said = PAGE.replace("<body>", '<meta charset="utf-8"><body>')
    file = opened(tmp_path, "b.html", said.encode())
    assert "“One".encode() in rewritten(file, swap(file, "One", "“One")).data


def test_a_text_whose_encoding_lacks_a_character_is_refused(tmp_path: Path) -> None:
    """The error names the character and the way out."""
    file = opened(tmp_path, "a.txt", "La façade «fell» he said.\n".encode("windows-1252"))
    with pytest.raises(EditError, match=r"windows-1252 has no “→” \(U\+2192\) – convert the file to UTF-8"):
        rewritten(file, swap(file, "fell", "→"))


FEED = "<rss version='2.0'><channel><title>t</title><item><title>New now</title>{}</item></channel></rss>"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.html", PAGE, PAGE.replace("AT T", "AT&amp;T")),
        ("a.txt", "One AT T two.\n", "One AT&T two.\n"),
        (
            "a.xml",
            FEED.format("<description>&lt;p&gt;One AT T two.&lt;/p&gt;</description>"),
            FEED.format("<description>&lt;p&gt;One AT&amp;T two.&lt;/p&gt;</description>"),
        ),
        (
            "a.rss",
            FEED.format("<description><![CDATA[<p>One AT T two.</p>]]></description>"),
            FEED.format("<description><![CDATA[<p>One AT&amp;T two.</p>]]></description>"),
        ),
        ("a.jsonl", '{"id": "1", "text": "One AT T two."}\n', '{"id": "1", "text": "One AT&T two."}\n'),
        (
            "a.po",
            'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Uno"\nmsgstr "One AT T two."\n',
            'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Uno"\nmsgstr "One AT&T two."\n',
        ),
    ],
)
def test_what_is_escaped_is_what_is_read_back(tmp_path: Path, name: str, data: str, expected: str) -> None:
    """An ampersand is written as its place wants it."""
    file = opened(tmp_path, name, data.encode())
    after = rewritten(file, swap(file, "AT T", "AT&T"))
    assert "AT&T" in after.documents[0].text
    assert after.text == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", '{"id": "1", "text": "One AT T two."}\n'),
        ("a.po", 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Uno"\nmsgstr "One AT T two."\n'),
    ],
)
def test_straight_quotes_are_escaped_in_a_string(tmp_path: Path, name: str, data: str) -> None:
    """In JSON and PO a quotation mark ends the string unless a backslash stands before it."""
    file = opened(tmp_path, name, data.encode())
    after = rewritten(file, swap(file, "AT T", 'the "end"'))
    assert after.text == data.replace("AT T", 'the \\"end\\"')


def test_angle_brackets_are_read_back_in_a_feed(tmp_path: Path) -> None:
    """In HTML inside XML they are escaped twice, or the reader would take them for a tag."""
    data = FEED.format("<description>&lt;p&gt;One AT T two.&lt;/p&gt;</description>")
    file = opened(tmp_path, "a.xml", data.encode())
    after = rewritten(file, swap(file, "AT T", "<b>AT</b>"))
    assert "<b>AT</b>" in after.documents[0].text
    assert "&amp;lt;b&amp;gt;AT" in after.text


def test_a_file_without_a_place_for_its_text_is_refused(tmp_path: Path) -> None:
    """Where two readers of a broken feed disagree nothing tells where its text stands, and nothing is guessed."""
    broken = FEED.format("<description>One two.</description>").replace("</item>", "<item></item></item>")
    with pytest.raises(EditError, match="is not known"):
        opened(tmp_path, "a.xml", broken.encode())


def test_an_edit_with_no_place_is_left_out_of_the_possible(tmp_path: Path) -> None:
    """What extraction made up cannot be edited, the rest can."""
    data = FEED.format("<description><![CDATA[<p>One AT T <q>two</q>, he said.</p>]]></description>")
    file = opened(tmp_path, "a.xml", data.encode())
    text = file.documents[0].text
    at = text.index("“two")
    made_up = Edit(start=at, end=at + 1, replacement="«")
    real = Edit(start=text.index("One"), end=text.index("One") + 3, replacement="Two")
    assert possible(file, [[made_up, real]]) == [[real]]


def test_places_that_want_different_escapes_are_served_in_one_file(tmp_path: Path) -> None:
    """A title is text in XML, a description HTML in XML."""
    data = FEED.format("<description>&lt;p&gt;One AT T two.&lt;/p&gt;</description>").replace("New now", "New X Y now")
    file = opened(tmp_path, "a.xml", data.encode())
    (title,), (text,) = swap(file, "X Y", "X & Y")[0:1], swap(file, "AT T", "<i>")[0:1]
    after = rewritten(file, [[*title, *text]])
    assert after.documents[0].text == file.documents[0].text.replace("X Y", "X & Y").replace("AT T", "<i>")
    made_up = possible(file, [[*title, *text]])
    assert made_up == [[*title, *text]]


def test_standard_input_is_read_back_too() -> None:
    """`-` has no name to tell its format by, so the format stays what was given."""
    file = open_articles("-", stdin=BytesIO(b"One two.\n"), reading=Reading(input_format="text"))
    assert rewritten(file, swap(file, "two", "three")).data == b"One three.\n"


def test_an_address_is_no_file() -> None:
    """Nothing can be changed on the network."""
    with pytest.raises(IngestError, match="save the page"):
        open_articles("https://example.com/a.html", stdin=BytesIO())


def test_an_empty_file_has_nothing_to_edit(tmp_path: Path) -> None:
    """It is no error."""
    file = opened(tmp_path, "a.txt", b"")
    assert rewritten(file, [[] for _ in file.documents]).data == b""
