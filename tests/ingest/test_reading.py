"""The entry: formats by name, by extension, by content; languages; laziness."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest

from audit.errors import IngestError
from audit.ingest.reading import FORMATS, read
from tests.ingest.inputs import document, documents

PAGE = "<html><body><p>One paragraph of a page.</p></body></html>"
RSS = '<rss version="2.0"><channel><item><title>Head</title></item></channel></rss>'
NOTHING = BytesIO()


def test_a_file_is_read_by_its_extension(tmp_path: Path) -> None:
    """Every extension leads to its format."""
    contents = {
        "a.txt": "<p>x",
        "b.MD": "# x",
        "c.markdown": "# x",
        "d.html": PAGE,
        "e.htm": PAGE,
        "f.xhtml": PAGE,
        "g.jsonl": '{"id": "1", "text": "x"}',
        "h.ndjson": '{"id": "1", "text": "x"}',
        "i.rss": RSS,
        "j.xml": RSS,
        "k.atom": RSS,
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, "utf-8")
    found = [held.text for held in read([str(tmp_path)], stdin=NOTHING)]
    assert found == ["<p>x", "# x", "# x", *["One paragraph of a page."] * 3, "x", "x", "Head", "Head", "Head"]


def test_path_and_id_are_as_given(tmp_path: Path) -> None:
    """A file's document carries the path of the command line."""
    path = tmp_path / "a.txt"
    path.write_text("x", "utf-8")
    (held,) = read([str(path)], stdin=NOTHING)
    assert (held.id, held.path) == (str(path), str(path))


def test_the_input_format_overrules_the_extension(tmp_path: Path) -> None:
    """Markup in a text file is read as a page when the user says so."""
    path = tmp_path / "a.txt"
    path.write_text(PAGE, "utf-8")
    (held,) = read([str(path)], stdin=NOTHING, input_format="html")
    assert held.text == "One paragraph of a page."


def test_an_unknown_extension_is_told_by_its_content(tmp_path: Path) -> None:
    """A file named explicitly is read whatever its name."""
    path = tmp_path / "article"
    path.write_text(RSS, "utf-8")
    assert [held.text for held in read([str(path)], stdin=NOTHING)] == ["Head"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (PAGE, "One paragraph of a page."),
        (RSS, "Head"),
        ('{"id": "1", "text": "x"}\n', "x"),
        ("Just text", "Just text"),
        ("", ""),
    ],
)
def test_standard_input_is_sniffed(content: str, text: str) -> None:
    """Without a format the content decides."""
    assert document(content).text == text


def test_the_languages_hold_where_the_input_states_none() -> None:
    """A JSON line's own languages win over those of the command line."""
    lines = b'{"id":"1","text":"x"}\n{"id":"2","text":"y","source_lang":"pt","target_lang":"en-GB"}'
    first, second = read(["-"], stdin=BytesIO(lines), source_lang="es", target_lang="en-US")
    assert (first.source_lang, first.target_lang) == ("es", "en-US")
    assert (second.source_lang, second.target_lang) == ("pt", "en-GB")


def test_an_unknown_format_is_refused() -> None:
    """The error lists the formats there are."""
    with pytest.raises(IngestError, match="unknown input format 'docx' – one of text, markdown, html, jsonl, feed"):
        list(read([], stdin=NOTHING, input_format="docx"))
    assert FORMATS == ("text", "markdown", "html", "jsonl", "feed", "xliff", "tmx", "po", "csv")


def test_every_path_is_looked_up_before_the_first_article(tmp_path: Path) -> None:
    """A mistyped path fails at once, not after an hour's work."""
    (tmp_path / "a.txt").write_text("x", "utf-8")
    with pytest.raises(IngestError, match="cannot be read: No such file or directory – check the path"):
        next(read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], stdin=NOTHING))


def test_a_file_gone_in_between_is_reported(tmp_path: Path) -> None:
    """A file that vanishes after the look-up is an error of one line, too."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    articles = read([str(tmp_path)], stdin=NOTHING)
    next(articles)
    (tmp_path / "b.txt").unlink()
    with pytest.raises(IngestError, match=r"b\.txt: cannot be read"):
        next(articles)


def test_five_megabytes_in_one_line_are_read_quickly() -> None:
    """No format is slow on one long line."""
    words = "palabra word " * 400_000
    began = perf_counter()
    assert document(words).text == words
    assert document(words, "markdown").text == words
    assert document(f"<html><body><p>{words}</p></body></html>").text == words.strip()
    # Measured 3 s; ten times that leaves room for a busy machine and none for quadratic time.
    assert perf_counter() - began < 30


def test_importing_loads_no_heavy_package() -> None:
    """The extractor and the feed parser load when a page or feed is read."""
    heavy = "{'trafilatura', 'feedparser', 'lxml', 'rapidfuzz', 'charset_normalizer'}"
    program = f"import sys, audit.ingest.reading; assert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_reading_is_deterministic() -> None:
    """The same page gives the same documents."""
    page = "<html><body><h1>A</h1>" + "<p>Some longer paragraph about the economy.</p>" * 5 + "</body></html>"
    assert [held.text for held in documents(page)] == [held.text for held in documents(page)]
