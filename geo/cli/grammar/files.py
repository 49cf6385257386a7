"""The commands that write a file, their options and the help of each."""

from __future__ import annotations

from geo.answers.words import help
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
from geo.cli.arguments import box, day, folder, frames, languages, output, width
from geo.cli.grammar import options
from geo.cli.grammar.options import Command
from geo.cli.speaking import text


def add(command: Command) -> None:
    """Add these commands to the grammar."""
    snapshot = command("snapshot")
    options.add_date(snapshot, help.TODAY)
    options.add_worldview(snapshot)
    options.add_out(snapshot, PICTURE_FORMATS)
    options.add_stream_format(snapshot, PICTURE_FORMATS)
    snapshot.add_argument("--view", choices=EXTENTS, default="flank", help=options.default("flank"))
    snapshot.add_argument(
        "--bounds",
        type=box,
        metavar="WEST,SOUTH,EAST,NORTH",
        help=text(help.BOUNDS),
    )
    snapshot.add_argument("--theme", choices=THEMES, default="light", help=options.default("light"))
    snapshot.add_argument(
        "--compare",
        type=day,
        metavar="YYYY-MM-DD",
        help=text(help.COMPARE),
    )
    options.add_lens(snapshot)
    options.add_what_if(snapshot)
    options.add_lang(snapshot)

    film = command("film")
    film.add_argument(
        "--from",
        type=day,
        dest="first",
        default=FIRST_DAY,
        metavar="YYYY-MM-DD",
        help=options.default(FIRST_DAY),
    )
    film.add_argument(
        "--to",
        type=day,
        dest="last",
        metavar="YYYY-MM-DD",
        help=text(help.LAST_OF_FILM),
    )
    options.add_worldview(film)
    options.add_lens(film)
    options.add_what_if(film)
    options.add_lang(film)
    options.add_out(film, FILM_FORMATS)
    options.add_stream_format(film, FILM_FORMATS)
    film.add_argument("--view", choices=EXTENTS, default="flank", help=options.default("flank"))
    film.add_argument("--theme", choices=THEMES, default="light", help=options.default("light"))
    film.add_argument(
        "--width", type=width, choices=FILM_WIDTHS, default=1200, help=text(help.WIDTH, value=1200)
    )
    film.add_argument(
        "--frames",
        type=frames,
        default=40,
        metavar="N",
        help=text(help.FRAMES, first=FILM_FRAMES[0], last=FILM_FRAMES[-1], value=40),
    )

    export = command("export")
    options.add_date(export, help.TODAY)
    options.add_worldview(export)
    export.add_argument(
        "--what", choices=EXPORTED, default="countries", help=options.default("countries")
    )
    export.add_argument(
        "--country",
        metavar="STATE",
        help=text(help.OF_A_DOSSIER),
    )
    options.add_lens(export)
    export.add_argument(
        "--format",
        choices=EXPORT_FORMATS,
        help=text(help.EXPORT_FORMAT),
    )
    export.add_argument(
        "--out",
        type=output(),
        metavar="FILE",
        help=text(help.EXPORT_OUT, streams=text(help.STREAMS)),
    )
    options.add_what_if(export)

    follow = command("follow")
    options.add_out(follow, FOLLOWING_FORMATS)
    options.add_stream_format(follow, FOLLOWING_FORMATS)
    options.add_country(follow)
    options.add_lang(follow)
    options.add_base_url(follow, help.FOLLOWED, required=True)

    standalone = command("standalone")
    options.add_worldview(standalone)
    options.add_lang(standalone)
    options.add_out(standalone, ("html",))

    site = command("site")
    site.add_argument(
        "--out",
        type=folder,
        required=True,
        metavar="DIR",
        help=text(help.SITE_OUT),
    )
    options.add_base_url(site, help.SITE_ADDRESS)
    site.add_argument(
        "--lang",
        type=languages,
        default=LANGUAGES,
        metavar="CODE,CODE",
        help=text(help.SITE_LANGUAGES),
    )
