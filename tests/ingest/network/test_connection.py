"""Connections, and the time and the words there are for them."""

from __future__ import annotations

import errno

import httpcore
import pytest

from audit.ingest.network.access import Access, Deadline
from audit.ingest.network.connection import CheckedBackend
from audit.ingest.network.failure import NetworkFailure
from audit.ingest.network.troubles import explained
from tests.ingest.network.server import Site


def test_a_step_has_a_third_of_the_time() -> None:
    """Look-up, connection and answer may each be as slow as the others."""
    assert 0 < Deadline(30).left() <= 10


def test_when_the_time_is_up_no_step_begins() -> None:
    """However fast it would be."""
    with pytest.raises(NetworkFailure, match="did not answer in time"):
        Deadline(0).left()


def test_a_connection_goes_where_it_says(site: Site) -> None:
    """To the address that was checked, whatever name was asked for."""
    access = Access(allow_private=True, resolve=lambda _host, _port: ["127.0.0.1"])
    stream = CheckedBackend(access, Deadline(20)).connect_tcp("name.example", site.port)
    try:
        assert stream.get_extra_info("server_addr") == ("127.0.0.1", site.port)
    finally:
        stream.close()


def test_the_system_says_why_a_host_cannot_be_reached() -> None:
    """In its own words."""
    cause = httpcore.ConnectError()
    cause.__cause__ = OSError(errno.EHOSTUNREACH, "No route to host")
    assert str(explained(cause, Deadline(1))) == "cannot be reached: No route to host"
