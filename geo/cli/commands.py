"""What each command of `python -m geo` does once its arguments are read.

A command prints its answer and returns whether all is well. What only one of them needs is imported
there: most answers need no geometry library, and should not wait for one.
"""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from geo import borders
from geo.answers.data.borders import borders_answer, borders_table
from geo.answers.data.status import status_answer, status_table
from geo.answers.data.writing import as_json
from geo.answers.words import held
from geo.atlas import Atlas, View, load_tables
from geo.basics.choices import FILM_FORMATS, FOLLOWING_FORMATS, PICTURE_FORMATS
from geo.basics.dates import today
from geo.basics.errors import AtlasError
from geo.basics.formats import either
from geo.basics.outputs import is_standard_output, is_stream
from geo.borders import Worldview
from geo.cli import state_codes, text_tables
from geo.cli.arguments import UsageError, output_format

BAR_WIDTH = 40


def status(arguments: Namespace) -> bool:
    """Who is bound on a day."""
    atlas, view = _view(arguments.date, "un")
    iso_a3 = state_codes.country(arguments.country, atlas)
    _print(
        arguments.format,
        table=lambda: text_tables.status(view, iso_a3),
        json=lambda: as_json(status_answer(atlas, view, iso_a3)),
        csv=lambda: status_table(status_answer(atlas, view, iso_a3)).csv(),
    )
    return True


def border_segments(arguments: Namespace) -> bool:
    """Border segments with their lengths, and who is bound on either side."""
    atlas, view = _view(arguments.date, arguments.worldview)
    iso_a3 = state_codes.country(arguments.country, atlas)
    _print(
        arguments.format,
        table=lambda: text_tables.borders(view, iso_a3),
        json=lambda: as_json(borders_answer(atlas, view, iso_a3)),
        csv=lambda: borders_table(borders_answer(atlas, view, iso_a3)).csv(),
    )
    return True


def country(arguments: Namespace) -> bool:
    """All the atlas has to say of one state on a day."""
    from geo.answers.country.data import country_answer
    from geo.answers.country.markdown import markdown

    atlas, view = _view(arguments.date, arguments.worldview)
    iso_a3 = state_codes.code(arguments.country, atlas, "ISO3")
    answer = country_answer(atlas, view, iso_a3)
    _print(
        arguments.format,
        markdown=lambda: markdown(answer, atlas.record),
        json=lambda: as_json(answer),
    )
    return True


def claims(arguments: Namespace) -> bool:
    """What the articles say, each on the day asked for or on its own."""
    from geo.answers.data.claims import claims_answer, claims_table

    atlas = load_tables()
    if arguments.date:
        _warn_beyond(arguments.date, atlas)
    answer = claims_answer(atlas, arguments.date)
    _print(
        arguments.format,
        table=lambda: text_tables.claims(answer),
        json=lambda: as_json(answer),
        csv=lambda: claims_table(answer).csv(),
    )
    return True


def changes(arguments: Namespace) -> bool:
    """What is later than a day."""
    from geo.answers.files.since import since_answer

    atlas = load_tables()
    answer = since_answer(atlas, arguments.since, state_codes.country(arguments.country, atlas))
    _print(
        arguments.format,
        table=lambda: text_tables.changes(answer),
        json=lambda: as_json(answer),
    )
    return True


def snapshot(arguments: Namespace) -> bool:
    """A picture of a day; prints the name of the file it wrote."""
    from geo.pictures import write

    fmt = output_format(arguments.out, arguments.format, PICTURE_FORMATS)
    atlas, view = _view(arguments.date, arguments.worldview)
    write(
        atlas,
        view,
        arguments.out,
        extent=arguments.view,
        extent_bounds=arguments.bounds,
        fmt=fmt,
        theme=arguments.theme,
    )
    _say_written(arguments.out)
    return True


def film(arguments: Namespace) -> bool:
    """A moving picture of a span of days; prints the name of the file it wrote."""
    from geo.pictures.film import write_film

    fmt = output_format(arguments.out, arguments.format, FILM_FORMATS)
    atlas = load_tables()
    last = arguments.last or atlas.verified_to
    if arguments.first >= last:
        raise UsageError(f"argument --from: {arguments.first}; expected a day before {last}")
    _warn_beyond(last, atlas)
    # Told to stop, leave as on Ctrl-C: ffmpeg ended, its folder removed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    write_film(
        atlas,
        arguments.out,
        extent=arguments.view,
        first=arguments.first,
        last=last,
        fmt=fmt,
        theme=arguments.theme,
        width=arguments.width,
        worldview=arguments.worldview,
        frames=arguments.frames,
        progress=_bar,
    )
    _say_written(arguments.out)
    return True


