"""Language codes, as CLDR knows them (babel)."""

from __future__ import annotations

from functools import cache


@cache
def known(code: str) -> bool:
    """Whether CLDR names the language of a code such as `es` or `pt-BR`."""
    from babel import Locale

    return code.replace("_", "-").partition("-")[0] in Locale("en").languages
