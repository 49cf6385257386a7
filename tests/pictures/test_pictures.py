"""The picture an editor prints: right colours, right words, the same bytes, whole files."""

import dataclasses
import errno
import io
import os
import re
import stat
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely
from PIL import Image, ImageChops
from pyproj import Geod

from geo import pictures
from geo.answers.country.programmes import border_programmes
from geo.answers.words.headline import headline
from geo.answers.words.legend import (
    BOUND_BLUE,
    GROUNDS,
    NOT_A_MINEFIELD_MAP,
    PENDING_PURPLE,
    PROGRAMMES_WORDS,
    WITHDRAWN_VERMILLION,
)
from geo.atlas import FLANK, Atlas, View
from geo.basics.boxes import Box, written
from geo.basics.choices import Extent, PictureFormat, Scale, Theme
from geo.basics.errors import AtlasError
from geo.basics.formats import long_date
from geo.borders import Worldview
from geo.pictures import frames, label_places, labels, layout, palette, programmes, projected
from geo.pictures.canvas import HEIGHT, MARGIN, Canvas, Weight, lines_of, width_of
from geo.pictures.map_box import MapBox, flank_border_of

pytestmark = pytest.mark.slow

LANDING = date(2026, 2, 20)
SVG = "{http://www.w3.org/2000/svg}"
WARSAW, HELSINKI, TIKHVIN, LONDON = (21.0, 51.4), (25.0, 61.6), (33.0, 60.0), (-1.5, 52.0)


@pytest.fixture(scope="module")
def landing(atlas: Atlas) -> View:
    return atlas.on(LANDING)


