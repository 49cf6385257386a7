"""What translators have written: the gettext catalogues of a language, read as they stand in git.

A catalogue is `catalogues/<language>/LC_MESSAGES/<name>.po`. Its message ids are the English texts
of the other modules here. It is compiled in memory, in some hundredths of a second and once for a
language, so that a clone needs no step of building and git holds no binary.
"""

from __future__ import annotations

import io
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from geo.answers.words.wordings import Lacking
from geo.basics.choices import Language
from geo.basics.errors import AtlasError

CATALOGUES: Final = Path(__file__).with_name("catalogues")


class _Lacking(NullTranslations):
    """What is asked last: it has nothing, and marks what it is asked for."""

    def gettext(self, message: str) -> str:
        return Lacking(message)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return Lacking(message)


def files(language: Language, directory: Path = CATALOGUES) -> list[Path]:
    """The catalogues of a language, by name; none of English."""
    return sorted((directory / language / "LC_MESSAGES").glob("*.po"))


def read(path: Path, language: Language) -> Catalog:
    """A catalogue with all its messages, translated or not.

    Raises AtlasError for a file that is none, with the line.
    """
    try:
        with path.open("rb") as file:
            return read_po(file, language, charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        where = f"{path}:{error.lineno}" if isinstance(error, PoFileError) else str(path)
        raise AtlasError(
            f"{where}: found no gettext catalogue in UTF-8 ({error}); correct the file"
        ) from None


@cache
def translations(language: Language) -> NullTranslations:
    """All that a language has of its own; what it lacks comes out as it was asked for."""
    found: NullTranslations = _Lacking()
    for path in reversed(files(language)):
        compiled = io.BytesIO()
        write_mo(compiled, read(path, language))
        compiled.seek(0)
        each = GNUTranslations(compiled)
        each.add_fallback(found)
        found = each
    return found
