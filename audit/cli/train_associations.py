"""`audit train associations`: counts the words of a source language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def associations(
    *,
    text: Annotated[
        list[Path], typer.Option(help="Clean text, one paragraph a line (also .xz, .gz). Give one option per file.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The table; the audit reads audit/data/associations/LANG.npz.")
    ] = Path("audit/data/associations/es.npz"),
) -> int:
    """Count the words of a source language and the pairs they stand in: what is natural there, to `literal-rendering`.

    Text of 15 million words makes a table of 1.2 MB in some minutes.

    Examples:
        audit train associations --text noticias.txt.xz --output build/es.npz  # from one file

    See Also:
        docs/training.md
    """
    from audit.training.associations import make

    counts = make(text, output)
    sizes = ", ".join(f"{len(table.keys):,} {name}s" for name, table in counts.tables.items())
    typer.echo(f"{output}: {counts.tokens:,} tokens, {sizes}, {output.stat().st_size:,} bytes")
    return 0
