"""`audit bench` with a scorer, on a folder of evaluation data small enough for a test."""

from __future__ import annotations

import gzip
import json
import lzma
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit import plugins
from audit.bench import bootstrap, first_score
from audit.cli import main
from audit.errors import PluginError
from tests.bench import standin

SENTENCE = "He left the room, and then it was entirely quiet for a while ."
PNG = b"\x89PNG"
Bench = Callable[..., int]


@pytest.fixture
def scorer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of the stand-in scorer, installed; few resamples, since no test here reads an interval."""
    monkeypatch.setattr(bootstrap, "RESAMPLES", 10)
    standin.install(tmp_path / "site", monkeypatch)
    yield standin.NAME
    plugins.found.cache_clear()


@pytest.fixture
def bench(tmp_path: Path, scorer: str) -> Bench:
    """Runs the command on the folders of the test, with more options."""
    folders = [f"--{name}={tmp_path / name}" for name in ("gold", "shared", "judgements", "output")]
    options = ["--engine", "none", "--engines", standin.ENGINE, "--scorer", scorer]
    return lambda *more: main(["bench", *folders, *options, *more])


def rows(**held: object) -> list[dict[str, object]]:
    """Four rows, each a little longer, all marked in the same place."""
    texts = [" ".join([SENTENCE] * count) for count in range(1, 5)]
    base = {"pair": "es-en", "system": "x", "doc_id": "d", "rater": "A", "source": "s", "reference": SENTENCE}
    return [
        base
        | {"seg_id": str(i // 2), "target": text, "spans": [[31, 39, "", ""]], "meta": {}}
        | {name: value(i) if callable(value) else value for name, value in held.items()}
        for i, text in enumerate(texts)
    ]


SETS = {
    "mlqe_pe_toen": rows(scores=lambda i: {"da_mean": 90 - 20 * i}),
    "wmt13_es_en": rows(scores=lambda i: {"pref_win_rate": i / 4, "da_mean": 10 * i}),
    "wmt12_es_en": rows(scores=lambda i: {"pref_win_rate": i / 4}),
    "fluency_ratings": rows(scores=lambda i: {"score_0_100": i, "acceptable": i % 2}, meta={"dataset": "cola"}),
    "demetr": rows(system="minor_id1_addition", meta={"clean_mt": "He left."}),
    "bio_mqm": rows(scores=lambda i: {"mqm": i}),
    "paracrawl_en_es": rows(meta=lambda i: {"label": "V" if i % 2 else "MT"}),
    "literary_toen": rows(scores=lambda i: {"n_errors": i, "preferred": i % 2}),
    "ged_cweb": rows(spans=[], seg_id=str),
}


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """Every set the benchmark knows, tiny."""
    folder = tmp_path / "shared" / "bench"
    folder.mkdir(parents=True)
    for name, held in SETS.items():
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in held)
    (tmp_path / "shared" / "text").mkdir()
    with lzma.open(tmp_path / "shared" / "text" / "allsides.en.xz", "wt", encoding="utf-8") as stream:
        stream.write(f"{SENTENCE}\n\n" * 3)
    for name, tag in (("wmt_newstest", "newstest2013"), ("eval_other", "ntrex128")):
        for end, text in (("es", "Él se fue.\nNo.\n"), ("en", "He left.\nNo.\n"), ("tag", f"{tag}\nother\n")):
            with lzma.open(tmp_path / "shared" / "text" / f"{name}.{end}.xz", "wt", encoding="utf-8") as stream:
                stream.write(text)
    (tmp_path / "gold").mkdir()
    (tmp_path / "shared" / "gold").mkdir()
    (tmp_path / "shared" / "gold" / "seed.txt").write_text(f"{SENTENCE}\n", "utf-8")
    (tmp_path / "gold" / "es-one.txt").write_text(f"{{{{calque|minor|He|It}}}}{SENTENCE[2:]}\n", "utf-8")
    made = tmp_path / "judgements"
    made.mkdir()
    lines = {
        "minimal_pairs": {"kind": "tense", "clean": "He left.", "corrupted": "He leaved.", "span": [3, 9]},
        "invariance": {"group": "names", "variants": ["He left.", "She left."], "labels": ["he", "she"]},
        "paragraphs": {"id": "a-1", "quality": 1, "text": SENTENCE},
        "human": {"dialect": "en-GB", "domain": "law", "text": SENTENCE},
    }
    for name, line in lines.items():
        (made / f"{name}.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    return tmp_path / "output"


def test_every_part_writes_its_page(evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Eight pages, a table and two pictures; only what the stand-in engine cannot do is skipped."""
    assert bench() == 0
    pages = {
        f"{name}.md"
        for name in ("accuracy", "human_english", "speed", "fluency", "words", "translation", "coverage", "source")
    }
    pictures = {"fluency_calibration.png", "findings_calibration.png"}
    assert {path.name for path in evaluation.iterdir()} == pages | pictures | {"engine_scores.tsv"}
    assert all((evaluation / name).read_bytes().startswith(PNG) for name in pictures)
    captured = capsys.readouterr()
    assert captured.err.splitlines() == [
        "audit: skipped surprisal: no engine that is ready can force-decode from Spanish and translate back",
        f"audit: skipped {evaluation.parent / 'shared' / 'bench' / 'ntrex_es_en.jsonl.gz'}: not there",
        "audit: skipped gate: the articles make a feed of 0 entries, and one of 200 is timed",
    ]
    assert captured.out.splitlines() == [str(evaluation / name) for name in _ORDER]


