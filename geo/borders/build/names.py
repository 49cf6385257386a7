"""Make data/borders/names.csv: what states and areas are called, from CLDR and ISO 3166-1.

`python -m geo.borders.build.names` writes it. Babel carries the names of the Unicode Common Locale
Data Repository, pycountry those of the UN's list that ISO 3166-1 is; neither is needed to read the
file, so the atlas runs without them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import babel
import pycountry
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers

from geo.basics.atomic_files import write_whole
from geo.basics.folding import folded
from geo.borders import area_table
from geo.borders.loading import BORDERS_DIR
from geo.borders.names import CODE, ENGLISH, MADE_COLUMNS, NAMES_FILE, OTHER, OWN

LANGUAGES = (
    *("ar", "en", "es", "fr", "ru", "zh"),
    *("be", "de", "et", "fi", "lt", "lv", "nb", "nl", "pl", "sv", "tr", "uk"),
)
"""Languages in which every area is named: the UN's, those of the flank, and of its readers near."""

CODES_WITHOUT_ISO = {"XKX": "XK", "XGF": "GF"}
"""Areas that have another id than ISO's, and their code of two letters (XK is user-assigned)."""


def compiled() -> str:
    """The table as text: of every area its codes, English names, own names and others, each once.

    Names that differ only in case, accents and the like count as one.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(MADE_COLUMNS)
    for row in area_table.read(BORDERS_DIR / area_table.FILE):
        taken = {folded(row.name)}
        for kind, name in _named(row.area_id):
            if (key := folded(name)) and key not in taken:
                taken.add(key)
                writer.writerow((row.area_id, kind, name))
    return table.getvalue()


def _named(area_id: str) -> Iterator[tuple[str, str]]:
    """Yield what an area is called, and of what kind each name is."""
    listed = pycountry.countries.get(alpha_3=area_id)
    code = listed.alpha_2 if listed else CODES_WITHOUT_ISO.get(area_id)
    if code is None:
        return
    yield CODE, area_id
    yield CODE, code
    if listed:
        for field in ("name", "common_name", "official_name"):
            for form in _forms(getattr(listed, field, "")):
                yield ENGLISH, form
    known = set(locale_identifiers())
    official = [each for each in get_official_languages(code, de_facto=True) if each in known]
    for language in dict.fromkeys(["en", *official, *LANGUAGES]):
        for form in _forms(babel.Locale.parse(language).territories.get(code, "")):
            kind = ENGLISH if language == "en" else OWN if language in official else OTHER
            yield kind, form


def _forms(name: str) -> Iterator[str]:
    """A name as it is listed, and as it is said: `Palestine, State of`, `Myanmar (Burma)`."""
    if inverted := re.fullmatch(r"([^,()]+), ([^,]+ of(?: the)?)", name):
        yield f"{inverted[2]} {inverted[1]}"
    elif doubled := re.fullmatch(r"([^()]+) \(([^()]+)\)", name):
        yield from doubled.groups()
    elif name:
        yield name


def write(path: Path = BORDERS_DIR / NAMES_FILE) -> None:
    """Write the file whole, or leave the one that is there."""
    write_whole(path, compiled().encode())


if __name__ == "__main__":
    write()
