"""How a model is told which language to read and which to write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.languages import known, two_letter

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizer

_STYLES = (
    re.compile(r"__([a-z]{2,3})__"),  # M2M100
    re.compile(r"([a-z]{3})_[A-Z][a-z]{3}"),  # NLLB: FLORES-200
    re.compile(r"([a-z]{2})_[A-Z]{2}"),  # mBART-50
    re.compile(r">>([a-z]{2,3})(?:_\w+)?<<"),  # Marian
)
_ALIKE = {"pbt": "ps", "nb": "no", "quy": "qu", "ns": "nso"}
"""Codes that FLORES-200 and M2M100 use, by those CLDR knows the language by."""
_NAMED_PAIR = re.compile(r"-([A-Za-z]{2,})-([A-Za-z]{2,})/?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """The code the tokenizer takes for the source, a tag put before it, and the token a translation begins with."""

    source: str | None = None
    tag: str = ""
    first: str | None = None


def direction(tokenizer: PreTrainedTokenizer, model: str, source_lang: str, target_lang: str) -> Direction:
    """The direction of a pair; raises LookupError, in one line, where the model does not have it.

    `model` is its name on the hub or its folder, which tells the pair of a Marian model where the tokenizer does not.
    """
    if hasattr(tokenizer, "supported_language_codes"):
        return _marian(tokenizer, model, _plain(source_lang), _plain(target_lang))
    codes = language_codes(getattr(tokenizer, "lang_token_to_id", None) or tokenizer.all_special_tokens)
    for lang in (source_lang, target_lang):
        if _plain(lang) not in codes:
            raise LookupError(f"the model has no pair {source_lang}-{target_lang}: no {lang} in its {len(codes)} codes")
    source = codes[_plain(source_lang)]
    return Direction(source=source.strip("_"), first=codes[_plain(target_lang)])


def language_codes(tokens: Iterable[str]) -> dict[str, str]:
    """The tokens that name a language, by its two-letter code where it has one; the first of several is taken."""
    held: dict[str, str] = {}
    for token in map(str, tokens):
        if match := next(filter(None, (style.fullmatch(token) for style in _STYLES)), None):
            held.setdefault(_plain(match[1]), token)
    return held


def _marian(tokenizer: PreTrainedTokenizer, model: str, source_lang: str, target_lang: str) -> Direction:
    named = _NAMED_PAIR.search(model)
    source, target = tokenizer.source_lang, tokenizer.target_lang
    if not (source and target) and named:
        source, target = named.groups()
    if not (source and target):
        raise LookupError("neither the tokenizer's configuration nor the model's name tells the pair it was made for")
    tags = language_codes(tokenizer.supported_language_codes)
    reads = _plain(source) == source_lang or _is_group(source)
    if reads and target_lang in tags:
        return Direction(tag=f"{tags[target_lang]} ")
    if reads and not tags and _plain(target) == target_lang:
        return Direction()
    into = "/".join(sorted(tags)) or target
    raise LookupError(f"the model has no pair {source_lang}-{target_lang}: it was made for {source}-{into}")


def _is_group(code: str) -> bool:
    """Whether a code such as `roa` or `ROMANCE` names several languages; which of them the model read is not told."""
    return code == "mul" or not known(two_letter(code))


def _plain(lang: str) -> str:
    code = two_letter(lang)
    return _ALIKE.get(code, code)
