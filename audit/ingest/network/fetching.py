"""Fetches an address, as far as its redirects lead."""

from __future__ import annotations

import ssl
from functools import cache
from importlib.metadata import version

import httpcore

from audit.ingest.network.access import MOST_REDIRECTS, Access, Deadline
from audit.ingest.network.address import Address, parsed, redirected
from audit.ingest.network.connection import CheckedBackend
from audit.ingest.network.failure import NetworkFailure
from audit.ingest.network.page import Page, Validators
from audit.ingest.network.statuses import refused
from audit.ingest.network.troubles import explained
from audit.ingest.network.unpacking import body, too_large

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_HERE = frozenset((200, 203))
_UNCHANGED = 304


def fetched(url: str, access: Access, known: Validators | None = None) -> Page | None:
    """What stands at an address; None where it is unchanged since the `known` validators were given.

    Raises NetworkFailure with one clear line for everything that goes wrong.
    """
    address, deadline = parsed(url), Deadline(access.seconds)
    for _ in range(MOST_REDIRECTS + 1):
        asked = _Question(address, access, deadline, known if known and known.address == str(address) else None)
        try:
            answer = asked.answer()
        except TimeoutError as cause:
            raise deadline.missed() from cause
        except _TROUBLES as cause:
            raise explained(cause, deadline) from cause
        if not isinstance(answer, Address):
            return answer
        address = answer
    raise NetworkFailure(f"leads on to another address more than {MOST_REDIRECTS} times – give the last of them")


_TROUBLES = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, httpcore.UnsupportedProtocol)


class _Question:
    """One request: the answer is a page, the address it leads on to, or None for `unchanged`."""

    __slots__ = ("_access", "_address", "_deadline", "_known")

    def __init__(self, address: Address, access: Access, deadline: Deadline, known: Validators | None) -> None:
        self._address, self._access, self._deadline, self._known = address, access, deadline, known

    def answer(self) -> Page | Address | None:
        address = self._address
        url = httpcore.URL(scheme=address.scheme, host=address.host, port=address.port, target=address.target)
        backend = CheckedBackend(self._access, self._deadline)
        trust = _trust() if address.scheme == "https" else None
        with (
            httpcore.ConnectionPool(ssl_context=trust, network_backend=backend) as pool,
            pool.stream("GET", url, headers=self._headers()) as response,
        ):
            return self._understood(response)

    def _headers(self) -> list[tuple[bytes, bytes]]:
        known = self._known
        held = {
            "Host": self._address.authority,
            "User-Agent": f"mt-audit/{version('mt-audit')}",
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            "If-None-Match": known.etag if known else "",
            "If-Modified-Since": known.modified if known else "",
        }
        return [(name.encode("ascii"), value.encode("latin-1")) for name, value in held.items() if value]

    def _understood(self, response: httpcore.Response) -> Page | Address | None:
        headers = _Headers(response)
        if response.status in _REDIRECTS and headers["location"]:
            return redirected(self._address, headers["location"])
        if response.status == _UNCHANGED and self._known:
            return None
        if response.status not in _HERE:
            raise refused(response.status)
        most = self._access.most_bytes
        length = headers["content-length"]
        if length.isdecimal() and int(length) > most:
            raise too_large(most)
        here = str(self._address)
        validators = Validators(address=here, etag=headers["etag"], modified=headers["last-modified"])
        data = body(response.iter_stream(), headers["content-encoding"], most)
        return Page(data=data, address=here, content_type=headers["content-type"], validators=validators)


class _Headers:
    """The headers of an answer; one that is not there is empty, the first of several counts."""

    __slots__ = ("_held",)

    def __init__(self, response: httpcore.Response) -> None:
        self._held: dict[str, str] = {}
        for name, value in response.headers:
            self._held.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))

    def __getitem__(self, name: str) -> str:
        return self._held.get(name, "")


@cache
def _trust() -> ssl.SSLContext:
    # The system's certificates: httpcore would take those of certifi, which no administrator can add to.
    return ssl.create_default_context()
