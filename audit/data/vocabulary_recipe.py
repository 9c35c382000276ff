"""Builds the word tables from plain text: `python -m audit.data.vocabulary_recipe ENGLISH.xz DICTIONARY.tsv.xz SPANISH.xz…`."""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

_WORD = re.compile(r"(?<![\w@#/.-])[^\W\d_]+(?:[’'][^\W\d_]+)?(?![\w@/-])")
LEAST = 8
"""Fewest occurrences in 20 million words for an English word to count as one: rarer ones are mostly misspellings."""
NAME_SHARE = 0.95
"""Share of occurrences inside sentences with a capital from which a word counts as a name."""
LEAST_FOREIGN = 20
"""Fewest occurrences of a foreign word."""
ENGLISH_SLIPS = 3
"""Occurrences in English text up to which a word is foreign there too (a quotation, a name written small)."""
FOREIGN_RATIO = 40
"""How many times likelier than in English news, lower-cased, a foreign word must be."""
HERE = Path(__file__).parent


def _lines(path: str) -> Iterable[str]:
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        yield from stream


def _counts(paths: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Occurrences in lower case, and with a capital after a lower-case word."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for path in paths:
        for line in _lines(path):
            before = ""
            for match in _WORD.finditer(line):
                word = match[0].replace("’", "'")
                if word.islower():
                    small[word] += 1
                elif before.islower() and word[1:].islower():
                    capital[word.lower()] += 1
                before = match[0] if line[match.end() : match.end() + 1] == " " else ""
    return small, capital


def _write(name: str, header: str, rows: Iterable[str]) -> None:
    (HERE / f"{name}.tsv").write_text("\n".join([header, *rows]) + "\n", "utf-8")


def main(english: str, *spanish: str) -> None:
    """Write `english_words.tsv`, `english_names.tsv` and the Spanish rows of `foreign_words.tsv`."""
    small, capital = _counts([english])
    names = {w for w, n in capital.items() if n >= LEAST and n >= NAME_SHARE * (n + small[w])}
    words = {w: n for w, n in small.items() if n >= LEAST and w not in names}
    _write("english_words", "word\tcount", (f"{w}\t{words[w]}" for w in sorted(words)))
    _write("english_names", "name\tcapital\tsmall", (f"{w}\t{capital[w]}\t{small[w]}" for w in sorted(names)))
    foreign, _ = _counts(spanish)
    scale = sum(small.values()) / max(sum(foreign.values()), 1)
    held = {
        w: n
        for w, n in foreign.items()
        if n >= LEAST_FOREIGN
        and (small[w] <= ENGLISH_SLIPS or len(w) < 5)
        and n * scale >= FOREIGN_RATIO * (small[w] + 1)
        and capital[w] * 4 < n * scale
    }
    _write("foreign_words", "word\tlang\tcount", (f"{w}\tes\t{held[w]}" for w in sorted(held)))


if __name__ == "__main__":
    main(*sys.argv[1:])
