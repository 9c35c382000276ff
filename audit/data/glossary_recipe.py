"""Makes a glossary from parallel text: `python -m audit.data.glossary_recipe DICTIONARY.xz SOURCE.xz ENGLISH.xz …`.

The dictionary is a table of word and English gloss, tab-separated, of which glosses of one word are taken. The other files
come in pairs, line by line. Which words translate each other is learnt by IBM Model 1 (Brown et al. 1993) over
words in lower case; kept are the renderings that either direction believes in.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

LONGEST = 25
"""Most words of a side: long sentences tell little of which word goes with which, and cost the square."""
PAIRS = 260_000
"""Most sentence pairs: as much as fits in 8 GB."""
COMMON, COMMON_ENGLISH = 12, 4
"""Occurrences from which a word is worth a row, and a rendering: what is seen less often is rendered by chance."""
ROUNDS = 5
"""Rounds of EM (Och & Ney 2003)."""
LEAST, LEAST_BACK, MOST = 0.04, 0.015, 8
"""Probability from which a word is a rendering, that of the way back, and the most renderings of a word."""
LONG = 4
"""Letters above which a word that is spelt alike in both languages needs no row."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def main(dictionary: str, *names: str) -> None:
    """Write the glossary to standard output."""
    import numpy as np

    pairs = [pair for at in range(0, len(names), 2) for pair in _pairs(Path(names[at]), Path(names[at + 1]))][:PAIRS]
    ones = _vocabulary((pair[0] for pair in pairs), COMMON)
    others = _vocabulary((pair[1] for pair in pairs), COMMON_ENGLISH)
    cells = [_cells(one, other, ones, others) for one, other in pairs]
    sentences = np.repeat(np.arange(len(cells)), [len(held) for held in cells])
    keys, at = np.unique(np.concatenate(cells), return_inverse=True)
    source, english = keys // len(others), keys % len(others)
    forth = _learnt(at, sentences, source, english, len(others))
    back = _learnt(at, sentences, english, source, len(ones))
    best = _glosses(Path(dictionary))
    known, makes = list(ones), list(others)
    for index in ((forth >= LEAST) & (back >= LEAST_BACK)).nonzero()[0]:
        word = known[source[index]]
        best.setdefault(word, {}).setdefault(makes[english[index]], float(forth[index]))
    _write(best)


def _glosses(dictionary: Path) -> dict[str, dict[str, float]]:
    """The glosses of a dictionary, each as if it were a sure rendering."""
    held: dict[str, dict[str, float]] = {}
    with lzma.open(dictionary, "rt", encoding="utf-8") as lines:
        for line in lines:
            word, gloss, *_ = re.sub(r" \([^)]*\)", "", line.lower()).rstrip("\n").split("\t")
            gloss = gloss.removeprefix("to ").removesuffix("-")
            if _WORD.fullmatch(word) and _WORD.fullmatch(gloss):
                held.setdefault(word, {})[gloss] = 1.0
    return held


def _pairs(source: Path, english: Path) -> list[tuple[list[str], list[str]]]:
    with lzma.open(source, "rt", encoding="utf-8") as ones, lzma.open(english, "rt", encoding="utf-8") as others:
        sides = ((_words(one), _words(other)) for one, other in zip(ones, others, strict=True))
        return [(one, other) for one, other in sides if 0 < len(one) <= LONGEST and 0 < len(other) <= LONGEST]


def _words(line: str) -> list[str]:
    return sorted(set(_WORD.findall(line.lower())))


def _vocabulary(texts: Iterable[list[str]], least: int) -> dict[str, int]:
    counts = Counter(word for text in texts for word in text)
    return {word: index for index, word in enumerate(word for word, count in counts.items() if count >= least)}


def _cells(one: list[str], other: list[str], ones: dict[str, int], others: dict[str, int]) -> np.ndarray:
    """Every pair of a word of one side and a word of the other, as one number each."""
    import numpy as np

    first = np.array([ones[word] for word in one if word in ones], np.int64)
    second = np.array([others[word] for word in other if word in others], np.int64)
    return (first[:, None] * len(others) + second[None, :]).ravel()


def _learnt(at: np.ndarray, sentences: np.ndarray, given: np.ndarray, made: np.ndarray, size: int) -> np.ndarray:
    """The probability of each cell's `made` word given its `given` word."""
    import numpy as np

    table = np.ones(len(given), np.float32)
    # One word of the made side in one sentence shares itself out among the given words there.
    groups = np.unique(sentences.astype(np.int64) * size + made[at], return_inverse=True)[1]
    for _ in range(ROUNDS):
        values = table[at]
        values /= np.bincount(groups, values)[groups]
        counts = np.bincount(at, values, len(given))
        table = (counts / np.bincount(given, counts)[given]).astype(np.float32)
    return table


def _write(best: dict[str, dict[str, float]]) -> None:
    sys.stdout.write("source\tenglish\n")
    for word in sorted(best):
        renderings = sorted(best[word], key=lambda one: (-best[word][one], one))
        if not (len(word) > LONG and renderings == [word]):
            sys.stdout.write(f"{word}\t{'|'.join(renderings[:MOST])}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
