"""Reads gettext catalogues: `msgid` is the source, `msgstr` the translation, the file one article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.bilingual.po_entries import Entry, entries
from audit.ingest.bilingual.units import Segment, article

_HEADER = re.compile(r"^(Language|X-Source-Language):[ \t]*([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*)", re.MULTILINE)


def read_po(text: str, base: Document) -> Iterator[Document]:
    """Yield the one article of a catalogue, an entry a paragraph; `base` gives path and languages.

    Each plural form is a paragraph. Fuzzy entries are read, being what a machine proposed; obsolete ones are not.
    Languages are those of the header where it states them. Raises IngestError with the line for what is no catalogue.
    """
    held = list(entries(text, base.path))
    if not held:
        raise IngestError("holds no msgid and msgstr – if it is another format, give --input-format", path=base.path)
    header = next((entry for entry in held if not entry.source and entry.context is None), None)
    stated = dict(_HEADER.findall(header.forms[0].text)) if header is not None and header.forms else {}
    own = replace(
        base,
        source_lang=_code(stated, "X-Source-Language") or base.source_lang,
        target_lang=_code(stated, "Language") or base.target_lang,
    )
    yield article(own, text, (segment for entry in held if entry is not header for segment in _segments(entry)))


def _code(stated: dict[str, str], name: str) -> str:
    return stated.get(name, "").replace("_", "-")


def _segments(entry: Entry) -> Iterator[Segment]:
    own = entry.source if entry.context is None else f"{entry.context}: {entry.source}"
    for number, form in enumerate(entry.forms):
        singular = entry.plural is None or (number == 0 and len(entry.forms) > 1)
        yield Segment(
            id=own if entry.plural is None else f"{own}[{number}]",
            source=entry.source if singular else entry.plural or "",
            target=form,
        )
