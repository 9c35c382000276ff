"""Reads XLIFF 1.0 to 1.2 and 2.0 to 2.2: each `<file>` an article, each segment a unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.bilingual import xliff1, xliff2
from audit.ingest.bilingual.units import Segment, article
from audit.ingest.bilingual.xml_input import parsed
from audit.ingest.entry import unique_id
from audit.xml_tree import Element

_VERSIONS: dict[str, Callable[[Element, str], Iterator[Segment]]] = {"1": xliff1.segments, "2": xliff2.segments}


def read_xliff(text: str, base: Document) -> Iterator[Document]:
    """Yield the article of each `<file>`, in order; `base` gives the path, and languages where the file is silent.

    What need not or must not be changed is left out: `translate="no"`, approved and final translations. Raises
    IngestError for what is no XLIFF, not well-formed, or of another version.
    """
    root = parsed(text, base.path)
    segments = _VERSIONS.get((root.get("version") or "").partition(".")[0])
    if root.name != "xliff" or segments is None:
        raise IngestError("is no XLIFF 1.x or 2.x – if it is another format, give --input-format", path=base.path)
    files = list(root.elements("file"))
    if not files:
        raise IngestError("holds no <file> – export it again", path=base.path)
    taken: dict[str, int] = {}
    for file in files:
        own = unique_id((file.get("original") or "", file.get("id") or "", base.id), taken) if files[1:] else base.id
        yield article(_with_languages(replace(base, id=own), root, file), text, segments(file, text))


def _with_languages(base: Document, root: Element, file: Element) -> Document:
    return replace(
        base,
        source_lang=file.get("source-language") or root.get("srcLang") or base.source_lang,
        target_lang=file.get("target-language") or root.get("trgLang") or base.target_lang,
    )
