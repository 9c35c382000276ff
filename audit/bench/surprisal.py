"""The part `surprisal`: what a translator makes of translations that people judged, beside plainer evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.back_translation.rewording import line
from audit.back_translation.surprisal import word_logprobs
from audit.bench import mqm
from audit.bench.bootstrap import Estimate, estimated
from audit.bench.figures import mean, pearson, spearman
from audit.bench.fluency import wmt
from audit.bench.markdown import Cells, Section, estimate, number
from audit.bench.pairs import pair_accuracy
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped, of_format, read
from audit.bench.words import tags
from audit.bench.workbench import Workbench
from audit.document import Suspicion
from audit.engine import Engine, ForcedDecoder, ForcedPiece

PAGE = "surprisal.md"
WMT13 = "wmt13_es_en.jsonl.gz"
SOURCE_LANG, TARGET_LANG = "es", "en"
GIVEN_SOURCE, GIVEN_BACK, BOTH = "surprisal given the source", "surprisal given the back-translation", "scorer and both"
INTRO = (
    "Surprisal is the mean log-probability of the pieces of a translation, force-decoded after its source or after its "
    "own back-translation; no reference is seen. The round trip is the back-translation translated forth again. "
    "“{both}” is the sum of the three standardised. Brackets hold the 95 % percentile interval of 1,000 resamples."
)
WMT_TEXT = (
    "How the figure goes with the share of comparisons a translation won: Pearson over all of them, and how often the "
    "better of two translations of one segment is put first."
)
BIO_TEXT = "Pearson and Spearman of the figure with the mean score of the raters, machine translations from Spanish."
WORDS_TEXT = (
    "Words of machine translations that a rater marked against all others: the area under the ROC curve of surprisal "
    "(a word's, the sum of its pieces) and of the scorer's suspicion, on the words that both read."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A translation with its source, as one sentence each."""

    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What is known of translations without a reference, one value each, higher is better; and the pieces' places."""

    values: Mapping[str, Sequence[float]]
    given_source: Sequence[tuple[ForcedPiece, ...]]
    given_back: Sequence[tuple[ForcedPiece, ...]]


def run(bench: Workbench) -> None:
    """Measure with the first engine that is ready and can force-decode; write `surprisal.md`."""
    ready = bench.ready_engines(SOURCE_LANG, TARGET_LANG)
    engine = next((one for one in ready if isinstance(one, ForcedDecoder)), None)
    if engine is None or engine.unavailable(TARGET_LANG, SOURCE_LANG):
        bench.skip("surprisal", "no engine that is ready can force-decode from Spanish and translate back")
        return
    held = []
    for name, sections in ((WMT13, _preferred), (mqm.FILE, _rated)):
        path = bench.shared / "bench" / name
        if bench.present(path):
            with of_format(path):
                held += sections(read(path), engine, bench.reader)
    engine.close()
    if held:
        intro = [f"Engine {engine.name}@{engine.revision}. {INTRO.format(both=BOTH)}"]
        bench.write_sections(PAGE, "Surprisal against human judgement", intro, held)


def evidence(items: Sequence[Item], engine: Engine, reader: Reader) -> Evidence:
    """All evidence of translations; `engine` also force-decodes."""
    from sacrebleu.metrics.chrf import CHRF

    if not isinstance(engine, ForcedDecoder):
        raise TypeError(engine.name)
    metric = CHRF()
    sources, targets = [line(one.source) for one in items], [line(one.target) for one in items]
    back = [line(text) for text in engine.translate(targets, TARGET_LANG, SOURCE_LANG)]
    forth = engine.translate(back, SOURCE_LANG, TARGET_LANG)
    given_source = engine.forced(list(zip(sources, targets, strict=True)), SOURCE_LANG, TARGET_LANG)
    given_back = engine.forced(list(zip(back, targets, strict=True)), SOURCE_LANG, TARGET_LANG)
    values = {
        GIVEN_SOURCE: [_mean(pieces) for pieces in given_source],
        GIVEN_BACK: [_mean(pieces) for pieces in given_back],
        "chrF of the round trip": [
            metric.sentence_score(there, [text]).score for there, text in zip(forth, targets, strict=True)
        ],
        "scorer, English only": [read.score or 0.0 for read in reader.sentences(targets)],
        "shorter is better": [-float(len(text)) for text in targets],
    }
    parts = [_standardised(values[name]) for name in (GIVEN_SOURCE, GIVEN_BACK, "scorer, English only")]
    values[BOTH] = [sum(held) for held in zip(*parts, strict=True)]
    return Evidence(values=values, given_source=given_source, given_back=given_back)


