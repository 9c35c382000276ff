"""Writes edits back into the file its articles were read from, and reads them there again before anyone trusts them."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from audit.document import Document
from audit.editing import Edit, Escaping, applied, edited_file
from audit.errors import EditError, IngestError
from audit.ingest.decoding import decoded
from audit.ingest.files import STANDARD_INPUT, cannot_read
from audit.ingest.network.address import is_address
from audit.ingest.reading import read

_PARAGRAPHS = re.compile(r"\n\s*\n")
_SPECIAL = re.compile(r"[&<>\"\\\n\t]")
"""Characters that some format writes otherwise."""
_ESCAPINGS = (Escaping.ONCE, Escaping.TWICE, Escaping.BACKSLASH, Escaping.NONE)
"""The strict ways first: a lone & is read leniently in most places and is right in few."""
_UTF8 = re.compile(rb"utf-?8", re.IGNORECASE)
_HEAD = 1024
"""Bytes at the start of a page in which it must declare its encoding (WHATWG HTML, 4.2.5.4)."""

Edits = Sequence[Sequence[Edit]]
"""The edits of each article of a file, in the order of its documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a file is read: what `read` takes beside its path."""

    input_format: str | None = None
    source_lang: str | None = None
    target_lang: str = "en"

    def articles(self, path: str, data: bytes = b"") -> tuple[Document, ...]:
        """The articles of a path; `data` is what standard input holds."""
        stdin = BytesIO(data)
        return tuple(
            read(
                [path],
                stdin=stdin,
                input_format=self.input_format,
                source_lang=self.source_lang,
                target_lang=self.target_lang,
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """A file with the articles in it: its bytes, its text, the encoding between the two, and how it was read."""

    path: str
    data: bytes
    text: str
    encoding: str
    documents: tuple[Document, ...]
    reading: Reading = Reading()

    @property
    def marked(self) -> bool:
        """Whether the articles were extracted from markup or another format, with a map into it."""
        return any(document.raw is not None for document in self.documents)


def open_articles(path: str, *, stdin: BinaryIO, reading: Reading | None = None) -> ArticleFile:
    """The articles of a path (`-` is standard input), with all that is needed to write them back.

    Raises IngestError as `read` does, and EditError where nothing tells where the text stands in the file.
    """
    reading = reading or Reading()
    data = _bytes(path, stdin)
    documents = reading.articles(path, data)
    text, encoding = _decoded(path, data, documents)
    return ArticleFile(path=path, data=data, text=text, encoding=encoding, documents=documents, reading=reading)


def rewritten(file: ArticleFile, edits: Edits) -> ArticleFile:
    """The file with the edits made and its articles read again; nothing is written to disk.

    Every edited paragraph is found in the new file as it was meant. Raises EditError where one is not, where edits
    overlap, and where the file's encoding lacks a character that its format cannot write otherwise.
    """
    if not file.marked or not any(_SPECIAL.search(edit.replacement) for some in edits for edit in some):
        return _made(file, edits)
    for escaping in _ESCAPINGS:
        with contextlib.suppress(EditError):
            return _made(file, [[_written(edit, escaping) for edit in some] for some in edits])
    return _made(file, [[_escaped(file, index, edit) for edit in some] for index, some in enumerate(edits)])


def possible(file: ArticleFile, edits: Edits) -> list[list[Edit]]:
    """Those of the edits that each can be made alone: an extractor may have found words that have no place."""
    return [
        [edit for edit in some if _placed(file, index, edit)] if document.raw is not None else list(some)
        for index, (document, some) in enumerate(zip(file.documents, edits, strict=True))
    ]


def _bytes(path: str, stdin: BinaryIO) -> bytes:
    if is_address(path):
        raise IngestError("is an address, where nothing can be changed – save the page, pass the file", path=path)
    try:
        return stdin.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except (OSError, ValueError) as cause:
        raise cannot_read(path, cause) from cause


def _decoded(path: str, data: bytes, documents: Sequence[Document]) -> tuple[str, str]:
    """The file's text and the encoding it has; EditError where the articles are no part of it or it cannot go back."""
    raw = next((document.raw.raw for document in documents if document.raw is not None), None)
    text = raw if raw is not None else documents[0].text if len(documents) == 1 else None
    for markup in (True, False):
        found, encoding = decoded(data, path=path, markup=markup)
        if found == text or not documents:
            if found.encode(encoding, "replace") != data:
                raise EditError(f"{path}: its encoding {encoding} cannot be written back – convert the file to UTF-8")
            return found, encoding
    raise EditError(
        f"{path}: where its articles stand in the file is not known – see that the file is well formed, then try again"
    )


