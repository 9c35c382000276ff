"""What an HTTP status other than success means to whoever gave the address."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from audit.ingest.network.failure import NetworkFailure

_TODO: Mapping[int, str] = {
    HTTPStatus.UNAUTHORIZED: "fetch it with another program and pass the file",
    HTTPStatus.FORBIDDEN: "fetch it with another program and pass the file",
    HTTPStatus.NOT_FOUND: "check the address",
    HTTPStatus.GONE: "check the address",
    HTTPStatus.TOO_MANY_REQUESTS: "try again later",
}
_SERVER_ERROR = 500


def refused(status: int) -> NetworkFailure:
    """The failure of an answer with such a status."""
    try:
        name = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        name = str(status)
    todo = _TODO.get(status, "try again later" if status >= _SERVER_ERROR else "check the address")
    return NetworkFailure(f"the server answers {name} – {todo}")
