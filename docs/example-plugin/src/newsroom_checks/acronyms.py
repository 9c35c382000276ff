"""The acronyms of the house, from a table that is shipped in the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def acronyms() -> Mapping[str, str]:
    """What each acronym stands for; `""` for one that every reader knows."""
    text = files("newsroom_checks").joinpath("acronyms.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines())
    return {acronym: name for acronym, _, name in rows}
