"""`audit lexicon add`: a new entry, asked for column by column, or a worksheet of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli import candidates

if TYPE_CHECKING:
    from audit.lexicography.table import Table

QUESTIONS = {
    "source": "Source phrase, lower-case, a verb as ~infinitive; several parted by ' | '",
    "pattern": "Pattern: what the machine left (docs/lexicon.md)",
    "bad": "A whole sentence with the fault, <v>…</v> around what must be marked",
    "good": "A natural sentence near it, in which nothing may be marked",
    "suggestion": "What to write instead; alternatives parted by ' / '; empty to delete",
    "note": "Why it is wrong, in one clause",
    "kind": "Kind",
    "severity": "Severity",
    "context": "Conditions on the sentence: +words; -words; @source – or nothing",
    "id": "Id",
}
"""What is asked for each column, in the order in which a translator thinks of them."""
DEFAULTS = {"kind": "calque", "severity": "minor", "context": "", "suggestion": ""}


def add(  # noqa: PLR0913 - one parameter per column
    *,
    pair: Annotated[
        str,
        typer.Option(metavar="PAIR", help="Languages of the entry, source first.", autocompletion=candidates.pairs),
    ] = "es-en",
    table: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Table to add to (default: the shipped one of the pair).")
    ] = None,
    worksheet: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A worksheet of `audit lexicon mine`, filled in.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="The source phrase; asked for, as all that is not given.")] = None,
    pattern: Annotated[str | None, typer.Option(help="What the machine left.")] = None,
    bad: Annotated[str | None, typer.Option(help="A sentence with the fault in <v>…</v>.")] = None,
    good: Annotated[str | None, typer.Option(help="A sentence in which nothing may be marked.")] = None,
    suggestion: Annotated[str | None, typer.Option(help="What to write instead.")] = None,
    note: Annotated[str | None, typer.Option(help="Why it is wrong.")] = None,
    kind: Annotated[str | None, typer.Option(help="The rule it belongs to.")] = None,
    severity: Annotated[str | None, typer.Option(help="minor, major or critical.")] = None,
    context: Annotated[str | None, typer.Option(help="Conditions on the sentence.")] = None,
    label: Annotated[str | None, typer.Option("--id", help="The entry's id.")] = None,
) -> int:
    """Add an entry to a lexicon: what is not given is asked for, and asked for again until the examples behave.

    The new line is put in its place, and the tables that follow from the shipped lexicons are written anew. Its rates
    stay empty until `audit lexicon measure`.

    Examples:
        audit lexicon add --pair fr-en  # it asks, column by column
        audit lexicon add --table desk/es-en.tsv --from candidates.tsv  # a worksheet, filled in

    See Also:
        audit lexicon mine, docs/lexicon.md
    """
    from audit.lexicography import table as tables

    opened = tables.new(table or tables.shipped(pair))
    if worksheet is not None:
        rows, told = _from_worksheet(worksheet)
    else:
        given = {
            "source": source, "pattern": pattern, "bad": bad, "good": good, "suggestion": suggestion, "note": note,
            "kind": kind, "severity": severity, "context": context, "id": label,
        }  # fmt: skip
        rows = [_asked({column: value for column, value in given.items() if value is not None}, opened.source_lang)]
        told = ""
    _add(opened, rows)
    typer.echo(f"{opened.path}: {len(rows)} added{told}")
    return 0


def _from_worksheet(path: Path) -> tuple[list[list[str]], str]:
    from audit.lexicography import table as tables
    from audit.lexicography.mining import worksheet

    sheet = worksheet.read(tables.opened(path).text.splitlines(), str(path))
    return list(sheet.entries), f", {sheet.passed_over} without a suggestion passed over"


def _add(opened: Table, rows: list[list[str]]) -> None:
    """Write the table with the rows, unless one of them does not behave: then nothing is written."""
    from audit.errors import ConfigError
    from audit.lexicography import table as tables
    from audit.lexicography.examples import problems

    enlarged = opened.with_rows(rows)
    wrong = list(problems(enlarged.lexicon(), {row[0] for row in rows}))
    if wrong:
        told = "; ".join(f"{problem.entry_id}: {problem.message}" for problem in wrong)
        raise ConfigError(f"nothing added to {opened.path} – {told}")
    enlarged.write()
    if opened.path in tables.every_shipped():
        tables.refresh()


def _asked(given: Mapping[str, str], source_lang: str) -> list[str]:
    """The cells of a new line; what is wrong is said and asked for again, unless everything was given."""
    from audit.errors import ConfigError

    answers: dict[str, str] = {}
    while True:
        for column, question in QUESTIONS.items():
            answers[column] = given[column] if column in given else _answer(column, question, answers)
        cells, wrong = _tried(answers, source_lang)
        if not wrong:
            return cells
        if set(QUESTIONS) <= set(given):
            raise ConfigError(f"nothing added – {wrong}")
        typer.echo(f"{wrong} – once more; Enter keeps what was said", err=True)


def _answer(column: str, question: str, answers: Mapping[str, str]) -> str:
    """One answer; what was answered before, or what is most often meant, is taken for Enter."""
    usual = {**DEFAULTS, "id": _draft_id(answers.get("source", ""))}.get(column)
    default = answers.get(column, usual)
    answer: str = typer.prompt(question, default=default, show_default=bool(default), err=True)
    return " ".join(answer.split())


def _draft_id(source: str) -> str:
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", source.partition("|")[0]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _tried(answers: Mapping[str, str], source_lang: str) -> tuple[list[str], str]:
    """The cells, and what is wrong with them."""
    from audit.lexicography.examples import example_problems
    from audit.lexicon.entry import COLUMNS, entry

    cells = [answers.get(column, "") for column in COLUMNS]
    cells[COLUMNS.index("provenance")] = "written"
    try:
        wrong = [problem.message for problem in example_problems(entry(cells), source_lang)]
    except ValueError as cause:
        wrong = [str(cause)]
    return cells, "; ".join(wrong)
