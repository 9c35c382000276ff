"""Reads TMX 1.x (LISA OSCAR, 2005): the translation units of a file as one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.bilingual.inline import Codes, preserved, text_of
from audit.ingest.bilingual.units import Segment, article
from audit.ingest.bilingual.xml_input import parsed
from audit.xml_tree import XML, Element

CODES = Codes(marking=frozenset(("hi",)), standing=frozenset(("ph",)), kind="type", line_break="lb")

_ANY = "*all*"
"""What the header says where every language may be the source."""


def read_tmx(text: str, base: Document) -> Iterator[Document]:
    """Yield the one article of a translation memory, a segment a paragraph; `base` gives path and languages.

    The source language is that of the base where the file has it, else the header's, else the other of two; the target
    is that of the base, else the other of two. A unit that lacks the target language is left out. Raises IngestError
    for what is no TMX, or where the two languages cannot be told.
    """
    root = parsed(text, base.path)
    body = root.first("body")
    if root.name != "tmx" or body is None:
        raise IngestError(
            "is no TMX: a <tmx> with a <body> – if it is another format, give --input-format", path=base.path
        )
    units = list(body.elements("tu"))
    header = root.first("header")
    stated = (header.get("srclang") or "") if header is not None else ""
    source, target = _pair(_languages(units), base, "" if stated == _ANY else stated)
    own = replace(base, source_lang=source or base.source_lang, target_lang=target or base.target_lang)
    keep = preserved(root, outer=False)
    yield article(own, text, _segments(units, text, source, target, preserve=keep))


def _languages(units: Sequence[Element]) -> list[str]:
    """The languages of a file in order of first use."""
    return list(dict.fromkeys(_language(tuv) for unit in units for tuv in unit.elements("tuv")))


def _language(tuv: Element) -> str:
    return tuv.get("lang", XML) or tuv.get("lang") or ""


def _pair(languages: Sequence[str], base: Document, stated: str) -> tuple[str, str]:
    source = _match(base.source_lang or "", languages) if base.source_lang else _match(stated, languages)
    target = _match(base.target_lang, languages)
    if not source and len(languages) == len(("source", "target")) and target:
        source = next(lang for lang in languages if lang != target)
    others = [lang for lang in languages if lang != source]
    if source and (not target or target == source):
        target = others[0] if len(others) == 1 else ""
    if languages and not (source and target):
        found = ", ".join(lang or "(none)" for lang in languages)
        message = f"holds the languages {found}: which two is not clear – give --source-lang and --target-lang"
        raise IngestError(message, path=base.path)
    return source, target


def _match(wanted: str, languages: Sequence[str]) -> str:
    """The language of the file a code means: the very code, else the first of the same language."""
    exact = [lang for lang in languages if lang.lower() == wanted.lower()]
    alike = [lang for lang in languages if _bare(lang) == _bare(wanted)]
    return next(iter((*exact, *alike)), "") if wanted else ""


def _bare(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


def _segments(units: Sequence[Element], raw: str, source: str, target: str, *, preserve: bool) -> Iterator[Segment]:
    for number, unit in enumerate(units, start=1):
        keep = preserved(unit, outer=preserve)
        tuvs = {_language(tuv): tuv for tuv in reversed(list(unit.elements("tuv")))}
        here, there = tuvs.get(_match(target, list(tuvs))), tuvs.get(_match(source, list(tuvs)))
        if here is None:
            continue
        known = text_of(there.first("seg"), raw, CODES, preserve=preserved(there, outer=keep)).text if there else ""
        rendering = text_of(here.first("seg"), raw, CODES, preserve=preserved(here, outer=keep))
        yield Segment(id=unit.get("tuid") or str(number), source=known, target=rendering)
