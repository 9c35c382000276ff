"""What people read in a SARIF file, as plain text and as Markdown that holds nothing but what was meant."""

from __future__ import annotations

import re

from audit.visible import visible

LONGEST = 1024
"""Characters that GitHub shows of a description (its documentation of SARIF support)."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+.!|~&:@$=-])")
"""What can be markup somewhere, and what a backslash makes literal (CommonMark 0.31, 2.4)."""
_BACKTICKS = re.compile("`+")
_PADDED = re.compile("`.*|.*`|(?=.*[^ ]) .* ")
"""Code whose ends would be taken for a fence, or whose outer spaces would be taken off (CommonMark 0.31, 6.1)."""
_ENDS = (".", "!", "?", "…", ".”", "!”", "?”")


def sentence(text: str) -> str:
    """A text on one line, as a sentence with its full stop."""
    line = visible(" ".join(text.split()))
    return line if line.endswith(_ENDS) else f"{line}."


def plain(text: str) -> str:
    """A text that no reader of SARIF takes for one with placeholders or links (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return _doubled(text.replace("](", r"\]("))


def markdown(text: str) -> str:
    """Markdown that no reader of SARIF takes for one with placeholders."""
    return _doubled(text)


def literal(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\1", visible(text))


def code(text: str) -> str:
    """A text as a code span, which keeps the spaces at its ends."""
    line = visible(text)
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(line)), default=0))
    pad = " " if _PADDED.fullmatch(line) else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
