"""Counts what a page receives and sends, by Chromium's own account (Chrome DevTools Protocol)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import CDPSession

from benchmarks.assets import OutsideRequests

BINARY_FRAME = 2
Kind = Literal["http", "socket in", "socket out"]


@dataclass(frozen=True, slots=True)
class Transfer:
    """One finished answer or websocket frame: seconds since 1970, bytes, what it was."""

    at: float
    size: int
    kind: Kind


class Traffic:
    """Every transfer of a page since it was made.

    HTTP counts as it travels (headers and compressed body); a websocket frame counts its payload,
    which Streamlit sends uncompressed unless configured otherwise.
    """

    def __init__(self, session: CDPSession, outside: OutsideRequests) -> None:
        self.transfers: list[Transfer] = []
        self._outside = outside
        self._offset: float | None = None
        self._urls: dict[str, str] = {}
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketFrameReceived", lambda e: self._frame(e, "socket in"))
        session.on("Network.webSocketFrameSent", lambda e: self._frame(e, "socket out"))
        session.send("Network.enable")

    def total(self, start: float = 0.0, end: float = float("inf")) -> int:
        """Bytes of all transfers that ended between two moments (seconds since 1970)."""
        return sum(one.size for one in self.transfers if start <= one.at <= end)

    def _sent(self, event: dict[str, Any]) -> None:
        if self._offset is None:
            self._offset = event["wallTime"] - event["timestamp"]
        self._urls[event["requestId"]] = event["request"]["url"]

    def _finished(self, event: dict[str, Any]) -> None:
        # What a route answers never travelled: it counts as it would have.
        url = self._urls.get(event["requestId"], "")
        size = self._outside.sizes.get(url, int(event["encodedDataLength"]))
        self._note(event["timestamp"], size, "http")

    def _frame(self, event: dict[str, Any], kind: Kind) -> None:
        payload = event["response"]["payloadData"]
        size = len(payload)
        if event["response"]["opcode"] == BINARY_FRAME:  # then it comes as base64
            size = size * 3 // 4 - payload[-2:].count("=")
        self._note(event["timestamp"], size, kind)

    def _note(self, timestamp: float, size: int, kind: Kind) -> None:
        if self._offset is not None:
            self.transfers.append(Transfer(timestamp + self._offset, size, kind))
