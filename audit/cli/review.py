"""`audit review`: a worksheet with decisions and its article in, the corrected article out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli import options
from audit.cli.terminal import Colour
from audit.errors import ConfigError
from audit.visible import visible

if TYPE_CHECKING:
    from audit.cli.review_targets import Targets
    from audit.ingest.rewriting import Reading

APPLIED, SOME_REFUSED = 0, 1
BASELINE = Path("audit-baseline.json")
PAIR = 2

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FINDINGS ARTICLE", help="The worksheet (.csv, .xlsx) and the article it is of."),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Where the corrected article goes; - to stdout.")
]
InPlace = Annotated[bool, typer.Option("--in-place", "-i", help="Change ARTICLE itself.")]
Diff = Annotated[
    str | None, typer.Option("--diff", metavar="FILE", help="Write what changes as a unified diff; - to stdout.")
]
BaselineFile = Annotated[
    Path, typer.Option("--baseline", metavar="FILE", help="Where rejected findings are noted, not to be told again.")
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Note no rejected finding.")]
DecisionsFile = Annotated[
    Path | None,
    typer.Option("--decisions", metavar="FILE", help="Where decisions are kept (default: in the user's data folder)."),
]
Stats = Annotated[
    bool,
    typer.Option("--stats", help="Show what was decided on each rule, of all decisions or of the worksheets given."),
]
Form = Annotated[str, typer.Option("--format", metavar="NAME", help="Of --stats: table, json.")]


def review(  # noqa: PLR0913 - one parameter per option
    files: Files = None,
    *,
    output: Output = None,
    in_place: InPlace = False,
    diff: Diff = None,
    baseline: BaselineFile = BASELINE,
    no_baseline: NoBaseline = False,
    decisions: DecisionsFile = None,
    stats: Stats = False,
    form: Form = "table",
    input_format: options.InputFormat = None,
    source_lang: options.SourceLang = None,
    target_lang: options.TargetLang = None,
    color: options.ColourOption = Colour.AUTO,
) -> int:
    """Apply the decisions of a worksheet to its article.

    A row of FINDINGS with the decision accept puts its suggestion in place, edit its cell `edit`; (delete) takes the
    text out. Rejected rows go into the baseline, with the comment as reason. A row that cannot be applied is told and
    left out. With --diff alone nothing but the diff is written.

    Exit status: 0 all applied, 1 some rows refused, 2 could not run.

    Files:
        audit-baseline.json  Where rejected findings are noted, in the working folder unless --baseline says another.
        decisions.sqlite  In the user's data folder: every decision, for --stats.

    Examples:
        audit review findings.xlsx article.txt -o fixed.txt  # the corrected article
        audit review findings.csv article.txt --diff -  # only what would change
        audit review --stats  # how often each rule was right at your desk

    See Also:
        audit run, audit fix, docs/translators.md
    """
    if stats:
        from audit.cli.review_stats import show
        from audit.review.decisions import default_path

        return show(files or (), decisions or default_path(), form, color)
    if len(files or ()) != PAIR:
        raise ConfigError("give the worksheet and its article: audit review FINDINGS ARTICLE -o FILE")
    from audit.cli.review_targets import Targets

    findings, article = files or ("", "")
    targets = Targets(
        output=article if in_place and output is None else output,
        diff=diff,
        baseline=None if no_baseline else baseline,
        decisions=decisions,
    )
    targets.refuse_clashes(findings, article, in_place=in_place)
    return _reviewed(findings, article, targets, _reading(article, input_format, source_lang, target_lang))


def _reading(article: str, input_format: str | None, source_lang: str | None, target_lang: str | None) -> Reading:
    from audit.config import load
    from audit.ingest.rewriting import Reading

    settings = load().override(source_lang=source_lang, target_lang=target_lang).effective(article)
    return Reading(input_format=input_format, source_lang=settings.source_lang, target_lang=settings.target_lang)


def _reviewed(findings: str, article: str, targets: Targets, reading: Reading) -> int:
    from audit.ingest.rewriting import open_articles
    from audit.review.applying import review as applied
    from audit.review.choosing import rows_of
    from audit.review.reading import read_worksheet

    rows = rows_of(read_worksheet(findings), article)
    file = open_articles(article, stdin=sys.stdin.buffer, reading=reading)
    done = applied(file, rows)
    targets.deliver(file, done, rows)
    for refusal in done.refused:
        sys.stderr.write(f"audit: {visible(str(refusal))}\n")
    open_ = sum(not row.decision for row in rows)
    counts = f"{len(done.applied)} applied, {len(done.refused)} refused, {len(done.rejected)} rejected"
    sys.stderr.write(f"audit: {visible(article)}: {counts}, {open_} undecided\n")
    return SOME_REFUSED if done.refused else APPLIED
