"""`audit engines`: which translation engines are installed, and which can serve a language pair here."""

from __future__ import annotations

from typing import Annotated

import typer

from audit.cli import candidates
from audit.cli.options import ColourOption
from audit.cli.terminal import Colour, console


def engines(
    *,
    source_lang: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help="Language the articles come from (default: es).",
            show_default=False,
            autocompletion=candidates.languages,
        ),
    ] = "es",
    target_lang: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help="Language of the articles (default: en).",
            show_default=False,
            autocompletion=candidates.languages,
        ),
    ] = "en",
    color: ColourOption = Colour.AUTO,
) -> None:
    """List the engines: whether each can back-translate the pair here, how well it was measured to, its revision.

    Examples:
        audit engines  # for articles from Spanish
        audit engines --source-lang fr  # for articles from French

    See Also:
        audit run, docs/engines.md
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from audit import plugins
    from audit.back_translation.measured import measured

    figures = measured(f"{target_lang}-{source_lang}")
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("engine", no_wrap=True)
    table.add_column(f"{target_lang} → {source_lang}", no_wrap=True)
    table.add_column("chrF", justify="right", no_wrap=True)
    table.add_column("revision and pairs, or why not")
    for name in plugins.found("audit.engines"):
        why, about = _told(name, target_lang, source_lang)
        chrf = f"{figures.chrf[name]:.1f}" if name in figures.chrf else ""
        table.add_row(Text(name), "no" if why else "yes", chrf, Text(why or about))
    with console(color) as screen:
        screen.print(table)


def _told(name: str, from_lang: str, into_lang: str) -> tuple[str | None, str]:
    """Why an engine cannot translate the pair; its revision, with its pairs where it tells them."""
    from audit import plugins
    from audit.errors import AuditError

    try:
        engine = plugins.engine(name)
    except AuditError as cause:
        told = plugins.model_help("audit.engines", name)
        return (f"{cause} – {told}" if told else str(cause)), ""
    except TypeError:
        return f"needs a model: {name}:NAME-OR-FOLDER", ""
    try:
        why = engine.unavailable(from_lang, into_lang)
        pairs = ", ".join(getattr(engine, "pairs", ()))
        return why, "" if why else f"{engine.revision}{': ' if pairs else ''}{pairs}"
    finally:
        engine.close()
