"""Writes what an article says into Markdown so that it is shown as it is: no markup, no links, nobody called."""

from __future__ import annotations

import re

from audit.renderers.quoting import LONGEST_QUOTE, shortened

LONGEST_TEXT = 300
"""Code points of a message or name shown in full: as much as a comment has room for some fifty times."""
BREAK = "\u200b"
"""A zero-width space: between `@` and a name it keeps the name from being one (an entity or a backslash does not, since
GitHub and GitLab look for names in the finished page)."""

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~$]|(?<=www)\.", re.IGNORECASE)
"""What begins markup, a cell or a link anywhere in a line (CommonMark 0.31; GitHub Flavored Markdown 0.29, 4.10 and
6.9); what does so at the start of a line stands at none."""
_REFERENCE = re.compile(
    r"[@#!~$%&^](?=\S)|:(?=//|(?:[\w+-]*[a-z_][\w+-]*|[+-]1|100|1234):)|(?<=GH)-(?=\d)", re.IGNORECASE
)
"""What begins a mention, a number of an issue, a label and the like, an emoji by name, or an address (GitHub, *Basic
writing and formatting syntax*; GitLab, *GitLab-specific references*)."""
_TICKS = re.compile("`+")
_PADDED = re.compile("`.*|.*`|(?=.*[^ ]) .* ")
"""Code whose ends would be taken for a fence, or whose outer spaces would be taken off (CommonMark 0.31, 6.1)."""


def plain(text: str) -> str:
    """A text on one line that Markdown shows as it is, in a paragraph or a cell."""
    broken = _REFERENCE.sub(lambda match: match[0] + BREAK, shortened(text, LONGEST_TEXT))
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", broken)


def code(text: str, most: int = LONGEST_QUOTE) -> str:
    """A text on one line as a code span, its two ends where it is longer than `most`; not for a cell, it may have `|`.

    A mention is broken here too: an answer by e-mail quotes it without the code around it.
    """
    shown = shortened(text, most).replace("@", f"@{BREAK}")
    fence = "`" * (max((len(run) for run in _TICKS.findall(shown)), default=0) + 1)
    pad = " " if _PADDED.fullmatch(shown) else ""
    return f"{fence}{pad}{shown}{pad}{fence}" if shown else ""
