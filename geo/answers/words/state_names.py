"""What a state is called in a language: as CLDR has it, but where the UN knows it otherwise.

`catalogues/state_names.csv` has what differs: the depositary lists the Holy See and Palestine, not
the Vatican City and territories; a Congo is told from the other by its name, not by its capital;
a former name is no part of a name, nor a name in place of the state's own. `source` is where a name
was seen, empty where it was not. The apostrophe in a name is that of our sentences, which is not
CLDR’s in Ukrainian.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from geo.answers.words.catalogue import CATALOGUES

FILE: Final = CATALOGUES / "state_names.csv"


def state_name(locale: Locale, iso_a3: str) -> str | None:
    """A state's name by itself, None where CLDR knows no such code."""
    if own := _own().get((iso_a3, locale.language)):
        return own
    # CLDR goes by ISO's code of two letters, and knows that of three as its alias.
    (code,) = get_global("territory_aliases").get(iso_a3, [""])
    name = locale.territories.get(code)
    return name and name.replace("\N{MODIFIER LETTER APOSTROPHE}", "’")


@cache
def _own() -> dict[tuple[str, str], str]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {(row["iso_a3"], row["language"]): row["name"] for row in csv.DictReader(file)}
