"""What a run may read from the network, and when it remembers which entries of feeds were audited."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from audit.errors import ConfigError
from audit.visible import visible

if TYPE_CHECKING:
    from audit.config import Config
    from audit.ingest.network.network import Network

LONGEST = 3600
"""Seconds that an address may take at most: who waits longer for one waits for nothing."""


def network(settings: Config, *, allow_private: bool, seconds: float | None, renew: bool, follow: bool) -> Network:
    """The network of a run; where it does not `follow` feeds, or has no cache, every entry is audited every time."""
    from audit.ingest.network.access import SECONDS, Access
    from audit.ingest.network.network import Network
    from audit.ingest.network.state import FeedState, state_path

    if seconds is not None and not 0 < seconds <= LONGEST:
        raise ConfigError(f"--timeout is a number of seconds above 0 and at most {LONGEST}, not {seconds:g}")
    access = Access(allow_private=allow_private, seconds=seconds or SECONDS)
    path = state_path(settings.cache) if follow else None
    return Network(access, FeedState(path) if path else None, renew=renew)


def settle(used: Network, status: int) -> None:
    """Remember the feeds audited by a run that ended well, and tell what there is to tell of them.

    After a failed gate nothing is remembered: the next run is to see the same entries again.
    """
    sys.stdout.flush()  # a reader that went away shows here at the latest
    if status == 0:
        used.commit()
    for note in used.notes:
        sys.stderr.write(f"audit: {visible(note)}\n")
