"""Parallel text is read line by line, or refused with one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import IngestError
from audit.training.translator.direction import parse
from audit.training.translator.reading import read
from tests.training.translator.texts import PAIRS, corpus, write

ES_EN = parse("es-en")


@pytest.mark.parametrize("suffix", ["", ".xz", ".gz"])
def test_two_files_give_pairs(tmp_path: Path, suffix: str) -> None:
    """Plain or packed; without tags there are none."""
    assert read(corpus(tmp_path, suffix=suffix), ES_EN) == (list(PAIRS), None)


def test_tags_are_read_with_the_pairs(tmp_path: Path) -> None:
    """One per line."""
    stem = corpus(tmp_path)
    write(tmp_path / "text.tag.xz", ["news"] * len(PAIRS))
    assert read(stem, ES_EN)[1] == ["news"] * len(PAIRS)


@pytest.mark.parametrize("name", ["text.tsv", "text.tsv.gz"])
def test_two_columns_give_pairs(tmp_path: Path, name: str) -> None:
    """The source is the first."""
    write(tmp_path / name, ["\t".join(pair) for pair in PAIRS])
    assert read(str(tmp_path / name), ES_EN) == (list(PAIRS), None)


def test_a_line_ends_at_its_end_only(tmp_path: Path) -> None:
    """Carriage returns and other breaks inside a line do not shift those that follow."""
    (tmp_path / "text.es").write_bytes("uno\rdos\u2028tres\r\ncuatro\n".encode())
    (tmp_path / "text.en").write_bytes(b"one two three\nfour\n")
    pairs, _ = read(str(tmp_path / "text"), ES_EN)
    assert pairs == [("uno\rdos\u2028tres", "one two three"), ("cuatro", "four")]


def test_files_that_are_not_aligned_are_told(tmp_path: Path) -> None:
    """With the lines of both; tags count as well."""
    stem = corpus(tmp_path)
    write(tmp_path / "text.tag", ["news"])
    with pytest.raises(IngestError, match=r"text\.tag: 1 lines, but 21 in .*text\.es"):
        read(stem, ES_EN)
    write(tmp_path / "text.en", ["One."])
    with pytest.raises(IngestError, match=r"text\.en: 1 lines, but 21 in .*text\.es: not aligned"):
        read(stem, ES_EN)


def test_a_missing_file_is_told_with_the_names_it_could_have(tmp_path: Path) -> None:
    """The stem is there in one language only, or the table is not there."""
    stem = corpus(tmp_path)
    with pytest.raises(IngestError, match=r"not there: .*text\.fr or .*text\.fr\.xz or .*text\.fr\.gz"):
        read(stem, parse("es-fr"))
    with pytest.raises(IngestError, match=r"text\.tsv: cannot be read: .*No such file"):
        read(str(tmp_path / "text.tsv"), ES_EN)


def test_what_is_no_text_or_no_table_is_told(tmp_path: Path) -> None:
    """With the line where it is known."""
    (tmp_path / "text.tsv.xz").write_bytes(b"no xz")
    with pytest.raises(IngestError, match="cannot be read"):
        read(str(tmp_path / "text.tsv.xz"), ES_EN)
    write(tmp_path / "other.tsv", ["uno\tone", "dos"])
    with pytest.raises(IngestError, match=r"other\.tsv:2: 1 columns, not 2"):
        read(str(tmp_path / "other.tsv"), ES_EN)
