"""The parts of the benchmark by name, and those that measure the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from audit.bench import accuracy, coverage, first_score, human, matching, source, surprisal, whole_audit
from audit.bench.annotated import articles, label
from audit.bench.fluency import part as fluency_part
from audit.bench.gate import part as gate_part
from audit.bench.markdown import Section, number
from audit.bench.pages import accuracy_page, human_page, speed_page
from audit.bench.speed import peak_memory_mb, scoring_rate, stages
from audit.bench.translation import part as translation_part
from audit.bench.words import part as words_part
from audit.bench.workbench import Workbench
from audit.config import Config
from audit.pipeline import Auditor

ARTICLES = 150
"""News articles that speed is measured on: about 100,000 words, half a minute for a scorer of 3,000 words/s."""

AUDITED = 20
"""Of these, the articles that an audit with an engine is timed on."""

WORDS_TRANSLATED = 100_000
"""Most words of each human text with an engine: two minutes' reading."""
WORDS, WORDS_SCORED = 1_000_000, 100_000
"""Most words of each human text without and with a scorer: half a minute's reading in either case."""


def rules_accuracy(bench: Workbench) -> None:
    """Precision and recall on annotated articles: `accuracy.md`."""
    folders = list(bench.there(bench.folders))

    def measured(auditor: Auditor, *, told: bool = False) -> dict[str, accuracy.Accuracy]:
        with auditor:
            return {label(folder): accuracy.measure(auditor, articles(folder), told=told) for folder in folders}

    sets = measured(bench.auditor(engine=bench.engine))
    told = measured(bench.auditor(engine=bench.engine), told=True)
    alone = measured(replace(bench, scorer="none").auditor(engine=bench.engine)) if bench.scored else None
    used = f"{bench.engine}, scorer {bench.scorer_label}"
    bench.write("accuracy.md", accuracy_page(sets, told, bench.command, used, alone))


def false_alarms(bench: Workbench) -> None:
    """Findings per 1,000 words of human English: `human_english.md`."""
    sentences, news = bench.shared / "bench" / "ged_cweb.jsonl.gz", _news(bench)
    most = bench.words or (WORDS_SCORED if bench.scored else WORDS)
    texts: dict[str, Callable[[], Iterator[str]]] = {}
    if bench.present(sentences):
        texts["ged_cweb, clean sentences"] = partial(human.clean_sentences, sentences)
    if bench.present(news):
        texts["allsides, news articles"] = partial(human.news_articles, news)
    if not texts:
        return
    auditor = bench.auditor()
    sets = {name: human.measure(auditor, read(), most_words=most) for name, read in texts.items()}
    with bench.auditor(engine=bench.engine) as translating:
        for name, read in texts.items() if bench.engine != "none" else ():
            label = f"{name}, taken for a translation from Spanish, engine {bench.engine}"
            few = min(most, WORDS_TRANSLATED)
            sets[label] = human.measure(translating, read(), most_words=few, source_lang=whole_audit.LANGUAGE)
    bench.write("human_english.md", human_page(sets, bench.command, bench.scorer_label))


def speed(bench: Workbench) -> None:
    """Words per second, memory, and what the scorer and each engine cost: `speed.md`."""
    if not bench.present(_news(bench)):
        return
    texts = list(islice(human.news_articles(_news(bench)), ARTICLES))
    rates = stages(Auditor(Config(engine="none", scorer="none", cache="")), texts)
    costs = [matching.section(texts), *([_cost(bench, texts)] if bench.scored else [])]
    memory = peak_memory_mb()
    costs += _audits(bench, texts[:AUDITED])
    bench.write("speed.md", speed_page(rates, memory, bench.command, costs))


def _cost(bench: Workbench, texts: list[str]) -> Section:
    scorer = bench.reader.scorer
    rate = scoring_rate(scorer, texts)
    with_it, without = first_score.measure(bench.scorer_name), first_score.measure("none")
    rows = (
        ("what", "with the scorer", "without"),
        (f"scoring {len(texts)} news articles, words/s of wall-clock time, all cores", number(rate, 0), "–"),
        ("first score in a fresh process, seconds", number(with_it.seconds, 2), number(without.seconds, 2)),
        ("resident size of that process, MiB", number(with_it.memory_mb, 0), number(without.memory_mb, 0)),
    )
    return Section(title=f"Scorer {bench.scorer_label}", text="", rows=rows)


def _audits(bench: Workbench, texts: list[str]) -> list[Section]:
    article = bench.shared / "gold" / "seed.txt"
    there = bench.present(article)
    rows = [
        ("engine", f"audit of {len(texts) - 1} news articles, words/s", "one article from start to verdict, seconds")
    ]
    for engine in bench.ready_engines("en", whole_audit.LANGUAGE):
        with bench.auditor(engine=engine.name) as auditor:
            rate = whole_audit.rate(auditor, texts)
        alone = whole_audit.seconds(article, engine.name) if there else None
        rows.append((f"{engine.name}@{engine.revision}", number(rate, 0), number(alone, 2)))
    told = f"Wall-clock time, all cores, scorer {bench.scorer_label}; there and back, no translation remembered."
    return [Section(title="Whole audit with an engine", text=told, rows=tuple(rows))] if rows[1:] else []


def _news(bench: Workbench) -> Path:
    return bench.shared / "text" / "allsides.en.xz"


PARTS: dict[str, Callable[[Workbench], None]] = {
    "accuracy": rules_accuracy,
    "human": false_alarms,
    "speed": speed,
    "fluency": fluency_part.run,
    "words": words_part.run,
    "translation": translation_part.run,
    "surprisal": surprisal.run,
    "coverage": coverage.run,
    "source": source.run,
    "gate": gate_part.run,
}
"""Every part in the order they run."""
