"""The open elements of a page while it is read, and what they make of the text inside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from audit.document import Role
from audit.ingest.markup import Token, attributes
from audit.tables import rows

DEEPEST = 512
"""Elements open at once; deeper ones only break paragraphs (the limit of Chromium's parser)."""

_ROLES: Mapping[str, Role] = {
    "h1": Role.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("caption", "figcaption"), Role.CAPTION),
    **dict.fromkeys(("li", "dd", "dt"), Role.LIST_ITEM),
    "blockquote": Role.QUOTE,
}

_CLOSED_BY: Mapping[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    **dict.fromkeys(("dd", "dt"), frozenset(("dd", "dt"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th"))),
    "tr": frozenset(("tr", "td", "th")),
    **dict.fromkeys(("tbody", "tfoot", "thead"), frozenset(("tbody", "tfoot", "thead", "tr", "td", "th"))),
}
"""Open elements that a start tag closes when their end tag was left out (WHATWG HTML, optional tags)."""

_BARRIERS = frozenset(("table", "ul", "ol", "dl", "menu", "button", "template"))
"""Elements that an end tag left out inside them never reaches beyond."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"""class\s*=\s*["']?[^"'>]*\bcaption\b""", re.IGNORECASE)
"""WordPress (`wp-caption-text`) and most news themes name a caption so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An open element: `number` is unique in the page; the rest holds for all text inside it.

    `apart` marks what stands beside an article (navigation, footers, forms).
    """

    name: str
    number: int
    parent: int
    role: Role | None = None
    hidden: bool = False
    apart: bool = False
    preformatted: bool = False


ROOT = Element(name="", number=0, parent=0)


@cache
def elements(kind: str) -> frozenset[str]:
    """The names of the elements of one kind: block, hidden, void or apart."""
    return frozenset(name for name, held in rows("html_elements") if held == kind)


class OpenElements:
    """The stack of open elements that matter: blocks, hidden ones, and all inside hidden ones."""

    __slots__ = ("_counts", "_opened", "_stack")

    def __init__(self, *, preformatted: bool = False) -> None:
        self._stack = [Element(name="", number=0, parent=0, preformatted=preformatted)]
        self._counts: Counter[str] = Counter()
        self._opened = 0

    @property
    def innermost(self) -> Element:
        """The element the next text belongs to."""
        return self._stack[-1]

    def open(self, token: Token) -> None:
        """Open the element of a start tag, after those whose end tags were left out are closed."""
        name = token.name or ""
        if name in elements("block"):
            self._close_through(frozenset("p"))
        if name in _CLOSED_BY:
            self._close_through(_CLOSED_BY[name])
        if name in elements("void") or len(self._stack) >= DEEPEST:
            return
        hidden = name in elements("hidden") or _hides(token.attributes)
        if self.innermost.hidden or hidden:
            if not token.closes_itself:
                self._push(token, hidden=True)
        elif name in elements("block"):
            self._push(token, hidden=False)

    def close(self, name: str) -> None:
        """Close the innermost element of a name with all inside it; nothing when none is open."""
        if self._counts[name]:
            while self._pop().name != name:
                pass

    def _close_through(self, names: frozenset[str]) -> None:
        if not any(self._counts[name] for name in names):
            return
        for depth in range(len(self._stack) - 1, 0, -1):
            held = self._stack[depth].name
            if held in names:
                while len(self._stack) > depth:
                    self._pop()
            elif held in _BARRIERS:
                return

    def _push(self, token: Token, *, hidden: bool) -> None:
        name, outer = token.name or "", self.innermost
        self._opened += 1
        self._counts[name] += 1
        role = Role.CAPTION if _CAPTION_CLASS.search(token.attributes) else _ROLES.get(name, outer.role)
        self._stack.append(
            Element(
                name=name,
                number=self._opened,
                parent=outer.number,
                role=role,
                hidden=hidden,
                apart=outer.apart or name in elements("apart"),
                preformatted=outer.preformatted or name in ("pre", "listing"),
            )
        )

    def _pop(self) -> Element:
        element = self._stack.pop()
        self._counts[element.name] -= 1
        return element


def _hides(text: str) -> bool:
    if "hidden" not in text.lower() and "display" not in text.lower():
        return False
    held = attributes(text)
    return "hidden" in held or bool(_HIDING.search(held.get("style", "")))
