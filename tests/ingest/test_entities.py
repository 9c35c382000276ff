"""Character references as a browser reads them."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.entities import add_decoded
from audit.ingest.tracing import Tracer


def decoded(raw: str) -> tuple[str, list[str]]:
    """The decoded text and the raw piece of each character."""
    tracer = Tracer()
    add_decoded(tracer, raw, 0, len(raw))
    held = tracer.traced()
    return held.text, [raw[slice(*place)] for place in held.runs if place]


@pytest.mark.parametrize(
    ("raw", "text", "pieces"),
    [
        ("&amp;", "&", ["&amp;"]),
        ("&#39;&#x27;", "''", ["&#39;", "&#x27;"]),
        ("&nbsp", "\xa0", ["&nbsp"]),
        ("&copyright;", "©right;", ["&copy", *"right;"]),
        ("&NotEqualTilde;", "≂̸", ["&NotEqualTilde;"] * 2),
        ("&#150;", "–", ["&#150;"]),
        ("&#xD800;", "\ufffd", ["&#xD800;"]),
        ("&#1;x", "x", ["x"]),
        ("&zilch; & &", "&zilch; & &", list("&zilch; & &")),
        (f"&#{'9' * 40};", f"\ufffd{'9' * 8};", [f"&#{'9' * 32}", *("9" * 8 + ";")]),
    ],
)
def test_a_reference_keeps_its_place(raw: str, text: str, pieces: list[str]) -> None:
    """Each character knows the reference it came from."""
    assert decoded(raw) == (text, pieces)


@given(st.text(alphabet="&#x;12ampltcopyr A"))
def test_decoding_agrees_with_the_standard_library(raw: str) -> None:
    """Place-keeping changes nothing of the text."""
    assert decoded(raw)[0] == unescape(raw)
