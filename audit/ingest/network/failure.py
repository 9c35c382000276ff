"""Why an address could not be read, as the rest of one line."""

from __future__ import annotations


class NetworkFailure(Exception):  # noqa: N818 - never leaves the package: it becomes an IngestError
    """An address could not be read; the message says why and what to do, not which address."""
