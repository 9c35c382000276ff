"""Plain text is kept to the last character."""

from __future__ import annotations

import pytest

from tests.ingest.inputs import document


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeffTitle\r\n\r\nBody\r\n",
        "old\rmac\rlines",
        "tab\there  two spaces \u00a0",
        "cafe\u0301 ﬁ Å",
        "👩‍👩‍👧 😀",
        "\u2028\u2029\x85\x0b\x0c",
        "<p>no page</p",
    ],
)
def test_the_text_is_the_files(text: str) -> None:
    """No newline, mark or letter is changed, and nothing is traced or hinted."""
    held = document(text, "text")
    assert held.text == text
    assert (held.raw, held.hints, held.paragraphs) == (None, (), ())
