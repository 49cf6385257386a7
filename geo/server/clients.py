"""Who asks: the address by which fair shares are told apart.

Behind a proxy all readers would be one. uvicorn takes the address that a trusted proxy names in
X-Forwarded-For; which are trusted says its own setting, FORWARDED_ALLOW_IPS. Left unset it trusts
whatever asks from this machine, and anybody there could ask as ever-new others: `trust_no_proxy`.
"""

from __future__ import annotations

import gc
import ipaddress
import os

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from geo.basics.shares import Shares

TRUSTED_PROXIES = "FORWARDED_ALLOW_IPS"
"""The environment variable that names the proxies to believe, with commas: addresses, networks."""

HERE = Shares(rest=3.0, free_seconds=3.0)
"""Who has had what made in the process that serves everybody: after one second of it, every client
has a quarter of one core at most."""

_HOME_BITS = 64
"""What one client of IPv6 has to itself: it may ask from any address of its network."""


def client_of(address: str | None) -> str:
    """The client at an address: an IPv4 address, the network of an IPv6 one, or the name as it is.

    >>> client_of("2001:db8:1:2:3:4:5:6"), client_of("::ffff:192.0.2.7"), client_of(None)
    ('2001:db8:1:2::/64', '192.0.2.7', '')
    """
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return address or ""
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, _HOME_BITS), strict=False))


def trust_no_proxy() -> int:
    """Let uvicorn believe nobody's X-Forwarded-For unless its setting says whose.

    Returns in how many places. The server reads the setting before it loads the application and
    hands nothing out, hence the search among all objects.
    """
    if TRUSTED_PROXIES in os.environ:
        return 0
    believing = [found for found in gc.get_objects() if type(found) is ProxyHeadersMiddleware]
    for found in believing:
        found.trusted_hosts = type(found.trusted_hosts)([])
    return len(believing)
