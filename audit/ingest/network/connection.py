"""Connects to addresses that were checked, and to no others, until the time is up."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address
from typing import Any

import httpcore

from audit.ingest.network.access import Access, Deadline
from audit.ingest.network.failure import NetworkFailure
from audit.ingest.network.names import looked_up


class CheckedBackend(httpcore.NetworkBackend):
    """Looks a host up, refuses it where any of its addresses is private, and connects to an address it has checked.

    Connecting to the name instead would look it up again, and a hostile name server could then answer otherwise.
    """

    def __init__(self, access: Access, deadline: Deadline) -> None:
        self._access, self._deadline = access, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline says
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that accepts one."""
        failure: Exception = NetworkFailure("cannot be reached")
        for place in self._checked(host, port):
            left = self._deadline.left()
            try:
                stream = self._plain.connect_tcp(str(place), port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as cause:
                failure = cause
            else:
                return TimedStream(stream, self._deadline)
        raise failure

    def _checked(self, host: str, port: int) -> list[IPv4Address | IPv6Address]:
        places = looked_up(host, port, self._access.resolve, self._deadline.left())
        private = None if self._access.allow_private else next(filter(self._access.private, places), None)
        if private is not None:
            where = host if str(private) == host else f"{host} ({private})"
            raise NetworkFailure(f"{where} is a private address – add --allow-private to read it")
        return places


class TimedStream(httpcore.NetworkStream):
    """A connection on which every step has only the time that is left: many small steps cannot outlast it."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline says
        """Up to so many bytes; none at the end."""
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the deadline says
        """Send all bytes."""
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline says
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the signature of httpcore
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)
