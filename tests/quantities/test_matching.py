"""Numbers that are one, however two languages write them, and numbers that are not."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.quantities.matching import Leftovers, compared, equal, likeness
from audit.quantities.quantity import Quantity
from audit.quantities.reading import quantities

WHOLE = st.integers(2, 999_999_999)


def left(source: str, target: str, lang: str) -> Leftovers:
    """What a source and its English translation do not have in common."""
    return compared(quantities(source, lang, source), quantities(target, "en", lenient=True))


def number(value: float) -> Quantity:
    """A number without a place."""
    return Quantity(start=0, end=1, values=(value,))


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "12.887 millones", "12,887 million"),
        ("es", "12.887 millones", "12.9 billion"),
        ("es", "12.887 millones", "12.887 billion"),
        ("es", "medio millón de euros", "half a million euros"),
        ("es", "mil millones de euros", "a billion euros"),
        ("es", "un billón de pesos", "a trillion pesos"),
        ("es", "dos millones y medio", "2.5 million"),
        ("es", "US$ 45 millones", "$45 million"),
        ("es", "55 mil 053 casos", "55,053 cases"),
        ("es", "3 mil 500 pesos", "3,500 pesos"),
        ("es", "veinte mil personas", "20,000 people"),
        ("es", "setenta y siete casas", "seventy-seven houses"),
        ("es", "el 45,3 por ciento", "45.3 percent"),
        ("fr", "12 345 habitants", "12,345 people"),
        ("fr", "3 milliards d’euros", "€3 billion"),
        ("fr", "45 M€", "€45 million"),
        ("fr", "deux millions et demi", "2.5 million"),
        ("fr", "quatre-vingt-dix-neuf élus", "99 members"),
        ("fr", "soixante-dix-sept députés", "seventy-seven deputies"),
        ("pt", "R$ 3 bilhões", "R$3 billion"),
        ("pt", "dois milhões e meio", "2.5 million"),
        ("pt", "setenta e sete casas", "77 houses"),
        ("it", "3 miliardi di euro", "3 billion euros"),
        ("it", "due milioni e mezzo", "2.5 million"),
        ("it", "ventimila persone", "20,000 people"),
        ("de", "3 Milliarden Euro", "3 billion euros"),
        ("de", "anderthalb Millionen", "1.5 million"),
        ("de", "zweieinhalb Millionen", "2.5 million"),
        ("de", "siebenundsiebzig Häuser", "77 houses"),
    ],
)
def test_one_number_in_two_languages(lang: str, source: str, target: str) -> None:
    """Separators, magnitudes, the long scale and words change how a number is written, not what it is."""
    assert not left(source, target, lang).target
    assert not left(source, target, lang).source
    assert not left(source, target, lang).units


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "una docena de casas", "a dozen houses"),
        ("es", "dos docenas", "24 eggs"),
        ("fr", "une douzaine d’élèves", "a dozen pupils"),
        ("fr", "une cinquantaine de personnes", "about fifty people"),
        ("it", "una trentina di case", "about thirty houses"),
        ("de", "ein Dutzend Eier", "a dozen eggs"),
        ("es", "el doble", "twice"),
        ("es", "dos tercios", "two-thirds"),
        ("es", "nueve de cada diez", "90%"),
        ("es", "los años ochenta", "the 1980s"),
        ("es", "los años 80", "the 1980s"),
        ("es", "la década de 1990", "the 1990s"),
        ("fr", "les années quatre-vingt", "the 1980s"),
        ("pt", "os anos 80", "the ’80s"),
        ("it", "gli anni Ottanta", "the 1980s"),
        ("de", "die Achtzigerjahre", "the 1980s"),
        ("de", "in den 1980er Jahren", "in the 1980s"),
        ("es", "el siglo XIX", "the 19th century"),
        ("es", "el siglo XIX", "the nineteenth century"),
        ("fr", "le XIXe siècle", "the 19th century"),
        ("pt", "o século XX", "the 20th century"),
        ("it", "il XIX secolo", "the 19th century"),
        ("de", "im 19. Jahrhundert", "in the 19th century"),
    ],
)
def test_dozens_shares_decades_and_centuries(lang: str, source: str, target: str) -> None:
    """A counting word, a share, a decade or a century is nothing that the source lacks."""
    assert left(source, target, lang).target == ()


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "a las 18 horas", "at 6 p.m."),
        ("es", "a las 18:30 h", "at 6:30 p.m."),
        ("es", "a las ocho y media", "at half past eight"),
        ("es", "a las ocho y media de la tarde", "at 8:30 p.m."),
        ("es", "a mediodía", "at noon"),
        ("es", "a las 12 horas", "at noon"),
        ("es", "a medianoche", "at midnight"),
        ("fr", "à 18h30", "at 6:30 p.m."),
        ("fr", "à 18 heures 30", "at 6:30 p.m."),
        ("pt", "às 18h30", "at 6:30 p.m."),
        ("it", "alle ore 18.30", "at 6:30 p.m."),
        ("de", "um 18.30 Uhr", "at 6:30 p.m."),
        ("de", "um halb neun", "at half past eight"),
        ("de", "um halb neun", "at 8:30 a.m."),
        ("es", "a las 14:20", "at twenty past two"),
        ("es", "a las 16:50", "at ten to five"),
        ("es", "a las 18 horas y 20 minutos", "at 6:20 p.m."),
        ("de", "um Viertel nach acht", "at a quarter past eight"),
        ("de", "um Viertel vor acht", "at 7:45"),
        ("de", "am 25.03.2024", "on 25 March 2024"),
        ("de", "am 25. März 2024", "on March 25, 2024"),
        ("es", "el 25/03/2024", "on March 25, 2024"),
        ("es", "el 3 de mayo", "on May 3"),
    ],
)
def test_times_and_dates(lang: str, source: str, target: str) -> None:
    """The clock of 24 hours, halves and quarters of an hour, and dates in figures are read as what they mean."""
    assert left(source, target, lang).target == ()


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "80 kilómetros", "50 miles"),
        ("es", "20 hectáreas", "50 acres"),
        ("es", "30 grados", "86 degrees"),
        ("fr", "30 °C", "86 °F"),
        ("de", "100 Kilogramm", "220 pounds"),
        ("es", "1,80 metros", "180 cm"),
        ("es", "un año y medio", "18 months"),
        ("es", "quince días", "two weeks"),
        ("es", "media hora", "30 minutes"),
        ("es", "hora y media", "an hour and a half"),
    ],
)
def test_converted_units(lang: str, source: str, target: str) -> None:
    """A measure in other units, rounded as people round, is the same measure."""
    assert left(source, target, lang).target == ()
    assert left(source, target, lang).units == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("casi 13.000 personas", "12,900 people"),
        ("1.234 personas", "about 1,200 people"),
        ("1.234 personas", "more than 1,200 people"),
        ("8.742 millones", "8.74 billion"),
        ("entre 9 y 15 millones de euros", "€9 million to €15 million"),
        ("entre 9 y 15 millones de euros", "between 9 million and 15 million euros"),
    ],
)
def test_rounding_and_ranges(source: str, target: str) -> None:
    """A number may be rounded to the digits that are written, or behind a hedge; a range shares its magnitude."""
    assert left(source, target, "es").target == ()


@pytest.mark.parametrize(
    ("lang", "source", "target"),
    [
        ("es", "12.887 millones", "12.887 million"),
        ("es", "12.887 millones", "12.8 billion"),
        ("es", "135 hectáreas", "153 hectares"),
        ("es", "2,5 millones", "25 million"),
        ("es", "un billón de pesos", "a billion pesos"),
        ("es", "1.500 metros", "1.5 metres"),
        ("es", "a las 18 horas", "at 8 p.m."),
        ("es", "el siglo XIX", "the 18th century"),
        ("es", "los años 80", "the 1970s"),
        ("es", "casi 13.000 personas", "nearly 16,000 people"),
        ("es", "más de 1.234 personas", "more than 1,243 people"),
        ("es", "nueve personas", "six people"),
        ("es", "55 mil 053 casos", "55,530 cases"),
        ("es", "en 2019", "in 2091"),
        ("es", "80 kilómetros", "80 billion kilometres"),
        ("es", "30 grados", "68 degrees"),
        ("fr", "12 345 habitants", "12,354 people"),
        ("fr", "quatre-vingt-dix-neuf élus", "89 members"),
        ("pt", "setenta e sete casas", "67 houses"),
        ("it", "ventimila persone", "12,000 people"),
        ("de", "3 Milliarden Euro", "3 million euros"),
        ("de", "am 25.03.2024", "on March 26, 2024"),
        ("de", "um halb neun", "at half past nine"),
        ("de", "siebenundsiebzig Häuser", "67 houses"),
    ],
)
def test_other_numbers_are_left_on_both_sides(lang: str, source: str, target: str) -> None:
    """A digit, a separator, a magnitude, an hour or a decade changed leaves a number on either side."""
    held = left(source, target, lang)
    assert held.source
    assert held.target


@pytest.mark.parametrize(
    ("source", "target"),
    [("25 euros", "25 dollars"), ("25 kilómetros", "25 miles"), ("25 minutos", "25 hours"), ("25 kilos", "25 tons")],
)
def test_the_unit_alone(source: str, target: str) -> None:
    """The same number of something else that measures the same thing is told as a unit."""
    held = left(source, target, "es")
    assert [(one.unit, other.unit) for one, other in held.units] == [
        (quantities(source, "es")[0].unit, quantities(target, "en")[0].unit)
    ]
    assert (held.source, held.target) == ((), ())


def test_numbers_that_are_not_sure_are_never_left() -> None:
    """*One*, ordinals and hundreds may be said otherwise."""
    assert left("Un hombre llegó el segundo.", "Hundreds came; the first won one.", "es") == Leftovers(
        source=(), target=()
    )


def test_likeness_knows_turned_digits() -> None:
    """Digits in another order are likelier a mistake than other digits."""
    assert likeness(number(135), number(153)) > likeness(number(135), number(289))
    assert likeness(number(7), number(7)) == 1


@given(WHOLE)
def test_any_number_equals_itself_in_every_language_and_form(value: int) -> None:
    """Grouped or not, with a point, a comma or a space: what one language writes, the other reads."""
    english = quantities(f"{value:,} people", "en")
    for lang, separator in (("es", "."), ("fr", "\u202f"), ("pt", "."), ("it", "."), ("de", ".")):
        for text in (f"{value:,}".replace(",", separator), str(value)):
            (one,) = quantities(text, lang, "1.234.567,8")
            assert equal(one, english[0])


@given(st.integers(2, 9999), st.sampled_from(["millones", "mil millones", "billones"]))
def test_magnitudes_of_the_long_scale(value: int, magnitude: str) -> None:
    """A Spanish *billón* is an English trillion, *mil millones* a billion."""
    english = {"millones": "million", "mil millones": "billion", "billones": "trillion"}[magnitude]
    assert equal(quantities(f"{value} {magnitude}", "es")[0], quantities(f"{value} {english}", "en")[0])


@given(st.lists(WHOLE, max_size=12), st.randoms())
def test_order_does_not_matter(values: list[int], shuffle: Random) -> None:
    """Equal numbers are paired off wherever they stand; nothing is left of the same numbers in another order."""
    there = [number(value) for value in values]
    here = list(there)
    shuffle.shuffle(here)
    assert compared(there, here) == Leftovers(source=(), target=())


@given(st.lists(WHOLE, max_size=8), st.lists(WHOLE, max_size=8))
def test_what_is_left_is_of_the_lists(ones: list[int], others: list[int]) -> None:
    """As many numbers of one side as of the other are paired off."""
    held = compared([number(one) for one in ones], [number(one) for one in others])
    assert len(ones) - len(held.source) == len(others) - len(held.target)
