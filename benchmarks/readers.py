"""Readers without a browser: websocket sessions that speak Streamlit's own protocol.

Each connects as the page does, runs the page's script once, learns the date slider's id from what
the server sends, and then commits dates: the protobuf message a released slider sends. A commit is
over when the server reports the script finished, so an unanswered one fails instead of counting.
Not played: what a component in a page sends back of its own accord (streamlit-folium reports its
bounds and so makes the naive page run twice a step; these figures are to its good).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks import process
from benchmarks.figures import Sample

STREAM = "/_stcore/stream"
SLIDER_KEY = "date"
ANSWER_SECONDS = 300.0
REST_SECONDS = 30
STILL_BYTES = 250_000
"""A server that holds no more and no less than this from one second to the next is at rest."""

OK_STATUSES = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
)


class ReaderError(Exception):
    """The server did not answer as a page expects; the message says what came."""


@dataclass
class Reader:
    """One open session. Use `open_reader`, which runs the page once."""

    socket: ClientConnection
    received_bytes: int = 0
    _slider: str = ""
    _fragment: str = ""
    _low: float = 0.0
    _high: float = 0.0
    _step: float = 1.0
    _cached: set[str] = field(default_factory=set)

    async def run(self) -> float:
        """Runs the page as it opens; seconds until the script had finished."""
        return await self._ask(BackMsg())

    async def commit(self, part: float) -> float:
        """Releases the slider at `part` (0 to 1) of its range; seconds until finished."""
        if not self._slider:
            raise ReaderError(f"the page has no slider with the key {SLIDER_KEY!r}")
        message = BackMsg()
        steps = round(part * (self._high - self._low) / self._step)
        widget = message.rerun_script.widget_states.widgets.add(id=self._slider)
        widget.double_array_value.data.append(self._low + steps * self._step)
        message.rerun_script.fragment_id = self._fragment
        return await self._ask(message)

    async def _ask(self, message: BackMsg) -> float:
        message.rerun_script.cached_message_hashes.extend(sorted(self._cached))
        began = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(ANSWER_SECONDS):
            while not await self._finished():
                pass  # bounded by the timeout
        return time.perf_counter() - began

    async def _finished(self) -> bool:
        data = await self.socket.recv()
        if isinstance(data, str):
            raise ReaderError(f"expected a binary message, got text: {data[:80]!r}")
        self.received_bytes += len(data)
        answer = ForwardMsg.FromString(data)
        if answer.metadata.cacheable and answer.hash:
            self._cached.add(answer.hash)
        kind = answer.WhichOneof("type")
        if kind == "delta":
            self._learn(answer)
        elif kind == "script_finished":
            # A run cut short by a newer one is not its end.
            if answer.script_finished in OK_STATUSES:
                return True
            if answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                raise ReaderError(f"the script ended with status {answer.script_finished}")
        return False

    def _learn(self, answer: ForwardMsg) -> None:
        element = answer.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise ReaderError(f"the page shows an error: {element.exception.message}")
        if element.WhichOneof("type") != "slider":
            return
        slider = element.slider
        if slider.id.endswith(f"-{SLIDER_KEY}"):
            self._slider, self._fragment = slider.id, answer.delta.fragment_id
            self._low, self._high, self._step = slider.min, slider.max, slider.step


@dataclass
class Served:
    """What one server process does for many readers; sizes are bytes, times seconds."""

    resident_bytes: dict[int, int | None] = field(default_factory=dict)
    commit_seconds: Sample | None = None
    commit_bytes: float | None = None
    commits_per_second: float | None = None
    crowd: int = 0
    crowd_settled_seconds: float | None = None
    crowd_median_seconds: float | None = None
    crowd_commits_per_second: float | None = None


def serve(url: str, pid: int, counts: Sequence[int], commits: int) -> Served:
    """Measures the server at `url`: memory with `counts` readers open, then commits.

    First one reader commits `commits` times in a row; then all of them at the same moment.
    """
    return asyncio.run(_serve(url, pid, sorted(counts), commits))


async def open_reader(url: str) -> Reader:
    """Connects to the page at `url` (http) and runs it once."""
    address = url.replace("http://", "ws://", 1) + STREAM
    # No keepalive, as in a browser: a server at its limit may answer late; that is measured.
    socket = await connect(
        address,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        ping_interval=None,
    )
    reader = Reader(socket)
    try:
        await reader.run()
    except BaseException:
        await socket.close()
        raise
    return reader


async def _serve(url: str, pid: int, counts: Sequence[int], commits: int) -> Served:
    found = Served(crowd=counts[-1])
    readers: list[Reader] = []
    try:
        for count in counts:
            while len(readers) < count:
                readers.append(await open_reader(url))
            found.resident_bytes[count] = await _at_rest(pid)
        await _one_after_another(readers[0], commits, found)
        await _all_at_once(readers, found)
    finally:
        await asyncio.gather(*(reader.socket.close() for reader in readers))
    return found


async def _at_rest(pid: int) -> int | None:
    """What the server holds once that stands still: it may yet be making what others will want."""
    found = process.resident_bytes(pid)
    for _ in range(REST_SECONDS if found else 0):
        await asyncio.sleep(1)
        before, found = found or 0, process.resident_bytes(pid)
        if abs((found or 0) - before) < STILL_BYTES:
            break
    return found


async def _one_after_another(reader: Reader, commits: int, found: Served) -> None:
    before = reader.received_bytes
    times = [await reader.commit(_place(number)) for number in range(commits)]
    found.commit_seconds = Sample.of(times)
    found.commit_bytes = (reader.received_bytes - before) / commits
    found.commits_per_second = commits / sum(times)


async def _all_at_once(readers: Sequence[Reader], found: Served) -> None:
    asked: list[Awaitable[float]] = [r.commit(_place(n)) for n, r in enumerate(readers)]
    times = await asyncio.gather(*asked)
    found.crowd_settled_seconds = max(times)
    sample = Sample.of(list(times))
    found.crowd_median_seconds = sample.p50 if sample else None
    found.crowd_commits_per_second = len(times) / max(times)


def _place(number: int) -> float:
    """Parts of the range, far apart from one commit to the next (golden ratio)."""
    return (0.5 + number * 0.6180339887) % 1.0
