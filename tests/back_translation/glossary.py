"""An engine for tests: a small dictionary, word by word, that notes what it was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.document import Document, Paragraph, Role

WORDS = {"his": "su", "pair": "par", "of": "de", "russia": "Rusia", "met": "conoció", "he": "él"}


class Glossary:
    """Translates `en` to `es` by a dictionary and back by its inverse; other words stay."""

    name = "glossary"

    def __init__(
        self, words: Mapping[str, str] = WORDS, revision: str = "1", pairs: Sequence[str] = ("en-es", "es-en")
    ) -> None:
        """Know some words, in some directions."""
        self.revision = revision
        self.asked: list[str] = []
        self._words, self._pairs = words, pairs

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """Whether the direction is known."""
        pair = f"{source_lang}-{target_lang}"
        return None if pair in self._pairs else f"glossary has no pair {pair}"

    def translate(self, texts: Sequence[str], source_lang: str, _target_lang: str) -> list[str]:
        """Replace word by word, and begin with a capital as engines do."""
        self.asked += texts
        words = self._words if source_lang == "en" else {v.lower(): k for k, v in self._words.items()}
        joined = [" ".join(words.get(word.lower(), word) for word in text.split()) for text in texts]
        return [text[:1].upper() + text[1:] for text in joined]

    def close(self) -> None:
        """Do nothing."""


def article(*texts: str, source_lang: str | None = "es", roles: Mapping[int, Role] | None = None) -> Document:
    """A document of paragraphs parted by an empty line; sentences end at each full stop."""
    paragraphs, at = [], 0
    for index, text in enumerate(texts):
        role = (roles or {}).get(index, Role.BODY)
        spans = _sentences(text)
        paragraphs.append(Paragraph(index=index, start=at, end=at + len(text), text=text, role=role, sentences=spans))
        at += len(text) + 2
    return Document(id="a", text="\n\n".join(texts), source_lang=source_lang, paragraphs=tuple(paragraphs))


def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    spans, start = [], 0
    for part in text.split(". "):
        end = min(start + len(part) + 1, len(text))
        spans.append((start, end))
        start = end + 1
    return tuple(spans)
