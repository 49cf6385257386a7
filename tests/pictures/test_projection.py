"""What a picture frames: its projection, views and boxes, and those that are refused."""

import pytest

from geo import pictures
from geo.atlas import Atlas, View
from geo.basics.boxes import Box, written
from geo.basics.errors import AtlasError
from geo.borders import Worldview
from geo.pictures import frames, projected
from tests.pictures.drawn import picture

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("worldview", ["un", "de_facto"])
def test_nothing_smears_across_the_world(atlas: Atlas, worldview: Worldview) -> None:
    whole = projected.projected_map(atlas.borders(worldview), frames.fixed_frame("world"))
    russia = next(area for area in whole.areas if area.area_id == "RUS")
    drawn = russia.geometry.area / 1e12
    assert drawn == pytest.approx(16.9, abs=0.3)  # million square kilometres
    for area in whole.areas:
        for part in area.geometry.geoms:
            assert part.bounds[2] - part.bounds[0] < 11_000_000, area.area_id  # Russia


def test_a_frame_across_the_antimeridian_is_in_one_piece(atlas: Atlas) -> None:
    frame = frames.frame_of((176.0, -20.0, 182.0, -15.0))
    shown = projected.projected_map(atlas.borders("un"), frame)
    fiji = next(area for area in shown.areas if area.area_id == "FJI")
    left, _, right, _ = fiji.geometry.bounds
    assert right - left < 700_000  # metres: islands on both sides of 180, side by side
    assert frames.frame_of((-184.0, -20.0, -178.0, -15.0)) == frame


@pytest.mark.parametrize(
    "bounds",
    [(19.0, 53.0, 31.0, 60.5), (150.0, -50.0, 200.0, -5.0), (-400.0, -80.0, 400.0, 85.0)],
)
def test_what_a_web_map_shows_can_be_drawn(atlas: Atlas, landing: View, bounds: Box) -> None:
    image = picture(pictures.render(atlas, landing, extent_bounds=bounds, scale=1))
    assert image.size == (1200, 900)
    assert image.info["Bounds"] == written(bounds)
    assert image.info["Permalink"] == "?date=2026-02-20"


def test_pictures_of_boxes_do_not_push_out_the_named_ones(atlas: Atlas) -> None:
    named = projected.projected_map(atlas.borders("un"), frames.fixed_frame("flank"))
    for west in range(2 * projected.BOXES_KEPT):
        projected.projected_map(
            atlas.borders("un"), frames.frame_of((west, 50.0, west + 1.0, 51.0))
        )
    assert projected.projected_map(atlas.borders("un"), frames.fixed_frame("flank")) is named


def test_svg_and_pdf_of_a_box_say_which(atlas: Atlas, landing: View) -> None:
    box = (19.5, 53.8, 28.3, 59.7)
    drawn = pictures.render(atlas, landing, extent_bounds=box, fmt="svg").decode()
    assert "<dc:coverage>19.5,53.8,28.3,59.7</dc:coverage>" in drawn
    assert b"bounds 19.5,53.8,28.3,59.7" in pictures.render(
        atlas, landing, extent_bounds=box, fmt="pdf"
    )


@pytest.mark.parametrize(
    "bounds", [(10.0, 50.0, 10.0, 60.0), (10.0, 60.0, 20.0, 50.0), (float("nan"), 0.0, 1.0, 1.0)]
)
def test_a_box_without_an_inside_is_refused(atlas: Atlas, landing: View, bounds: Box) -> None:
    with pytest.raises(AtlasError, match="expected west < east"):
        pictures.render(atlas, landing, extent_bounds=bounds)


@pytest.mark.parametrize(
    ("option", "value"),
    [("fmt", "gif"), ("scale", 3), ("theme", "sepia"), ("extent", "moon"), ("highlight", "XXX")],
)
def test_unknown_choices_are_refused(
    atlas: Atlas, landing: View, option: str, value: object
) -> None:
    with pytest.raises(AtlasError, match="expected"):
        pictures.render(atlas, landing, **{option: value})  # type: ignore[arg-type]
