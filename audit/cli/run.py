"""`audit run`: articles in, reports out, the gate's verdict as exit status."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from audit.cli import options
from audit.cli.auditing import documents, reports
from audit.cli.baseline import tell_fixed
from audit.cli.network import network, settle
from audit.cli.terminal import Colour, coloured, columns
from audit.visible import visible

if TYPE_CHECKING:
    from audit.baseline.entries import Baseline
    from audit.cli.outputs import Output
    from audit.config import Config
    from audit.document import Document
    from audit.gate import Gate
    from audit.report import Report


def run(  # noqa: PLR0913 - one parameter per option of the contract
    paths: options.Paths,
    *,
    input_format: options.InputFormat = None,
    source: options.Source = None,
    source_lang: options.SourceLang = None,
    target_lang: options.TargetLang = None,
    engine: options.Engine = None,
    scorer: options.Scorer = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    min_confidence: options.MinConfidence = None,
    lexicon: options.Lexicons = None,
    glossary: options.Glossaries = None,
    formats: options.Formats = None,
    output: options.Outputs = None,
    color: options.ColourOption = Colour.AUTO,
    fail_on: options.FailOn = None,
    min_fluency: options.MinFluency = None,
    max_per_1000: options.MaxPer1000 = None,
    max_mqm_drop: options.MaxMqmDrop = None,
    baseline: options.BaselineFile = None,
    exit_zero: options.ExitZero = False,
    config: options.ConfigFile = None,
    no_cache: options.NoCache = False,
    workers: options.Workers = None,
    allow_private: options.AllowPrivate = False,
    all_entries: options.AllEntries = False,
    timeout: options.Timeout = None,
) -> int:
    """Audit articles and report what machine translation left in them.

    Exit status: 0 clean or gate passed, 1 gate failed, 2 could not run. Without a gate option it is 0.

    Files:
        audit.toml, pyproject.toml  Settings, in the latter [tool.audit].
        audit-baseline.json  Findings known already, where --baseline or the settings name it.
        back-translations.sqlite, reports.sqlite  In the user's cache folder: what was translated and audited before.
        feeds.sqlite  In the user's state folder: which entries of feeds were audited.

    Examples:
        audit run article.txt  # read it at the terminal
        audit run article.txt --source original.txt  # compare with the article it was translated from
        audit run articles/ --fail-on major  # fail a build
        audit run articles/ -f sarif -o audit.sarif -f github  # for code scanning, and as annotations
        audit run feed.xml --baseline audit-baseline.json --fail-on major  # fail on what is new only
        audit run https://example.org/en/feed.xml --source-lang es  # of a feed, what is new
        audit run page.html -o report.html -o findings.xlsx -o findings.jsonl  # three formats at once
        curl -s https://example.org/en/page.html | audit run - --input-format html  # as a filter
        audit run article.txt --select LIN,stray-capital --ignore LOC103  # choose the rules

    See Also:
        audit fix, audit review, audit baseline, docs/ci.md, docs/feeds.md
    """
    from audit.baseline.reading import load as known
    from audit.cli.outputs import paired
    from audit.config import load

    settings = load(config).override(
        source_lang=source_lang,
        target_lang=target_lang,
        engine=engine,
        scorer=scorer,
        select=options.names(select),
        ignore=options.names(ignore),
        min_confidence=min_confidence,
        lexicon=lexicon or None,
        glossary=glossary or None,
        fail_on=fail_on,
        min_fluency=min_fluency,
        max_per_1000=max_per_1000,
        max_mqm_drop=max_mqm_drop,
        exit_zero=exit_zero or None,
        workers=workers,
        cache="" if no_cache else None,
    )
    outputs = paired(formats or (), output or (), paths)
    used = network(settings, allow_private=allow_private, seconds=timeout, renew=all_entries, follow=source is None)
    articles = documents(paths, input_format, source, settings, used)
    path = baseline or (Path(settings.baseline) if settings.baseline else None)
    status = _audit(articles, outputs, settings, color, known(path) if path else None)
    settle(used, status)
    return status


def _audit(
    articles: Iterator[Document], outputs: Sequence[Output], settings: Config, when: Colour, known: Baseline | None
) -> int:
    from audit.gate import Gate

    gate = Gate(settings, baseline=known is not None)
    scrolling = sys.stdout.isatty() and any(output.standard for output in outputs)
    with reports(articles, settings, scrolling=scrolling) as made, contextlib.ExitStack() as stack:
        streams = [stack.enter_context(output.open()) for output in outputs]
        judged = _judged(_marked(made, known), gate)
        if len(outputs) > 1:
            judged = list(judged)
        for output, stream in zip(outputs, streams, strict=True):
            output.write(judged, stream, colour=coloured(stream, when), width=columns())
    return _status(gate, settings)


def _marked(made: Iterable[Report], known: Baseline | None) -> Iterable[Report]:
    """The same reports, each finding told to be new or known where there is a baseline; then all are held at once."""
    if known is None:
        return made
    from audit.baseline.marking import marked

    held = marked(list(made), known)
    tell_fixed([entry for report in held for entry in report.fixed])
    return held


def _judged(reports: Iterable[Report], gate: Gate) -> Iterable[Report]:
    """The same reports; the gate judges them as they go by."""
    for report in reports:
        gate.judge(report)
        yield report


def _status(gate: Gate, settings: Config) -> int:
    from audit.gate import gated

    for reason in gate.reasons:
        sys.stderr.write(f"audit: gate failed: {visible(reason)}\n")
    if gated(settings) and not gate.reasons:
        sys.stderr.write(f"audit: gate passed {visible(gate.passed())}\n")
    return 1 if gate.reasons and not settings.exit_zero else 0
