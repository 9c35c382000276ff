"""The part `words`: probabilities of words, and findings, against spans that people marked."""

from __future__ import annotations

from audit.bench import judgements, mqm
from audit.bench.annotated import articles, label
from audit.bench.fluency import demetr
from audit.bench.markdown import Section
from audit.bench.rows import of_format, read
from audit.bench.words import dialects, findings, gold, hits, tags
from audit.bench.workbench import Workbench
from audit.config import Config

INTRO = "Words are read sentence by sentence, without their source; findings are those of an audit without an engine."


def run(bench: Workbench) -> None:
    """Measure on every set that is there and write `words.md` and the picture of the calibration."""
    if not bench.scored:
        bench.skip("words", "no scorer is installed – name one with --scorer")
        return
    held = [*_marked(bench), *_audited(bench), *_damaged(bench), *_articles(bench), *_made_here(bench)]
    if held:
        bench.write_sections("words.md", "Words and findings against marked spans", [INTRO], held)


def _marked(bench: Workbench) -> list[Section]:
    folder, held = bench.shared / "bench", []
    if bench.present(folder / tags.MLQE):
        held.append(tags.mlqe_section(read(folder / tags.MLQE), bench.reader))
    if bench.present(folder / mqm.FILE):
        with of_format(folder / mqm.FILE):
            held.append(tags.mqm_section(read(folder / mqm.FILE), bench.reader))
    return held


def _audited(bench: Workbench) -> list[Section]:
    path = bench.shared / "bench" / mqm.FILE
    if not path.exists():
        return []
    with bench.auditor(min_confidence=0.0) as auditor:
        items = findings.audited(read(path), auditor)
    rules = bench.model_rules
    points = [(one.confidence, one.right) for one in findings.bins(items, rules)]
    drawn = {", ".join(rules) or "all rules": points}
    bench.draw(findings.PLOT, drawn, x="mean confidence", y="share touching a marked span", most=1)
    return findings.sections(items, Config().min_confidence, rules)


def _damaged(bench: Workbench) -> list[Section]:
    path = bench.shared / "bench" / demetr.FILE
    if not bench.present(path):
        return []
    with of_format(path):
        held, limit = hits.demetr_hits(read(path), bench.reader)
    return [hits.section(f"Damaged words (DEMETR, {' and '.join(demetr.UNSEEN)})", held, limit)]


def _articles(bench: Workbench) -> list[Section]:
    sets = {label(folder): gold.measure(articles(folder), bench.reader) for folder in bench.there(bench.folders)}
    return [gold.section(sets)] if sets else []


def _made_here(bench: Workbench) -> list[Section]:
    pairs, texts = bench.judgements / judgements.PAIRS, bench.judgements / judgements.HUMAN
    held = []
    if bench.present(pairs):
        found, limit = hits.minimal_pair_hits(judgements.minimal_pairs(pairs), bench.reader)
        held.append(hits.section("Artifacts in minimal pairs made for this project", found, limit))
    if bench.present(texts):
        held.append(dialects.section(judgements.human_texts(texts), bench.reader))
    return held
