"""Builds small bilingual files."""

from __future__ import annotations

from audit.document import Document

CORE1 = "urn:oasis:names:tc:xliff:document:1.2"
CORE2 = "urn:oasis:names:tc:xliff:document:2.0"


def xliff1(body: str, languages: str = 'source-language="es" target-language="en"') -> str:
    """An XLIFF 1.2 file with one `<file>`."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="{CORE1}">'
    return f'{head}<file original="a.html" {languages} datatype="html"><body>{body}</body></file></xliff>'


def unit1(target: str, source: str = "Hola", attributes: str = "") -> str:
    """A `<trans-unit>`; `target` is written whole."""
    return f'<trans-unit id="u" {attributes}><source>{source}</source>{target}</trans-unit>'


def xliff2(body: str, version: str = "2.1", space: str = CORE2) -> str:
    """An XLIFF 2.x file with one `<file>`."""
    head = f'<xliff xmlns="{space}" version="{version}" srcLang="es" trgLang="en">'
    return f'{head}<file id="f">{body}</file></xliff>'


def segment2(target: str, source: str = "Hola", attributes: str = "") -> str:
    """A `<segment>` of XLIFF 2; `target` is written whole."""
    return f"<segment {attributes}><source>{source}</source>{target}</segment>"


def tmx(units: str, srclang: str = "es") -> str:
    """A TMX 1.4 file with the document type that such files have."""
    head = f'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="{srclang}"/>'
    return f"{head}<body>{units}</body></tmx>"


def tu(**segments: str) -> str:
    """A translation unit: language (with `_`) and content of each segment."""
    held = (f'<tuv xml:lang="{lang.replace("_", "-")}"><seg>{text}</seg></tuv>' for lang, text in segments.items())
    return f"<tu>{''.join(held)}</tu>"


def pairs(document: Document) -> list[tuple[str, str, str]]:
    """Id, source and rendering of each unit."""
    return [(unit.id, unit.source, document.text[unit.start : unit.end]) for unit in document.units]
