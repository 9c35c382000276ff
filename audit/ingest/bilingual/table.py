"""Reads CSV and TSV with named columns: rows are segments of one article, or articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.bilingual.cells import TAB, Cell, records
from audit.ingest.bilingual.columns import ARTICLE, Pair, pair
from audit.ingest.bilingual.units import Segment, article

_DELIMITERS = (",", ";", TAB, "|")
_SPACE = " \t\r\n"
_WANTED = "source and target (or two language codes such as es and en), or id and text"
_OWN = frozenset((*ARTICLE, "source", "source_lang", "target_lang"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is written: its delimiter, the names of its columns, and the pair where it is bilingual."""

    delimiter: str
    names: tuple[str, ...]
    pair: Pair | None

    @property
    def of_articles(self) -> bool:
        """Whether each row is an article."""
        return self.pair is None and all(name in self.names for name in ARTICLE)


def read_table(text: str, base: Document) -> Iterator[Document]:
    """Yield the article whose segments the rows are, or the article of each row; `base` gives path and languages.

    The delimiter is the one that parts the names of the first line. Raises IngestError for a table without the columns
    wanted, a row with more cells than columns, and an id given twice.
    """
    layout = next((held for held in layouts(text, base) if held.pair is not None or held.of_articles), None)
    if layout is None:
        found = ", ".join(_best(text, base).names) or "none"
        raise IngestError(
            f"needs columns named {_WANTED}; found: {found} – name them in the first line", path=base.path
        )
    rows = _rows(text, layout, base.path)
    if layout.pair is None:
        yield from _articles(text, base, layout, rows)
        return
    own = replace(
        base,
        source_lang=layout.pair.source_lang or base.source_lang,
        target_lang=layout.pair.target_lang or base.target_lang,
    )
    yield article(own, text, _segments(text, layout, layout.pair, rows))


def layouts(text: str, base: Document) -> Iterator[Layout]:
    """What the first line says of the table under each delimiter that parts it."""
    first = text.removeprefix("\ufeff").split("\n", 1)[0].rstrip("\r")
    for delimiter in _DELIMITERS:
        if delimiter in first:
            header = next(iter(records(text, delimiter, base.path)), ())
            names = tuple(cell.text(text).strip() for cell in header)
            yield Layout(delimiter=delimiter, names=names, pair=pair(names, base.source_lang, base.target_lang))


def _best(text: str, base: Document) -> Layout:
    """The layout with the most columns, for the message that none will do."""
    whole = text.removeprefix("\ufeff").split("\n", 1)[0].strip()
    only = Layout(delimiter=",", names=(whole[:80],) if whole else (), pair=None)
    return max(layouts(text, base), key=lambda layout: len(layout.names), default=only)


def _rows(text: str, layout: Layout, path: str | None) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The rows below the names that hold something, each with its line from 1."""
    line, position = 1, 0
    for number, row in enumerate(records(text, layout.delimiter, path)):
        line += text.count("\n", position, row[0].start)
        position = row[0].start
        if number == 0 or not any(cell.text(text).strip() for cell in row):
            continue
        if any(cell.text(text).strip() for cell in row[len(layout.names) :]):
            message = f"has more cells than the {len(layout.names)} columns – quote the cell that holds the delimiter"
            raise IngestError(message, path=path, line=line)
        yield line, row


def _padded(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """A row with empty cells where it is shorter than the line of names."""
    return (*row, *[Cell(start=0, end=0, quoted=False)] * (width - len(row)))


def _segments(
    text: str, layout: Layout, columns: Pair, rows: Iterator[tuple[int, tuple[Cell, ...]]]
) -> Iterator[Segment]:
    named = layout.names.index("id") if "id" in layout.names else None
    for number, (_, row) in enumerate(rows, start=1):
        cells = _padded(row, len(layout.names))
        own = cells[named].text(text).strip() if named is not None else ""
        yield Segment(
            id=own or str(number),
            source=cells[columns.source].text(text).strip(_SPACE),
            target=cells[columns.target].traced(text, strip=_SPACE),
        )


def _articles(
    text: str, base: Document, layout: Layout, rows: Iterator[tuple[int, tuple[Cell, ...]]]
) -> Iterator[Document]:
    lines: dict[str, int] = {}
    for line, row in rows:
        cells = dict(zip(layout.names, _padded(row, len(layout.names)), strict=False))
        held = {name: cell.text(text) for name, cell in cells.items()}
        own = held["id"].strip()
        if not own:
            raise IngestError("has no id – give every row one", path=base.path, line=line)
        if (first := lines.setdefault(own, line)) != line:
            raise IngestError(f"id {own!r} stands already on line {first}", path=base.path, line=line)
        traced = cells["text"].traced(text)
        yield replace(
            base,
            id=own,
            text=traced.text,
            raw=traced.raw_map(text),
            source=held.get("source") or None,
            source_lang=held.get("source_lang") or base.source_lang,
            target_lang=held.get("target_lang") or base.target_lang,
            meta={name: value for name, value in held.items() if name not in _OWN and value},
        )
