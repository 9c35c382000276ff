"""Which addresses are of the public internet."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.network.private import is_private

V4 = st.integers(0, 2**32 - 1).map(IPv4Address)
V6 = st.integers(0, 2**128 - 1).map(IPv6Address)


@pytest.mark.parametrize(
    "text",
    [
        *("0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254"),
        *("172.16.0.1", "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "fe80::1", "fe80::1%1", "fc00::1"),
        *("fd12::1", "ff02::1", "fec0::1", "2001:db8::1", "2001::1", "64:ff9b::a00:1", "64:ff9b:1::1"),
        *("2002:a00:1::1", "2002:7f00:1::", "2002:c0a8:101::", "100::1", "4000::1"),
    ],
)
def test_what_is_not_public_is_private(text: str) -> None:
    """Every kind of address that leads somewhere inside, in every guise."""
    assert is_private(ip_address(text))


@pytest.mark.parametrize(
    "text",
    [
        *("1.1.1.1", "9.9.9.9", "93.184.215.14", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1"),
        *("2606:4700::1111", "2a00:1450::1", "2001:4860:4860::8888", "::ffff:1.1.1.1", "64:ff9b::101:101"),
        "2002:101:101::1",
    ],
)
def test_what_is_public_is_not_private(text: str) -> None:
    """Neighbours of private ranges, and addresses that stand for public ones."""
    assert not is_private(ip_address(text))


@given(V4 | V6)
def test_nothing_is_public_that_python_calls_private(address: IPv4Address | IPv6Address) -> None:
    """Whatever the standard library's list of this version holds."""
    held = getattr(address, "ipv4_mapped", None) or address
    doubtful = held.is_private or held.is_multicast or held.is_reserved or held.is_loopback or held.is_link_local
    nat64 = str(address).startswith("64:ff9b::") and not is_private(address)
    assert is_private(address) or not doubtful or nat64


@given(V4)
def test_an_embedded_address_is_what_it_stands_for(address: IPv4Address) -> None:
    """Mapped, NAT64 and 6to4 forms are neither a way in nor shut out."""
    number = int(address)
    mapped = IPv6Address((0xFFFF << 32) | number)
    nat64 = IPv6Address((0x64FF9B << 96) | number)
    sixto4 = IPv6Address((0x2002 << 112) | (number << 80))
    assert {is_private(form) for form in (mapped, nat64, sixto4)} == {is_private(address)}
