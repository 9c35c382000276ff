"""The part `fluency`: a scorer against human judgement, set by set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from audit.bench import judgements, mqm
from audit.bench.fluency import articles, bio, demetr, intervals, literary, mlqe, project, ratings, web, wmt
from audit.bench.markdown import Section
from audit.bench.reader import Reader
from audit.bench.rows import Row, of_format, read
from audit.bench.workbench import Workbench

SETS: dict[str, Callable[[Sequence[Row], Reader], list[Section]]] = {
    mlqe.FILE: mlqe.sections,
    **{name: partial(wmt.sections, name=label) for name, label in wmt.FILES.items()},
    ratings.FILE: ratings.sections,
    demetr.FILE: demetr.sections,
    mqm.FILE: bio.sections,
    web.FILE: web.sections,
    literary.FILE: literary.sections,
}
ARTICLES = "wmt13_es_en.jsonl.gz"
"""The set whose rows are whole articles."""
ASSESSED = {mlqe.FILE: "MLQE-PE", "wmt13_es_en.jsonl.gz": "WMT 2013"}
"""The sets with direct assessments on 0–100, the scale of fluency."""

SUMMARY = ("set", "domain", "texts", "mean fluency", "agreement with people")
INTRO = (
    "Fluency is 0–100, higher is better. Sentences are scored whole, without their source. Brackets hold the 95 % "
    "percentile interval of 1,000 bootstrap resamples with a fixed seed; “shorter is better” ranks by length alone."
)


def run(bench: Workbench) -> None:
    """Measure on every set that is there and write `fluency.md` and the picture of the calibration."""
    if not bench.scored:
        bench.skip("fluency", "no scorer is installed – name one with --scorer")
        return
    held: list[Section] = []
    judged: list[intervals.Judged] = []
    for name, sections in SETS.items():
        path = bench.shared / "bench" / name
        if bench.present(path):
            rows = read(path)
            with of_format(path):
                held += sections(rows, bench.reader)
                held += articles.sections(rows, bench.reader) if name == ARTICLES else []
            judged += intervals.judged(ASSESSED[name], rows, bench.reader) if name in ASSESSED else []
    if judged:
        held += intervals.sections(judged)
        points = [(one.fluency, one.human) for one in intervals.bins(judged)]
        drawn = {"direct assessment, by decile": points}
        bench.draw(intervals.PLOT, drawn, x="mean fluency", y="mean human judgement", most=100)
    held += _made_here(bench)
    if held:
        shown = [*_summary(held), *(section for section in held if section.title)]
        bench.write_sections("fluency.md", "Fluency against human judgement", [INTRO], shown)


def _made_here(bench: Workbench) -> list[Section]:
    folder, reader = bench.judgements, bench.reader
    held = []
    if bench.present(folder / judgements.PAIRS):
        held.append(project.pair_section(judgements.minimal_pairs(folder / judgements.PAIRS), reader))
    if bench.present(folder / judgements.VARIANTS):
        groups = judgements.variants(folder / judgements.VARIANTS)
        held += [project.spread_section(groups, reader), project.leaning_section(groups, reader)]
    if bench.present(folder / judgements.GRADED):
        held.append(project.graded_section(judgements.graded(folder / judgements.GRADED), reader))
    if bench.present(folder / judgements.HUMAN):
        held.append(project.human_section(judgements.human_texts(folder / judgements.HUMAN), reader))
    return held


def _summary(sections: Sequence[Section]) -> list[Section]:
    rows = tuple(section.summary for section in sections if section.summary)
    return [Section(title="By set", text="", rows=(SUMMARY, *rows))] if rows else []
