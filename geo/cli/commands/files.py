"""What makes a file to keep, and prints the name of what it wrote.

What only one command needs is imported there: a table needs no geometry library, and should not
wait for one.
"""

from __future__ import annotations

import signal
from argparse import Namespace
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from geo.answers.words import usage
from geo.basics.choices import (
    EXPORT_FORMATS,
    FILM_FORMATS,
    FLANK_LENS,
    FOLLOWING_FORMATS,
    PICTURE_FORMATS,
    ExportFormat,
)
from geo.basics.outputs import is_stream
from geo.cli import reading, state_codes, telling
from geo.cli.arguments import UsageError, output_format
from geo.cli.speaking import SPOKEN, expected, of_argument, text


def snapshot(arguments: Namespace) -> bool:
    """A picture of a day; prints the name of the file it wrote."""
    from geo.answers.words.tongue import tongue
    from geo.pictures import render

    fmt = output_format(arguments.out, arguments.format, PICTURE_FORMATS)
    said = tongue(arguments.lang)
    atlas, view = reading.view(arguments.date, arguments.worldview, arguments.what_if, said)
    draw = partial(
        render,
        atlas,
        view,
        extent=arguments.view,
        extent_bounds=arguments.bounds,
        fmt=fmt,
        theme=arguments.theme,
        lens=state_codes.lens(arguments.lens, atlas) or FLANK_LENS,
        compare=arguments.compare,
        language=arguments.lang,
    )
    telling.file(arguments.out, draw)
    return True


def film(arguments: Namespace) -> bool:
    """A moving picture of a span of days; prints the name of the file it wrote."""
    from geo.answers.supposing import last_told
    from geo.answers.words.tongue import tongue
    from geo.pictures.film import film as make

    fmt = output_format(arguments.out, arguments.format, FILM_FORMATS)
    said = tongue(arguments.lang)
    atlas = reading.atlas(arguments.what_if, said)
    last = arguments.last or last_told(atlas)
    if arguments.first >= last:
        needed = text(usage.DAY_BEFORE, day=last)
        raise UsageError(of_argument("--from", expected(str(arguments.first), needed)))
    reading.warn_beyond(last, atlas, said)
    # Told to stop, leave as on Ctrl-C: ffmpeg ended, its folder removed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    draw = partial(
        make,
        atlas,
        extent=arguments.view,
        first=arguments.first,
        last=last,
        fmt=fmt,
        theme=arguments.theme,
        width=arguments.width,
        worldview=arguments.worldview,
        frames=arguments.frames,
        language=arguments.lang,
        lens=state_codes.lens(arguments.lens, atlas) or FLANK_LENS,
        progress=telling.bar,
    )
    telling.file(arguments.out, draw)
    return True


def _either(choices: Iterable[str]) -> str:
    return SPOKEN.get().either([*choices])


def _format(arguments: Namespace, formats: Sequence[ExportFormat]) -> ExportFormat:
    """The format to export in: the one asked for, the one a file's name ends in, or the usual one.

    Raises UsageError for one in which there is no such export, or where the two differ. A table
    for Excel may be called as any CSV.
    """
    out: Path | None = arguments.out
    asked: ExportFormat | None = arguments.format
    if asked and asked not in formats:
        raise UsageError(of_argument("--format", expected(asked, _either(formats))))
    if out is None or not out.suffix or is_stream(out) or out.is_dir():
        return asked or formats[0]
    name = out.name.lower()
    told = [fmt for fmt in EXPORT_FORMATS if name.endswith(f".{fmt}")]
    if asked and (not told or name.endswith(f".{asked.rpartition('.')[2]}")):
        return asked
    fmt = max(told, key=len, default=None)
    if fmt is None or fmt not in formats:
        endings = _either(f".{each}" for each in formats)
        raise UsageError(
            of_argument("--out", expected(str(out), text(usage.ENDING, endings=endings)))
        )
    if asked:
        raise UsageError(of_argument("--format", expected(asked, text(usage.FOR_OUT, format=fmt))))
    return fmt


def export(arguments: Namespace) -> bool:
    """Data to keep; prints the name of the file it wrote."""
    from geo.answers.files import catalogue
    from geo.basics.atomic_files import write_whole

    fmt = _format(arguments, catalogue.formats(arguments.what))
    chosen = catalogue.find(arguments.what, fmt)
    if arguments.date and not chosen.dated:
        takes = text(usage.BESIDE_A_DAY, what=chosen.what, format=chosen.format)
        raise UsageError(of_argument("--date", expected(str(arguments.date), takes)))
    if arguments.country and not chosen.of_a_country:
        can = _either(
            f"--what {e.what} --format {e.format}" for e in catalogue.EXPORTS if e.of_a_country
        )
        raise UsageError(of_argument("--country", expected(arguments.country, can)))
    if arguments.lens and not chosen.of_a_lens:
        takes = text(usage.BESIDE_LINES, what=chosen.what, format=chosen.format)
        raise UsageError(of_argument("--lens", expected(arguments.lens, takes)))
    if arguments.what_if and not chosen.follows_from_acts:
        takes = text(usage.BESIDE_ACTS, what=chosen.what, format=chosen.format)
        raise UsageError(of_argument("--what-if", expected(",".join(arguments.what_if), takes)))
    atlas, view = reading.view(arguments.date, arguments.worldview, arguments.what_if)
    iso_a3 = state_codes.country(arguments.country, atlas) or ""
    lens = state_codes.lens(arguments.lens, atlas) or ""
    made = chosen.file(atlas, view, iso_a3, lens)
    path = arguments.out or Path()
    path = path / made.name if path.is_dir() and not is_stream(path) else path
    write_whole(path, made.content)
    telling.written(path)
    return True


def follow(arguments: Namespace) -> bool:
    """A feed or a calendar; prints the name of the file it wrote."""
    from geo.answers.following.files import followed
    from geo.answers.words.tongue import tongue
    from geo.basics.atomic_files import write_whole

    fmt = output_format(arguments.out, arguments.format, FOLLOWING_FORMATS)
    atlas, said = reading.atlas(), tongue(arguments.lang)
    iso_a3 = state_codes.country(arguments.country, atlas, said) or ""
    base = f"{arguments.base_url.rstrip('/')}/"
    write_whole(arguments.out, followed(atlas, fmt, base, iso_a3, tongue=said))
    telling.written(arguments.out)
    return True


def standalone(arguments: Namespace) -> bool:
    """The atlas as one file in a language; prints its size and name."""
    from geo.answers.words.tongue import tongue
    from geo.basics.atomic_files import write_whole
    from geo.web.standalone import page

    content = page(reading.atlas(), arguments.worldview, tongue=tongue(arguments.lang))
    write_whole(arguments.out, content)
    telling.written(arguments.out, f"{len(content):>9} bytes  ")
    return True


def site(arguments: Namespace) -> bool:
    """The atlas as a folder; prints what was written."""
    from geo.web.site import build as make

    address = arguments.base_url or ""
    report = make(reading.atlas(), arguments.out, address, languages=arguments.lang)
    for name, size in report.files.items():
        print(f"{size:>9} bytes  {name}")
    print(f"{arguments.out}: {len(report.files)} files, {report.seconds:.1f} s")
    return True