def _written(edit: Edit, escaping: Escaping) -> Edit:
    return replace(edit, escaping=escaping) if _SPECIAL.search(edit.replacement) else edit


def _escaped(file: ArticleFile, index: int, edit: Edit) -> Edit:
    """The edit with the escapes that its place wants: those with which it is read back as it was meant."""
    found = _placed(file, index, edit)
    if found is None:
        raise EditError(f"{file.path}: “{edit.replacement}” cannot be written there so that it is read back")
    return found


def _placed(file: ArticleFile, index: int, edit: Edit) -> Edit | None:
    ways = _ESCAPINGS if _SPECIAL.search(edit.replacement) else (edit.escaping,)
    wanted = (replace(edit, escaping=escaping) for escaping in ways)
    return next((one for one in wanted if _possible(file, index, one)), None)


def _possible(file: ArticleFile, index: int, edit: Edit) -> bool:
    alone: list[list[Edit]] = [[] for _ in file.documents]
    alone[index] = [edit]
    try:
        _made(file, alone)
    except EditError:
        return False
    return True


def _made(file: ArticleFile, edits: Edits) -> ArticleFile:
    try:
        text = edited_file(list(zip(file.documents, edits, strict=True)))
    except EditError as cause:
        raise EditError(f"{file.path}: {cause}") from cause
    problem: EditError | None = None
    for data, encoding in _encoded(file, text):
        documents = _reread(file, data)
        problem = _difference(file, edits, documents)
        if problem is None:
            return replace(file, data=data, text=data.decode(encoding), encoding=encoding, documents=documents)
    raise problem or EditError(f"{file.path}: {_lacking(file, text)}")


def _encoded(file: ArticleFile, text: str) -> Iterator[tuple[bytes, str]]:
    """The ways to write a text, best first: where the encoding lacks a character, markup has references for it."""
    if file.marked and file.data.isascii() and not _UTF8.search(file.data[:_HEAD]):
        # Nothing says that the page is UTF-8: a browser would take a new quotation mark for three other characters.
        yield text.encode("ascii", "xmlcharrefreplace"), file.encoding
    try:
        yield text.encode(file.encoding), file.encoding
    except UnicodeEncodeError:
        if file.marked:
            yield text.encode(file.encoding, "xmlcharrefreplace"), file.encoding


def _lacking(file: ArticleFile, text: str) -> str:
    lacks = next(character for character in text if not _has(file.encoding, character))
    return f"its encoding {file.encoding} has no “{lacks}” (U+{ord(lacks):04X}) – convert the file to UTF-8 first"


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _reread(file: ArticleFile, data: bytes) -> tuple[Document, ...]:
    """The articles of new bytes, read as the file's are: by its name's ending, or from standard input."""
    try:
        if file.path == STANDARD_INPUT:
            return file.reading.articles(file.path, data)
        with TemporaryDirectory(prefix="audit-") as folder:
            copy = Path(folder) / Path(file.path).name
            copy.write_bytes(data)
            found = file.reading.articles(str(copy))
    except IngestError as cause:
        raise EditError(f"{file.path}: could not be read again after the edits: {cause}") from cause
    return tuple(replace(one, path=file.path, id=file.path if one.id == str(copy) else one.id) for one in found)


def _difference(file: ArticleFile, edits: Edits, after: Sequence[Document]) -> EditError | None:
    """What keeps the new file from being the old one edited, if anything does."""
    if len(after) != len(file.documents):
        return EditError(f"{file.path}: holds {len(after)} articles after the edits, not {len(file.documents)}")
    for document, some, now in zip(file.documents, edits, after, strict=True):
        lost = _lost(document, some, now)
        if lost is not None:
            return EditError(f"{file.path}: after the edits it would not read “{lost}” – nothing was changed")
    return None


def _lost(document: Document, edits: Sequence[Edit], after: Document) -> str | None:
    """The first paragraph that the edits meant to make and that is not there; white space does not count."""
    meant = applied(document.text, edits)
    if document.raw is None:
        return None if meant == after.text else meant
    if meant.split() == after.text.split():
        return None
    # What an extractor takes for the article may change with it, so only what was edited must be there.
    before, there = Counter(_paragraphs(document.text)), Counter(_paragraphs(after.text))
    wanted = Counter(_paragraphs(meant)) - before
    return next((paragraph for paragraph in wanted if wanted[paragraph] > there[paragraph]), None)


def _paragraphs(text: str) -> Iterator[str]:
    return (held for part in _PARAGRAPHS.split(text) if (held := " ".join(part.split())))
