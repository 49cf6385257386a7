"""The map of a day as SVG in the page itself, to be seen before any script has come.

Areas that look alike are one path. What depends on the size of the screen, Leaflet's zoom and the
places of names, is set by `scripts/hosts/first_view.js` before it is painted.
"""

from __future__ import annotations

from collections import defaultdict

from geo.answers.permalink import Place
from geo.answers.words import glossary, legend
from geo.answers.words.map_words import MAP
from geo.answers.words.status_words import FIGURES, label_words
from geo.answers.words.tongue import ENGLISH, Tongue
from geo.atlas import StateView, View
from geo.treaty import Practice
from geo.web import map_config
from geo.web.documents.first_shapes import FirstArea, FirstShapes
from geo.web.templating import render


def first_map(
    shapes: FirstShapes, view: View, place: Place, alt: str, tongue: Tongue = ENGLISH
) -> str:
    """The map of a view's day, its legend and its names; `alt` says it in words."""
    owners = {iso_a3: _look(state) for iso_a3, state in view.states.items()}
    cover = {iso_a3: _cover(view.states[iso_a3].bound) for iso_a3 in shapes.flank}
    day = view.day.isoformat()
    return render(
        "first_map.html",
        tongue,
        frame=_frame(shapes, place),
        seen=_seen(shapes, place),
        alt=alt,
        land=_land(shapes, owners, place.country),
        over=_over(shapes, view),
        borders=[(cover[line.owner], line.path) for line in shapes.borders],
        programmes="".join(line.path for line in shapes.programmes if line.since <= day),
        names=[
            (
                name,
                tongue.state(name.iso_a3, view.states[name.iso_a3].name),
                *_under(view, name.iso_a3, tongue),
            )
            for name in shapes.names
        ],
        unknown=[
            area.middle
            for area in shapes.areas
            if area.area_id == area.owner and view.states[area.owner].legal_status is None
        ],
        figures=[
            (
                status.value,
                tongue.text(legend.STATUS_KEYS[status].words),
                view.counts[status],
                glossary.TERM_OF_STATUS.get(status, ""),
            )
            for status in FIGURES
        ],
        uncounted=len(view.unknown),
        unknown_words=tongue.text(legend.UNKNOWN_WORDS),
        sure="cover-unknown" not in cover.values(),
        map_words=tongue.all(MAP),
    )


def _frame(shapes: FirstShapes, place: Place) -> dict[str, object]:
    """What the script needs to frame it as Leaflet does; extents in degrees."""
    return {
        "zoom": shapes.window.zoom,
        "corner": shapes.corner,
        "view": place.view,
        "extent": map_config.EXTENTS[place.view],
        "box": place.bounds,
        "limits": map_config.LIMITS,
        "snap": map_config.ZOOM_SNAP,
    }


def _seen(shapes: FirstShapes, place: Place) -> list[int]:
    """What is shown where no script frames it: left, top, width and height in steps."""
    (south, west), (north, east) = map_config.EXTENTS[place.view]
    if place.bounds:
        west, south, east, north = place.bounds
    left, top = shapes.place(west, north)
    right, bottom = shapes.place(east, south)
    return [left, top, right - left, bottom - top]


def _look(state: StateView) -> str:
    """The classes of a status, as days.js gives them."""
    if state.legal_status is not None:
        return state.legal_status.value
    first, last = state.statuses[0].value, state.statuses[-1].value
    return f"{legend.UNKNOWN} from-{first} to-{last}"


def _cover(bound: bool | None) -> str:
    """How a flank border is drawn."""
    return "cover-unknown" if bound is None else "covered" if bound else "not-covered"


def _land(shapes: FirstShapes, owners: dict[str, str], chosen: str) -> list[tuple[str, str]]:
    """The paths of the land by their classes: first the rest, then the flank, then the chosen."""

    def classes(area: FirstArea) -> tuple[int, str]:
        near = area.owner in shapes.flank and area.owner == area.area_id
        picked = bool(chosen) and area.owner == chosen
        look = ["area", owners.get(area.owner or "", ""), "near" * near, "selected" * picked]
        return near + 2 * picked, " ".join(filter(None, look))

    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for area in shapes.areas:
        found[classes(area)].append(area.path)
    return [(look, "".join(paths)) for (_, look), paths in sorted(found.items())]


def _over(shapes: FirstShapes, view: View) -> list[tuple[str, str]]:
    """What lies over colours: a declared practice, or what a state may be besides."""
    found = []
    for area in shapes.areas:
        state = view.states.get(area.owner or "")
        if state and state.legal_status is None:
            found.append((f"doubt {_look(state)}", area.path))
        elif state and state.practice is not Practice.NONE:
            found.append((f"practice {state.practice.value}", area.path))
    return found


def _under(view: View, iso_a3: str, tongue: Tongue) -> tuple[str, str]:
    """What stands under a name, and the classes of both."""
    state = view.states[iso_a3]
    if iso_a3 in view.remaining:
        return tongue.text(MAP["remains_bound"]), "remaining"
    return label_words(state, tongue), ""
