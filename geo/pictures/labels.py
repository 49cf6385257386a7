"""Lettering of the map: names, standings, lengths of the flank's borders and the scale bar."""

from __future__ import annotations

from geo.answers.words import picture as words
from geo.answers.words.legend import STATUS_KEYS
from geo.answers.words.status_words import standing_of
from geo.atlas import FACING, FLANK, BorderView, StateView, View
from geo.pictures import label_places
from geo.pictures.canvas import Canvas, Weight, fitted, width_of
from geo.pictures.label_places import LEAST_PIXELS, NAME_PIXELS, SMALL_PIXELS, TINY_PIXELS, Spot
from geo.pictures.map_box import MapBox, practice_of, statuses_of
from geo.pictures.palette import letters_on
from geo.pictures.projected import ProjectedMap
from geo.treaty import LegalStatus, Practice

WIDEST_NAME = 380.0
"""Pixels that a name may take of a map; no name of a state does, and one that does is cut."""

ROOM_FOR_STANDINGS = 700.0
"""How many pixels high the flank is at least where its states have their standing under the name;
smaller, as one of two days, it has room for names, and the legend tells the rest."""

PLAIN_SIZES = (SMALL_PIXELS, TINY_PIXELS)
NAMED_IN_BOLD = (*FLANK, *FACING, "UKR", "SWE")


def letter_flank(pen: Canvas, place: MapBox, view: View) -> None:
    """Seas, states with their standing where there is room, and every flank border's length.

    All placed by hand.
    """
    letters = pen.palette.sea_letters
    for sea, spot in label_places.placed(place.sheet, label_places.FLANK_SEAS):
        x, y = place.pixel(spot.lon, spot.lat)
        named = pen.tongue.text(sea)
        pen.text(x, y, named, SMALL_PIXELS, colour=letters, italic=True, align="center")
    fills, roomy = _fills(place.sheet, view), place.height >= ROOM_FOR_STANDINGS
    for area_id, spot in label_places.placed(place.sheet, label_places.FLANK_NAMES):
        if area_id in fills:
            standing = standing_of(view, area_id, pen.tongue) if roomy else ""
            dated = spot.narrow and any(letter.isdigit() for letter in standing)
            under = standing.split(" ", 1) if dated else [standing]
            sizes = (SMALL_PIXELS, LEAST_PIXELS) if spot.narrow else (NAME_PIXELS, TINY_PIXELS)
            _name(pen, place, spot, view.states[area_id], under, fills[area_id], sizes)
    ((_, spot),) = label_places.placed(place.sheet, {"": label_places.KALININGRAD})
    x, y = place.pixel(spot.lon, spot.lat)
    kaliningrad = pen.tongue.text(words.KALININGRAD)
    _leader(pen, place, spot, x + width_of(kaliningrad, SMALL_PIXELS, "bold") / 2 + 4)
    y += SMALL_PIXELS * 0.36
    pen.text(x, y, kaliningrad, SMALL_PIXELS, weight="bold", align="center")
    of_russia = pen.tongue.text(words.OF_RUSSIA)
    pen.text(x, y + TINY_PIXELS * 1.22, of_russia, TINY_PIXELS, align="center")

    spots = {"|".join(key): spot for key, spot in label_places.FLANK_LENGTHS.items()}
    spots = dict(label_places.placed(place.sheet, spots))
    for border in view.borders:
        key = f"{border.iso_a3}|{border.neighbour_iso_a3}|{border.part}"
        if border.flank and key in spots:
            _length(pen, place, border, spots[key])


def letter(pen: Canvas, place: MapBox, view: View) -> None:
    """The names that fit inside their states, and where the flank and Belarus stand."""
    names = tuple(
        (iso_a3, pen.tongue.state(iso_a3, state.name), standing_of(view, iso_a3, pen.tongue))
        for iso_a3, state in view.states.items()
    )
    fills = _fills(place.sheet, view)
    fitting = label_places.names_that_fit(place.sheet, names, place.metres)
    for area_id, spot in fitting.items():
        standing = standing_of(view, area_id, pen.tongue)
        under = [standing] if standing and not spot.narrow else []
        _name(pen, place, spot, view.states[area_id], under, fills[area_id], PLAIN_SIZES)


