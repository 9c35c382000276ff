"""JSON Lines: the contract, and one clear line for each breach of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.inputs import document, documents, error, raw_of

EXAMPLE = 'an object such as {"id": "1", "text": "…"}'


def test_all_keys_of_the_contract_are_read() -> None:
    """Known keys fill the document, others its meta as text."""
    line = {"id": "a", "text": "x", "source": "y", "source_lang": "es", "target_lang": "en", "n": [1, "é"], "s": "t"}
    held = document(json.dumps(line), "jsonl")
    assert (held.id, held.text, held.source, held.source_lang, held.target_lang) == ("a", "x", "y", "es", "en")
    assert held.meta == {"n": '[1, "é"]', "s": "t"}
    assert held.path == "-"


def test_blank_lines_marks_and_line_ends_do_not_matter() -> None:
    """A byte order mark, CRLF and empty lines stand between articles, not in them."""
    held = documents('\ufeff{"id":"a","text":"x"}\r\n\r\n  \n{"id":"b","text":"y","source":null}', "jsonl")
    assert [(one.id, one.text, one.source) for one in held] == [("a", "x", None), ("b", "y", None)]


def test_no_lines_are_no_articles() -> None:
    """An empty file holds nothing."""
    assert documents("\n", "jsonl") == []


@given(st.text(st.characters(), max_size=50))
def test_the_text_is_what_json_says(text: str) -> None:
    """Lone surrogates, line separators and everything else survive."""
    assert document(json.dumps({"id": "1", "text": text}), "jsonl").text == text


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a"}', f'has no "text"; each line is {EXAMPLE}'),
        ('{"text": "a"}', f'has no "id"; each line is {EXAMPLE}'),
        ('{"id": "a", "text": null}', f'has no "text"; each line is {EXAMPLE}'),
        ('{"id": 1, "text": "a"}', '"id" must be a string, not a number'),
        ('{"id": "a", "text": ["b"]}', '"text" must be a string, not an array'),
        ('{"id": "a", "text": "b", "source": {}}', '"source" must be a string, not an object'),
        ('{"id": "a", "text": "b", "source_lang": true}', '"source_lang" must be a string, not a boolean'),
        ('{"id": "a", "text": "b", "target_lang": 1.5}', '"target_lang" must be a string, not a number'),
        ('{"id": "a",', "is not valid JSON: Expecting property name enclosed in double quotes, column 12"),
        ("[]", f"is an array, not {EXAMPLE}"),
        ("null", f"is null, not {EXAMPLE}"),
        ("[" * 200_000, "is nested too deep"),
        ("1" * 5_000, "holds a number too long to read"),
        ('{"id": "first", "text": "b"}', "id 'first' stands already on line 1"),
    ],
)
def test_a_breach_of_the_contract_has_its_line(line: str, message: str) -> None:
    """The error names the line and what is wrong with it."""
    assert error(f'{{"id": "first", "text": "x"}}\n\n{line}\n', "jsonl") == f"-:3: {message}"


def test_the_text_is_traced_to_its_line() -> None:
    """Places count from the beginning of the file, mark and line ends included."""
    raw = '\ufeff{"id":"a","text":"x\\ny"}\r\n\n{"text":"caf\\u00e9","source":"text","id":"b"}'
    first, second = documents(raw, "jsonl")
    assert [raw_of(first, part) for part in ("x", "\n", "y")] == ["x", "\\n", "y"]
    assert raw_of(second, "fé") == "f\\u00e9"
    assert second.raw is not None
    assert second.raw.raw == raw
    assert second.raw.locate(0, 3) == (raw.index("caf"), raw.index("caf") + 3)
