"""Strings of a JSON text: where they stand, and what each of their characters is written as."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.json_places import Literal, Places, places, traced_string

TEXT = st.text(st.characters(), max_size=12)
VALUES = st.recursive(
    TEXT | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


def read_back(raw: str, found: Places) -> Any:  # noqa: ANN401 - any JSON value
    """The value again, read from the places of its strings; numbers and words as None."""
    if isinstance(found, Literal):
        return traced_string(raw, found).text
    if isinstance(found, dict):
        return {key: read_back(raw, value) for key, value in found.items()}
    if isinstance(found, list):
        return [read_back(raw, value) for value in found]
    return None


def strings_of(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON value with None for all that is no string."""
    if isinstance(value, dict):
        return {key: strings_of(held) for key, held in value.items()}
    if isinstance(value, list):
        return [strings_of(held) for held in value]
    return value if isinstance(value, str) else None


@given(VALUES, st.booleans(), st.sampled_from([None, 1]), st.sampled_from(["", "\ufeff", " \n"]))
def test_every_string_is_found(value: Any, ascii_only: bool, indent: int | None, before: str) -> None:  # noqa: ANN401, FBT001
    """However the text is written, the places hold what the json module reads."""
    raw = before + json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert read_back(raw, places(raw, len(before))) == strings_of(value)


@given(TEXT, st.booleans())
def test_every_character_is_what_stands_for_it(text: str, ascii_only: bool) -> None:  # noqa: FBT001
    """The range of a character, read as a string of its own, is that character; ranges follow each other."""
    raw = json.dumps(text, ensure_ascii=ascii_only)
    traced = traced_string(raw, Literal(0, len(raw)))
    ranges = [place for place in traced.runs if place]
    assert [json.loads(f'"{raw[start:end]}"') for start, end in ranges] == list(text)
    assert [start for start, _ in ranges] == [1, *(end for _, end in ranges)][: len(ranges)]


def test_the_last_of_two_values_counts() -> None:
    """As the json module has it, or text and place would not be of one value."""
    raw = '{"a": {"b": "x"}, "a": "y"}'
    found = places(raw)
    assert isinstance(found, dict)
    assert read_back(raw, found) == json.loads(raw) == {"a": "y"}


def test_a_part_of_a_text_is_read_alone() -> None:
    """A line of JSON Lines between others."""
    raw = '{"a":"1"}\n{"a":"2"}\n{"a":"3"}'
    assert read_back(raw, places(raw, 10, 19)) == {"a": "2"}
