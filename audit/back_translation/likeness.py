"""Whether a text holds a phrase, whatever the accents, capitals and endings."""

from __future__ import annotations

import re
import unicodedata

RATIO = 85
"""Likeness (0–100, rapidfuzz) from which a run of words is the phrase: one letter in seven may differ."""

_RATIO_LETTERS = 8
"""Shorter phrases must match word for word: 85 % of a short word is another word (par, para)."""

_STEM_LETTERS = 4
_STEM_SHARE = 0.6
"""Words alike in their first 4 letters and in 60 % of the longer one are forms of one word (llevar, llevó, llevado)."""

_INFINITIVE = re.compile(r"\w+[aei]re?(?:se)?")
"""Dictionary form of a verb in the Romance languages, whose irregular forms keep little but the first letter."""

_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """The words in small letters without accents, parted by one space."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare))


def holds(text: str, phrase: str) -> bool:
    """Whether some run of words of the text is the phrase, word for word in any form, or as a whole nearly."""
    from rapidfuzz.fuzz import ratio

    words, wanted = plain(text).split(), plain(phrase).split()
    size = len(wanted)
    runs = [words[i : i + size] for i in range(len(words) - size + 1)] if wanted else []
    joined = " ".join(wanted)
    cutoff = RATIO if len(joined) >= _RATIO_LETTERS else 100
    return any(_word_for_word(run, wanted) or ratio(" ".join(run), joined) >= cutoff for run in runs)


def _word_for_word(run: list[str], wanted: list[str]) -> bool:
    same = [_same(*pair) for pair in zip(run, wanted, strict=True)]
    anchored = any(alike and len(word) >= _STEM_LETTERS for alike, word in zip(same, wanted, strict=True))
    return all(
        alike or (anchored and word[0] == other[0] and _INFINITIVE.fullmatch(word) is not None)
        for alike, word, other in zip(same, wanted, run, strict=True)
    )


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    alike = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    plural = alike == len(short) and long[alike:] in {"s", "es"}
    return one == other or plural or (alike >= _STEM_LETTERS and alike >= _STEM_SHARE * len(long))
