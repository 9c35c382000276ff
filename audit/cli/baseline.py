"""`audit baseline`: writes down what is found today, so that a gate asks for no more than what is new."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.amount import amount
from audit.cli import options
from audit.cli.auditing import documents, reports
from audit.cli.network import network
from audit.visible import visible

if TYPE_CHECKING:
    from audit.baseline.entries import Baseline
    from audit.finding import Known

FILE = Path("audit-baseline.json")
MOST_FIXED = 10
"""Fixed findings that are named: as many as stay on a screen with the verdict; the rest are counted."""

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=f"The baseline (default: that of the configuration, else {FILE}); one that is there is renewed.",
    ),
]
Prune = Annotated[
    bool, typer.Option("--prune", help="Forget the findings of articles that are not among the PATHs, too.")
]


def baseline(  # noqa: PLR0913 - one parameter per option of the contract
    paths: options.Paths,
    *,
    output: Output = None,
    prune: Prune = False,
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
    config: options.ConfigFile = None,
    no_cache: options.NoCache = False,
    workers: options.Workers = None,
    allow_private: options.AllowPrivate = False,
    timeout: options.Timeout = None,
) -> int:
    """Write the findings of articles into a baseline: audit run --baseline FILE then fails on new ones only.

    A finding is known by its rule, its words and the words around it, never by its place: it stays known when the
    article is edited elsewhere or its entry moves within the feed. A baseline that is there is renewed: what is fixed
    goes, what is new comes, reasons stay, and so does what it knows of other articles. Keep the file with the articles:
    it has a sorted line a finding, so that changes of two people merge.

    Exit status: 0 written, 2 could not run.

    Files:
        audit-baseline.json  The baseline, unless -o or the settings name another.

    Examples:
        audit baseline articles/  # write down what is found today
        audit baseline articles/ -o audit-baseline.json --prune  # and forget articles that are gone
        audit run articles/ --baseline audit-baseline.json --fail-on major  # then, in CI

    See Also:
        audit run, docs/ci.md
    """
    from audit.baseline.entries import Baseline
    from audit.baseline.reading import load
    from audit.config import load as load_config

    settings = load_config(config).override(
        source_lang=source_lang,
        target_lang=target_lang,
        engine=engine,
        scorer=scorer,
        select=options.names(select),
        ignore=options.names(ignore),
        min_confidence=min_confidence,
        lexicon=lexicon or None,
        glossary=glossary or None,
        workers=workers,
        cache="" if no_cache else None,
    )
    path = output or Path(settings.baseline or FILE)
    held = load(path) if path.exists() else Baseline()
    used = network(settings, allow_private=allow_private, seconds=timeout, renew=True, follow=False)
    with reports(documents(paths, input_format, source, settings, used), settings) as made:
        fresh = held.renewed(list(made), prune=prune)
    fresh.write(path)
    sys.stderr.write(f"audit: {visible(str(path))}: {_told(held, fresh)}\n")
    return 0


def tell_fixed(entries: Sequence[Known]) -> None:
    """Say on standard error which findings of the baseline are no more."""
    for entry in entries[:MOST_FIXED]:
        sys.stderr.write(
            visible(f"audit: fixed since the baseline: {entry.article}: {entry.rule} “{entry.text}”") + "\n"
        )
    if len(entries) > MOST_FIXED:
        sys.stderr.write(f"audit: … and {len(entries) - MOST_FIXED} more – audit baseline forgets them\n")


def _told(before: Baseline, after: Baseline) -> str:
    added, gone = before.changes(after)
    return f"{amount(len(after.entries), 'finding')}, {added} added, {gone} forgotten"
