"""`audit lexicon mine`: what machines write and people do not, as a worksheet for a person to go through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli import candidates

if TYPE_CHECKING:
    from audit.engine import Engine

MOST = 5_000_000
"""Words of a text that are read: more take memory without telling much that is new."""
AT_ONCE = 2000
"""Sentences given to the engine together: enough to fill its batches."""


def mine(  # noqa: PLR0913 - one parameter per option
    *,
    human: Annotated[
        list[Path], typer.Option(metavar="FILE", help="English that people wrote, a paragraph a line (.txt, .xz, .gz).")
    ],
    machine: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Machine translations, .jsonl(.gz), rows with `source` and `target`."),
    ] = None,
    source: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Text in the source language, translated here with --engine."),
    ] = None,
    engine: Annotated[str, typer.Option(metavar="NAME", help="Engine to translate it with.")] = "embedded",
    pair: Annotated[
        str, typer.Option(metavar="PAIR", help="Languages, source first.", autocompletion=candidates.pairs)
    ] = "es-en",
    words: Annotated[int, typer.Option(metavar="N", min=1, help="Most words of each source and human text.")] = MOST,
    least: Annotated[int, typer.Option(metavar="N", min=2, help="Fewest occurrences of a candidate.")] = 4,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="Most candidates.")] = 2000,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The worksheet.")],
) -> int:
    """Mine machine English for phrases that people do not write, with the source phrase behind each.

    Log-odds with an informative Dirichlet prior over sequences of one to five words and pairs with a gap, best first.
    Fill in `suggestion`, `note`, `bad` and `good` of those that are always wrong, mend pattern and source, and give the
    file to `audit lexicon add --from`; lines without a suggestion are passed over.

    Examples:
        audit lexicon mine --human news.txt --machine translations.jsonl -o candidates.tsv  # from translations you have
        audit lexicon mine --human news.txt --source noticias.txt -o candidates.tsv  # from text translated here

    See Also:
        audit lexicon add, docs/lexicon.md
    """
    from audit.lexicography import table
    from audit.lexicography.corpora import judged, paragraphs
    from audit.lexicography.mining import candidates, worksheet

    pairs = [held for held in judged(machine or (), pair) if held[0]]
    pairs += _translated(list(paragraphs(source or (), words)), engine, pair)
    found = candidates.mine(pairs, paragraphs(human, words), least=least, most=most)
    table.write(output, worksheet.text(found))
    typer.echo(f"{output}: {len(found):,} candidates from {len(pairs):,} sentences")
    return 0


def _translated(texts: Sequence[str], name: str, pair: str) -> list[tuple[str, str]]:
    if not texts:
        return []
    from audit import plugins
    from audit.errors import EngineError
    from audit.segmentation.sentences import sentences

    source, _, target = pair.partition("-")
    held = [text[start:end] for text in texts for start, end in sentences(text, source)]
    engine = plugins.engine(name)
    if reason := engine.unavailable(source, target):
        raise EngineError(name, reason)
    try:
        return list(zip(held, _in_turn(engine, held, source, target), strict=True))
    finally:
        engine.close()


def _in_turn(engine: Engine, texts: Sequence[str], source: str, target: str) -> Iterator[str]:
    """The translations, some thousand sentences at a time, with a bar on a terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    starts = range(0, len(texts), AT_ONCE)
    for start in track(starts, "translating", console=console, transient=True, disable=not console.is_terminal):
        yield from engine.translate(texts[start : start + AT_ONCE], source, target)
