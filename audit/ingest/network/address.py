"""Web addresses: which there may be, and where a redirect leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from audit.ingest.network.failure import NetworkFailure

_ADDRESS = re.compile(r"https?:|[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
"""White space and controls could smuggle a second request; a backslash is read differently by different programs."""
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_PORTS = {"http": 80, "https": 443}
_KEPT = "!#$%&'()*+,/:;=?@[]~"
"""What a path and query may hold unescaped, `%` included: escapes stay as they are (RFC 3986)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address to ask: `host` is ASCII and lower case, an IPv6 one without brackets; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def is_address(path: str) -> bool:
    """Whether a path of the command line is an address, of whatever scheme."""
    return bool(_ADDRESS.match(path))


def shown(url: str) -> str:
    """An address as it may be reported: without user name and password."""
    return _CREDENTIALS.sub("", url)


def parsed(url: str) -> Address:
    """The address that a text is; the fragment is dropped.

    Raises NetworkFailure where it is none, is of another scheme than http and https, or holds a user name.
    """
    if _FORBIDDEN.search(url):
        raise NetworkFailure("is no valid address: it holds white space or characters that must be escaped")
    try:
        parts, port = _split(url)
        host = _host(parts.hostname or "")
        target = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    except ValueError as cause:
        raise NetworkFailure("is no valid address – check it") from cause
    return Address(scheme=parts.scheme, host=host, port=port or _PORTS[parts.scheme], target=target)


def redirected(address: Address, location: str) -> Address:
    """Where a redirect from an address leads; raises NetworkFailure where that may not be followed."""
    try:
        url = urljoin(str(address), location.strip())
        found = parsed(url)
    except NetworkFailure as cause:
        raise NetworkFailure(f"leads to {shown(url)}, which {cause}") from cause
    except ValueError as cause:
        raise NetworkFailure(f"leads to {shown(location)}, which is no valid address") from cause
    if address.scheme == "https" and found.scheme == "http":
        raise NetworkFailure(
            f"leads from https to {shown(url)}, which is not encrypted – give that address if you will"
        )
    return found


def _split(url: str) -> tuple[SplitResult, int | None]:
    parts = urlsplit(url)
    if parts.scheme not in _PORTS:
        raise NetworkFailure(f"is of the scheme {parts.scheme!r} – only http and https are read")
    if "@" in parts.netloc:
        raise NetworkFailure("holds a user name or password – fetch it with another program and pass the file")
    if parts.port == 0:
        raise ValueError(url)
    return parts, parts.port


def _host(name: str) -> str:
    host = name if name.isascii() else name.encode("idna").decode("ascii")
    if not _HOST.fullmatch(host):
        raise ValueError(name)
    return host.lower()
