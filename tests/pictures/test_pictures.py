"""The picture an editor prints: right colours, right words, the same bytes, whole files."""

import dataclasses
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest
import shapely
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
from geo.atlas import Atlas, View
from geo.basics.choices import Extent, PictureFormat, Scale
from geo.basics.formats import long_date
from geo.pictures import frames, programmes, projected
from geo.pictures.canvas import HEIGHT
from geo.pictures.map_box import MapBox
from tests.pictures.drawn import LANDING, colour_at, picture, texts_of

pytestmark = pytest.mark.slow

WARSAW, HELSINKI, TIKHVIN, LONDON = (21.0, 51.4), (25.0, 61.6), (33.0, 60.0), (-1.5, 52.0)


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
    shown = projected.projected_map(atlas.borders("un"), frame)
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