def _preferred(rows: Sequence[Row], engine: Engine, reader: Reader) -> list[Section]:
    held = [row for row in wmt.sample(rows) if "pref_win_rate" in row.scores]
    found = evidence([Item(source=row.source, target=row.target) for row in held], engine, reader)
    won = [row.scores["pref_win_rate"] for row in held]
    table = [("evidence", "translations", "Pearson with comparisons won [95 %]", "pair accuracy [95 %]")]
    for label, values in found.values.items():
        segments = grouped(zip(held, values, won, strict=True), lambda item: item[0].segment).values()
        accuracy = pair_accuracy([[(value, share) for _, value, share in group] for group in segments])
        table.append((label, f"{len(held):,}", estimate(estimated(pearson, values, won)), estimate(accuracy)))
    return [Section(title="News from Spanish (WMT 2013)", text=WMT_TEXT, rows=tuple(table))]


def _rated(rows: Sequence[Row], engine: Engine, reader: Reader) -> list[Section]:
    groups = grouped((row for row in rows if row.pair == mqm.PAIR), lambda row: (row.source, row.target)).values()
    machine = [group for group in groups if not any(row.by_human for row in group)]
    items = [Item(source=group[0].source, target=group[0].target) for group in machine]
    score = [-one.penalty for one in mqm.rated([row for group in machine for row in group])]
    found = evidence(items, engine, reader)
    table: list[Cells] = [("evidence", "translations", "Pearson [95 %]", "Spearman [95 %]")]
    for label, values in found.values.items():
        both: tuple[Estimate, Estimate] = (estimated(pearson, values, score), estimated(spearman, values, score))
        table.append((label, f"{len(items):,}", *map(estimate, both)))
    spans = [tuple(span for row in group for span in row.spans) for group in machine]
    return [
        Section(title="Abstracts of medicine (biomedical MQM)", text=BIO_TEXT, rows=tuple(table)),
        _words(items, spans, found, reader),
    ]


def _words(
    items: Sequence[Item], spans: Sequence[Sequence[tuple[int, int]]], found: Evidence, reader: Reader
) -> Section:
    told = {
        GIVEN_SOURCE: [_surprised(item, pieces) for item, pieces in zip(items, found.given_source, strict=True)],
        GIVEN_BACK: [_surprised(item, pieces) for item, pieces in zip(items, found.given_back, strict=True)],
        "suspicion of the scorer": [read.words for read in reader.sentences(line(item.target) for item in items)],
    }
    rows = [("evidence", "words", "marked", "ROC area")]
    for label, texts in told.items():
        one = tags.tagged(label, zip(texts, spans, strict=True))
        rows.append((label, f"{one.words:,}", number(one.marked), number(one.area)))
    return Section(title="Marked words (biomedical MQM)", text=WORDS_TEXT, rows=tuple(rows))


def _surprised(item: Item, pieces: Sequence[ForcedPiece]) -> tuple[Suspicion, ...]:
    """The words with their surprisal in the place of a probability."""
    return tuple(
        Suspicion(start=start, end=end, probability=-logprob)
        for start, end, logprob in word_logprobs(item.target, pieces)
    )


def _mean(pieces: Sequence[ForcedPiece]) -> float:
    return mean([piece.logprob for piece in pieces]) if pieces else 0.0


def _standardised(values: Sequence[float]) -> list[float]:
    import numpy as np

    spread = float(np.std(values)) or 1.0
    return [(value - mean(values)) / spread for value in values]
