"""Turns the bytes of an input into text without changing anything: line ends and byte order marks stay."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from audit.errors import IngestError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, UTF-32 before UTF-16, whose little-endian mark it begins with."""

_SIGNATURES: Mapping[bytes, str] = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\x7fELF": "a program",
}
"""First bytes of the formats most often mistaken for text (file(1), magic database)."""

_DECLARED = re.compile(
    rb"""<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)|<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)"""
    rb"""|(?m:^)"Content-Type:[^"\n]*?\bcharset=([\w.:-]+)""",
    re.IGNORECASE,
)
_SEARCHED = 1024
"""Bytes at the start of a page in which it must declare its encoding (WHATWG HTML, 4.2.5.4)."""

_CHARACTER_SETS = re.compile(
    r"(ascii|big5|cp\d|euc|gb|hz|iso|johab|koi8|latin|mac|ptcp|shift|tis|utf|windows)", re.IGNORECASE
)
"""Names of codecs that are character sets; Python has others, such as `unicode_escape`."""
_WIDE = re.compile(r"utf-(?:16|32)(?:le|be)?\Z", re.IGNORECASE)
"""Character sets that write zero bytes: only a server's word tells such a text from a binary file."""

_PLAUSIBLE = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüœŒÿ€–—‘’“”…•«»¡¿ºª°·£§©®™½\xa0")
"""What a Western European newspaper writes in windows-1252 beyond ASCII."""

_BETWEEN_LETTERS = re.compile(r"[A-Za-z][€–“”…•«»¡¿°·£§©®½][a-z]")
"""Signs that never stand inside a word; where they do, the letters belong to another character set."""

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BAD_BYTE = re.compile("[\udc80-\udcff]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")

CHAOS = 0.05
"""Disorder above which charset-normalizer's best guess is not believed (its own threshold for a match is 0.2)."""
COHERENCE = 0.6
"""Likeness to a known language below which its best guess is not believed: wrong ones at short texts reach 0.59."""


def decode(data: bytes, *, path: str, markup: bool = False, charset: str | None = None) -> str:
    """The text of an input, byte order mark kept as U+FEFF; raises IngestError when it is binary or undecodable.

    A byte order mark decides; otherwise UTF-8 where it fits; otherwise the `charset` its server names; what `markup` (a
    page or feed) declares; windows-1252 where the result reads like Western European text; then what charset-normalizer
    is sure of.
    """
    return decoded(data, path=path, markup=markup, charset=charset)[0]


def decoded(data: bytes, *, path: str, markup: bool = False, charset: str | None = None) -> tuple[str, str]:
    """The text of an input as `decode` gives it, and the encoding that it was in."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, path), encoding
    if charset and _WIDE.match(charset):
        return _strictly(data, charset.lower(), path), charset.lower()
    _refuse_binary(data, path)
    for encoding in _candidates(data, markup=markup, charset=charset or ""):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    message = "is not UTF-8 and its encoding is uncertain – convert it: iconv -f ENCODING -t utf-8"
    raise IngestError(message, path=path, line=_bad_line(data))


def _candidates(data: bytes, *, markup: bool, charset: str) -> Iterator[str]:
    yield "utf-8"
    yield from _named(charset)
    if markup:
        match = _DECLARED.search(data[:_SEARCHED])
        yield from _named((match[1] or match[2] or match[3]).decode("ascii", "replace") if match else "")
    if _western(data):
        yield "windows-1252"
    else:
        yield from _detected(data)


def _strictly(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as cause:
        label = encoding.removesuffix("-le").removesuffix("-be").upper()
        message = f"begins as {label} but byte {cause.start} does not fit – save the file again as UTF-8"
        raise IngestError(message, path=path) from cause


def _refuse_binary(data: bytes, path: str) -> None:
    kind = next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)
    if kind is not None:
        raise IngestError(f"is {kind}, not text – save the article as text or HTML", path=path)
    if b"\0" in data:
        message = "is binary, or UTF-16 without a byte order mark – if text, convert it: iconv -f UTF-16LE -t UTF-8"
        raise IngestError(message, path=path)


def _named(name: str) -> Iterator[str]:
    # The web reads Latin-1 and ASCII as windows-1252 (WHATWG Encoding, labels).
    if name.lower() in ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        yield "windows-1252"
    if _CHARACTER_SETS.match(name):
        yield name


def _western(data: bytes) -> bool:
    text = data.decode("windows-1252", "replace")
    strange = {character for character in set(text) if not character.isascii()} - _PLAUSIBLE
    return not (strange or _BETWEEN_LETTERS.search(text) or _mostly_utf8(data))


def _mostly_utf8(data: bytes) -> bool:
    """Whether half of the bytes beyond ASCII are UTF-8: then a few others are damage, not another encoding."""
    beyond = sum(len(run) for run in _BEYOND_ASCII.findall(data))
    return 2 * sum(len(sequence) for sequence in _UTF8_SEQUENCE.findall(data)) >= beyond


def _detected(data: bytes) -> Iterator[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is not None and best.chaos <= CHAOS and best.coherence >= COHERENCE:
        yield best.encoding


def _bad_line(data: bytes) -> int:
    """The line, from 1, of the first byte that is not UTF-8."""
    return _BAD_BYTE.split(data.decode("utf-8", "surrogateescape"), maxsplit=1)[0].count("\n") + 1
