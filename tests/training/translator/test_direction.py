"""Language pairs and their tags."""

from __future__ import annotations

import pytest

from audit.errors import UnsupportedLanguageError
from audit.training.translator.direction import directions


def test_a_pair_gives_both_directions_or_one() -> None:
    """The first is that of the pair; the tag names the target."""
    there, back = directions("pt_BR-en", both=True)
    assert (there.name, there.tag) == ("pt_BR-en", "<2en>")
    assert (back.name, back.tag) == ("en-pt_BR", "<2pt_BR>")
    assert directions("pt_BR-en", both=False) == (there,)


@pytest.mark.parametrize("pair", ["es", "es-", "xx1-en", "en-en", "es-en-fr"])
def test_what_is_no_pair_is_told(pair: str) -> None:
    """One code, an unknown one, or twice the same."""
    with pytest.raises(UnsupportedLanguageError, match="not a language pair"):
        directions(pair, both=True)
