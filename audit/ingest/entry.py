"""Makes an article of a feed's entry: its title, then its content, as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from audit.document import Document, Role
from audit.ingest.elements import ROOT
from audit.ingest.entities import add_decoded
from audit.ingest.page import SPACE, Block, blocks, hints
from audit.ingest.tracing import Traced, Tracer, joined

_MARKUP = re.compile(r"<[a-zA-Z/!]")
_ESCAPED_AGAIN = re.compile(r"\s*&lt;[a-zA-Z][^<]*&lt;/[a-zA-Z][a-zA-Z0-9]*&gt;\s*\Z")
"""Content that is escaped markup from end to end: a publisher's system escaped it once too often."""
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A piece of HTML, or of plain text, traced to the file it came from."""

    traced: Traced
    html: bool


def article(base: Document, raw: str | None, title: Fragment | None, content: Fragment | None) -> Document:
    """The document of an entry: the title as headline, unless the content begins with it, then all of the content.

    `base` gives everything but text, hints and map; `raw` is the file the fragments are traced to, None for no map.
    """
    body = list(_blocks(content)) if content else []
    headline = [replace(block, element=replace(ROOT, role=Role.HEADLINE)) for block in _blocks(title)] if title else []
    repeated = len(headline) == 1 and body and _same(headline[0], body[0])
    held = body if repeated else headline + body
    traced, spans = joined(block.traced for block in held)
    own_title = {"title": headline[0].traced.text} if headline else {}
    return replace(
        base,
        text=traced.text,
        hints=hints(held, spans),
        raw=None if raw is None else traced.raw_map(raw),
        meta={**base.meta, **own_title},
    )


def _blocks(fragment: Fragment) -> Iterator[Block]:
    text = fragment.traced.text
    if not fragment.html:
        tracer = Tracer()
        tracer.add(fragment.traced)
        if text.strip(SPACE):
            yield Block(traced=tracer.traced(strip=SPACE), element=ROOT)
        return
    if _ESCAPED_AGAIN.match(text):
        yield from _blocks(Fragment(traced=_decoded(fragment.traced), html=True))
        return
    # Plain text in an HTML field: blank lines are its only paragraphs.
    preformatted = not _MARKUP.search(text) and bool(_BLANK_LINE.search(text))
    for block in blocks(text, preformatted=preformatted):
        if not block.element.hidden:
            yield replace(block, traced=block.traced.within(fragment.traced))


def _decoded(traced: Traced) -> Traced:
    tracer = Tracer()
    add_decoded(tracer, traced.text, 0, len(traced.text))
    return tracer.traced().within(traced)


def _same(one: Block, other: Block) -> bool:
    return one.traced.text.split() == other.traced.text.split()


def unique_id(candidates: Iterable[str], taken: dict[str, int]) -> str:
    """The first candidate that is not empty, numbered where an earlier entry has it; it is taken from then on.

    `taken` holds the highest number given to each id so far.
    """
    wanted = next((held for candidate in candidates if (held := candidate.strip())), "entry")
    found, number = wanted, taken.get(wanted, 0)
    while found in taken:
        number += 1
        found = f"{wanted}#{number}"
    taken[wanted] = max(number, 1)
    taken.setdefault(found, 1)
    return found


def resolved(place: str, link: str) -> str:
    """A link of an entry, relative to the address of its feed; as it is where one of them is broken, or empty."""
    try:
        return urljoin(place, link) if link else ""
    except ValueError:
        return link
