"""Says in one line what went wrong on a connection."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import httpcore

from audit.ingest.network.access import Deadline
from audit.ingest.network.failure import NetworkFailure
from audit.ingest.network.unpacking import CUT_SHORT


def explained(cause: Exception, deadline: Deadline) -> NetworkFailure:
    """The failure that an exception of httpcore stands for."""
    if isinstance(cause, httpcore.TimeoutException):
        return deadline.missed()
    return NetworkFailure(_reason(cause))


def _reason(cause: Exception) -> str:
    chain = list(_chain(cause))
    certificate = next((held for held in chain if isinstance(held, ssl.SSLCertVerificationError)), None)
    if certificate is not None:
        return f"its certificate is not trusted: {certificate.verify_message}"
    connecting = isinstance(cause, httpcore.ConnectError)
    if connecting and any(isinstance(held, ssl.SSLError) for held in chain):
        return "no encrypted connection can be made – check the address, or whether it is http"
    if any(isinstance(held, ConnectionRefusedError) for held in chain):
        return "the connection is refused – check the address"
    if connecting:
        system = next((held.strerror for held in chain if isinstance(held, OSError) and held.strerror), str(cause))
        return f"cannot be reached: {system}"
    if isinstance(cause, httpcore.RemoteProtocolError) and "peer closed connection" not in str(cause):
        return "the server does not answer as the web does (HTTP) – check the address"
    return CUT_SHORT


def _chain(cause: BaseException | None) -> Iterator[BaseException]:
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