def picture(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def colour_at(content: bytes, lon_lat: tuple[float, float], extent: Extent = "flank") -> str:
    """The colour a 1x picture shows at a place; the map stands left, from margin to margin."""
    frame = frames.fixed_frame(extent)
    height = HEIGHT - 2 * MARGIN
    metres = (frame.box[3] - frame.box[1]) / height
    x, y = projected.at(frame, *lon_lat)
    pixel = (
        round(MARGIN + (x - frame.box[0]) / metres),
        round(MARGIN + (frame.box[3] - y) / metres),
    )
    red, green, blue = picture(content).convert("RGB").getpixel(pixel)  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


def texts_of(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return ["".join(element.itertext()).strip() for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(("scale", "size"), [(1, (1200, 900)), (2, (2400, 1800))])
def test_png_has_the_size_asked_for(
    atlas: Atlas, landing: View, scale: Scale, size: tuple[int, int]
) -> None:
    assert picture(pictures.render(atlas, landing, scale=scale)).size == size


def test_png_says_what_it_is(atlas: Atlas, landing: View) -> None:
    facts = picture(pictures.render(atlas, landing, scale=1, highlight="NOR")).info
    assert facts["Title"] == "Who is bound by the Mine Ban Convention, 2026-02-20"
    assert facts["Day"] == "2026-02-20"
    assert facts["Data checksum"] == atlas.record.checksum
    assert facts["Permalink"] == "?date=2026-02-20&country=NOR"
    assert headline(landing) in facts["Description"]


@pytest.mark.parametrize("fmt", ["png", "svg", "pdf"])
def test_same_day_gives_same_bytes(atlas: Atlas, landing: View, fmt: PictureFormat) -> None:
    first = pictures.render(atlas, landing, fmt=fmt, scale=1)
    projected.named.cache_clear()
    assert pictures.render(atlas, landing, fmt=fmt, scale=1) == first


def test_threads_do_not_disturb_each_other(atlas: Atlas, landing: View) -> None:
    other = atlas.on(date(2012, 6, 1))
    alone = [pictures.render(atlas, view, fmt="svg") for view in (landing, other)]
    with ThreadPoolExecutor(4) as pool:
        views = [landing, other] * 2
        drawn = list(pool.map(lambda view: pictures.render(atlas, view, fmt="svg"), views))
    assert drawn == alone * 2


def test_poland_changes_colour_on_the_day_its_withdrawal_takes_effect(atlas: Atlas) -> None:
    before, after = (
        pictures.render(atlas, atlas.on(day), scale=1) for day in (date(2026, 2, 19), LANDING)
    )
    shown, later = (
        {colour_at(content, (WARSAW[0] + n / 20, WARSAW[1])) for n in range(8)}
        for content in (before, after)
    )
    assert BOUND_BLUE in shown  # hatched: blue between white lines
    assert WITHDRAWN_VERMILLION not in shown
    assert WITHDRAWN_VERMILLION in later  # between white lines that run another way
    assert BOUND_BLUE not in later


@pytest.mark.parametrize(
    ("day", "extent", "place", "colour"),
    [
        (LANDING, "flank", HELSINKI, WITHDRAWN_VERMILLION),
        (LANDING, "flank", TIKHVIN, GROUNDS["light"].never),
        (LANDING, "europe", LONDON, BOUND_BLUE),
        (date(1998, 6, 1), "europe", LONDON, PENDING_PURPLE),
        (date(1997, 6, 1), "europe", LONDON, GROUNDS["light"].never),
    ],
)
def test_states_have_the_colour_of_their_status(
    atlas: Atlas, day: date, extent: Extent, place: tuple[float, float], colour: str
) -> None:
    content = pictures.render(atlas, atlas.on(day), extent=extent, scale=1)
    assert colour_at(content, place, extent) == colour


def test_crimea_follows_the_worldview(atlas: Atlas) -> None:
    simferopol = (34.5, 45.3)
    day = date(2020, 1, 1)  # before the hatch of Ukraine's declared suspension
    un, de_facto = (
        pictures.render(atlas, atlas.on(day, worldview), extent="europe", scale=1)
        for worldview in ("un", "de_facto")
    )
    assert colour_at(un, simferopol, "europe") == BOUND_BLUE
    assert colour_at(de_facto, simferopol, "europe") == GROUNDS["light"].never


def test_svg_holds_its_text_as_text(atlas: Atlas, landing: View) -> None:
    texts = texts_of(pictures.render(atlas, landing, fmt="svg"))
    together = " ".join(texts)
    assert long_date(LANDING) in texts
    assert headline(landing) in together
    assert NOT_A_MINEFIELD_MAP in texts
    assert {"Poland", "Kaliningrad", "Belarus", "Ukraine", "Sweden"} <= set(texts)
    assert texts.count("remains bound") == 2  # Norway and Belarus
    held = "Held against the depositary’s page of 3 February 2026: no difference · compiled to"
    assert f"{held} 3 March 2026. The day shown lies 17 days after that page." in together
    assert "resolution 68/262" in together
    assert "CC BY 4.0" in together
    assert atlas.record.checksum[:8] in together
    assert {"Bound", "Withdrawn", "Not a party"} <= set(texts)
    assert "Signatory" not in texts  # nobody on this map is one


@pytest.mark.parametrize("extent", ["flank", "world"])
def test_a_picture_prints_its_address(atlas: Atlas, landing: View, extent: Extent) -> None:
    svg = pictures.render(atlas, landing, extent=extent, fmt="svg", highlight="NOR")
    view = "" if extent == "flank" else "&view=world"
    address = f"Address on the atlas’s page: ?date=2026-02-20&country=NOR{view}"
    assert address in texts_of(svg)


def test_a_box_shows_who_left_when_and_the_programmes_as_the_page_does(
    atlas: Atlas, landing: View
) -> None:
    box = (19.5, 53.8, 28.3, 59.7)
    texts = texts_of(pictures.render(atlas, landing, extent_bounds=box, fmt="svg"))
    assert texts.count("left 27 Dec 2025") == 3  # Estonia, Latvia, Lithuania
    assert "left 20 Feb 2026" in texts
    assert PROGRAMMES_WORDS in texts
    before = texts_of(
        pictures.render(atlas, atlas.on(date(2025, 9, 1)), extent_bounds=box, fmt="svg")
    )
    assert before.count("leaves 27 Dec 2025") == 3
    early = atlas.on(date(2020, 1, 1))
    assert PROGRAMMES_WORDS not in texts_of(
        pictures.render(atlas, early, extent_bounds=box, fmt="svg")
    )


def test_beads_lie_inside_the_own_land_and_on_no_word(atlas: Atlas, landing: View) -> None:
    frame = frames.frame_of((19.5, 53.8, 28.3, 59.7))
    shown = projected.sheet(atlas.borders("un"), frame)
    place = MapBox(0.0, 0.0, HEIGHT * frame.aspect, HEIGHT, shown)
    known = border_programmes(atlas.record)
    found = programmes.beads(place, landing, known)
    assert len(found) > 100
    own = shapely.union_all(
        [area.geometry for area in shown.areas if area.area_id in ("EST", "LVA", "LTU", "POL")]
    )
    assert shapely.contains_xy(own, np.array(found)).all()
    word = (*place.pixel(*found[50]), *place.pixel(*found[50]))
    assert found[50] not in programmes.beads(place, landing, known, [word])


def test_every_flank_border_has_its_leading_length_beside_it(atlas: Atlas, landing: View) -> None:
    texts = texts_of(pictures.render(atlas, landing, fmt="svg"))
    for border in landing.borders:
        if border.flank:
            assert border.leading_km is not None
            # Once beside the line, once in the table.
            assert texts.count(f"{border.leading_km:,.0f} km") >= 2, border


def test_a_day_beyond_the_record_says_so(atlas: Atlas) -> None:
    together = " ".join(texts_of(pictures.render(atlas, atlas.on(date(2026, 6, 1)), fmt="svg")))
    assert "As far as the record goes" in together
    assert "The day shown lies 118 days after that page: later acts may be missing." in together


def test_legend_of_1998_names_signatories_and_consents(atlas: Atlas) -> None:
    texts = texts_of(pictures.render(atlas, atlas.on(date(1998, 6, 1)), extent="world", fmt="svg"))
    assert any(text.startswith("Signatory: ") for text in texts)
    assert any(text.startswith("Consent deposited, not yet in force: ") for text in texts)
    assert not any(text.startswith("Bound") for text in texts)


def test_a_hostile_name_stays_text(atlas: Atlas, landing: View) -> None:
    name = "<script>alert(1)</script> $x_{2}$ & \x07\\frac"
    states = dict(landing.states)
    states["POL"] = dataclasses.replace(states["POL"], name=name)
    hostile = dataclasses.replace(landing, states=states)
    svg = pictures.render(atlas, hostile, fmt="svg")
    assert b"<script" not in svg
    assert name.replace("\x07", " ") in texts_of(svg)
    for fmt in ("png", "pdf"):
        pictures.render(atlas, hostile, fmt=fmt, scale=1)


def test_pdf_is_one_page_of_a4_landscape_with_its_fonts(atlas: Atlas, landing: View) -> None:
    pdf = pictures.render(atlas, landing, fmt="pdf")
    assert pdf.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    assert box is not None
    assert [float(side) * 25.4 / 72 for side in box.groups()] == pytest.approx([297, 210])
    assert b"/Count 1 " in pdf
    assert b"/Subtype /Type3" not in pdf
    assert b"CreationDate" not in pdf


@pytest.mark.parametrize("extent", ["flank", "europe", "world"])
def test_projection_keeps_areas(extent: Extent) -> None:
    frame = frames.fixed_frame(extent)
    ring_lons, ring_lats = frames.edge_of((20.0, 56.0, 24.0, 60.0), 200)
    true, _ = Geod(ellps="WGS84").polygon_area_perimeter(ring_lons, ring_lats)
    xs, ys = frames.transformer(frame.crs).transform(ring_lons, ring_lats)
    drawn = 0.5 * abs(sum(xs[:-1] * ys[1:] - xs[1:] * ys[:-1]))
    assert drawn == pytest.approx(abs(true), rel=1e-3)


@pytest.mark.parametrize("worldview", ["un", "de_facto"])
def test_nothing_smears_across_the_world(atlas: Atlas, worldview: Worldview) -> None:
    whole = projected.sheet(atlas.borders(worldview), frames.fixed_frame("world"))
    russia = next(area for area in whole.areas if area.area_id == "RUS")
    drawn = russia.geometry.area / 1e12
    assert drawn == pytest.approx(16.9, abs=0.3)  # million square kilometres
    for area in whole.areas:
        for part in area.geometry.geoms:
            assert part.bounds[2] - part.bounds[0] < 11_000_000, area.area_id  # Russia


def test_a_frame_across_the_antimeridian_is_in_one_piece(atlas: Atlas) -> None:
    frame = frames.frame_of((176.0, -20.0, 182.0, -15.0))
    shown = projected.sheet(atlas.borders("un"), frame)
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
    named = projected.sheet(atlas.borders("un"), frames.fixed_frame("flank"))
    for west in range(2 * projected.BOXES_KEPT):
        projected.sheet(atlas.borders("un"), frames.frame_of((west, 50.0, west + 1.0, 51.0)))
    assert projected.sheet(atlas.borders("un"), frames.fixed_frame("flank")) is named


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


def test_labels_of_the_flank_do_not_overlap(
    atlas: Atlas, landing: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = frames.fixed_frame("flank")
    shown = projected.sheet(atlas.borders("un"), frame)
    pen = Canvas(layout.SCREEN_INCHES, palette.PALETTES["light"])
    height = HEIGHT - 2 * MARGIN
    labels.letter_flank(pen, MapBox(MARGIN, MARGIN, height * frame.aspect, height, shown), landing)
    boxes = []
    for text in pen.page.texts:
        size = float(text.get_fontsize()) / pen.points(1.0)
        weight: Weight = "bold" if text.get_fontweight() == "bold" else "normal"
        width = width_of(text.get_text(), size, weight)
        x, baseline = text.get_position()
        left = x - width / 2 if text.get_horizontalalignment() == "center" else x
        boxes.append((text.get_text(), left, baseline - size * 0.75, left + width, baseline))
    assert len(boxes) > 30
    for n, (name, left, top, right, bottom) in enumerate(boxes):
        assert left >= MARGIN, name
        assert right <= MARGIN + height * frame.aspect, name
        for other, left2, top2, right2, bottom2 in boxes[n + 1 :]:
            apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
            assert apart, (name, other)


def test_every_flank_border_is_drawn_and_lettered(atlas: Atlas, landing: View) -> None:
    shown = projected.sheet(atlas.borders("un"), frames.fixed_frame("flank"))
    drawn = {
        (b.iso_a3, b.neighbour_iso_a3, b.part)
        for b in (flank_border_of(landing, line) for line in shown.lines)
        if b is not None
    }
    expected = {(b.iso_a3, b.neighbour_iso_a3, b.part) for b in landing.borders if b.flank}
    assert drawn == expected == set(label_places.FLANK_LENGTHS)
    assert set(FLANK) <= set(label_places.FLANK_NAMES)


@pytest.mark.parametrize(("iso_a3", "extent"), [("EST", "flank"), ("TUV", "world")])
def test_the_highlighted_state_stands_out(
    atlas: Atlas, landing: View, iso_a3: str, extent: Extent
) -> None:
    plain = picture(pictures.render(atlas, landing, extent=extent, scale=1)).convert("RGB")
    marked = pictures.render(atlas, landing, extent=extent, scale=1, highlight=iso_a3)
    assert ImageChops.difference(plain, picture(marked).convert("RGB")).getbbox() is not None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lettering_and_lines_stand_out_from_their_ground(theme: Theme) -> None:
    colours = palette.PALETTES[theme]

    def contrast(one: str, other: str) -> float:
        high, low = sorted((palette.luminance(one), palette.luminance(other)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    for fill in (BOUND_BLUE, WITHDRAWN_VERMILLION, PENDING_PURPLE, colours.ground.never):
        assert contrast(palette.letters_on(fill), fill) >= 4.5
    for line in (colours.ground.covered, colours.ground.not_covered):
        assert contrast(line, colours.ground.halo) >= 3.0
    for ink in (colours.ground.ink, colours.ground.muted):
        assert contrast(ink, colours.ground.page) >= 4.5


def test_a_number_is_not_parted_from_its_unit() -> None:
    lines = lines_of("All of the 3,833 km of border that it shares", 14.0, 95.0)
    assert any("3,833\N{NO-BREAK SPACE}km" in line for line in lines)


def test_alt_text_tells_the_day_the_sentence_and_who_stands_where(landing: View) -> None:
    words = pictures.alt_text(landing, "flank")
    assert words.startswith("Map of the Baltic-Arctic flank")
    assert headline(landing) in words
    assert "Withdrawn: Finland, Estonia, Latvia, Lithuania, Poland." in words
    assert "Bound: Norway, Belarus." in words


def test_file_names_follow_one_pattern(atlas: Atlas, landing: View) -> None:
    assert pictures.filename(landing, "flank", ".PNG") == "ottawa-atlas-flank-2026-02-20.png"
    other = atlas.on(LANDING, "de_facto")
    assert pictures.filename(other, "world", "svg") == "ottawa-atlas-world-2026-02-20-de-facto.svg"
    assert pictures.filename(landing, "../../etc", "png") == "ottawa-atlas-detail-2026-02-20.png"


def test_write_makes_the_file_its_suffix_names(atlas: Atlas, landing: View, tmp_path: Path) -> None:
    target = tmp_path / "map.SVG"
    assert pictures.write(atlas, landing, target) == target
    assert ElementTree.parse(target).getroot().tag == f"{SVG}svg"
    assert [path.name for path in tmp_path.iterdir()] == ["map.SVG"]
    assert target.stat().st_mode & stat.S_IRUSR


@pytest.mark.parametrize("name", ["map.gif", "map", "map.png.txt"])
def test_an_unknown_suffix_is_refused(
    atlas: Atlas, landing: View, tmp_path: Path, name: str
) -> None:
    with pytest.raises(AtlasError, match=r"\.png, \.svg or \.pdf"):
        pictures.write(atlas, landing, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(atlas: Atlas, landing: View, tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="does not exist"):
        pictures.write(atlas, landing, tmp_path / "nowhere" / "map.svg")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    atlas: Atlas, landing: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "map.svg"
    target.write_text("the old one", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(AtlasError, match="No space left on device"):
        pictures.write(atlas, landing, target)
    assert target.read_text(encoding="utf-8") == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]
