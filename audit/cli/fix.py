"""`audit fix`: makes the fixes that findings suggest, in the file itself."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli import options
from audit.cli.terminal import standard_output
from audit.errors import AuditError, ConfigError
from audit.visible import visible
from audit.writing import differences, write_whole

if TYPE_CHECKING:
    from audit.fixing.rounds import Fixed
    from audit.ingest.rewriting import Reading
    from audit.pipeline import Auditor

STANDARD = "-"
DONE, WOULD_CHANGE, COULD_NOT_RUN = 0, 1, 2

Unsafe = Annotated[
    bool, typer.Option("--unsafe", help="Make the unsafe fixes too. They may change the meaning: read what they did.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would change and change nothing; exit 1 if any does.")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where the one fixed file goes, - for stdout; else in place."),
]


def fix(  # noqa: PLR0913 - one parameter per option of the contract
    paths: options.Paths,
    *,
    unsafe: Unsafe = False,
    diff: Diff = False,
    output: Output = None,
    input_format: options.InputFormat = None,
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
) -> int:
    """Fix what machine translation left in articles: marks, spaces, capitals, residue of the page, repeated lines.

    Each file is changed in place, as linters do, with no character outside the findings touched; -o writes elsewhere,
    and - reads standard input and writes standard output. Fixes are made until an audit finds no more, so a second run
    changes nothing. Safe fixes need no back-translation, so none is made; with --unsafe the engine is used as in audit
    run, unless the selected rules have no use for it.

    Exit status: 0 done, 1 with --diff when something would change, 2 could not run.

    Examples:
        audit fix --diff article.txt  # what would change
        audit fix article.txt  # change the file itself
        audit fix --unsafe article.txt -o fixed.txt  # all fixes, elsewhere
        cat article.txt | audit fix -  # as a filter

    See Also:
        audit run, audit review, docs/fixing.md
    """
    from audit.config import load
    from audit.fixing.engines import with_engine
    from audit.ingest.reading import listed
    from audit.ingest.rewriting import Reading
    from audit.pipeline import Auditor

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
        cache="" if no_cache else None,
    )
    settings = settings if engine else with_engine(settings, unsafe=unsafe)
    reading = Reading(input_format=input_format)
    files = listed(paths)
    if output is not None and (diff or len(files) != 1):
        raise ConfigError("-o takes the one fixed file – give one article, and no --diff")
    with Auditor(settings) as auditor:
        if settings.engine != "auto":
            auditor.engine(settings.engine)  # a mistyped name is told even where no article needs an engine
        statuses = [_fixed(path, reading, auditor, unsafe=unsafe, diff=diff, output=output) for path in files]
    return max(statuses, default=DONE)


def _fixed(  # noqa: PLR0913 - the options that matter to one file
    path: str, reading: Reading, auditor: Auditor, *, unsafe: bool, diff: bool, output: str | None
) -> int:
    """The status of one file, fixed and delivered; where that fails the next ones are fixed all the same."""
    from audit.fixing.rounds import fix as fixed
    from audit.fixing.telling import summary
    from audit.ingest.rewriting import open_articles

    held = auditor.config.effective(path)
    reading = replace(reading, source_lang=held.source_lang, target_lang=held.target_lang)
    try:
        done = fixed(open_articles(path, stdin=sys.stdin.buffer, reading=reading), auditor, unsafe=unsafe)
        status = _shown(done) if diff else _written(done, path if output is None else output)
    except AuditError as error:
        sys.stderr.write(f"audit: error: {visible(' '.join(str(error).split()))}\n")
        return COULD_NOT_RUN
    sys.stderr.write(f"audit: {visible(path)}: {summary(done, unsafe=unsafe)}\n")
    return status


def _shown(done: Fixed) -> int:
    with standard_output() as stream:
        stream.write(differences(done.file.path, done.before.text, done.file.text))
    return WOULD_CHANGE if done.changed else DONE


def _written(done: Fixed, path: str) -> int:
    if path == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(done.file.data)
    elif done.changed or path != done.file.path:
        write_whole(Path(path), done.file.data)
    return DONE
