"""Who asks: shares are told apart by addresses that nobody can make up."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from geo.server.clients import TRUSTED_PROXIES, client_of, trust_no_proxy


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        (None, ""),
    ],
)
def test_a_client_is_an_address_or_its_network(address: str | None, client: str) -> None:
    assert client_of(address) == client


def seen(proxied: ProxyHeadersMiddleware) -> str:
    """The address the application is told of, where another is named in a header."""
    scope: Any = {
        "type": "http",
        "client": ("127.0.0.1", 5),
        "headers": [(b"x-forwarded-for", b"198.51.100.9")],
    }
    asyncio.run(proxied(scope, None, None))  # type: ignore[arg-type]
    return str(scope["client"][0])


@pytest.mark.parametrize(
    ("trusted", "client"), [(None, "127.0.0.1"), ("127.0.0.1", "198.51.100.9")]
)
def test_only_a_proxy_that_is_named_says_who_asks(
    monkeypatch: pytest.MonkeyPatch, trusted: str | None, client: str
) -> None:
    async def nothing(*_: object) -> None:
        pass

    monkeypatch.delenv(TRUSTED_PROXIES, raising=False)
    if trusted:
        monkeypatch.setenv(TRUSTED_PROXIES, trusted)
    proxied = ProxyHeadersMiddleware(nothing, "127.0.0.1")
    assert seen(proxied) == "198.51.100.9"
    trust_no_proxy()
    assert seen(proxied) == client
