"""What is written as TOML is read as it was."""

from __future__ import annotations

import math
import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.configuration.toml_text import toml
from tests.configuration.test_lines import VALUES, WORDS

FLOATS = st.floats(allow_nan=False)


@given(st.dictionaries(WORDS, VALUES | FLOATS, max_size=6))
def test_any_table_comes_back(table: dict[str, Any]) -> None:
    """Texts with quotes, controls and line ends included."""
    assert tomllib.loads(toml(table)) == table


@given(st.lists(st.dictionaries(WORDS, VALUES, max_size=3), min_size=1, max_size=3))
def test_arrays_of_tables_come_back(items: list[dict[str, Any]]) -> None:
    """After the other keys."""
    text = toml({"items": items, "limit": math.inf}, ("items",))
    assert tomllib.loads(text) == {"items": items, "limit": math.inf}
    assert text.startswith("limit = inf\n")
    assert text.count("[[items]]") >= len(items)
