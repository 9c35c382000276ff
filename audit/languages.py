"""Language codes, as CLDR knows them (babel)."""

from __future__ import annotations

import re
from functools import cache


@cache
def known(code: str) -> bool:
    """Whether CLDR names the language of a code such as `es` or `pt-BR`."""
    from babel import Locale

    return code.replace("_", "-").partition("-")[0] in Locale("en").languages


def two_letter(code: str) -> str:
    """The two-letter code of a language where it has one: `eng`, `en-GB` and `en` are all `en`."""
    from babel.core import get_global

    language = re.split("[-_]", code.lower(), maxsplit=1)[0]
    alias: str | None = get_global("language_aliases").get(language)
    return alias.split("_")[0] if alias else language


@cache
def english_name(code: str) -> str:
    """The English name of a language, or its code where CLDR has none."""
    from babel import Locale

    name: str = Locale("en").languages.get(code, code)
    return name
