"""Tells addresses of the public internet from those inside somebody's network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

_NOT_PUBLIC = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
            "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
        ).split(),
    )
)
"""IANA IPv4 Special-Purpose Address Registry, all that is not globally reachable, and multicast.

Not `ipaddress.is_private`: what that holds changes with the version of Python.
"""

_UNICAST = IPv6Network("2000::/3")
"""The only part of IPv6 in public use (IANA IPv6 Address Space)."""
_APART = tuple(map(IPv6Network, "2001::/23 2001:db8::/32 3fff::/20".split()))
"""Parts of it for protocols (Teredo among them) and documentation (IANA IPv6 Special-Purpose Address Registry)."""

_HOLDING: tuple[tuple[IPv6Network, int], ...] = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("2002::/16"), 80),
)
"""IPv6 that stands for an IPv4 address – mapped, NAT64, 6to4 – with the bits to the right of that address."""


def is_private(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is not one of the public internet: private, loopback, link-local, shared, multicast, reserved.

    An IPv6 address that stands for an IPv4 one is what that is.
    """
    if isinstance(address, IPv4Address):
        return any(address in network for network in _NOT_PUBLIC)
    for network, right in _HOLDING:
        if address in network:
            return is_private(IPv4Address(int(address) >> right & 0xFFFFFFFF))
    return address not in _UNICAST or any(address in network for network in _APART)
