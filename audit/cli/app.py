"""The `audit` command: its sub-commands, and what every outcome is as an exit status."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from audit.cli.baseline import baseline
from audit.cli.bench import bench
from audit.cli.completion import answer, asked, completion
from audit.cli.config import config
from audit.cli.docs import docs
from audit.cli.engines import engines
from audit.cli.fix import fix
from audit.cli.lexicon import lexicon
from audit.cli.manual import describe
from audit.cli.review import review
from audit.cli.rules import explain, rules
from audit.cli.run import run
from audit.cli.train import train
from audit.errors import AuditError
from audit.visible import visible

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises for a wrong option or argument; it exports only this subclass."""

COULD_NOT_RUN = 2
INTERRUPTED = 130
"""128 + SIGINT, as a shell reports it."""
PIPE_CLOSED = 141
"""128 + SIGPIPE, as a shell reports it: the reader went away, nobody is to be told."""

app = typer.Typer(name="audit", add_completion=False, pretty_exceptions_enable=False)
app.command()(run)
app.command()(rules)
app.command()(explain)
app.command()(fix)
app.command()(review)
app.command()(baseline)
app.command()(config)
app.command()(engines)
app.command()(bench)
app.add_typer(lexicon)
app.add_typer(train)
app.command()(completion)
app.command(hidden=True)(docs)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", "-V", help="Show the version.")] = False,
) -> None:
    """Find the artifacts machine translation leaves in articles.

    Results go to standard output, all else to standard error. What is wrong with the input is told in one line.

    Exit status: 0 clean or gate passed, 1 gate failed, 2 could not run, 130 interrupted, 141 output closed early.

    Files:
        audit.toml, pyproject.toml  Settings, in the latter [tool.audit]: the nearest file from here upwards.
        ~/.cache/mt-audit  The user's cache folder (XDG_CACHE_HOME): translations and reports. It may be deleted.
        ~/.local/state/mt-audit  The user's state folder (XDG_STATE_HOME): which entries of feeds were audited.
        ~/.local/share/mt-audit  The user's data folder (XDG_DATA_HOME): decisions of reviews.

    Environment:
        NO_COLOR, FORCE_COLOR  Never or always colour, where --color does not say.
        COLUMNS  The width of reports on a terminal.
        SSL_CERT_FILE, SSL_CERT_DIR  More certificates to trust.
        OMP_NUM_THREADS  Threads that models may use.
        APERTIUM_DATADIR  Where Apertium's data is.
        GITHUB_STEP_SUMMARY  Where the format github writes its summary.

    Examples:
        audit run article.txt  # the first thing to do
        audit explain stray-capital  # what a rule is about
        audit run --help  # what a command takes

    See Also:
        audit run, audit fix, audit review, docs/ci.md
    """
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"audit {installed('mt-audit')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(COULD_NOT_RUN)


describe(app)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 clean or gate passed, 1 gate failed, 2 could not run."""
    try:
        arguments = sys.argv[1:] if argv is None else list(argv)
        return answer(typer.main.get_command(app), arguments) if asked() else _dispatch(arguments)
    except typer.Exit as done:
        return done.exit_code
    except UsageError as error:
        return _complain(f"{getattr(error, 'format_message', error.__str__)()} (see audit --help)")
    except AuditError as error:
        return _complain(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # rich makes the second of the first
        _forget_stdout()
        return PIPE_CLOSED


def _dispatch(arguments: list[str]) -> int:
    # Not Typer.__call__ or Command.main: they exit the process and install an exception hook.
    command = typer.main.get_command(app)
    with command.make_context("audit", arguments) as context:
        status = command.invoke(context)
    sys.stdout.flush()
    return int(status or 0)


def _complain(message: str) -> int:
    line = visible(" ".join(message.split()))
    sys.stderr.write(f"audit: error: {line}\n")
    return COULD_NOT_RUN


def _forget_stdout() -> None:
    """Point standard output nowhere, or the interpreter complains of the closed pipe when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
