"""Word pieces of a text with what an uncased tokenizer loses, and with how often their neighbourhood occurs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audit.artifact_model.ngrams import CODES

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

    from audit.artifact_model.ngrams import NgramCounts

CASES = 6
"""Three classes of capitals, times a space before the word or none."""
TYPES = CASES * CODES
"""Token types: case + `CASES` · code of the word's n-grams."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TOKEN = re.compile(r"\S+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INNER = re.compile(r"[^\W_].*[^\W_]|[^\W_]", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The pieces of one text, in order, without special tokens.

    `ids` index the vocabulary, `types` are under `TYPES`, `starts` and `ends` are code points into the text. `word[i]`
    is the index into `words` of the white-space separated token that piece i belongs to; `words` are spans of those
    tokens without the punctuation around them (a token of marks alone keeps its whole span).
    """

    ids: tuple[int, ...]
    types: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    word: tuple[int, ...]
    words: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.ids)


def open_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of a `tokenizer.json`, without the padding and cutting the file may ask for.

    A text that spells out a special token (`[MASK]`) is read as the marks and letters it is made of.
    """
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    return tokenizer


def marks(tokenizer: Tokenizer) -> tuple[int, int]:
    """The ids of the marks of start and end; raises ValueError when the vocabulary lacks one."""
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if first is None or last is None:
        raise ValueError("the vocabulary has no [CLS] or no [SEP]")
    return first, last


def pieces(text: str, tokenizer: Tokenizer, counts: NgramCounts | None = None) -> Pieces:
    """The pieces of one text."""
    return batch([text], tokenizer, counts)[0]


def batch(texts: Sequence[str], tokenizer: Tokenizer, counts: NgramCounts | None = None) -> list[Pieces]:
    """The pieces of each text, in order; a lone surrogate is no character and gives no piece.

    Without counts the types tell of case and spaces alone.
    """
    clean = [_SURROGATE.sub("\ufffd", text) for text in texts]
    encoded = tokenizer.encode_batch(clean, add_special_tokens=False)
    codes = counts.codes(clean) if counts else [()] * len(texts)
    return [_pieces(*given) for given in zip(texts, encoded, codes, strict=True)]


def _pieces(text: str, encoding: Encoding, codes: Sequence[tuple[int, int, int]]) -> Pieces:
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    runs = [match.span() for match in _WORD.finditer(text)]
    word, types, token, run, at = [], [], 0, 0, 0
    for start, end in encoding.offsets:
        while token + 1 < len(tokens) and tokens[token][1] <= start:
            token += 1
        while run < len(runs) and runs[run][1] <= start:
            run += 1
        word.append(token)
        inside = run < len(runs) and runs[run][0] < end
        while at + 1 < len(codes) and codes[at][1] <= start:
            at += 1
        case = _case(text, *(runs[run] if inside else (start, start)))
        types.append(case + CASES * (codes[at][2] if codes else 0))
    return Pieces(
        ids=tuple(encoding.ids),
        types=tuple(types),
        starts=tuple(start for start, _ in encoding.offsets),
        ends=tuple(end for _, end in encoding.offsets),
        word=tuple(word),
        words=tuple(_bare(text, start, end) for start, end in tokens),
    )


def _case(text: str, start: int, end: int) -> int:
    """Capitals of the word (none, first letter, more) plus three where white space, or nothing, stands before it."""
    capitals = sum(letter.isupper() for letter in text[start:end])
    case = min(capitals, 2) if capitals == 0 or text[start].isupper() else 2
    return case + 3 * (start == 0 or text[start - 1].isspace())


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    inner = _INNER.search(text, start, end)
    return (inner.start(), inner.end()) if inner else (start, end)
