"""Writes issues into an XLIFF file; nothing else of it changes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from audit.finding import Finding
from audit.renderers.xliff.earlier import Cleaned
from audit.renderers.xliff.issues import ANNOTATOR, ITS, VERSION, attribute, issue_attributes
from audit.renderers.xliff.placing import Placed, Span, placed, spans
from audit.xml_tree import Element, Text, tree

_UNITS = frozenset(("trans-unit", "unit"))
_NUMBERED = re.compile(r"""\bid\s*=\s*["']audit-(\d+)["']""")
_ENCODING = re.compile(r"""\A(\ufeff?<\?xml[^>]*?\bencoding\s*=\s*["'])([^"']*)""")
_PREFIX = re.compile(r"""\bxmlns:([^\s=]+)\s*=\s*["']([^"']*)""")
CDATA_OPENS, CDATA_CLOSES = "<![CDATA[", "]]>"


@dataclass(frozen=True, slots=True, order=True)
class Insertion:
    """Mark-up to put into the file; at one place the lower `rank` comes first."""

    place: int
    rank: tuple[int, int, int]
    text: str = field(compare=False)


def marked(raw: str, found: Iterable[tuple[int, int, Finding]]) -> str:
    """The file with each issue around its range, as ITS 2.0 in XLIFF has it; earlier ones of ours are taken out.

    An encoding that the file declares becomes UTF-8, in which it is written.
    """
    cleaned = Cleaned(raw)
    root = tree(cleaned.raw)
    if root is None:
        return raw
    wanted = spans((cleaned.place(start), cleaned.end(end), issue) for start, end, issue in found)
    text = _spliced(cleaned.raw, sorted(_Writer(cleaned.raw, root).insertions(wanted)))
    return _ENCODING.sub(lambda match: match[0] if match[2].lower() == "utf-8" else f"{match[1]}UTF-8", text, count=1)


class _Writer:
    __slots__ = ("_number", "_prefix", "_raw", "_root", "_second", "_taken")

    def __init__(self, raw: str, root: Element) -> None:
        self._raw, self._root = raw, root
        self._prefix = _own_prefix(raw, root)
        self._second = not (root.get("version") or "").startswith("1")
        self._taken = {int(number) for number in _NUMBERED.findall(raw)}
        self._number = 0

    def insertions(self, wanted: Sequence[Span]) -> Iterator[Insertion]:
        begun = False
        starts = [span.start for span in wanted]
        for unit, target in _targets(self._root):
            near = wanted[bisect_left(starts, target.inside) : bisect_right(starts, target.close)]
            own = [span for span in near if span.end <= target.close]
            if own:
                begun = True
                yield from self._target(unit, target, own)
        if begun:
            yield from self._declaration()

    def _target(self, unit: Element, target: Element, own: Sequence[Span]) -> Iterator[Insertion]:
        inline = [one for one in target.walk() if one is not target]
        verbatim = [
            one for element in target.walk() for one in element.children if isinstance(one, Text) and one.verbatim
        ]
        around = [_around_cdata(span, verbatim, self._raw) for span in own]
        for order, held in enumerate(placed(around, inline, split=not self._second)):
            for insertion in self._span(unit, target.prefix, held, order):
                yield _in_cdata(insertion, verbatim)

    def _span(self, unit: Element, prefix: str, held: Placed, order: int) -> Iterator[Insertion]:
        name = f"audit-{self._next()}"
        one = len(held.span.issues) == 1 and (self._second or held.whole)
        if one:
            stated = issue_attributes(held.span.issues[0], self._prefix)
        else:
            stated = attribute(f"{self._prefix}locQualityIssuesRef", f"#{name}-issues")
            place = unit.inside if self._second else unit.close
            yield Insertion(place, (0, self._number, 0), self._issues(f"{name}-issues", held.span))
        stated += attribute(f"{self._prefix}annotatorsRef", ANNOTATOR)
        start, end = held.span.start, held.span.end
        if self._second and not held.whole:
            opening = f'<{prefix}sm id="{name}" type="its:generic"{stated}/>'
            yield Insertion(start, _opening(end, order), opening)
            yield Insertion(end, _closing(start, order), f'<{prefix}em startRef="{name}"/>')
            return
        kind = f' id="{name}" type="its:generic"' if self._second else ' mtype="x-its"'
        for low, high in held.pieces:
            yield Insertion(low, _opening(high, order), f"<{prefix}mrk{kind}{stated}>")
            yield Insertion(high, _closing(low, order), f"</{prefix}mrk>")

    def _issues(self, name: str, span: Span) -> str:
        single = (f"<{self._prefix}locQualityIssue{issue_attributes(issue)}/>" for issue in span.issues)
        element = f"{self._prefix}locQualityIssues"
        return f'<{element} xml:id="{name}">{"".join(single)}</{element}>'

    def _declaration(self) -> Iterator[Insertion]:
        declared = self._root.scope.get(self._prefix.removesuffix(":")) == ITS
        text = "" if declared else f' xmlns:{self._prefix.removesuffix(":")}="{ITS}"'
        if self._root.get("version", ITS) is None:
            text += f' {self._prefix}version="{VERSION}"'
        if text:
            yield Insertion(self._root.inside - 1, (0, 0, 0), text)

    def _next(self) -> int:
        self._number += 1
        while self._number in self._taken:
            self._number += 1
        return self._number


def _opening(end: int, order: int) -> tuple[int, int, int]:
    """Opens after what closes there, the longer before the shorter."""
    return (1, -end, order)


def _closing(start: int, order: int) -> tuple[int, int, int]:
    """Closes before anything opens there, the inner before the outer."""
    return (0, -start, -order)


def _targets(root: Element) -> Iterator[tuple[Element, Element]]:
    """The unit and the target of every translation, in order."""
    for unit in root.walk():
        if unit.name in _UNITS:
            holders = unit.elements("segment", "ignorable") if unit.name == "unit" else iter((unit,))
            for holder in holders:
                if (target := holder.first("target")) is not None:
                    yield unit, target


def _own_prefix(raw: str, root: Element) -> str:
    """A prefix that stands for ITS throughout the file, colon included: one it has, else one it has not."""
    meant: dict[str, set[str]] = {}
    for prefix, space in _PREFIX.findall(raw):
        meant.setdefault(prefix, set()).add(space)
    known = [prefix for prefix in root.scope if meant.get(prefix) == {ITS}]
    free = (name for number in range(1, len(meant) + 2) if (name := f"its{number if number > 1 else ''}") not in meant)
    return f"{known[0] if known else next(free)}:"


def _around_cdata(span: Span, verbatim: Sequence[Text], raw: str) -> Span:
    """The span with the CDATA sections that it begins or ends with, brackets and all.

    Not where two sections meet: a tag between them would look as if it had cut one in two.
    """
    start, end = span.start, span.end
    if any(one.start == start for one in verbatim) and not raw.endswith(CDATA_CLOSES, 0, start - len(CDATA_OPENS)):
        start -= len(CDATA_OPENS)
    if any(one.end == end for one in verbatim) and not raw.startswith(CDATA_OPENS, end + len(CDATA_CLOSES)):
        end += len(CDATA_CLOSES)
    return replace(span, start=start, end=end)


def _in_cdata(insertion: Insertion, verbatim: Sequence[Text]) -> Insertion:
    """The insertion outside of CDATA: a section that it stands in is cut in two."""
    if any(section.start <= insertion.place <= section.end for section in verbatim):
        return replace(insertion, text=f"{CDATA_CLOSES}{insertion.text}{CDATA_OPENS}")
    return insertion


def _spliced(raw: str, insertions: Sequence[Insertion]) -> str:
    pieces, position = list[str](), 0
    for one in insertions:
        pieces += [raw[position : one.place], one.text]
        position = one.place
    return "".join((*pieces, raw[position:]))
