"""Paragraphs of an article and of its source, and the gaps between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Document, Gap, Unit
from audit.segmentation.article import segment
from audit.segmentation.sources import with_sources

SOURCE = (
    "El alcalde cerró el puente el martes por la noche.",
    "La reparación costará dos millones de euros. Los vecinos protestaron delante del ayuntamiento con pancartas.",
    "La biblioteca municipal abrirá en septiembre después de las obras.",
)
TARGET = (
    "The mayor closed the bridge on Tuesday night.",
    "The repair will cost two million euros. Residents protested in front of the town hall with banners.",
    "The municipal library will open in September after the works.",
)


def paired(source: str | None, target: str, lang: str | None = "es") -> Document:
    """An article with the sources of its paragraphs."""
    return with_sources(segment(Document(id="a", text=target, source=source, source_lang=lang)))


def sources(source: tuple[str, ...], target: tuple[str, ...], lang: str | None = "es") -> list[str | None]:
    """The source of each paragraph."""
    return [one.source for one in paired("\n\n".join(source), "\n\n".join(target), lang).paragraphs]


def gaps(source: tuple[str, ...], target: tuple[str, ...]) -> list[Gap]:
    """The paragraphs of the source that nothing renders."""
    return list(paired("\n\n".join(source), "\n\n".join(target)).gaps)


def test_paragraphs_one_by_one() -> None:
    """Each has its own, with and without the source's language."""
    assert sources(SOURCE, TARGET) == sources(SOURCE, TARGET, None) == list(SOURCE)
    assert gaps(SOURCE, TARGET) == []


@pytest.mark.parametrize("lost", range(3))
def test_a_missing_paragraph_is_a_gap(lost: int) -> None:
    """It stands after the paragraph before it, after -1 where there is none."""
    target = TARGET[:lost] + TARGET[lost + 1 :]
    assert gaps(SOURCE, target) == [Gap(after=lost - 1, source=SOURCE[lost])]
    assert sources(SOURCE, target) == [text for at, text in enumerate(SOURCE) if at != lost]


@pytest.mark.parametrize("place", range(4))
def test_an_extra_paragraph_has_no_source(place: int) -> None:
    """A caption that the source does not have takes none from its neighbours."""
    target = (*TARGET[:place], "Subscribe to our weekly newsletter and win cooking recipes.", *TARGET[place:])
    assert sources(SOURCE, target) == [*SOURCE[:place], None, *SOURCE[place:]]
    assert gaps(SOURCE, target) == []


def test_merged_paragraphs_have_both_sources() -> None:
    """Two of the source that became one belong to it."""
    target = (f"{TARGET[0]} {TARGET[1]}", TARGET[2])
    assert sources(SOURCE, target) == [f"{SOURCE[0]}\n\n{SOURCE[1]}", SOURCE[2]]


def test_a_split_paragraph_is_shared_out_by_sentences() -> None:
    """Each half gets the sentences that it renders."""
    first, _, second = TARGET[1].partition("euros. ")
    there, _, rest = SOURCE[1].partition("euros. ")
    held = sources(SOURCE, (TARGET[0], f"{first}euros.", second, TARGET[2]))
    assert held == [SOURCE[0], f"{there}euros.", rest, SOURCE[2]]


def test_without_a_language_only_equal_numbers_are_paired() -> None:
    """One by one, or not at all."""
    assert sources(SOURCE, TARGET[:2], None) == [None, None]


def test_without_a_source_nothing_changes() -> None:
    """An article without a source, or without text, stays as it is."""
    assert paired(None, "One.\n\nTwo.").gaps == ()
    assert paired("Uno.", "").paragraphs == ()


def test_other_articles_are_no_rendering() -> None:
    """A source that has nothing in common with the article gives its paragraphs none."""
    source = ("Los precios de los alimentos bajaron un 4 % en marzo gracias a las lluvias de invierno en Murcia.",)
    target = ("A rocket carrying 90 satellites exploded shortly after launch, said engineers near Houston, Texas.",)
    assert sources(source, target) == [None]
    assert gaps(source, target) == [Gap(after=-1, source=source[0])]


def test_untranslated_segments_of_a_bilingual_file_are_gaps() -> None:
    """Its segments are paired already; one without a rendering stands after those before it."""
    text = "One.\n\nThree."
    units = (
        Unit(start=0, end=4, source="Uno."),
        Unit(start=4, end=4, source="Dos."),
        Unit(start=4, end=4, source=" "),
        Unit(start=6, end=12, source="Tres."),
    )
    document = with_sources(segment(Document(id="a", text=text, units=units)))
    assert document.gaps == (Gap(after=0, source="Dos."),)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*SOURCE, "12", "\ud800", "…"]) | st.text(max_size=20), max_size=6),
    st.lists(st.sampled_from([*TARGET, "12", "\ud800", "…"]) | st.text(max_size=20), max_size=6),
)
def test_any_articles_are_paired(source: list[str], target: list[str]) -> None:
    """No text raises; the paragraphs stay, and gaps lie between them."""
    text = "\n\n".join(target)
    held = paired("\n\n".join(source), text)
    assert [one.text for one in held.paragraphs] == [
        one.text for one in segment(Document(id="a", text=text)).paragraphs
    ]
    assert all(-1 <= gap.after < len(held.paragraphs) for gap in held.gaps)
