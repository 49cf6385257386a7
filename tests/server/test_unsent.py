"""What waits to be sent leaves whole and in order when a part of the page runs anew."""

from __future__ import annotations

import asyncio

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import create_reference_msg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from geo.server import asset_routes

MENU, DAY = "menu", "day"
BLOCK, INSIDE = [0, 2], [0, 2, 0]


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start the dashboard as a server does that has nothing to make for a first visitor."""
    import dashboard

    monkeypatch.setattr(ForwardMsgQueue, "clear", ForwardMsgQueue.clear)  # put back after it
    monkeypatch.setattr(asset_routes, "warm", lambda: None)

    async def start() -> None:
        async with dashboard.lifespan(dashboard.app):
            pass

    asyncio.run(start())


def begins(run: str, part: str = "") -> ForwardMsg:
    told = ForwardMsg()
    told.new_session.main_script_path = run
    if part:
        told.metadata.run.fragment_ids.append(part)
    return told


def block(part: str) -> ForwardMsg:
    told = ForwardMsg()
    told.metadata.delta_path.extend(BLOCK)
    told.delta.add_block.allow_empty = True
    told.delta.fragment_id = part
    return told


def text(part: str, words: str) -> ForwardMsg:
    told = ForwardMsg()
    told.metadata.delta_path.extend(INSIDE)
    told.delta.new_element.text.body = words
    told.delta.fragment_id = part
    return told


def held_by_browser(part: str) -> ForwardMsg:
    told = text(part, "what the browser holds")
    told.hash = "its hash"
    return create_reference_msg(told)


def ends(how: ForwardMsg.ScriptFinishedStatus.ValueType) -> ForwardMsg:
    told = ForwardMsg()
    told.script_finished = how
    return told


def test_a_run_of_a_part_takes_back_nothing_that_was_not_sent_yet() -> None:
    first = [
        begins("first", MENU),
        block(MENU),
        held_by_browser(MENU),
        ends(ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY),
    ]
    second = [begins("second", MENU), block(MENU), text(MENU, "another")]
    for part in (MENU, DAY):  # the part itself, and another beside it
        queue = ForwardMsgQueue()
        for told in first:
            queue.enqueue(told)
        queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[part])
        for told in second:
            queue.enqueue(told)
        assert queue.flush() == [*first, *second], part


def test_a_run_of_the_whole_page_takes_back_what_it_draws_anew() -> None:
    queue = ForwardMsgQueue()
    for told in (begins("first", MENU), block(MENU), held_by_browser(MENU)):
        queue.enqueue(told)
    queue.clear(retain_lifecycle_msgs=True)
    assert queue.flush() == [begins("first", MENU)]
    assert queue.is_empty()
