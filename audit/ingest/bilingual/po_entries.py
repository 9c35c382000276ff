"""Cuts a gettext catalogue into entries whose translations know their place (GNU gettext manual, *PO Files*)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.errors import IngestError
from audit.ingest.tracing import Traced, Tracer

_SPACE = " \t\r\n"
_LINE = re.compile(
    r"[ \t]*+(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)(?![a-z_]))?+[ \t]*+"
    r'"(?P<string>(?:[^"\\\r\n]++|\\[^\r\n])*+)"\s*'
)
_PIECE = re.compile(r"[^\\]++|\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message: its context and plural where it has them, and its translations, one a plural form."""

    context: str | None
    source: str
    plural: str | None
    forms: tuple[Traced, ...]


@dataclass(slots=True)
class _Collected:
    """The strings of an entry by keyword, in order."""

    strings: dict[str, Tracer] = field(default_factory=dict)

    @property
    def translated(self) -> bool:
        return any(keyword.startswith("msgstr") for keyword in self.strings)

    def entry(self) -> Entry:
        texts = {keyword: tracer.traced(strip=_SPACE) for keyword, tracer in self.strings.items()}
        context, plural = texts.get("msgctxt"), texts.get("msgid_plural")
        return Entry(
            context=None if context is None else context.text,
            source=texts["msgid"].text,
            plural=None if plural is None else plural.text,
            forms=tuple(text for keyword, text in texts.items() if keyword.startswith("msgstr")),
        )


def entries(raw: str, path: str | None) -> Iterator[Entry]:
    """Yield the entries in order, the header too, obsolete ones not; offsets are into `raw`.

    Raises IngestError with the line for what no catalogue holds.
    """
    held, keyword = _Collected(), ""
    for number, (start, end) in enumerate(_lines(raw), start=1):
        line = raw[start:end].strip(_SPACE)
        if not line or line.startswith("#"):
            if held.translated:
                yield held.entry()
                held = _Collected()
            keyword = ""
            continue
        found = _LINE.fullmatch(raw, start, end)
        if found is None or not (found["keyword"] or keyword):
            raise IngestError(f"is no line of a PO file: {line[:40]!r} – mend or remove it", path=path, line=number)
        if found["keyword"]:
            keyword = found["keyword"]
            if held.translated and not keyword.startswith("msgstr"):
                yield held.entry()
                held = _Collected()
            _check_order(held, keyword, path, number)
            held.strings[keyword] = Tracer()
        _unescape(held.strings[keyword], raw, *found.span("string"))
    if held.translated:
        yield held.entry()
    elif held.strings:
        raise IngestError("breaks off in an entry that has no msgstr – export the file again", path=path)


def _check_order(held: _Collected, keyword: str, path: str | None, number: int) -> None:
    if keyword in held.strings or (keyword.startswith(("msgstr", "msgid_")) and "msgid" not in held.strings):
        wrong = "a second" if keyword in held.strings else "no msgid before"
        raise IngestError(f"has {wrong} {keyword} in one entry – mend the entry", path=path, line=number)


def _lines(raw: str) -> Iterator[tuple[int, int]]:
    start = 1 if raw.startswith("\ufeff") else 0
    while start < len(raw):
        end = raw.find("\n", start)
        end = len(raw) if end < 0 else end
        yield start, end
        start = end + 1


def _unescape(tracer: Tracer, raw: str, start: int, end: int) -> None:
    for piece in _PIECE.finditer(raw, start, end):
        text = piece[0]
        if not text.startswith("\\"):
            tracer.copied(text, piece.start())
        elif text[1] == "x" and text[2:]:
            tracer.stands_for(chr(int(f"0{text[1:]}", 16)), *piece.span())
        elif text[1] in "01234567":
            tracer.stands_for(chr(int(text[1:], 8)), *piece.span())
        else:
            tracer.stands_for(_ESCAPES.get(text[1], text[1]), *piece.span())
