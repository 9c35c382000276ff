"""The comparison of engines, on a handful of texts."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import plugins
from audit.bench import whole_audit
from audit.bench.translation.sets import SETS
from audit.cli import main
from audit.errors import EngineError, IngestError
from tests.bench import standin

TAGS = ("newstest2012", "newstest2013", "newstest2013")
SPANISH = ("Otra cosa.", "El presidente habló en Madrid.", "No llueve.")
ENGLISH = ("Something else.", "The president spoke in Madrid.", "It does not rain.")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The stand-in engine, installed."""
    standin.install(tmp_path / "site", monkeypatch)
    yield
    plugins.found.cache_clear()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """One of the two test sets, beside lines of another."""
    text = tmp_path / "shared" / "text"
    text.mkdir(parents=True)
    for end, lines in (("es", SPANISH), ("en", ENGLISH), ("tag", TAGS)):
        with lzma.open(text / f"wmt_newstest.{end}.xz", "wt", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in lines)
    return tmp_path / "shared"


def bench(shared: Path, *more: str) -> int:
    """The command on the test's folder."""
    return main(["bench", "--only", "translation", "--shared", str(shared), "-o", str(shared / "out"), *more])


def test_the_lines_of_a_set_are_read(shared: Path) -> None:
    """Those with its tag, Spanish first; a lone carriage return shifts nothing."""
    assert SETS[0].pairs(shared / "text") == list(zip(SPANISH[1:], ENGLISH[1:], strict=True))
    with lzma.open(shared / "text" / "wmt_newstest.es.xz", "wt", encoding="utf-8", newline="\n") as stream:
        stream.writelines(("Otra\rcosa.\n", "Habló.\r\n", "No.\n"))
    assert [one for one, _ in SETS[0].pairs(shared / "text")] == ["Habló.", "No."]


def test_files_that_are_not_aligned_are_told(shared: Path) -> None:
    """They would pair wrong texts."""
    with lzma.open(shared / "text" / "wmt_newstest.es.xz", "at", encoding="utf-8") as stream:
        stream.write("Más.\n")
    with pytest.raises(IngestError, match="not of the same number of lines"):
        SETS[0].pairs(shared / "text")


def test_each_direction_is_measured(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page has its command, its signatures and a row an engine; what is not there or cannot is skipped."""
    assert bench(shared, "--engines", "echo,none") == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [str(shared / "out" / name) for name in ("translation.md", "engine_scores.tsv")]
    assert captured.err.count("eval_other.es.xz: not there") == 1
    assert "audit: skipped engine none es→en: back-translation is off (engine none)" in captured.err
    page = (shared / "out" / "translation.md").read_text("utf-8")
    for held in (
        "`audit bench --only translation --engines echo,none` – newstest2013 (2 pairs).",
        "case:mixed",
        "## en→es",
    ):
        assert held in page, held
    assert page.count("| echo | test | ") == 2
    assert "ntrex128" not in page


def test_the_table_is_what_the_package_reads(shared: Path) -> None:
    """By pair and test set, where the option says."""
    table = shared / "scores.tsv"
    assert bench(shared, "--engines", "echo", "--scores", str(table)) == 0
    comment, header, *rows = table.read_text("utf-8").splitlines()
    assert comment.startswith("# ")
    assert f"--scores {table}`" in comment
    assert header == "pair\tengine\trevision\ttest set\tchrF\tBLEU"
    assert [row.split("\t")[:4] for row in rows] == [
        [pair, "echo", "test", "newstest2013"] for pair in ("es-en", "en-es")
    ]
    assert all(0 < float(row.split("\t")[4]) < 100 for row in rows)
    assert not (shared / "out" / "engine_scores.tsv").exists()


def test_without_data_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason is said."""
    (tmp_path / "shared").mkdir()
    assert bench(tmp_path / "shared") == 0
    captured = capsys.readouterr()
    assert captured.err.count("not there") == 2
    assert captured.out == ""


def test_an_engine_nobody_knows_is_one_line(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the nearest name."""
    assert bench(shared, "--engines", "ecko") == 2
    assert "no engine 'ecko' – did you mean 'echo'?" in capsys.readouterr().err


def test_an_audit_that_ends_badly_is_told(tmp_path: Path) -> None:
    """With its status and what it said."""
    with pytest.raises(EngineError, match=r"ended with status 2: audit: error: .*nowhere"):
        whole_audit.seconds(tmp_path / "nowhere.txt", "none")
