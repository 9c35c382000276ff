"""Rules that compare an article with its source: recall by kind, precision by rule, false alarms on people's work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from audit import plugins
from audit.bench.annotated import Article, articles, label
from audit.bench.markdown import Cells, Section, number, share
from audit.bench.rows import json_lines
from audit.bench.workbench import Workbench
from audit.check import Check, Needs
from audit.config import Config
from audit.document import Document
from audit.finding import Finding
from audit.pipeline import Auditor, prepared
from audit.vocabulary import language_of

KINDS = ("number-mismatch", "name-mismatch", "name-translated", "negation", "omission", "addition", "untranslated")
"""Kinds of the annotated articles that a comparison with the source can see."""
BIO = ("es", "fr", "pt", "it", "de")
SEGMENTS = 8
"""Sentences of a human translation that are audited as one article."""
MOST_WORDS = 20_000


@dataclass(slots=True)
class Compared:
    """Counts over articles with a source: spans and hits by kind, right and all findings by rule."""

    spans: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    words: int = 0

    def add(self, article: Article, findings: Iterable[Finding]) -> None:
        """Count one article's findings."""
        held = list(findings)
        for span in article.spans:
            self.spans[span.kind] += 1
            self.hits[span.kind] += any(one.start < span.end and span.start < one.end for one in held)
        for one in held:
            self.found[one.name] += 1
            self.right[one.name] += any(one.start < span.end and span.start < one.end for span in article.spans)


def run(bench: Workbench) -> None:
    """Write `source.md`."""
    checks = [check for check in plugins.checks() if Needs.SOURCE in check.needs]
    folders = [*bench.bilingual, *bench.folders]
    sets = {label(folder): _measured(checks, articles(folder)) for folder in dict.fromkeys(bench.there(folders))}
    sets = {name: held for name, held in sets.items() if held.spans}
    people = dict(_people(bench, checks))
    sections = [_kinds(sets), _rules(checks, sets), *([_alarms(checks, people)] if people else [])]
    if bench.engine != "none":
        with bench.auditor(engine=bench.engine) as auditor:
            backwards = {name: _backwards(checks, articles(folder), auditor) for name, folder in _spanish(folders)}
        sections.append(_without_source(checks, backwards))
    intro = [
        "A span is hit when a finding overlaps it, a finding right when it overlaps a span. Articles with a source."
    ]
    bench.write_sections("source.md", "Comparing with the source", intro, sections)


def _measured(checks: Iterable[Check], held: Iterable[Article]) -> Compared:
    """The rules alone, on articles told their source and its language, at the default bar of confidence."""
    counts = Compared()
    for article in held:
        if article.source is None:
            continue
        document = _prepared(article.text, article.source, language_of(article.source))
        counts.words += document.words
        counts.add(article, _findings(checks, document))
    return counts


def _findings(checks: Iterable[Check], document: Document) -> Iterator[Finding]:
    bar = Config().min_confidence
    return (one for check in checks for one in check.run(document) if one.confidence >= bar)


def _prepared(text: str, source: str, lang: str | None) -> Document:
    return prepared(Document(id="article", text=text, source=source, source_lang=lang))


def _backwards(checks: Iterable[Check], held: Iterable[Article], auditor: Auditor) -> Compared:
    """The same rules on articles from Spanish, the back-translation of each paragraph in the place of its source."""
    counts = Compared()
    for article in held:
        if not article.name.removeprefix("clean-").startswith("es"):
            continue
        document = auditor.audit(Document(id=article.name, text=article.text, source_lang="es")).document
        paragraphs = tuple(replace(one, source=one.back_translation) for one in document.paragraphs)
        counts.add(article, _findings(checks, replace(document, paragraphs=paragraphs)))
    return counts


def _spanish(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """The sets with articles from Spanish, which the engines translate."""
    return ((label(folder), folder) for folder in dict.fromkeys(folders) if any(folder.glob("es*.src.txt")))


def _people(bench: Workbench, checks: list[Check]) -> Iterator[tuple[str, Compared]]:
    """Findings on translations by people, all of them false alarms or real slips of theirs."""
    for name, lang, pairs in _pairs(bench):
        counts = Compared()
        for at in range(0, len(pairs), SEGMENTS):
            if counts.words >= MOST_WORDS:
                break
            part = pairs[at : at + SEGMENTS]
            document = _prepared("\n\n".join(one[1] for one in part), "\n\n".join(one[0] for one in part), lang)
            counts.words += document.words
            counts.found.update(one.name for one in _findings(checks, document))
        yield name, counts


def _pairs(bench: Workbench) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    news, medicine = (bench.shared / "bench" / f"{name}.jsonl.gz" for name in ("ntrex_es_en", "bio_mqm"))
    if bench.present(news):
        yield "NTREX news, es", "es", [(row["source"], row["reference"]) for row in json_lines(news)]
    if bench.present(medicine):
        rows = [row for row in json_lines(medicine) if str(row["system"]).startswith("human")]
        for lang in BIO:
            pairs = dict.fromkeys((row["source"], row["target"]) for row in rows if row["pair"] == f"{lang}-en")
            if pairs:
                yield f"WMT biomedical abstracts, {lang}", lang, list(pairs)


def _kinds(sets: dict[str, Compared]) -> Section:
    rows: list[Cells] = [("kind", *sets)]
    rows += [(kind, *(share(held.hits[kind], held.spans[kind]) for held in sets.values())) for kind in KINDS]
    return Section(
        title="Recall by kind (hit / annotated)", text="By the rules that need the source alone.", rows=tuple(rows)
    )


def _rules(checks: list[Check], sets: dict[str, Compared]) -> Section:
    return Section(title="Precision by rule (right / found)", text="", rows=_right(checks, sets))


def _right(checks: list[Check], sets: dict[str, Compared]) -> tuple[Cells, ...]:
    """A row a rule: of each set the findings that are right, and all."""
    rows = (
        (check.name, *(share(held.right[check.name], held.found[check.name]) for held in sets.values()))
        for check in checks
    )
    return (("rule", *sets), *rows)


def _alarms(checks: list[Check], sets: dict[str, Compared]) -> Section:
    rows: list[Cells] = [("rule", *sets), ("words", *(f"{held.words:,}" for held in sets.values()))]
    rows += [
        (check.name, *(number(1000 * held.found[check.name] / max(1, held.words), 2) for held in sets.values()))
        for check in checks
    ]
    text = (
        "Findings per 1,000 words. Some mark real differences: NTREX was translated from English, and its sentences "
        "stand here as paragraphs."
    )
    return Section(title="On translations by people", text=text, rows=tuple(rows))


def _without_source(checks: list[Check], sets: dict[str, Compared]) -> Section:
    text = (
        "Right / found on articles from Spanish where each paragraph is compared with its back-translation instead. "
        "That repeats what the translation says, so mostly faults of the engine are found: no rule is run so."
    )
    return Section(title="Against the back-translation instead", text=text, rows=_right(checks, sets))