_ORDER = (
    "accuracy.md human_english.md speed.md fluency_calibration.png fluency.md findings_calibration.png words.md "
    "translation.md engine_scores.tsv coverage.md source.md".split()
)


def test_the_pages_hold_the_figures(evaluation: Path, bench: Bench) -> None:
    """One figure of every set, and the command that made the page."""
    assert bench("--only", "fluency,words,speed") == 0
    fluency, words, speed = ((evaluation / f"{name}.md").read_text("utf-8") for name in ("fluency", "words", "speed"))
    assert (
        "`audit bench --scorer word-length --only speed,fluency,words --engines echo` – scorer word-length@test."
        in fluency
    )
    for held in ("| es | 4 | 0.775", "| this scorer | 2 | 0.250", "| cola | 4 | ", "| es-en | 4 | 0.775"):
        assert held in fluency, held
    for held in ("| tense | 1 | 1.000", "| names | 1 | 1.0 | 1.0 | she < he |", "| MLQE-PE es-en | 4 | "):
        assert held in fluency, held
    for held in ("| findings | all raters | 4 | ", "| calque | ", "| addition | 4 | 1.000", "| en-GB | 14 | "):
        assert held in words, held
    assert "first score in a fresh process, seconds" in speed
    assert "| echo@test | " in speed


def test_one_part_runs_alone(evaluation: Path, bench: Bench) -> None:
    """Only its own page is written, the same on every run."""
    assert bench("--only", "words") == 0
    page = (evaluation / "words.md").read_text("utf-8")
    assert {path.name for path in evaluation.iterdir()} == {"words.md", "findings_calibration.png"}
    assert bench("--only", "words") == 0
    assert (evaluation / "words.md").read_text("utf-8") == page


def test_a_set_that_is_not_there_is_skipped(evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason is said, the rest is measured."""
    gone = evaluation.parent / "shared" / "bench" / "demetr.jsonl.gz"
    gone.unlink()
    assert bench("--only", "fluency") == 0
    assert capsys.readouterr().err == f"audit: skipped {gone}: not there\n"
    assert "DEMETR" not in (evaluation / "fluency.md").read_text("utf-8")


def test_without_a_scorer_its_parts_are_skipped(
    evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to measure."""
    assert bench("--scorer", "none", "--only", "fluency,words") == 0
    assert capsys.readouterr().err.count("no scorer is installed") == 2
    assert list(evaluation.iterdir()) == []


def test_without_matplotlib_the_tables_are_written(
    evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The picture is skipped, and how to have it is said."""
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    assert bench("--only", "fluency") == 0
    assert "pip install 'mt-audit[bench]'" in capsys.readouterr().err
    assert [path.name for path in evaluation.iterdir()] == ["fluency.md"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--only", "fluensy"], "--only: no part 'fluensy' – did you mean 'fluency'?"),
        (["--scorer", "word-lenght"], "did you mean 'word-length'?"),
        (["--only", "words", "--words", "0"], "--words"),
    ],
)
def test_a_wrong_option_is_one_line(
    evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    """The status is 2, and the nearest name is told."""
    assert bench(*options) == 2
    error = capsys.readouterr().err
    assert error.startswith("audit: error: ")
    assert (message in error, error.count("\n")) == (True, 1)
    assert not evaluation.exists() or not list(evaluation.iterdir())


def test_a_row_without_its_score_is_one_line(
    evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    """The set and what its row lacks are told."""
    path = evaluation.parent / "shared" / "bench" / "literary_toen.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write(json.dumps({"target": "A row.", "scores": {}}) + "\n")
    assert bench("--only", "fluency") == 2
    assert capsys.readouterr().err == f"audit: error: {path}: a row lacks 'n_errors'\n"


def test_a_folder_that_cannot_be_made_is_one_line(
    evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file stands where the tables should go."""
    evaluation.write_text("", "utf-8")
    assert bench("--only", "accuracy") == 2
    assert f"{evaluation}: cannot be made a folder" in capsys.readouterr().err


@pytest.mark.usefixtures("scorer")
def test_the_first_score_is_of_a_fresh_process() -> None:
    """It takes time and memory, and the scorer's package more of both than none."""
    held = first_score.measure(standin.NAME)
    assert 0 < held.seconds < 60
    assert 5 < held.memory_mb < 500


@pytest.mark.usefixtures("scorer")
def test_a_scorer_that_does_not_start_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    """The status of the process is told."""
    with pytest.raises(PluginError, match=r"could not be started in a process of its own \(status 1\)"):
        first_score.measure("no-such-scorer")
    assert "no-such-scorer" in capfd.readouterr().err


@pytest.mark.parametrize("name", ["bio_mqm", "demetr"])
def test_a_row_without_what_words_need_is_one_line(
    evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The part on words tells the same."""
    path = evaluation.parent / "shared" / "bench" / f"{name}.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write(json.dumps({"target": "A row.", "pair": "es-en", "spans": [[0, 1]]}) + "\n")
    assert bench("--only", "words") == 2
    assert f"{path}: a row lacks " in capsys.readouterr().err


def test_news_that_is_not_compressed_is_one_line(
    evaluation: Path, bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    """The name says xz, the bytes do not."""
    path = evaluation.parent / "shared" / "text" / "allsides.en.xz"
    path.write_text("plain", "utf-8")
    assert bench("--only", "human") == 2
    assert f"{path}: cannot be read" in capsys.readouterr().err
