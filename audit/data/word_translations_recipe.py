"""Makes `word_translations.tsv`: `python -m audit.data.word_translations_recipe DICTIONARY`.

DICTIONARY is a table of Spanish word, English gloss and part of speech (tab-separated, `.xz` or not), such as the
Spanish–English dictionary of the data's sources. Kept are pairs of one word each that news of both languages uses; where
an English word has several, the one that Spanish news writes most.
"""

from __future__ import annotations

import lzma
import re
import sys
from pathlib import Path

from audit import vocabulary
from audit.artifact_model.ngrams import mixed, word_hash
from audit.back_translation import associations

SMALL = {
    "his": "su", "her": "su", "its": "su", "their": "su", "my": "mi", "our": "nuestro", "your": "su", "of": "de", "to": "a",
    "in": "en", "on": "en", "at": "en", "for": "para", "by": "por", "from": "de", "with": "con", "without": "sin",
    "against": "contra", "between": "entre", "until": "hasta", "since": "desde", "about": "sobre", "he": "él",
    "she": "ella", "they": "ellos", "it": "ello", "him": "él", "them": "ellos", "us": "nosotros", "is": "es",
    "are": "son", "was": "era", "has": "ha", "have": "han", "had": "había", "and": "y", "or": "o", "not": "no",
}  # fmt: skip
"""Small words, which a dictionary glosses with explanations."""
COMMON = 100
"""Occurrences in 20 million words of English from which a word is worth a row."""
LEAST = 16
"""Occurrences in the table of Spanish associations from which a translation is one that news uses."""
_WORD = re.compile(r"[a-záéíóúüñ]{3,}")


def main(dictionary: Path) -> None:
    """Write the table to standard output."""
    import numpy as np

    counts = associations.of_language("es")
    opened = lzma.open if dictionary.suffix == ".xz" else open
    best: dict[str, tuple[float, str]] = {}
    with opened(dictionary, "rt", encoding="utf-8") as lines:
        for line in lines:
            spanish, english, *_ = line.rstrip("\n").split("\t")
            if not (_WORD.fullmatch(spanish) and _WORD.fullmatch(english)):
                continue
            seen = float(counts.tables["word"].counts(mixed(np.array([word_hash(spanish)], np.uint64)))[0])
            if seen >= LEAST and vocabulary.english().get(english, 0) >= COMMON:
                best[english] = max(best.get(english, (0.0, "")), (seen, spanish))
    rows = {**{english: spanish for english, (_, spanish) in best.items()}, **SMALL}
    sys.stdout.write("lang\tword\ttranslation\n")
    sys.stdout.writelines(f"es\t{english}\t{spanish}\n" for english, spanish in sorted(rows.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
