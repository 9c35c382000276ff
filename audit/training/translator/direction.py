"""A direction of translation, and the tags that tell a model which language to write."""

from __future__ import annotations

from dataclasses import dataclass

from audit.errors import UnsupportedLanguageError
from audit.languages import known


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """From one language into another, by their codes."""

    source: str
    target: str

    @property
    def name(self) -> str:
        """Such as `es-en`."""
        return f"{self.source}-{self.target}"

    @property
    def tag(self) -> str:
        """The token before the source's pieces, such as `<2en>`."""
        return f"<2{self.target}>"


def parse(pair: str) -> Direction:
    """Read `es-en` or `pt_BR-en`; raises UnsupportedLanguageError when it is no pair of two known languages."""
    source, dash, target = pair.partition("-")
    if not dash or "-" in target or not known(source) or not known(target) or source == target:
        raise UnsupportedLanguageError(f"{pair}: not a language pair – write two codes such as es-en or pt_BR-en")
    return Direction(source=source, target=target)


def directions(pair: str, *, both: bool) -> tuple[Direction, ...]:
    """The directions a model is trained for: that of the pair and, if wanted, its opposite."""
    there = parse(pair)
    back = Direction(source=there.target, target=there.source)
    return (there, back) if both else (there,)
