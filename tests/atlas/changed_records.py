"""The project's own atlas and record, and what the tests of a day change in them."""

from __future__ import annotations

from geo.atlas import Atlas
from geo.records import Record
from tests.own_data import own_atlas

ATLAS = own_atlas()
RECORD = ATLAS.record


def atlas_of(record: Record) -> Atlas:
    return Atlas(record, {"un": ATLAS.borders("un")})
