"""Tells by their names what the columns of a table hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.languages import known

SOURCE = frozenset(("source", "src", "original", "source text", "source segment"))
TARGET = frozenset(
    ("target", "tgt", "trg", "translation", "translated", "target text", "target segment", "hypothesis", "mt")
)
"""What CAT tools, corpora and spreadsheets call the two."""
ARTICLE = ("id", "text")
"""Columns of a table whose rows are articles, as JSON Lines have them."""

_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The columns of a bilingual table by number; the languages where their names tell them."""

    source: int
    target: int
    source_lang: str | None = None
    target_lang: str | None = None


def pair(names: Sequence[str], source_lang: str | None, target_lang: str) -> Pair | None:
    """The columns of source and target, by name or by language code; None where they cannot be told.

    The languages are those asked for. Where the codes are of two languages one of which is the target, the other is the
    source.
    """
    plain = [name.strip().lower().replace("_", " ").replace("-", " ") for name in names]
    source, target = _only(plain, SOURCE), _only(plain, TARGET)
    if source is not None and target is not None:
        return Pair(source=source, target=target)
    coded = {number: name.strip() for number, name in enumerate(names) if _is_code(name.strip())}
    there = _of_language(coded, target_lang)
    here = _of_language(coded, source_lang) if source_lang else None
    others = [number for number in coded if number != there]
    if there is None:
        return None
    if here is None and len(others) == 1:
        here = others[0]
    if here is None or here == there:
        return None
    return Pair(source=here, target=there, source_lang=_dashed(coded[here]), target_lang=_dashed(coded[there]))


def _only(names: Sequence[str], wanted: frozenset[str]) -> int | None:
    found = [number for number, name in enumerate(names) if name in wanted]
    return found[0] if len(found) == 1 else None


def _is_code(name: str) -> bool:
    # `id` names the rows far oftener than a column of Indonesian.
    return name.lower() != "id" and bool(_CODE.fullmatch(name)) and known(name.lower())


def _of_language(coded: Mapping[int, str], lang: str) -> int | None:
    exact = [number for number, name in coded.items() if _dashed(name).lower() == _dashed(lang).lower()]
    alike = [number for number, name in coded.items() if _bare(name) == _bare(lang)]
    return next(iter((*exact, *alike)), None)


def _dashed(code: str) -> str:
    return code.replace("_", "-")


def _bare(code: str) -> str:
    return _dashed(code).partition("-")[0].lower()
