"""Extracted paragraphs found again on their page."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.alignment import align, squeezed

ONE = "ThepresidentsaidthattheeconomyisgrowingandthatinflationwillgodowninthemonthstocomeasthebankwroteinMay"
TWO = "Nobodyknewwhythetrainhadstoppedinthemiddleofthefieldbutthepassengerswaitedforhoursuntiltheeveningcame"
THREE = "Therainfellforthreedaysandthreenightsoverthecityandtheriverroseabovethebridgesbeforethemorningarrived"


def test_what_extraction_changes_is_squeezed_out() -> None:
    """White space, invisible characters and composition do not count."""
    assert squeezed("cafe\u0301 \xa0\u00adb\u200b\n c") == "cafébc"


@pytest.mark.parametrize(
    ("extracted", "page", "taken"),
    [
        ([ONE, TWO], ["Home", ONE, "Advert", TWO, "Footer"], {1, 3}),
        ([ONE, "EFE", TWO, "EFE"], ["EFE", "EFEcto", ONE, "EFE", TWO, "EFE", "EFE"], {2, 3, 4, 5}),
        ([ONE + TWO], ["x", ONE, "y", TWO], {1, 3}),
        ([ONE], ["x", ONE + "Readmore"], {1}),
        ([ONE.replace("May", "Maj"), TWO], [ONE, TWO], {0, 1}),
        (["Shortline,this"], ["Shortline;this"], {0}),
        ([TWO, ONE], [ONE, TWO], {0, 1}),
        ([ONE, ONE], [ONE, "x", ONE], {0, 2}),
        ([], [ONE], set()),
    ],
)
def test_paragraphs_are_taken(extracted: list[str], page: list[str], taken: set[int]) -> None:
    """Equal, inside one another, or alike; short texts only where they are whole."""
    held = align(extracted, page)
    assert (held.taken, held.missing) == (taken, [])


def test_texts_found_nowhere_have_a_place() -> None:
    """A long text that the page lacks is told with where it would stand; a short one is nothing."""
    held = align([ONE, THREE, "short", TWO], [ONE, TWO])
    assert (held.taken, held.missing) == ({0, 1}, [(1, 1)])


@given(
    st.lists(st.sampled_from(["a", "ab", ONE, TWO, ONE + TWO, ""])), st.lists(st.sampled_from(["a", "ba", ONE, TWO]))
)
def test_indices_are_in_bounds(extracted: list[str], page: list[str]) -> None:
    """Any lists align, and a page aligns wholly with itself."""
    held = align(extracted, page)
    assert held.taken <= set(range(len(page)))
    assert all(0 <= place <= len(page) and 0 <= text < len(extracted) for place, text in held.missing)
    assert align(page, page).taken == set(range(len(page)))


def test_many_equal_paragraphs_take_linear_time() -> None:
    """A page of one line many times is aligned at once."""
    began = perf_counter()
    assert len(align([ONE] * 20_000, [ONE] * 20_000).taken) == 20_000
    assert align([ONE] * 2_000, [TWO] * 2_000).taken == set()
    # Measured below 1 s.
    assert perf_counter() - began < 10
