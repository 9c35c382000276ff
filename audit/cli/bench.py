"""`audit bench`: measures rules, scorer and engines against people's judgement, and writes the tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from audit.cli import candidates

COMMAND = "audit bench"
OWN_ARTICLES = (Path("corpora/gold"), Path("corpora/unseen"))
"""Articles the rules were fitted to, and articles that whoever wrote rules had not seen."""
BILINGUAL = tuple(Path(f"corpora/bilingual{name}") for name in ("", "-unseen", "-fresh"))
"""The same with faults against the source; the last two were measured before they were read, and mended after."""


def bench(  # noqa: PLR0913 - one parameter per option
    *,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PARTS",
            help="Parts to run: accuracy, human, speed, fluency, words, translation, surprisal, coverage, source, "
            "gate.",
        ),
    ] = None,
    scorer: Annotated[
        str,
        typer.Option(metavar="NAME", help="Scorer to measure (default: auto).", autocompletion=candidates.scorers),
    ] = "auto",
    gold: Annotated[list[Path] | None, typer.Option(metavar="FOLDER", help="Folders of annotated articles.")] = None,
    shared: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Evaluation data, with bench/, gold/ and text/ in it.")
    ] = Path("../shared"),
    judgements: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Minimal pairs, variants and human texts made for this project.")
    ] = Path("corpora/judgements"),
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the tables and pictures go.")
    ] = Path("reports/benchmarks"),
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="Engine for the annotated articles.", autocompletion=candidates.engines)
    ] = "auto",
    engines: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMES", help="Engines to compare, where ready (default: embedded, apertium)."),
    ] = None,
    scores: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where the engines' table goes (default: engine_scores.tsv in the output)."),
    ] = None,
    words: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Most words of each human text: 1,000,000, or 100,000 with a scorer."),
    ] = None,
    model_rules: Annotated[
        list[str] | None,
        typer.Option(metavar="PREFIXES", help="Rules whose confidence is calibrated, by id or name (default: all)."),
    ] = None,
) -> int:
    """Measure rules, scorer and engines against people's judgement, and write the tables.

    What is not there is skipped, and the reason printed.

    Examples:
        audit bench  # all of it: an hour or more
        audit bench --only accuracy --engine none -o build/bench  # one part of it, elsewhere

    See Also:
        docs/scorers.md, docs/evidence.md
    """
    from audit.bench.parts import PARTS
    from audit.bench.workbench import Workbench
    from audit.cli.options import names

    parts = _parts(names(only) or (), tuple(PARTS))
    held = Workbench(
        shared=shared,
        judgements=judgements,
        folders=tuple(
            gold or (Path("corpora/gold"), Path("corpora/unseen"), shared / "gold" / "articles", shared / "gold")
        ),
        bilingual=tuple(gold or BILINGUAL),
        output=_folder(output),
        engine=engine,
        scorer=scorer,
        words=words,
        model_rules=names(model_rules) or (),
        engines=names(engines) or (),
        scores=scores,
        command=_command(scorer, parts if only else (), names(engines) or (), scores),
    )
    for part in parts:
        PARTS[part](held)
    return 0


def _parts(wanted: Sequence[str], known: tuple[str, ...]) -> tuple[str, ...]:
    from audit.config import nearest
    from audit.errors import ConfigError

    for name in wanted:
        if name not in known:
            raise ConfigError(f"--only: no part {name!r}{nearest(name, known)} – there are: {', '.join(known)}")
    return tuple(name for name in known if name in wanted or not wanted)


def _folder(path: Path) -> Path:
    from audit.errors import ConfigError

    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise ConfigError(f"{path}: cannot be made a folder: {cause.strerror}") from cause
    return path


def _command(scorer: str, parts: Sequence[str], engines: Sequence[str], scores: Path | None) -> str:
    given = {
        "--scorer": scorer if scorer != "auto" else "",
        "--only": ",".join(parts),
        "--engines": ",".join(engines),
        "--scores": str(scores or ""),
    }
    return " ".join([COMMAND, *(f"{name} {value}" for name, value in given.items() if value)])
