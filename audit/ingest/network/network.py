"""Reads the addresses of one run, and of feeds only what was not audited before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.network.access import Access
from audit.ingest.network.address import shown
from audit.ingest.network.failure import NetworkFailure
from audit.ingest.network.page import Page
from audit.ingest.network.state import FeedState, Seen


class Network:
    """Fetches addresses; with a `state`, entries of a feed that it knows are left out.

    With `renew` nothing counts as known, but the state is brought up to date all the same. What the user is to be told
    is in `notes`. Nothing is remembered before `commit`: the caller knows when the reports are safe.
    """

    def __init__(self, access: Access | None = None, state: FeedState | None = None, *, renew: bool = False) -> None:
        self.notes: list[str] = []
        self._access, self._state, self._renew = access or Access(), state, renew
        self._read: dict[str, Seen] = {}

    def fetch(self, url: str, *, feed: bool = True) -> Page | None:
        """What stands at an address; None where it is a feed in which nothing is new.

        `feed` is false where it is to be read as something else. Raises IngestError for all that goes wrong.
        """
        from audit.ingest.network.fetching import fetched

        known = self._known(url) if feed else None
        try:
            page = fetched(url, self._access, known.validators if known else None)
        except NetworkFailure as cause:
            raise IngestError(str(cause), path=shown(url)) from cause
        if page is None and known is not None:
            self._read[url] = replace(known, checked=_now())
            self.notes.append(_unchanged(url, known))
        return page

    def unseen(self, url: str, page: Page, articles: Iterator[Document]) -> Iterator[Document]:
        """Those of a feed's articles that are new, or changed, since it was last audited."""
        known = self._known(url)
        found: dict[bytes, bytes] = {}
        new = 0
        for article in articles:
            entry, digest = _digest(article.id), _digest(article.text)
            found[entry] = digest
            if known is None or known.entries.get(entry) != digest:
                new += 1
                yield article
        self._read[url] = Seen(validators=page.validators, entries=found, checked=_now())
        if known is not None and (new < len(found) or not new):
            changed = f"{new} of {len(found)} entries are new or changed since {known.checked}"
            self.notes.append(f"{url}: {changed}" if new else _unchanged(url, known))

    def commit(self) -> None:
        """Remember that all feeds read to their end were audited."""
        if self._state is not None and self._read:
            self._state.record(self._read)
            self._told()

    def _known(self, url: str) -> Seen | None:
        if self._state is None or self._renew:
            return None
        known = self._state.known(url)
        self._told()
        return known

    def _told(self) -> None:
        if self._state is not None and self._state.note and self._state.note not in self.notes:
            self.notes.append(self._state.note)


def _unchanged(url: str, known: Seen) -> str:
    return f"{url}: nothing new since {known.checked} – --all audits every entry again"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
