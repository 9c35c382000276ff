"""A feed of translated news for the tests, made of parts so that no two entries are alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

TOWNS = ("Almora", "Bresca", "Corvel", "Dunholm", "Estrana", "Falken")
SUBJECTS = ("harbour", "library", "tramway", "hospital", "market")
ASKED = "Residents of the town had asked for it since the old one closed, and many came to see it on the first day."
SMALLER = "The next project would be smaller, he said. The opposition asked for the accounts to be published by summer."
FLAWS = {
    0: "He waited for an hour at the old gate ,and in the end nobody came to meet him there.",
    3: "Leave a Reply",
    7: "They met at 15.30 hours in the hall.",
}
"""By the rest of an entry's number divided by ten, what the machine left in it; the others are clean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the feed: its number and its paragraphs."""

    number: int
    paragraphs: tuple[str, ...]

    def xml(self) -> str:
        """The entry as RSS."""
        body = escape("".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs[1:]))
        return (
            f"<item><title>{escape(self.paragraphs[0])}</title><guid>story-{self.number}</guid>"
            f"<description>{body}</description></item>"
        )


def entry(number: int, *more: str) -> Entry:
    """The entry of a number: a headline, two clean paragraphs, its flaw if it has one, and `more`."""
    town, subject = TOWNS[number % len(TOWNS)], SUBJECTS[number % len(SUBJECTS)]
    flaw = FLAWS.get(number % 10)
    return Entry(
        number=number,
        paragraphs=(
            f"{town} opens its {subject} after {number + 2} years of work",
            f"The council of {town} has opened the new {subject}, which took {number + 2} years to build. {ASKED}",
            f"The mayor thanked the {number + 40} people who worked on the {subject}. {SMALLER}",
            *([flaw] if flaw else []),
            *more,
        ),
    )


def rss(entries: Iterable[Entry]) -> str:
    """The feed."""
    items = "\n".join(one.xml() for one in entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>The Courier</title>'
        f"<link>https://example.org/</link><description>News</description>\n{items}\n</channel></rss>\n"
    )
