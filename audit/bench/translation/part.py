"""The part `translation`: how near the engines come to people's translations, and the table that `auto` chooses by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from audit.bench.markdown import Cells, Section, number, page
from audit.bench.translation.measure import Pairs, Result, measure, signatures
from audit.bench.translation.sets import LANGUAGES, SETS
from audit.bench.workbench import Workbench

DIRECTIONS = (LANGUAGES, LANGUAGES[::-1])
PAGE, TABLE = "translation.md", "engine_scores.tsv"
HEADER = ("pair", "engine", "revision", "test set", "chrF", "BLEU")
INTRO = (
    "Every engine translates whole test sets, sentence by sentence as in an audit, all in one run. Words/s are "
    "words of the source in wall-clock time, all cores."
)


def run(bench: Workbench) -> None:
    """Measure every engine that is ready on every set that is there; write `translation.md` and the engines' table."""
    folder = bench.shared / "text"
    held = [one for one in SETS if all(map(bench.present, one.files(folder)))]
    sets = {one.name: pairs for one in held if (pairs := one.pairs(folder))}
    results = list(_results(bench, sets)) if sets else []
    if results:
        bench.write(PAGE, _page(results, sets, bench.command))
        bench.write_table(TABLE, _comments(bench.command), (HEADER, *_rows(results, tuple(sets))))


def _results(bench: Workbench, sets: Mapping[str, Pairs]) -> Iterator[Result]:
    for direction in DIRECTIONS:
        turned = {name: _turned(pairs, direction) for name, pairs in sets.items()}
        for engine in bench.ready_engines(*direction):
            yield measure(engine, direction, turned)
            engine.close()


def _turned(pairs: Pairs, direction: tuple[str, str]) -> Pairs:
    return pairs if direction == LANGUAGES else [(target, source) for source, target in pairs]


def _page(results: Sequence[Result], sets: Mapping[str, Pairs], command: str) -> str:
    sizes = ", ".join(f"{name} ({len(pairs):,} pairs)" for name, pairs in sets.items())
    told = "; ".join(f"`{signature}`" for signature in signatures())
    intro = [f"`{command}` – {sizes}. chrF and BLEU as sacreBLEU counts them: {told}.", INTRO]
    sections = (
        Section(title="→".join(direction), text="", rows=(_header(tuple(sets)), *_cells(results, direction)))
        for direction in DIRECTIONS
    )
    return page("Translation by the engines", intro, sections)


def _header(sets: Sequence[str]) -> Cells:
    return ("engine", "revision", *(f"{name}: {figure}" for name in sets for figure in ("chrF", "BLEU")), "words/s")


def _cells(results: Sequence[Result], direction: tuple[str, str]) -> Iterator[Cells]:
    for held in results:
        if held.direction == direction:
            figures = (number(value, 1) for score in held.scores.values() for value in (score.chrf, score.bleu))
            yield (held.engine, held.revision, *figures, number(held.words_per_second, 0))


def _comments(command: str) -> tuple[str, ...]:
    return (f"Written by `{command}`; `auto` takes the engine with the highest chrF on a pair's first test set.",)


def _rows(results: Sequence[Result], sets: Sequence[str]) -> Iterator[Cells]:
    """By pair, test set and engine."""
    for direction in DIRECTIONS:
        for name in sets:
            for held in results:
                if held.direction == direction:
                    score = held.scores[name]
                    figures = (f"{score.chrf:.2f}", f"{score.bleu:.2f}")
                    yield ("-".join(direction), held.engine, held.revision, name, *figures)
