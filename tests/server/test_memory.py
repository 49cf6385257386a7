"""What has become free is given back: whether the server tells when to."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from geo.server import memory


def test_memory_is_given_back_when_it_has_grown_and_not_while_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asyncio.run(asyncio.to_thread(int))  # what this loads is loaded before
    megabyte = 2**20
    held = iter([100, 90, 90, 95, 97, 99, 92, 92, 60, 69, 60])  # looked at, or left after giving
    given: list[int] = []
    last = 0

    def told() -> int:
        nonlocal last
        try:
            last = next(held)
        except StopIteration:
            raise asyncio.CancelledError from None
        return last * megabyte

    monkeypatch.setattr(memory, "LOOK_AGAIN_SECONDS", 0)
    monkeypatch.setattr(memory, "held_bytes", told)
    monkeypatch.setattr(memory, "give_back", lambda: given.append(last))
    with suppress(asyncio.CancelledError):
        asyncio.run(memory.watch())
    assert given == [100, 99, 69]


def test_this_process_holds_something() -> None:
    assert memory.held_bytes() > memory.GROWN_BYTES
