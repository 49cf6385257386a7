"""The commands that write a file, their options and the help of each."""

from __future__ import annotations

from geo.basics.choices import (
    EXPORT_FORMATS,
    EXPORTED,
    EXTENTS,
    FILM_FORMATS,
    FILM_FRAMES,
    FILM_WIDTHS,
    FIRST_DAY,
    FOLLOWING_FORMATS,
    LANGUAGES,
    PICTURE_FORMATS,
    THEMES,
)
from geo.cli.arguments import box, day, folder, frames, languages, output
from geo.cli.grammar import options
from geo.cli.grammar.options import Command


def add(command: Command) -> None:
    """Add these commands to the grammar."""
    snapshot = command("snapshot", "Draw the map of a day.")
    options.add_date(snapshot, "today")
    options.add_worldview(snapshot)
    options.add_out(snapshot, "a", PICTURE_FORMATS)
    options.add_stream_format(snapshot, PICTURE_FORMATS)
    snapshot.add_argument("--view", choices=EXTENTS, default="flank", help="default: flank")
    snapshot.add_argument(
        "--bounds",
        type=box,
        metavar="WEST,SOUTH,EAST,NORTH",
        help="a box in place of a view, in degrees of WGS 84, as 19.5,53.8,28.3,59.7",
    )
    snapshot.add_argument("--theme", choices=THEMES, default="light", help="default: light")
    snapshot.add_argument(
        "--compare",
        type=day,
        metavar="YYYY-MM-DD",
        help="another day, drawn beside it, the earlier of the two first",
    )
    options.add_lens(snapshot)
    options.add_what_if(snapshot)
    options.add_lang(snapshot)

    film = command("film", "Draw the days that change the map, one after the other, into a film.")
    film.add_argument(
        "--from",
        type=day,
        dest="first",
        default=FIRST_DAY,
        metavar="YYYY-MM-DD",
        help=f"default: {FIRST_DAY}",
    )
    film.add_argument(
        "--to",
        type=day,
        dest="last",
        metavar="YYYY-MM-DD",
        help="default: the day to which the record is compiled, or on which what is supposed has"
        " taken effect",
    )
    options.add_worldview(film)
    options.add_lens(film)
    options.add_what_if(film)
    options.add_lang(film)
    options.add_out(film, "a", FILM_FORMATS)
    options.add_stream_format(film, FILM_FORMATS)
    film.add_argument("--view", choices=EXTENTS, default="flank", help="default: flank")
    film.add_argument("--theme", choices=THEMES, default="light", help="default: light")
    film.add_argument(
        "--width", type=int, choices=FILM_WIDTHS, default=1200, help="in pixels (default: 1200)"
    )
    film.add_argument(
        "--frames",
        type=frames,
        default=40,
        metavar="N",
        help=f"at most so many days, {FILM_FRAMES[0]} to {FILM_FRAMES[-1]} (default: 40)",
    )

    export = command(
        "export",
        "Take a day's countries, borders or sources away, a table of the record, or all of it.",
    )
    options.add_date(export, "today")
    options.add_worldview(export)
    export.add_argument("--what", choices=EXPORTED, default="countries", help="default: countries")
    export.add_argument(
        "--country",
        metavar="STATE",
        help="for sources as bib or json: those of one state's dossier, by its name or its ISO"
        " 3166-1 code",
    )
    options.add_lens(export)
    export.add_argument(
        "--format",
        choices=EXPORT_FORMATS,
        help="default: csv, bib for sources, zip for the record",
    )
    export.add_argument(
        "--out",
        type=output(),
        metavar="FILE",
        help="a file, a folder for a file named after what it holds (default: this folder), or"
        f" {options.STREAMS}",
    )
    options.add_what_if(export)

    follow = command("follow", "Write the dated acts and effects as a feed or a calendar.")
    options.add_out(follow, "an", FOLLOWING_FORMATS)
    options.add_stream_format(follow, FOLLOWING_FORMATS)
    options.add_country(follow)
    options.add_lang(follow)
    options.add_base_url(follow, "where the page stands that its links lead to", required=True)

    standalone = command("standalone", "Write the atlas as one HTML file that needs no network.")
    options.add_worldview(standalone)
    options.add_lang(standalone)
    options.add_out(standalone, "an", ("html",))

    site = command("site", "Write the atlas as a folder of static files for any web server.")
    site.add_argument(
        "--out",
        type=folder,
        required=True,
        metavar="DIR",
        help="replaced whole if it is such a site",
    )
    options.add_base_url(
        site, "where the site will stand; without it there is no sitemap.xml, feed or calendar"
    )
    site.add_argument(
        "--lang",
        type=languages,
        default=LANGUAGES,
        metavar="CODE,CODE",
        help="languages beside English, which is at the root, as pl,uk (default: all)",
    )
