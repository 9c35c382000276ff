"""How far the network is trusted: what may be asked, for how long, and how much of an answer is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from time import monotonic

from audit.ingest.network.failure import NetworkFailure
from audit.ingest.network.names import system
from audit.ingest.network.private import is_private

SECONDS = 30.0
"""What one address may take in all: a page takes 2 s (HTTP Archive, median), a feed behind a cold cache some 10."""
STEPS = 3
"""Steps that may use up the time between them – look-up, connection, answer – so that each alone has a third of it."""
MOST_BYTES = 16 * 1024 * 1024
"""Most bytes of an answer, unpacked: the largest podcast feeds, full of show notes, have some 10 MB.

Read with all places, a single article of that size takes 0.9 GB of memory, a feed of many entries 0.3 GB (measured).
"""
MOST_REDIRECTS = 5
"""Where to a reader gives up: one to https, one to www, one to the feed's new home, and as many again."""

Resolver = Callable[[str, int], Sequence[str]]
"""The IP addresses of a host name and port; raises OSError where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What holds for every address of a run; `resolve` looks names up, `private` tells what is not to be asked."""

    allow_private: bool = False
    private: Callable[[IPv4Address | IPv6Address], bool] = is_private
    seconds: float = SECONDS
    most_bytes: int = MOST_BYTES
    resolve: Resolver = system


class Deadline:
    """The moment by which an address must have been read."""

    __slots__ = ("_end", "seconds")

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds for the next step, above 0; raises NetworkFailure when there are none."""
        left = self._end - monotonic()
        if left <= 0:
            raise self.missed()
        return min(left, self.seconds / STEPS)

    def missed(self) -> NetworkFailure:
        """The failure of a server that was too slow."""
        return NetworkFailure("did not answer in time – try again, or give a longer --timeout")
