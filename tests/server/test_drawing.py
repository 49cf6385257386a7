"""Drawing apart: a process that is asked, says how far it is, and ends when it takes too much."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest

from geo.answers.files import catalogue
from geo.atlas import Atlas
from geo.atlas.supposed import parse
from geo.atlas.what_if import suppose
from geo.basics.errors import AtlasError
from geo.server.drawing import DrawingError, Studio, jobs
from geo.server.drawing.exports import export_file
from geo.server.drawing.limits import MOST_BYTES, RENEWED_AT_BYTES
from tests.own_data import own_atlas

pytestmark = pytest.mark.slow

Tell = Callable[[float], None]


def who(_: Atlas, tell: Tell) -> bytes:
    for part in (0.0, 0.5):
        tell(part)
    print("what a library prints is no answer")
    return str(os.getpid()).encode()


def of_the_record(atlas: Atlas, _: Tell) -> bytes:
    return f"{atlas.record.checksum} {len(atlas.borders().area_shapes)}".encode()


def refuse(_: Atlas, __: Tell) -> bytes:
    raise AtlasError("not like this")


def hold_too_much(_: Atlas, __: Tell) -> bytes:
    return bytes(2 * MOST_BYTES)


def never_end(_: Atlas, __: Tell) -> bytes:
    while True:
        threading.Event().wait()


def compute_for_ever(_: Atlas, __: Tell) -> bytes:
    while True:
        pass


def fall_over(_: Atlas, __: Tell) -> bytes:
    os._exit(3)


@pytest.fixture(scope="module")
def studio() -> Iterator[Studio]:
    found = Studio(limit_seconds=120, idle_seconds=0)
    yield found
    found.close()


def test_one_process_draws_apart_and_says_how_far_it_is(studio: Studio) -> None:
    told: list[float] = []
    process = studio.make(own_atlas(), who, told.append)
    assert process != str(os.getpid()).encode()
    assert told == [0.0, 0.5]
    assert studio.make(own_atlas(), who) == process


def test_a_process_is_not_renewed_for_what_the_server_holds(studio: Studio) -> None:
    process = studio.make(own_atlas(), who)
    studio.close()
    held = bytearray(RENEWED_AT_BYTES)
    held[::4096] = b"1" * len(held[::4096])  # every page of it is really there
    renewed = studio.make(own_atlas(), who)
    assert renewed != process
    assert studio.make(own_atlas(), who) == renewed
    assert len(held) == RENEWED_AT_BYTES


def test_it_draws_of_the_atlas_that_is_served_not_of_the_disk(studio: Studio) -> None:
    atlas = own_atlas()
    assert studio.make(atlas, of_the_record) == of_the_record(atlas, lambda _: None)


def test_what_is_drawn_apart_is_what_is_drawn_here(studio: Studio) -> None:
    atlas = own_atlas()
    view = atlas.on(atlas.verified_to)
    job = partial(jobs.picture, shown=jobs.Shown.of(view), fmt="svg")
    assert studio.make(atlas, job).startswith(b"<?xml")
    for name in ("geojson", "csv"):
        chosen = catalogue.find("borders", name)
        assert export_file(studio, chosen, atlas, view, "") == chosen.file(atlas, view)


def test_what_is_supposed_is_drawn_apart_too(studio: Studio) -> None:
    atlas = own_atlas()
    supposing = suppose(atlas, parse("NOR:withdrawal_notice:2026-12-01"))
    view = supposing.on(date(2027, 12, 1))
    chosen = catalogue.find("borders", "geojson")
    made = export_file(studio, chosen, supposing, view, "")
    assert made == chosen.file(supposing, view)
    assert made != chosen.file(atlas, atlas.on(view.day))


def test_the_geometry_goes_with_the_atlas_and_is_not_read_again() -> None:
    atlas = own_atlas()
    shapes = atlas.borders().area_shapes
    sent: Atlas = pickle.loads(pickle.dumps(atlas))
    for other in (sent, suppose(atlas, parse("NOR:withdrawal_notice:2026-12-01"))):
        assert vars(other.borders())["area_shapes"] == shapes


def test_what_a_drawing_refuses_is_told_and_the_next_is_drawn(studio: Studio) -> None:
    process = studio.make(own_atlas(), who)
    with pytest.raises(AtlasError, match="not like this"):
        studio.make(own_atlas(), refuse)
    assert studio.make(own_atlas(), who) == process


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (hold_too_much, "more memory"),
        (fall_over, "early"),
        (never_end, "longer"),
        (compute_for_ever, "longer"),
    ],
)
def test_what_takes_too_much_is_ended_and_the_next_is_drawn(
    job: Callable[[Atlas, Tell], bytes], words: str
) -> None:
    unending = job in (never_end, compute_for_ever)
    studio = Studio(limit_seconds=1 if unending else 120, idle_seconds=0)
    try:
        with pytest.raises(DrawingError, match=words):
            studio.make(own_atlas(), job)
        studio._limit = 120
        assert studio.make(own_atlas(), who)
    finally:
        studio.close()


def test_a_process_that_is_asked_nothing_ends(studio: Studio) -> None:
    process = studio.make(own_atlas(), who)
    studio._end_unless_asked(studio._asked - 1)  # it has been asked since
    assert studio.make(own_atlas(), who) == process
    studio._end_unless_asked(studio._asked)
    assert studio.make(own_atlas(), who) != process
