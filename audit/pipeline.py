"""The audit of an article, from text to report: read this file from top to bottom to know what the tool does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING, Self

from audit import desk, plugins
from audit.article_settings import ArticleSettings
from audit.back_translation.cache import Cache, open_cache
from audit.back_translation.choice import Choice, choose
from audit.back_translation.contrast import explain
from audit.back_translation.odd_phrases import with_contrasts
from audit.back_translation.round_trip import round_trip_chrf
from audit.back_translation.suggestions import suggested
from audit.back_translation.surprisal import Rendered, rendered, with_surprisals
from audit.back_translation.translation import translate_paragraphs
from audit.check import Check, Needs
from audit.config import Config
from audit.document import Document, Role
from audit.engine import Engine, ForcedDecoder
from audit.finding import Finding
from audit.fluency import article_fluency, fluency_notes, paragraph_fluency, sentence_scores
from audit.fusion import fused
from audit.report import Report, Scores, frame, mqm
from audit.scorer import Fluency, Scorer
from audit.segmentation.article import segment
from audit.segmentation.sources import with_sources
from audit.selection import kept, reweighted, unready
from audit.source_language import with_source_language
from audit.suspicion import weighed, with_suspicions

if TYPE_CHECKING:
    import pandas as pd


TRANSLATED = frozenset({Needs.BACK_TRANSLATION, Needs.CONTRAST, Needs.SURPRISAL})
"""Evidence that there is only with an engine."""


class Auditor(AbstractContextManager["Auditor"]):
    """Everything a run loads once: checks, engine, scorer and cache. Not shared between processes.

    `scorer` is an object to score with in place of the one that `config.scorer` names: it need not be installed.
    Raises ConfigError for an unknown rule or a bad table of the desk's own, PluginError for an unknown plugin,
    EngineError when a named engine cannot run here. `checks` are those of articles that no override is for.
    """

    def __init__(self, config: Config | None = None, *, scorer: Scorer | None = None) -> None:
        self.config = config or Config()
        self._settings = ArticleSettings(self.config)
        self.checks = self._settings.general.checks
        self.scorer: Scorer = scorer if scorer is not None else plugins.scorer(_scorer_name(self.config.scorer))
        self._engines: dict[str, Engine] = {}
        self._choices: dict[tuple[str, str | None, str], Choice] = {}
        self._cache: Cache | None = None

    def audit(self, document: Document) -> Report:
        """The report of one article. Raises EngineError when the engine fails for good."""
        document = self._prepared(document)
        held = self._settings.of(document)
        document = held.desk.told(document)
        choice = self._choice(document, held.config)
        engine = choice.engine if document.paragraphs else None
        trips: tuple[float | None, ...] = (None,) * len(document.paragraphs)
        trip = None
        if engine is not None:
            document = translate_paragraphs(document, engine, self.cache)
            trip = round_trip_chrf(document, engine, self.cache)
            trips = tuple(trip.paragraphs)
        fluency = paragraph_fluency(document, self.scorer)
        if self.scorer.calibrated:
            document = with_suspicions(document, fluency)
        if engine is not None:
            document = with_contrasts(document, engine, self.cache)
        decoder = self._decoder(document, engine)
        sentences: list[Rendered] = []
        if decoder is not None:
            sentences = rendered(document, _reader(engine, decoder, document), self.cache)
            document = with_surprisals(document, sentences, decoder)
        idle = unready(held.checks, document)
        findings = [finding for check in held.checks if check not in idle for finding in check.run(document)]
        if engine is not None:
            findings = explain(findings, document, engine, self.cache)
        findings = fused(weighed(reweighted(findings, held.config), document))
        if decoder is not None:
            findings = suggested(findings, document, sentences, decoder, self.scorer)
        issues, accepted, ignored = kept(findings, held.config, document.path)
        whole = article_fluency(document, fluency)
        return Report(
            document=document,
            issues=tuple(issues),
            scores=_article_scores(document, issues, whole, trip.document if trip else None),
            paragraph_scores=_paragraph_scores(document, issues, fluency, trips),
            signature=self._signature(document, held.checks, engine, decoder),
            engine=engine.name if engine else None,
            notes=(
                *self._notes(document, choice),
                *fluency_notes(document, fluency, whole),
                *_idle_notes(idle, engine),
            ),
            suppressed=len(accepted) + len(ignored),
            accepted=tuple(accepted),
            sentence_scores=sentence_scores(document, fluency),
        )

    def audit_all(self, documents: Iterable[Document]) -> Iterator[Report]:
        """The reports of articles, one by one and in order."""
        return (self.audit(document) for document in documents)

    def close(self) -> None:
        """End engine processes and close the cache."""
        for engine in self._engines.values():
            engine.close()
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def cache(self) -> Cache:
        """The cache of translations, opened on first use."""
        if self._cache is None:
            self._cache = open_cache(self.config.cache)
        return self._cache

    def engine(self, name: str) -> Engine:
        """The engine of a name, built once."""
        if name not in self._engines:
            self._engines[name] = plugins.engine(name, timeout=self.config.engine_timeout)
        return self._engines[name]

    def _prepared(self, document: Document) -> Document:
        """The document as checks rely on it, with bare language codes: lexicons and engines know `es`, not `es-MX`."""
        lang = document.source_lang or self._settings.by_path(document).source_lang
        target = document.target_lang.partition("-")[0].lower()
        bare = lang.partition("-")[0].lower() if lang else None
        document = prepared(replace(document, source_lang=bare, target_lang=target))
        if lang and document.language_guess:  # settings may be for Portuguese as it is written in Brazil
            return replace(document, language_guess=replace(document.language_guess, lang=lang))
        return document

    def _choice(self, document: Document, config: Config) -> Choice:
        key = (config.engine, document.source_lang, document.target_lang)
        if key not in self._choices:
            config = replace(config, target_lang=document.target_lang)
            names = plugins.found("audit.engines")
            self._choices[key] = choose(config, document.source_lang, names=names, build=self.engine)
        return self._choices[key]

    def _decoder(self, document: Document, engine: Engine | None) -> ForcedDecoder | None:
        """Who tells how surprising the article is: its engine where that can, else the first installed that does."""
        if engine is None or document.source_lang is None:
            return None
        group = "audit.engines"
        others = (self.engine(name) for name in plugins.found(group) if not plugins.needs_model(group, name))
        pair = (document.source_lang, document.target_lang)
        able = (one for one in (engine, *others) if isinstance(one, ForcedDecoder))
        return next((one for one in able if one.unavailable(*pair) is None), None)

    def _notes(self, document: Document, choice: Choice) -> tuple[str, ...]:
        guess = document.language_guess
        held = [choice.note]
        if guess is not None and guess.reason != "given":
            known = f"source language {guess.lang or 'not known'} (confidence {guess.confidence:.2f}): {guess.reason}"
            held.insert(0, known)
        if self._cache is not None and self._cache.note:
            held.append(self._cache.note)
        return tuple(note for note in held if note)

    def _signature(
        self, document: Document, checks: Sequence[Check], engine: Engine | None, decoder: ForcedDecoder | None
    ) -> str:
        """Everything the figures depend on, in the style of sacreBLEU: key:value pairs joined by `|`."""
        rules = hashlib.sha256(",".join(check.id for check in checks).encode()).hexdigest()[:8]
        text = document.text.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(text + b"\0" + (document.source or "").encode("utf-8", "surrogatepass")).hexdigest()[
            :12
        ]
        used = f"{engine.name}@{engine.revision}" if engine else "none"
        return (
            f"audit:{version('mt-audit')}|checks:{len(checks)}@{rules}{_packages(checks)}|engine:{used}"
            f"|decoder:{f'{decoder.name}@{decoder.revision}' if decoder else 'none'}"
            f"|scorer:{self.scorer.name}@{self.scorer.revision}{desk.signature(document)}|seed:0|input:{digest}"
        )


def _packages(checks: Iterable[Check]) -> str:
    """The third-party packages that the checks come with, as a part of the signature; nothing where there is none."""
    held = {f"{check.distribution.name}@{check.distribution.version}" for check in checks if check.distribution}
    return f"|plugins:{'+'.join(sorted(held))}" if held else ""


def prepared(document: Document) -> Document:
    """The document with paragraphs, source language and the source of each paragraph: what every check may rely on."""
    return with_sources(with_source_language(segment(document)))


def _scorer_name(name: str) -> str:
    """The scorer `auto` stands for: the first installed one that is not `none` and needs no model named."""
    if name != "auto":
        return name
    group = "audit.scorers"
    return next((n for n in plugins.found(group) if n != "none" and not plugins.needs_model(group, n)), "none")


def _reader(engine: Engine | None, decoder: ForcedDecoder | None, document: Document) -> Engine | None:
    """Whose back-translation the decoder reads the article as a rendering of: its own, where it can make one."""
    own: object = decoder
    if isinstance(own, Engine) and document.source_lang is not None:
        return own if own.unavailable(document.target_lang, document.source_lang) is None else engine
    return engine


def _idle_notes(checks: Sequence[Check], engine: Engine | None) -> Iterator[str]:
    """What was not run and why; what needs a source or an engine that nobody gave goes without saying."""
    absent = {Needs.SOURCE} if engine is not None else {Needs.SOURCE, *TRANSLATED}
    told = [check for check in checks if not check.needs <= absent]
    return (f"{check.id} {check.name} not run: it needs {', '.join(sorted(check.needs))}" for check in told)


def _article_scores(document: Document, issues: Sequence[Finding], whole: Fluency, chrf: float | None) -> Scores:
    return Scores(
        fluency=whole.score,
        fluency_low=whole.low,
        fluency_high=whole.high,
        round_trip_chrf=chrf,
        mqm=mqm(issues, document.words),
        words=document.words,
    )


def _paragraph_scores(
    document: Document, issues: Sequence[Finding], fluency: Sequence[Fluency], trips: Sequence[float | None]
) -> tuple[Scores, ...]:
    by_paragraph: dict[int, list[Finding]] = {}
    for issue in issues:
        by_paragraph.setdefault(issue.paragraph, []).append(issue)
    return tuple(
        Scores(
            fluency=fluency[i].score,
            fluency_low=fluency[i].low,
            fluency_high=fluency[i].high,
            round_trip_chrf=trips[i] if paragraph.role is not Role.RESIDUE else None,
            mqm=mqm(by_paragraph.get(i, ()), paragraph.words),
            words=paragraph.words,
        )
        for i, paragraph in enumerate(document.paragraphs)
    )


def audit_text(
    text: str,
    source: str | None = None,
    source_lang: str | None = None,
    target_lang: str = "en",
    config: Config | None = None,
) -> Report:
    """Audit one article given as a string.

    `source` is the source article, paragraphs in the same order. Offsets in the report are code points into `text`.
    """
    with Auditor(config) as auditor:
        return auditor.audit(
            Document(id="text", text=text, source=source, source_lang=source_lang, target_lang=target_lang)
        )


def audit_frame(
    articles: pd.DataFrame,
    text: str = "text",
    source: str | None = None,
    source_lang: str | None = None,
    target_lang: str = "en",
    config: Config | None = None,
) -> pd.DataFrame:
    """Audit a DataFrame with one article a row.

    `text` and `source` name columns. Returns one row per article with the index of `articles`: languages, scores,
    findings per severity, signature.
    """
    with Auditor(config) as auditor:
        documents = [
            Document(
                id=str(label),
                text=str(row[text]),
                source=str(row[source]) if source else None,
                source_lang=source_lang,
                target_lang=target_lang,
            )
            for label, row in articles.iterrows()
        ]
        return frame(auditor.audit_all(documents)).set_index(articles.index)
