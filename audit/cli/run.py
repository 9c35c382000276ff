"""`audit run`: articles in, reports out, the gate's verdict as exit status."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from audit.cli import options
from audit.cli.network import network, settle
from audit.cli.progress import counted
from audit.cli.terminal import Colour, coloured, columns
from audit.errors import ConfigError
from audit.visible import visible

if TYPE_CHECKING:
    from audit.baseline.entries import Baseline
    from audit.cli.outputs import Output
    from audit.config import Config
    from audit.document import Document
    from audit.ingest.network.network import Network
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
    formats: options.Formats = None,
    output: options.Outputs = None,
    color: options.ColourOption = Colour.AUTO,
    fail_on: options.FailOn = None,
    min_fluency: options.MinFluency = None,
    max_per_1000: options.MaxPer1000 = None,
    baseline: options.BaselineFile = None,
    exit_zero: options.ExitZero = False,
    config: options.ConfigFile = None,
    no_cache: options.NoCache = False,
    allow_private: options.AllowPrivate = False,
    all_entries: options.AllEntries = False,
    timeout: options.Timeout = None,
) -> int:
    """Audit articles and report what machine translation left in them.

    Exit status: 0 clean or gate passed, 1 gate failed, 2 could not run. Without a gate option it is 0.
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
        fail_on=fail_on,
        min_fluency=min_fluency,
        max_per_1000=max_per_1000,
        exit_zero=exit_zero or None,
        cache="" if no_cache else None,
    )
    outputs = paired(formats or (), output or (), paths)
    used = network(settings, allow_private=allow_private, seconds=timeout, renew=all_entries, follow=source is None)
    documents = _documents(paths, input_format, source, settings, used)
    status = _audit(documents, outputs, settings, color, known(baseline) if baseline else None)
    settle(used, status)
    return status


def _documents(
    paths: Sequence[str], input_format: str | None, source: str | None, settings: Config, used: Network
) -> Iterator[Document]:
    from audit.ingest.reading import read

    documents = read(
        paths,
        input_format=input_format,
        stdin=sys.stdin.buffer,
        source_lang=settings.source_lang,
        target_lang=settings.target_lang,
        network=used,
    )
    if source is None:
        return documents
    first = list(islice(documents, 2))
    sources = list(islice(read([source], stdin=sys.stdin.buffer, network=used), 2))
    if len(first) != 1 or len(sources) != 1:
        raise ConfigError(
            "--source goes with exactly one article – give the others their own runs, or use .jsonl input"
        )
    return iter([replace(first[0], source=sources[0].text)])


def _audit(
    documents: Iterator[Document],
    outputs: Sequence[Output],
    settings: Config,
    when: Colour,
    known: Baseline | None = None,
) -> int:
    from audit.pipeline import Auditor

    reasons: list[str] = []
    scrolling = sys.stdout.isatty() and any(output.standard for output in outputs)
    with Auditor(settings) as auditor, contextlib.ExitStack() as stack:
        if settings.engine != "auto":
            auditor.engine(settings.engine)  # a mistyped name is told even where no article needs an engine
        counting = stack.enter_context(counted(documents, scrolling=scrolling))
        streams = [stack.enter_context(output.open()) for output in outputs]
        reports = _judged(_marked(auditor.audit_all(counting), known), settings, reasons)
        if len(outputs) > 1:
            reports = list(reports)
        for output, stream in zip(outputs, streams, strict=True):
            output.renderer.render(reports, stream, colour=coloured(stream, when), width=columns())
    return _status(reasons, settings)


def _marked(reports: Iterable[Report], known: Baseline | None) -> Iterable[Report]:
    """The same reports, each finding told to be new or known where there is a baseline."""
    if known is None:
        return reports
    from audit.baseline.marking import marked

    return marked(list(reports), known)


def _judged(reports: Iterable[Report], settings: Config, reasons: list[str]) -> Iterable[Report]:
    """The same reports; what fails the gate is added to `reasons` as they go by."""
    from audit.gate import judge

    for report in reports:
        reasons.extend(judge([report], settings).reasons)
        yield report


def _status(reasons: Sequence[str], settings: Config) -> int:
    from audit.gate import gated

    for reason in reasons:
        sys.stderr.write(f"audit: gate failed: {visible(reason)}\n")
    if gated(settings) and not reasons:
        sys.stderr.write("audit: gate passed\n")
    return 1 if reasons and not settings.exit_zero else 0
