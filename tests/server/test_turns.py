"""Readers of the page take turns, so that a crowd waits and nobody else does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from geo.server import turns
from geo.server.turns import ARRIVING, INSIDE, Turns

Message = dict[str, Any]

RUN = {
    "type": "websocket.receive",
    "bytes": BackMsg(rerun_script=ClientState()).SerializeToString(),
}
STOP = {"type": "websocket.receive", "bytes": BackMsg(stop_script=True).SerializeToString()}
LEFT = {"type": "websocket.disconnect"}


def told(status: ForwardMsg.ScriptFinishedStatus.ValueType) -> Message:
    message = ForwardMsg(script_finished=status)
    return {"type": "websocket.send", "bytes": message.SerializeToString()}


ENDED, CUT_SHORT = (
    told(ForwardMsg.FINISHED_SUCCESSFULLY),
    told(ForwardMsg.FINISHED_EARLY_FOR_RERUN),
)


class House:
    """An application behind `Turns`: who has come in, and whose runs have begun."""

    def __init__(self) -> None:
        self.entered: list[str] = []
        self.running: list[str] = []
        self.begun: list[str] = []
        self.turns = Turns(self._session)
        self.sessions: dict[str, Callable[[Message], Awaitable[None]]] = {}
        self.sent: list[Message] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def arrive(self, name: str, *says: Message) -> asyncio.Queue[Message]:
        says_next: asyncio.Queue[Message] = asyncio.Queue()
        for message in ({"type": "websocket.connect"}, *says):
            says_next.put_nowait(message)

        async def sent(message: Any) -> None:
            self.sent.append(message)

        scope = {"type": "websocket", "name": name}
        self._tasks.append(asyncio.create_task(self.turns(scope, says_next.get, sent)))
        await settle()
        return says_next

    async def end(self, name: str, how: Message = ENDED) -> None:
        self.running.remove(name)
        await self.sessions[name](how)
        await settle()

    async def _session(self, scope: Any, receive: Any, send: Any) -> None:
        name = scope["name"]
        self.entered.append(name)
        self.sessions[name] = send
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] != "websocket.disconnect":
            if message == RUN:
                self.running.append(name)
                self.begun.append(name)


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def test_a_crowd_runs_a_few_at_a_time_and_all_get_in() -> None:
    async def crowd() -> None:
        house, names = House(), [str(number) for number in range(10)]
        for name in names:
            await house.arrive(name, RUN)
        assert house.entered == names
        assert house.running == names[:ARRIVING]
        for name in names:
            await house.end(name)
            assert len(house.running) <= ARRIVING
        assert house.begun == names

    asyncio.run(crowd())


def test_who_is_inside_waits_for_nobody_who_arrives() -> None:
    async def step() -> None:
        house = House()
        line = await house.arrive("inside", RUN)
        await house.end("inside")
        for number in range(2 * ARRIVING):
            await house.arrive(str(number), RUN)
        line.put_nowait(RUN)
        await settle()
        assert house.running[-1] == "inside"

    asyncio.run(step())


def test_who_leaves_while_waiting_takes_no_turn() -> None:
    async def leave() -> None:
        house = House()
        for number in range(ARRIVING):
            await house.arrive(str(number), RUN)
        await house.arrive("left", RUN, STOP, LEFT)
        await house.arrive("next", RUN)
        await house.end("0")
        assert house.begun[-1] == "next"
        assert "left" not in house.begun

    asyncio.run(leave())


@pytest.mark.parametrize(
    "said",
    [
        {"bytes": b"\xff\xfe not a message"},
        {"bytes": b""},
        {"text": "a text"},
        {"bytes": bytes(turns._LARGEST_SAID_BYTES + 1)},
    ],
    ids=["garbage", "empty", "text", "huge"],
)
def test_who_says_what_no_page_says_is_shown_out(said: dict[str, Any]) -> None:
    async def intrude() -> None:
        house = House()
        await house.arrive("one", {"type": "websocket.receive", **said}, RUN)
        assert house.sent[1:] == [{"type": "websocket.close", "code": 1008}]
        assert not house.begun
        await house.arrive("other", STOP, RUN)
        assert house.begun == ["other"]

    asyncio.run(intrude())


def test_a_run_that_is_cut_short_by_a_newer_keeps_its_turn() -> None:
    async def drag() -> None:
        house = House()
        for number in range(ARRIVING + 1):
            await house.arrive(str(number), RUN)
        await house.end("0", CUT_SHORT)
        assert str(ARRIVING) not in house.begun
        house.running.append("0")
        await house.end("0", ENDED)
        assert house.begun[-1] == str(ARRIVING)

    asyncio.run(drag())


def test_a_run_that_waits_for_something_else_gives_its_turn_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "LONGEST_SECONDS", 0.0)

    async def film() -> None:
        house = House()
        for number in range(ARRIVING + INSIDE):
            await house.arrive(str(number), RUN)
        assert len(house.begun) == ARRIVING + INSIDE

    asyncio.run(film())


def test_a_connection_that_fails_leaves_its_turn_to_others() -> None:
    async def fail() -> None:
        async def failing(_scope: Any, receive: Any, _send: Any) -> None:
            await receive()
            raise RuntimeError("fell over")

        async def says() -> Message:
            return RUN

        async def sent(_: Any) -> None:
            pass

        there = Turns(failing)
        for _ in range(ARRIVING + 1):
            with pytest.raises(RuntimeError, match="fell over"):
                await there({"type": "websocket"}, says, sent)

    asyncio.run(fail())
