"""Terms are found in an article and its source, the longest of those that overlap."""

from __future__ import annotations

from audit.document import Document, Paragraph
from audit.terms.lookup import Lookup, lookup
from audit.testing import article


def held(document: Document) -> tuple[Lookup, Paragraph]:
    """The terms of an article of one paragraph, and the paragraph."""
    found = lookup(document)
    assert found is not None
    return found, document.paragraphs[0]


def forbidden(text: str, glossary: str, lang: str | None = None) -> list[str]:
    """The forbidden renderings in a text."""
    terms, paragraph = held(article(text, source_lang=lang, glossary=glossary))
    return [text[slice(*one.span)] for one in terms.forbidden(paragraph, lang)]


def sourced(source: str, glossary: str) -> list[tuple[str, str]]:
    """The terms in a source, as they stand there, with their lines."""
    terms, paragraph = held(article(source, source=source, source_lang="es", glossary=glossary))
    return [(source[one.start : one.end], one.term.place) for one in terms.sourced(paragraph, "es")]


def test_without_a_glossary_there_is_nothing() -> None:
    """No table, an empty one and one for another language cost nothing."""
    assert lookup(article("A town hall.")) is None
    assert lookup(article("A town hall.", glossary="forbidden\n")) is None
    assert lookup(article("A town hall.", glossary="# target: de\nforbidden\ntown hall")) is None


def test_the_longest_forbidden_rendering_stands() -> None:
    """Of two that overlap, and wherever they stand in the table."""
    assert forbidden("The town hall of the town.", "forbidden\ntown\ntown hall\n") == ["town hall", "town"]


def test_part_of_a_wanted_rendering_is_not_forbidden() -> None:
    """Whichever line wants it."""
    table = "term,forbidden,source\ncity council,council,\ncouncil tax,,impuesto\n"
    assert forbidden("The city councils met the council on council tax.", table) == ["council"]


def test_a_term_of_another_language_is_not_looked_up() -> None:
    """Of an article of unknown origin every term is."""
    table = "forbidden,source_lang\nprefect,fr\n"
    assert [forbidden("The prefect.", table, lang) for lang in ("fr", "es", None)] == [["prefect"], [], ["prefect"]]


def test_a_term_within_a_longer_one_is_no_term() -> None:
    """The civil guard is no guard, but a guard elsewhere is."""
    table = "source,term\nguardia,guard\nguardia civil,Civil Guard\n"
    assert sourced("Un guardia civil y otro guardia.", table) == [
        ("guardia civil", "example.csv:3"),
        ("guardia", "example.csv:2"),
    ]


def test_a_line_without_a_rendering_asks_nothing_of_the_source() -> None:
    """It only forbids."""
    assert sourced("El alcalde.", "source,forbidden\nalcalde,prefect\n") == []
