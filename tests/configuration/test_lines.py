"""In which line a key of TOML stands."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.configuration.lines import lines_of
from audit.configuration.toml_text import toml

TEXT = '''\
# [no] = table
a = 1
"b c".d = "x # no comment ] [" # a comment with [
multi = """
e = 2
[f]
\\""" g = 3 """
raw = \'\'\'
h = "
\'\'\'
list = [
  "[i]", # j = 4
  { k = 5 },
]

[severity]
LIN = "minor"
"ACC1" = "major"

[[overrides]]
paths = ["*"]
severity.STY = "minor"

  [ overrides . severity ]
  LIN = "neutral"

[[overrides]]
paths = ["x"]
'''


def test_keys_are_found_where_they_stand() -> None:
    """Not within texts of several lines, lists or comments; each table of an array has its number."""
    lines = lines_of(TEXT)
    assert lines == {
        ("a",): 2,
        ("b c",): 3,
        ("b c", "d"): 3,
        ("multi",): 4,
        ("raw",): 8,
        ("list",): 11,
        ("severity",): 16,
        ("severity", "LIN"): 17,
        ("severity", "ACC1"): 18,
        ("overrides",): 20,
        ("overrides", 0): 20,
        ("overrides", 0, "paths"): 21,
        ("overrides", 0, "severity"): 22,
        ("overrides", 0, "severity", "STY"): 22,
        ("overrides", 0, "severity", "LIN"): 25,
        ("overrides", 1): 27,
        ("overrides", 1, "paths"): 28,
    }


def test_quotes_may_stand_before_the_end_of_a_long_text() -> None:
    """Up to two, as TOML has it."""
    text = 'a = """x"""""\nb = \'\'\'y\'\'\'\'\nc = 1\n'
    assert tomllib.loads(text) == {"a": 'x""', "b": "y'", "c": 1}
    assert lines_of(text) == {("a",): 1, ("b",): 2, ("c",): 3}


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers(-9, 9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(WORDS, VALUES, max_size=6), st.integers(0, 3))
def test_every_key_of_any_table_has_its_line(table: dict[str, Any], blank: int) -> None:
    """Whatever the keys and texts are."""
    text = "\n" * blank + toml(table)
    lines = lines_of(text)
    assert [lines[key,] for key in table] == list(range(blank + 1, blank + 1 + len(table)))
    assert len(lines) == len(table)
