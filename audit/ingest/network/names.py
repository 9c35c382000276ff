"""Looks host names up, in bounded time."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Thread

from audit.ingest.network.failure import NetworkFailure


def system(host: str, port: int) -> Sequence[str]:
    """The IP addresses the system knows of a host, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def looked_up(
    host: str, port: int, resolve: Callable[[str, int], Sequence[str]], seconds: float
) -> list[IPv4Address | IPv6Address]:
    """The IP addresses of a host, at least one.

    Raises NetworkFailure where it has none, TimeoutError where that is not known within so many seconds.
    """
    answer: Future[Sequence[str]] = Future()
    # A thread, since the system's look-up takes no timeout; a daemon, so that a hanging one does not keep the program.
    Thread(target=_answer, args=(answer, lambda: resolve(host, port)), daemon=True).start()
    try:
        found = [ip_address(text) for text in answer.result(seconds)]
    except TimeoutError:
        raise
    except socket.gaierror as cause:
        raise NetworkFailure(f"the name {host} cannot be looked up: {cause.strerror} – check the address") from cause
    except (OSError, ValueError) as cause:
        raise NetworkFailure(f"the name {host} cannot be looked up – check the address") from cause
    if not found:
        raise NetworkFailure(f"the name {host} has no address – check the address")
    return found


def _answer(answer: Future[Sequence[str]], work: Callable[[], Sequence[str]]) -> None:
    try:
        answer.set_result(work())
    except Exception as cause:  # noqa: BLE001 - it is raised where the answer is awaited
        answer.set_exception(cause)
