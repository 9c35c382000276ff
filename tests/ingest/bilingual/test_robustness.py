"""Bilingual files from anywhere: named, sniffed, cut off, damaged."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.cli.app import main
from audit.document import Document
from audit.errors import IngestError
from audit.ingest.reading import read

SAMPLES = Path(__file__).parents[3] / "corpora" / "samples"
FORMATS = {
    "bilingual.xlf": "xliff",
    "bilingual-2.1.xlf": "xliff",
    "bilingual.tmx": "tmx",
    "bilingual.po": "po",
    "bilingual.csv": "csv",
}


def attempted(data: bytes, input_format: str | None) -> list[Document]:
    """The articles of the data, none where it is refused in one line."""
    told = ""
    try:
        return list(read(["-"], stdin=BytesIO(data), input_format=input_format))
    except IngestError as refused:
        told = str(refused)
    assert told
    assert "\n" not in told
    return []


def assert_whole(document: Document) -> None:
    """Units stand in order inside the text, and every character has its place."""
    reached = 0
    for unit in document.units:
        assert reached <= unit.start <= unit.end <= len(document.text)
        reached = unit.end
    assert document.raw is not None
    assert len(document.raw.ranges) == len(document.text)
    held = [place for place in document.raw.ranges if place is not None]
    assert all(0 <= start < end <= len(document.raw.raw) for start, end in held)


@pytest.mark.parametrize("name", FORMATS)
def test_samples_are_read_by_name_and_by_content(name: str, tmp_path: Path) -> None:
    """The extension tells the format; on standard input the beginning does, where it can."""
    (named,) = read([str(SAMPLES / name)], stdin=BytesIO())
    assert_whole(named)
    assert len([unit for unit in named.units if unit.start < unit.end]) > 1
    assert any(unit.start == unit.end for unit in named.units)
    unnamed = tmp_path / "unnamed"
    unnamed.write_bytes((SAMPLES / name).read_bytes().replace(b"id;es;en", b"id;source;target"))
    (sniffed,) = read([str(unnamed)], stdin=BytesIO())
    assert sniffed.text == named.text


@pytest.mark.parametrize("name", FORMATS)
def test_samples_are_audited(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """From file to report, each finding with its place in the file."""
    arguments = ["--engine", "none", "--scorer", "none", "--no-cache", "--format", "jsonl"]
    assert main(["run", str(SAMPLES / name), *arguments]) == 0
    assert '"raw_start"' in capsys.readouterr().out


def test_a_folder_gives_its_bilingual_files_but_no_tables(tmp_path: Path) -> None:
    """A `.csv` in it is more likely a worksheet, a `.pot` is not translated."""
    for name in (*FORMATS, "template.pot"):
        source = "bilingual.po" if name.endswith(".pot") else name
        (tmp_path / name).write_bytes((SAMPLES / source).read_bytes())
    found = [Path(document.path or "").name for document in read([str(tmp_path)], stdin=BytesIO())]
    assert found == ["bilingual-2.1.xlf", "bilingual.po", "bilingual.tmx", "bilingual.xlf"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_cut_off_anywhere_gives_what_is_there_or_one_line(name: str) -> None:
    """Every place of the sample."""
    data = (SAMPLES / name).read_bytes()
    for end in range(0, len(data), 7):
        for document in attempted(data[:end], FORMATS[name]):
            assert_whole(document)


DAMAGE = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=3)), min_size=1, max_size=5)


@settings(deadline=None)
@given(st.sampled_from(sorted(FORMATS)), DAMAGE, st.sampled_from([None, *sorted(set(FORMATS.values()))]))
def test_damage_is_read_or_told(name: str, damage: list[tuple[float, bytes]], input_format: str | None) -> None:
    """Other bytes in some places, read as itself or as another format."""
    data = (SAMPLES / name).read_bytes()
    for where, what in damage:
        place = int(where * len(data))
        data = data[:place] + what + data[place + len(what) :]
    for document in attempted(data, input_format):
        if document.units:
            assert_whole(document)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlf", "<xliff", "a.xlf:1: is not well-formed XML"),
        ("a.tmx", "<tmx><body/></tm>", "a.tmx:1: is not well-formed XML"),
        ("a.po", "msgid", "a.po:1: is no line of a PO file"),
        ("a.csv", "a;b\n", "a.csv: needs columns named source and target"),
    ],
)
def test_bad_files_get_one_line_and_status_2(
    name: str, content: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What, where, and how to mend it."""
    (tmp_path / name).write_text(content, "utf-8")
    assert main(["run", str(tmp_path / name), "--engine", "none", "--no-cache"]) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.err.count("\n") == 1


def test_many_segments_are_read() -> None:
    """Twenty thousand are no more than a moment's work."""
    body = '<trans-unit id="1"><source>Uno.</source><target>One <g id="1">two</g>.</target></trans-unit>' * 20_000
    raw = f'<xliff version="1.2"><file source-language="es"><body>{body}</body></file></xliff>'
    (document,) = attempted(raw.encode(), "xliff")
    assert len(document.units) == 20_000
