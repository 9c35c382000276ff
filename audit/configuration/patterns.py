"""Patterns of paths and addresses, much as `.gitignore` has them: for which articles a setting is meant."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePath

from audit.errors import ConfigError

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_TOKEN = re.compile(r"(?<![^/])\*\*/|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.DOTALL)
_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_SPECIAL_IN_CLASS = re.compile(r"([\\\[\]^&~|])")


def forms(path: str, folder: str) -> tuple[str, ...]:
    """A path in the forms that a pattern may have: as given, absolute, and relative to a folder above it.

    `folder` is "" for the working directory. An address has one form only.
    """
    return (path,) if _ADDRESS.match(path) else tuple(dict.fromkeys(one.as_posix() for one in _forms(path, folder)))


def _forms(path: str, folder: str) -> Iterator[PurePath]:
    yield PurePath(path)
    full = PurePath(os.path.abspath(path))  # noqa: PTH100 - `..` is to go, links are to stay
    yield full
    with contextlib.suppress(ValueError):
        yield full.relative_to(os.path.abspath(folder))  # noqa: PTH100 - likewise
    with contextlib.suppress(ValueError):
        yield PurePath(os.path.realpath(path)).relative_to(os.path.realpath(folder))


def matches(pattern: str, names: Sequence[str]) -> bool:
    """Whether a pattern is for what has these `forms`.

    `*` and `?` stay within a folder, `**` goes through any number of them. A pattern without a slash is for a name in
    any folder, one that ends in a slash for all that is below. Raises ConfigError where it is none.
    """
    compiled = expression(pattern)
    if "/" not in pattern:
        return any(compiled.fullmatch(name.rpartition("/")[2]) for name in names)
    return any(pattern == name or compiled.fullmatch(name) for name in names)


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression; raises ConfigError where it is none."""
    anchored = pattern.removeprefix("./") + ("**" if pattern.endswith("/") else "")
    try:
        return re.compile("".join(_translated(token) for token in _TOKEN.findall(anchored)), re.DOTALL)
    except re.error as cause:
        raise ConfigError(f"{pattern!r} is no pattern of paths: {cause}") from cause


def _translated(token: str) -> str:
    if len(token) > 1 and token.startswith("["):
        inner = token[1:-1]
        body = _SPECIAL_IN_CLASS.sub(r"\\\1", inner.removeprefix("!"))
        return f"[{'^/' if inner.startswith('!') else ''}{body}]"
    return _WILD.get(token) or re.escape(token)
