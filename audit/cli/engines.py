"""`audit engines`: which translation engines are installed, and which can serve a language pair here."""

from __future__ import annotations

from typing import Annotated

import typer

from audit.cli.options import ColourOption
from audit.cli.terminal import Colour, console


def engines(
    *,
    source_lang: Annotated[
        str, typer.Option(metavar="CODE", help="Language the articles come from (default: es).", show_default=False)
    ] = "es",
    target_lang: Annotated[
        str, typer.Option(metavar="CODE", help="Language of the articles (default: en).", show_default=False)
    ] = "en",
    color: ColourOption = Colour.AUTO,
) -> None:
    """List the engines with whether they can back-translate the pair here, and why not."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from audit import plugins

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("engine", no_wrap=True)
    table.add_column(f"{target_lang} → {source_lang}", no_wrap=True)
    table.add_column("why not")
    for name in plugins.found("audit.engines"):
        why = _unavailable(name, target_lang, source_lang)
        table.add_row(Text(name), "no" if why else "yes", Text(why or ""))
    with console(color) as screen:
        screen.print(table)


def _unavailable(name: str, from_lang: str, into_lang: str) -> str | None:
    from audit import plugins
    from audit.errors import AuditError

    try:
        engine = plugins.engine(name)
    except AuditError as cause:
        told = plugins.model_help("audit.engines", name)
        return f"{cause} – {told}" if told else str(cause)
    except TypeError:
        return f"needs a model: {name}:NAME-OR-FOLDER"
    try:
        return engine.unavailable(from_lang, into_lang)
    finally:
        engine.close()
