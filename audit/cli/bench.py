"""`audit bench`: measures accuracy, false alarms and speed, and writes the tables."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

COMMAND = "audit bench"


def bench(
    *,
    gold: Annotated[list[Path] | None, typer.Option(help="Folders of annotated articles.")] = None,
    shared: Annotated[Path, typer.Option(help="Folder of evaluation data, with bench/, gold/ and text/ in it.")] = Path(
        "../shared"
    ),
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the tables go.")] = Path("reports/benchmarks"),
    engine: Annotated[str, typer.Option(help="Engine for the annotated articles.")] = "auto",
    words: Annotated[int, typer.Option(help="Most words read of each human text.")] = 1_000_000,
) -> int:
    """Measure the checks on annotated articles and on human English, and write the tables.

    What is not there is skipped, and the reason printed.
    """
    output.mkdir(parents=True, exist_ok=True)
    folders = gold or [Path("corpora/gold"), shared / "gold" / "articles", shared / "gold"]
    _accuracy([folder for folder in folders if _present(folder)], output, engine)
    _human(shared, output, words)
    return 0


def _present(path: Path) -> bool:
    if not path.exists():
        sys.stderr.write(f"audit: skipped {path}: not there\n")
    return path.exists()


def _accuracy(folders: list[Path], output: Path, engine: str) -> None:
    from audit.bench.accuracy import measure
    from audit.bench.annotated import articles
    from audit.bench.pages import accuracy_page
    from audit.config import Config
    from audit.pipeline import Auditor

    with Auditor(Config(engine=engine, cache="")) as auditor:
        sets = {_label(folder): measure(auditor, articles(folder)) for folder in folders}
    _write(output / "accuracy.md", accuracy_page(sets, COMMAND, engine))


def _label(folder: Path) -> str:
    """A set's name in the tables: its folder's, and the file's where the folder holds one article."""
    held = sorted(path.stem for path in folder.glob("*.txt"))
    return held[0] if len(held) == 1 else "/".join(folder.parts[-2:])


def _human(shared: Path, output: Path, words: int) -> None:
    from audit.bench import human
    from audit.bench.pages import human_page, speed_page
    from audit.bench.speed import peak_memory_mb, stages
    from audit.config import Config
    from audit.pipeline import Auditor

    sentences, news = shared / "bench" / "ged_cweb.jsonl.gz", shared / "text" / "allsides.en.xz"
    auditor = Auditor(Config(engine="none", cache=""))
    sets = {}
    if _present(sentences):
        sets["ged_cweb, clean sentences"] = human.measure(auditor, human.clean_sentences(sentences), most_words=words)
    if _present(news):
        sets["allsides, news articles"] = human.measure(auditor, human.news_articles(news), most_words=words)
        rates = stages(auditor, list(islice(human.news_articles(news), 150)))
        _write(output / "speed.md", speed_page(rates, peak_memory_mb(), COMMAND))
    if sets:
        _write(output / "human_english.md", human_page(sets, COMMAND))


def _write(path: Path, page: str) -> None:
    path.write_text(page, "utf-8")
    sys.stdout.write(f"{path}\n")
