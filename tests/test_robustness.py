"""What users really type: each gets its line and its status."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.cli.app import main


@pytest.mark.parametrize(
    ("name", "content", "arguments", "told"),
    [
        ("missing.txt", None, [], "missing.txt"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", ["--input-format", "text"], "is an image"),
        ("broken.jsonl", b'{"id": "a", "text": "x"}\n{"id": ', [], "broken.jsonl:2"),
        ("a.txt", b"Fine.", ["--select", "LIN999"], "no rule 'LIN999'"),
        ("a.txt", b"Fine.", ["--engine", "apertiun"], "apertium"),
        ("a.txt", b"Fine.", ["--format", "tabel"], "table"),
        ("a.txt", b"Fine.", ["--source-lang", "zz"], "no language has the code 'zz'"),
        ("a.txt", b"Fine.", ["--source-lang", "es", "--engine", "none", "--min-fluency", "50"], "fluency"),
    ],
)
def test_bad_input_gets_one_line_and_status_2(  # noqa: PLR0913, PLR0917 - the cases of one table
    name: str,
    content: bytes | None,
    arguments: list[str],
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No traceback, nothing on stdout that could pass for a result."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main(["run", str(path), "--no-cache", *arguments]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error


@pytest.mark.parametrize("content", ["", "Hello", "word " * 200_000])
def test_extreme_texts_are_audited(content: str, tmp_path: Path) -> None:
    """Empty, one word, a megabyte in one line."""
    path = tmp_path / "a.txt"
    path.write_text(content, "utf-8")
    assert main(["run", str(path), "--no-cache", "--engine", "none", "--format", "jsonl"]) == 0