def export(arguments: Namespace) -> bool:
    """Data to keep; prints the name of the file it wrote."""
    from geo.answers.files import catalogue
    from geo.basics.atomic_files import write_whole

    fmt = arguments.format or catalogue.formats(arguments.what)[0]
    try:
        chosen = catalogue.find(arguments.what, fmt)
    except AtlasError as error:
        raise UsageError(f"argument --format: {error}") from None
    if arguments.country and not chosen.of_a_country:
        can = either(
            [f"--what {e.what} --format {e.format}" for e in catalogue.EXPORTS if e.of_a_country]
        )
        raise UsageError(f"argument --country: {arguments.country!r}; expected {can}")
    atlas, view = _view(arguments.date, arguments.worldview)
    made = chosen.file(atlas, view, state_codes.country(arguments.country, atlas) or "")
    path = arguments.out or Path()
    path = path / made.name if path.is_dir() and not is_stream(path) else path
    write_whole(path, made.content)
    _say_written(path)
    return True


def follow(arguments: Namespace) -> bool:
    """A feed or a calendar; prints the name of the file it wrote."""
    from geo.answers.following.files import followed
    from geo.basics.atomic_files import write_whole

    fmt = output_format(arguments.out, arguments.format, FOLLOWING_FORMATS)
    atlas = load_tables()
    iso_a3 = state_codes.country(arguments.country, atlas) or ""
    write_whole(arguments.out, followed(atlas, fmt, f"{arguments.base_url.rstrip('/')}/", iso_a3))
    _say_written(arguments.out)
    return True


def standalone(arguments: Namespace) -> bool:
    """The atlas as one file; prints its size and name."""
    from geo.web.standalone import write

    size = write(load_tables(), arguments.out, arguments.worldview)
    _say_written(arguments.out, f"{size:>9} bytes  ")
    return True


def site(arguments: Namespace) -> bool:
    """The atlas as a folder; prints what was written."""
    from geo.web.site import build as make

    report = make(load_tables(), arguments.out, arguments.base_url or "")
    for name, size in report.files.items():
        print(f"{size:>9} bytes  {name}")
    print(f"{arguments.out}: {len(report.files)} files, {report.seconds:.1f} s")
    return True


def check(_: Namespace) -> bool:
    """Everything wrong with the data, on standard error; counts and notes on standard output."""
    from geo.cli.data_check import check as check_data

    report = check_data()
    for name, count in report.counts.items():
        print(f"{count:>6} {name}")
    for note in report.notes:
        print(f"note: {note}")
    sys.stdout.flush()
    for error in report.errors:
        print(error, file=sys.stderr)
    if report.sound:
        print("Nothing wrong was found.")
    return report.sound


def build(arguments: Namespace) -> bool:
    """The shipped borders, made again; prints what was made."""
    from geo.borders.build.build import build as make

    report = make(arguments.source, arguments.out or borders.BORDERS_DIR)
    for name, size in report.files.items():
        print(f"{size:>9} bytes  {name}")
    print(f"{report.version}, {report.states} states, {report.seconds:.1f} s")
    return True


def verify(arguments: Namespace) -> bool:
    """The record held against the depositary's page; whether all is equal or explained."""
    from geo.cli.verify_command import verify as hold

    return hold(arguments)


COMMANDS: Mapping[str, Callable[[Namespace], bool]] = {
    "status": status,
    "borders": border_segments,
    "country": country,
    "claims": claims,
    "changes": changes,
    "snapshot": snapshot,
    "film": film,
    "export": export,
    "follow": follow,
    "standalone": standalone,
    "site": site,
    "check": check,
    "verify": verify,
    "build": build,
}
"""The commands by the names `geo.cli` knows them under."""


def _print(chosen: str, **formats: Callable[[], str]) -> None:
    sys.stdout.write(formats[chosen]())


def _say_written(path: Path, before: str = "") -> None:
    """Name the file that was written, unless that went where the name would go."""
    if not is_standard_output(path):
        print(f"{before}{path}")


def _view(day: date | None, worldview: Worldview) -> tuple[Atlas, View]:
    atlas = load_tables()
    view = atlas.on(day or today(), worldview)
    _warn_beyond(view.day, atlas)
    return atlas, view


def _bar(done: int, of: int) -> None:
    """How far a long command is, on one line of a terminal; in a log, only that it has ended."""
    if not sys.stderr.isatty() and done < of:
        return
    full = BAR_WIDTH * done // of
    line = f"[{'#' * full}{'.' * (BAR_WIDTH - full)}] {100 * done // of:>3} %"
    print(f"\r{line}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def _warn_beyond(day: date, atlas: Atlas) -> None:
    if day > atlas.verified_to:
        said = atlas.record.held
        print(
            f"{held.sentence(said, long=True)}. {held.later_words(said, day)} See"
            f" {held.DEPOSITARY_PAGE}",
            file=sys.stderr,
        )
