"""The numbers of a text: where they stand, what they may be, in which unit, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.quantities.reading import quantities

LANGUAGES = st.sampled_from(["en", "es", "fr", "pt", "it", "de", "ca", ""])
PIECES = st.sampled_from(
    [
        " ",
        ".",
        ",",
        "12",
        "1.234",
        "7",
        " mil",
        " millones",
        " million",
        "€",
        " km",
        "half ",
        "y media",
        " de ",
        "\ud800",
    ]
)


@pytest.mark.parametrize(
    ("lang", "text", "spans"),
    [
        ("en", "It cost €3.5 million in 2019.", ["€3.5 million", "2019"]),
        ("en", "About 25 miles away, at 6:30 p.m.", ["25 miles", "6:30 p.m."]),
        ("en", "Half a million of two dozen", ["Half a million", "two dozen"]),
        ("es", "Pagó 12.887 millones de euros a 84 municipios.", ["12.887 millones de euros", "84"]),
        ("es", "A las ocho y media, 18 horas 30", ["ocho", "media", "18 horas 30"]),
        ("fr", "Vingt-deux personnes, 3 milliards d’euros", ["Vingt-deux", "3 milliards d’euros"]),
        ("de", "Am 25.03.2024 um 18 Uhr", ["25", "03", "2024", "18 Uhr"]),
    ],
)
def test_spans(lang: str, text: str, spans: list[str]) -> None:
    """A number reaches over its magnitude, its unit and the sign of its currency."""
    assert [text[one.start : one.end] for one in quantities(text, lang)] == spans


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "$45 million", 45e6, "USD"),
        ("en", "45 per cent", 45, "%"),
        ("en", "£7m", 7e6, "GBP"),
        ("es", "45 por ciento", 45, "%"),
        ("es", "7 m de altura", 7e6, None),
        ("es", "un kilómetro y medio", 1.5, "km"),
        ("pt", "2,5 bilhões de reais", 2.5e9, "BRL"),
        ("it", "duemila euro", 2000, "EUR"),
        ("fr", "cinq heures", 5, "hour"),
        ("de", "8,5 Prozent", 8.5, "%"),
        ("de", "20 km/h", 20, "kmh"),
    ],
)
def test_values_and_units(lang: str, text: str, value: float, unit: str | None) -> None:
    """The first value is the plain reading; *m* may be a million."""
    (one,) = quantities(text, lang)
    assert one.values[0] == value
    assert one.unit == unit


@pytest.mark.parametrize(
    ("whole", "value"),
    [
        ("Subió 3.5 puntos y costó 1,500.75 pesos.", 1500),
        ("Subió 3,5 puntos y costó 1.500,75 euros.", 1.5),
        (None, 1500),
    ],
)
def test_the_article_shows_its_separators(whole: str | None, value: float) -> None:
    """Mexican Spanish writes the decimal point: what the numbers of the article, or else of the text, show decides."""
    assert quantities("1,500 casos", "es", whole)[0].values == (value,)


def test_english_keeps_its_point_unless_told_to_be_lenient() -> None:
    """1.500 is one and a half in English, and in a translation perhaps fifteen hundred."""
    assert quantities("1.500 cases", "en")[0].values == (1.5,)
    assert quantities("1.500 cases", "en", lenient=True)[0].values == (1.5, 1500)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "about 40 people"),
        ("en", "more than $40"),
        ("es", "casi 40 personas"),
        ("es", "cerca de 40 personas"),
        ("fr", "environ 40 personnes"),
        ("pt", "quase 40 pessoas"),
        ("it", "circa 40 persone"),
        ("de", "rund 40 Menschen"),
    ],
)
def test_hedges(lang: str, text: str) -> None:
    """A word such as *nearly* before a number hedges it, over a currency's sign and *than*."""
    assert [one.hedged for one in quantities(text, lang)] == [True]


@pytest.mark.parametrize("text", ["one man", "the second", "both of them", "half of them", "in March", "at noon"])
def test_what_may_be_said_otherwise_is_not_sure(text: str) -> None:
    """Articles, ordinals, counting words and months are numbers only where the other side has one."""
    assert [one.sure for one in quantities(text, "en")] == [False]


def test_a_range_shares_magnitude_and_unit() -> None:
    """The first of two numbers may be so many millions, or so many."""
    held = quantities("9 to 15 million euros", "en")
    assert [one.values for one in held] == [(9e6, 9), (15e6,)]
    assert [one.unit for one in held] == ["EUR", "EUR"]


def test_vague_words_are_no_numbers() -> None:
    """*Hundreds* and «miles» count nothing; a language without tables still has its figures."""
    assert quantities("Hundreds of thousands came.", "en") == ()
    assert quantities("Llegaron miles.", "es") == ()
    assert [one.values for one in quantities("Van arribar 40.", "ca")] == [(40,)]


@given(st.text() | st.lists(PIECES, max_size=40).map("".join), LANGUAGES, st.booleans())
def test_any_text_is_read(text: str, lang: str, lenient: bool) -> None:  # noqa: FBT001 - drawn
    """No text raises, every number lies in the text, and all have a value."""
    for one in quantities(text, lang, lenient=lenient):
        assert 0 <= one.start < one.end <= len(text)
        assert one.values
        assert all(value >= 0 for value in one.values)
