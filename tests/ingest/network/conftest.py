"""The server that the tests of this folder ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ingest.network.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A running server without pages."""
    with serving() as held:
        yield held