def _fills(sheet: ProjectedMap, view: View) -> dict[str, tuple[LegalStatus | None, bool]]:
    """By area_id: the status under a name, and whether a hatch has to be cleared for it."""
    fills = {}
    for area in sheet.areas:
        statuses = statuses_of(view, area)
        status = statuses[0] if statuses else None
        hatched = len(statuses) > 1 or bool(status and STATUS_KEYS[status].hatch)
        fills[area.area_id] = (status, hatched or practice_of(view, area) is not Practice.NONE)
    return fills


def _name(
    pen: Canvas,
    place: MapBox,
    spot: Spot,
    state: StateView,
    under: list[str],
    ground: tuple[LegalStatus | None, bool],
    sizes: tuple[float, float],
) -> None:
    """A state's name and what stands under it; a hatch is cleared behind the words."""
    x, y = place.pixel(spot.lon, spot.lat)
    status, hatched = ground
    colour = pen.palette.fill(status) if status else pen.palette.ground.no_status
    weight: Weight = "bold" if state.iso_a3 in NAMED_IN_BOLD else "normal"
    size, small = sizes
    name = fitted(pen.tongue.state(state.iso_a3, state.name), size, WIDEST_NAME, weight)
    lines: list[tuple[str, float, Weight]] = [(name, size, weight)]
    lines += [(each, small, "normal") for each in under if each]
    baselines = [y + size * 0.36 + n * TINY_PIXELS * 1.22 for n in range(len(lines))]
    if hatched:
        for (said, pixels, bold), baseline in zip(lines, baselines, strict=True):
            width = width_of(said, pixels, bold)
            pen.background(x - width / 2 - 4, baseline - pixels, width + 8, pixels * 1.4, colour)
    for (said, pixels, bold), baseline in zip(lines, baselines, strict=True):
        pen.text(x, baseline, said, pixels, colour=letters_on(colour), weight=bold, align="center")


def _length(pen: Canvas, place: MapBox, border: BorderView, spot: Spot) -> None:
    """The leading figure for a flank border on a plate; the computed one where there is none."""
    length = pen.tongue.kilometres(border.length_km)
    if border.leading_km is None:
        length = pen.tongue.text(words.COMPUTED, length=length)
    x, y = place.pixel(spot.lon, spot.lat)
    width = width_of(length, SMALL_PIXELS, "bold")
    left = x - width / 2 if spot.align == "center" else x
    _leader(pen, place, spot, left + width + 4)
    top, height = y - SMALL_PIXELS * 0.5 - 3, SMALL_PIXELS + 6
    pen.background(left - 4, top, width + 8, height, pen.palette.ground.page)
    pen.text(left, y + SMALL_PIXELS * 0.4, length, SMALL_PIXELS, weight="bold")


def _leader(pen: Canvas, place: MapBox, spot: Spot, start: float) -> None:
    """A thin line from a label that stands apart, from `start` across, to what it names."""
    if spot.points_to is not None:
        _, y = place.pixel(spot.lon, spot.lat)
        x_end, y_end = place.pixel(*spot.points_to)
        ink = pen.palette.ground.ink
        pen.line([start, x_end], [y, y_end], colour=ink, thickness=0.8)


def scale_bar(pen: Canvas, place: MapBox) -> None:
    """Bottom right of the map: a round number of kilometres, about a fifth of the width."""
    most = place.width * place.metres / 1000 / 5
    length = max(n * 10**p for n in (1, 2, 5) for p in range(5) if n * 10**p <= max(most, 1))
    pixels = length * 1000 / place.metres
    right, y = place.left + place.width - 14, place.top + place.height - 14
    ink = pen.palette.ground.ink
    told = pen.tongue.kilometres(length)
    width = max(pixels, width_of(told, TINY_PIXELS)) + 16
    pen.background(right - width + 8, y - 20, width, 28, pen.palette.ground.page)
    pen.line([right - pixels, right], [y, y], colour=ink, thickness=1.6)
    for x in (right - pixels, right):
        pen.line([x, x], [y - 4, y + 0.8], colour=ink, thickness=1.2)
    pen.text(right - pixels / 2, y - 7, told, TINY_PIXELS, align="center")
