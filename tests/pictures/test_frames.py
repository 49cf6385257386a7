"""A picture of a box shows the box, and says what it shows."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from geo import pictures
from geo.atlas import Atlas
from geo.basics import boxes
from geo.basics.boxes import Box
from geo.basics.choices import PictureFormat
from geo.basics.errors import AtlasError
from geo.pictures.frames import Frame, edge_of, frame_of, transformer

DEGREES = 0.005
METRES = 200.0


@st.composite
def asked(draw: st.DrawFn) -> Box:
    """A box that an address or a command line can ask for."""
    west = draw(st.floats(-180, 180))
    width = draw(st.floats(0.5, 15) | st.floats(0.5, 360) | st.just(360.0))
    south = draw(st.sampled_from([-85.0, 60.0, 84.5]) | st.floats(-85, 84.5))
    height = draw(st.floats(0.5, 8) | st.floats(0.5, 170))
    rounded = (round(side, 2) for side in (west, south, west + width, min(south + height, 85.0)))
    west, south, east, north = rounded
    return west, south, min(max(east, west + 0.5), west + 360.0), max(north, south + 0.5)


def places(frame: Frame) -> tuple[np.ndarray, np.ndarray]:
    """Places all over what a page shows, in degrees."""
    if frame.whole_world:  # cut along the box itself
        west, south, east, north = frame.window
        lons, lats = np.meshgrid(np.linspace(west, east, 40), np.linspace(south, north, 40))
        return lons.ravel(), lats.ravel()
    left, bottom, right, top = frame.box
    xs, ys = np.meshgrid(np.linspace(left, right, 60), np.linspace(bottom, top, 60))
    lons, lats = transformer(frame.crs).transform(xs.ravel(), ys.ravel(), direction="INVERSE")
    return np.asarray(lons), np.asarray(lats)


@given(asked())
@example((-180.0, -85.0, 180.0, -60.0))
@example((-180.0, 60.0, 180.0, 85.0))
@example((-180.0, -10.0, 180.0, 10.0))
@example((100.0, -50.0, 250.0, 50.0))
@example((179.9, -17.0, 180.4, -16.5))
@example((40.0, 70.0, 60.0, 84.0))
@example((108.0, 0.0, 253.0, 1.0))
def test_what_is_said_to_be_drawn_is_what_the_page_shows(box: Box) -> None:
    frame = frame_of(box)
    west, south, east, north = frame.drawn
    assert -180.0 <= west <= 180.0
    assert -90.0 <= south < north <= 90.0
    assert 0.0 < east - west <= 360.0
    lons, lats = places(frame)
    assert np.isfinite(lons).all()
    beyond = (lons - west) % 360.0
    assert ((beyond <= east - west + DEGREES) | (beyond >= 360.0 - DEGREES)).all()
    assert lats.min() >= south - DEGREES
    assert lats.max() <= north + DEGREES
    # And no more than that: the page reaches each side of the box.
    coarse = max(north - south, 1.0) / 12
    assert lats.min() <= south + coarse
    assert lats.max() >= north - coarse


@given(asked())
@example((-180.0, -85.0, 180.0, -60.0))
@example((165.0, 60.0, 525.0, 85.0))
def test_all_that_is_asked_for_is_on_the_page(box: Box) -> None:
    frame = frame_of(box)
    if not frame.whole_world:
        left, bottom, right, top = frame.box
        xs, ys = transformer(frame.crs).transform(*edge_of(box, 60))
        assert left - METRES <= xs.min() <= xs.max() <= right + METRES
        assert bottom - METRES <= ys.min() <= ys.max() <= top + METRES
    west, _, east, _ = frame.drawn
    width = box[2] - box[0]
    begins = (box[0] - west + DEGREES) % 360.0
    assert begins + width <= east - west + 2 * DEGREES or east - west >= 360.0 - DEGREES
    assert frame.drawn[1] <= box[1] + DEGREES
    assert frame.drawn[3] >= box[3] - DEGREES


@pytest.mark.parametrize("box", [(-10.0, -91.0, 10.0, 0.0), (-10.0, 0.0, 10.0, 90.5)])
def test_a_box_past_a_pole_is_refused(box: Box) -> None:
    with pytest.raises(AtlasError, match="latitudes from -90 to 90"):
        frame_of(box)


@pytest.mark.slow
@pytest.mark.parametrize("box", [(-180.0, -85.0, 180.0, -60.0), (19.5, 53.8, 28.3, 59.7)])
def test_a_picture_of_a_box_says_what_was_asked_and_what_is_drawn(atlas: Atlas, box: Box) -> None:
    view = atlas.on(atlas.verified_to)
    png = pictures.render(atlas, view, extent_bounds=box, scale=1)
    said = Image.open(io.BytesIO(png)).info
    assert said["Bounds"] == boxes.written(box)
    drawn = boxes.written(frame_of(box).drawn)
    assert said["Drawn"] == drawn
    assert drawn in said["Description"]
    others: tuple[PictureFormat, ...] = ("svg", "pdf")
    for fmt in others:
        assert drawn.encode() in pictures.render(atlas, view, extent_bounds=box, fmt=fmt)
