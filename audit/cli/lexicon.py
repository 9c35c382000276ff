"""`audit lexicon`: checks, measures, enlarges and mines the tables of phrases that machines leave."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.lexicon_add import add
from audit.cli.lexicon_mine import mine

if TYPE_CHECKING:
    from audit.lexicography.rates import Rates
    from audit.lexicography.table import Table
    from audit.lexicon.matcher import Lexicon

TEXT = Path("../shared/text")
JUDGED = Path("../shared/bench")
HUMAN = ("allsides.en.xz", "news_small.en.xz")
"""English that people wrote: the rates of the shipped tables are measured on these."""
MACHINE = ("wmt12_es_en.jsonl.gz", "bio_mqm.jsonl.gz")
"""English that machines translated; each lexicon is measured on the rows of its own pair."""
MOST_WORDS = 3_500_000
"""Words of each human text that rates are measured on: some minutes a table; one hit is then 0.15 per million."""
TOLERANCE = 0.005
"""Hits per million words by which a rate may differ from the table's, which holds two decimals."""

Words = Annotated[int, typer.Option(metavar="N", min=1, help="Most words of each human text.")]
lexicon = typer.Typer(name="lexicon", help="Check, measure, enlarge and mine the lexicons.")
lexicon.command("add")(add)
lexicon.command("mine")(mine)

Tables = Annotated[
    list[Path] | None, typer.Argument(metavar="TABLE…", help="Tables named for their pair (default: all shipped).")
]
Human = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help=f"English that people wrote (default: {', '.join(HUMAN)} in {TEXT})."),
]
Machine = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help=f"Machine English, .jsonl (default: {', '.join(MACHINE)} in {JUDGED})."),
]


@lexicon.command()
def check(*, tables: Tables = None, human: Human = None, words: Words = MOST_WORDS) -> int:
    """Check every entry: examples behave, nothing stands twice, rates are as measured, derived tables up to date.

    Rates are measured where there is text to measure on; else that is said and left out. A table of your own, with some
    of the columns, is held to the examples that it has. Exit 1 on a problem.

    Exit status: 0 no problem, 1 problems, 2 could not run.

    Examples:
        audit lexicon check  # every table of the package
        audit lexicon check desk/es-en.tsv --human news.txt  # a table of your own, on English of your own

    See Also:
        audit lexicon measure, docs/lexicon.md
    """
    from audit.lexicography import table
    from audit.lexicography.examples import problems

    wrong = 0
    for opened in _opened(tables):
        lexicons = _own(opened.path) if opened.own else [opened.lexicon()]
        found = [
            f"{problem.entry_id}: {problem.message}"
            for lexicon in lexicons
            for problem in problems(lexicon, whole=not opened.own)
        ]
        if not opened.own:
            found += _wrong_rates(lexicons[0], _present(human, TEXT, HUMAN), words)
        for line in found:
            typer.echo(f"{opened.path}: {line}")
        count = sum(len(lexicon.entries) for lexicon in lexicons)
        typer.echo(f"{opened.path}: {count:,} entries, {len(found)} problems")
        wrong += len(found)
    if not tables:
        for path in table.stale():
            typer.echo(f"{path}: stale – run `audit lexicon measure`")
            wrong += 1
    return 1 if wrong else 0


@lexicon.command()
def measure(*, tables: Tables = None, human: Human = None, machine: Machine = None, words: Words = MOST_WORDS) -> int:
    """Count every entry's hits per million words of human and machine English, and write tables and derived tables.

    Some minutes a table. Without human text only the derived tables are written.

    Examples:
        audit lexicon measure  # every table of the package
        audit lexicon measure desk/es-en.tsv --human news.txt  # a table of your own, on English of your own

    See Also:
        audit lexicon check, docs/lexicon.md
    """
    from dataclasses import replace

    from audit.lexicography import table
    from audit.lexicography.corpora import articles, judged
    from audit.lexicography.rates import count, with_rates

    people, machines = _present(human, TEXT, HUMAN), _present(machine, JUDGED, MACHINE)
    for opened in _opened(tables) if people else ():
        lexicon = opened.lexicon()
        written = count(lexicon, articles(people, words))
        translated = count(lexicon, ((target,) for _, target in judged(machines, opened.pair)))
        replace(opened, text=with_rates(opened.text, written, translated if translated.words else None)).write()
        told = ", ".join((_told(written, "human"), _told(translated, "machine")))
        typer.echo(f"{opened.path}: {len(lexicon.entries):,} entries, {told}")
    for path in table.refresh():
        typer.echo(f"{path}: written")
    return 0


def _own(path: Path) -> list[Lexicon]:
    from audit import own_tables
    from audit.lexicon import own

    return list(own.load(own_tables.opened(str(path))).lexicons)


def _told(rates: Rates, writer: str) -> str:
    return f"{rates.total_per_million:.2f} hits per million words of {writer} English ({rates.words:,})"


def _opened(tables: Sequence[Path] | None) -> list[Table]:
    from audit.lexicography import table

    return [table.opened(path) for path in tables or table.every_shipped()]


def _present(given: Sequence[Path] | None, folder: Path, names: Sequence[str]) -> list[Path]:
    """The files given, or those there are of the default ones; what is missing is said."""
    if given:
        return list(given)
    held = [folder / name for name in names]
    for path in held:
        if not path.exists():
            typer.echo(f"skipped: {path} is not there", err=True)
    return [path for path in held if path.exists()]


def _wrong_rates(lexicon: Lexicon, human: Sequence[Path], words: int) -> list[str]:
    from audit.lexicography.corpora import articles
    from audit.lexicography.rates import count

    if not human:
        return []
    rates = count(lexicon, articles(human, words))
    return [
        f"{entry.id}: {rates.per_million(entry.id):.2f} hits per million words, not {entry.human_pmw}"
        for entry in lexicon.entries
        if entry.human_pmw is None or abs(rates.per_million(entry.id) - entry.human_pmw) > TOLERANCE
    ]
