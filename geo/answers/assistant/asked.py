"""The arguments of a tool, read as the API reads its parameters: what is wrong is told alike."""

from __future__ import annotations

from datetime import date

from geo.answers.scopes import lens_meant
from geo.answers.search import meant
from geo.answers.supposing import RefusedError
from geo.answers.supposing import supposing as understood
from geo.answers.words.expected import A_DAY, A_LENS
from geo.atlas import Atlas
from geo.basics.choices import asked_day
from geo.basics.dates import today
from geo.basics.errors import AtlasError


class AskedError(AtlasError):
    """An argument that makes no sense: which, and what was expected."""


def day(name: str, text: str) -> date:
    """The day of an argument, today where it is empty."""
    if not text:
        return today()
    try:
        return asked_day(text)
    except ValueError:
        raise AskedError(f"{name}: found {text!r}; expected {A_DAY}") from None


def state(atlas: Atlas, text: str) -> str | None:
    """The code of the state of an argument, None where it is empty."""
    if not text:
        return None
    found = meant(atlas, text)
    if found.says:
        raise AskedError(f"country: found {text!r}. {found.says}")
    return found.state


def lens(atlas: Atlas, text: str) -> str | None:
    """The lens of an argument, None where it is empty."""
    if not text:
        return None
    if name := lens_meant(atlas, text):
        return name
    ids = ", ".join(sorted(found.lens_id for found in atlas.record.lenses))
    raise AskedError(f"lens: found {text!r}; expected {A_LENS}; lenses are {ids}")


def supposing(atlas: Atlas, text: str) -> Atlas:
    """The atlas with the acts that an argument supposes, itself where it is empty."""
    if not text:
        return atlas
    try:
        return understood(atlas, text)
    except RefusedError as error:
        raise AskedError(str(error)) from None
