"""The report of one article: findings and scores as values, as the JSON contract, and as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from audit.document import Document
from audit.finding import Finding, Known, Severity

if TYPE_CHECKING:
    import pandas as pd

SCHEMA = "audit/1"
SURPRISAL = "surprisal"
SENTENCE_COLUMNS = "paragraph start end text words fluency fluency_low fluency_high".split()
PARAGRAPH_COLUMNS = (
    "index start end role text words fluency fluency_low fluency_high round_trip_chrf back_translation mqm".split()
)
FINDING_COLUMNS = (
    "rule name paragraph start end text category its_type severity confidence message suggestion fix evidence baseline"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Scores of a paragraph or an article.

    `fluency` and its 90 % interval and `round_trip_chrf` are in 0–100 or None when not computed; `mqm` is
    100 × (1 − penalty / words), at most 100 and below 0 where the penalty exceeds the words.
    """

    fluency: float | None = None
    fluency_low: float | None = None
    fluency_high: float | None = None
    round_trip_chrf: float | None = None
    mqm: float = 100.0
    words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceScore:
    """Fluency (0–100) of one sentence with its 90 % interval; `start` and `end` index the document's text."""

    paragraph: int
    start: int
    end: int
    fluency: float
    fluency_low: float | None = None
    fluency_high: float | None = None


def mqm(findings: Iterable[Finding], words: int) -> float:
    """MQM quality score of findings over a number of words (linear, MQM 2.0: weights 0, 1, 5, 25)."""
    return mqm_score(sum(finding.severity.weight for finding in findings), words)


def mqm_score(penalty: int, words: int) -> float:
    """MQM quality score of penalty points over a number of words."""
    return round(100 * (1 - penalty / max(words, 1)), 2)


@dataclass(frozen=True, kw_only=True)
class Report:
    """Everything known of one audited article.

    `issues` are the findings in order of position; `paragraph_scores[i]` belongs to `document.paragraphs[i]`.
    `sentence_scores` are those of the sentences that a scorer told of, in order; they are no part of the JSON contract.
    `notes` says what was not done and why (no engine, no scorer, unknown source language). `suppressed` counts the
    findings the configuration leaves out, `accepted` are those of them it gives a reason for. `fixed` are findings of
    the baseline that the article no longer has.
    """

    document: Document
    issues: tuple[Finding, ...]
    scores: Scores
    paragraph_scores: tuple[Scores, ...]
    signature: str
    engine: str | None = None
    notes: tuple[str, ...] = ()
    suppressed: int = 0
    accepted: tuple[Finding, ...] = ()
    fixed: tuple[Known, ...] = ()
    sentence_scores: tuple[SentenceScore, ...] = ()

    @property
    def untold(self) -> list[Finding]:
        """The findings that the baseline does not know; all of them where there is none."""
        return [issue for issue in self.issues if not issue.known]

    def to_dict(self) -> dict[str, Any]:
        """The report as the JSON contract `audit/1` has it."""
        document = self.document
        return {
            "schema": SCHEMA,
            "id": document.id,
            "path": document.path,
            "source_lang": document.source_lang,
            "target_lang": document.target_lang,
            "signature": self.signature,
            "scores": _scores(self.scores),
            "paragraphs": [self._paragraph(i) for i in range(len(document.paragraphs))],
            "findings": [_finding(finding) for finding in self.issues],
            "engine": self.engine,
            "notes": list(self.notes),
        }

    def _paragraph(self, i: int) -> dict[str, Any]:
        paragraph, scores = self.document.paragraphs[i], self.paragraph_scores[i]
        held = {
            "index": paragraph.index,
            "start": paragraph.start,
            "end": paragraph.end,
            "role": paragraph.role.value,
            "text": paragraph.text,
            "back_translation": paragraph.back_translation,
            **_scores(scores),
        }
        return {column: held[column] for column in PARAGRAPH_COLUMNS}

    @cached_property
    def paragraphs(self) -> pd.DataFrame:
        """One row per paragraph: position, role, text, fluency with interval, round-trip chrF, MQM, surprisal.

        `surprisal`, the mean of the paragraph's words in nats, is no part of the JSON contract.
        """
        import pandas as pd

        rows = [
            {**self._paragraph(i), SURPRISAL: paragraph.surprisal}
            for i, paragraph in enumerate(self.document.paragraphs)
        ]
        return pd.DataFrame(rows, columns=[*PARAGRAPH_COLUMNS, SURPRISAL])

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """One row per scored sentence: its paragraph, position, text, words, fluency with interval."""
        import pandas as pd

        rows = [self._sentence(score) for score in self.sentence_scores]
        return pd.DataFrame(rows, columns=SENTENCE_COLUMNS)

    def _sentence(self, score: SentenceScore) -> dict[str, Any]:
        text = self.document.text[score.start : score.end]
        held = {"text": text, "words": len(text.split())}
        return {column: held[column] if column in held else getattr(score, column) for column in SENTENCE_COLUMNS}

    @cached_property
    def findings(self) -> pd.DataFrame:
        """One row per finding, with the fields of the JSON contract."""
        import pandas as pd

        return pd.DataFrame([_finding(finding) for finding in self.issues], columns=FINDING_COLUMNS)


def in_order(reports: Iterable[Report]) -> list[Report]:
    """The reports in order of path and id, whatever the order in which their files were given."""
    return sorted(reports, key=lambda report: (report.document.path or "", report.document.id))


def _scores(scores: Scores) -> dict[str, float | int | None]:
    return {
        "fluency": scores.fluency,
        "fluency_low": scores.fluency_low,
        "fluency_high": scores.fluency_high,
        "round_trip_chrf": scores.round_trip_chrf,
        "mqm": scores.mqm,
        "words": scores.words,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    held: dict[str, Any] = {column: getattr(finding, column) for column in FINDING_COLUMNS}
    held["severity"] = Severity(finding.severity).value
    held["confidence"] = round(finding.confidence, 3)
    held["evidence"] = dict(finding.evidence) | {"fingerprint": finding.fingerprint}
    if finding.raw_start is not None:
        held["evidence"] |= {"raw_start": finding.raw_start, "raw_end": finding.raw_end}
    return held


def frame(reports: Iterable[Report]) -> pd.DataFrame:
    """One row per article: id, languages, scores, counts of findings by severity, signature."""
    import pandas as pd

    return pd.DataFrame([_row(report) for report in reports])


def _row(report: Report) -> dict[str, Any]:
    counts = {f"{level}_findings": sum(i.severity == level for i in report.issues) for level in Severity}
    document = report.document
    languages = {"source_lang": document.source_lang, "target_lang": document.target_lang}
    return {"id": document.id, **languages, **_scores(report.scores), **counts, "signature": report.signature}
