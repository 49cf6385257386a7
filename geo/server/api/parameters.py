"""What may be asked: pydantic models that refuse nonsense and describe themselves in OpenAPI."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from geo.answers.words.expected import A_DAY, WORDS, expected
from geo.atlas import supposed
from geo.basics import boxes, languages
from geo.basics.choices import (
    FIRST_DAY,
    FLANK_LENS,
    LATEST,
    Extent,
    Language,
    Theme,
    Worldview,
    asked_day,
    last_day,
)

_YEARS = "|".join(map(str, range(FIRST_DAY.year, last_day().year + 1)))
DAY_PATTERN = rf"^({_YEARS})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
"""What can be asked, for the description; which days a month has is the format's concern."""

EXPECTED = {name: str(expected(name)) for name in WORDS}
"""What each parameter takes, as the description says it."""


_FEW = {"v", "worldview", "treaty", "view", "theme", "scale", "lang"}


def _day(value: object) -> date:
    # Not pydantic's own reading, which also takes seconds since 1970 and times of day.
    if not isinstance(value, str):
        raise ValueError(A_DAY)
    return asked_day(value)


def _digits(text: str) -> int:
    # As much as a frame may be wide; pydantic's own reading takes signs, points and spaces, too.
    if not re.fullmatch("0*[1-9][0-9]{0,4}", text):
        raise ValueError(text)
    return int(text)


def _said(name: str, **more: Any) -> Any:
    return Field(default=None, description=EXPECTED[name], **more)


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {
            "oneOf": [
                {"type": "string", "format": "date", "pattern": DAY_PATTERN},
                {"type": "string", "const": LATEST},
            ]
        }
    ),
]
StateName = Annotated[str, Field(min_length=1, max_length=100)]
"""A code or a name: which state it means, only the data know (`serving.understood`)."""
LENS_PATTERN = r"^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$"
LensName = Annotated[str, Field(pattern=LENS_PATTERN)]
WhatIf = Annotated[str, Field(pattern=supposed.PATTERN)]
Lang = Annotated[Language, Field(description=EXPECTED["lang"])]
ScaleText = Literal["1", "2", "4"]
Pixels = Annotated[
    int,
    BeforeValidator(_digits),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 99_999}),
]


class Asked(BaseModel):
    """What any answer can be asked with; a parameter of another name is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    v: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] | None = _said("v")

    def free(self) -> set[str]:
        """The parameters given of which there are many values, not a few to choose from."""
        usual = {name: field.default for name, field in type(self).model_fields.items()}
        return {name for name, value in self if name not in _FEW and value != usual[name]}


class DayQuery(Asked):
    """One day; today, which is also LATEST, where none is named."""

    date: Day | None = _said("date")


class LanguageQuery(Asked):
    """What hangs on nothing but the record, in a language."""

    lang: Lang = languages.USUAL


class ClaimsQuery(DayQuery):
    """What articles say on a day, in a language."""

    lang: Lang = languages.USUAL


class StatusQuery(ClaimsQuery):
    """Who is bound on a day, in a language."""

    country: StateName | None = _said("country")
    what_if: WhatIf | None = _said("what_if")


class CurveFileQuery(Asked):
    """Every day in one worldview, as it was or would be, of all borders or of those of a lens."""

    worldview: Worldview = Field(default="un", description=EXPECTED["worldview"])
    what_if: WhatIf | None = _said("what_if")
    lens: LensName | None = _said("lens")


class CurveQuery(CurveFileQuery):
    """Every day, of all borders or of those of one state or lens, in a language."""

    lang: Lang = languages.USUAL
    country: StateName | None = _said("country")


class WorldviewQuery(DayQuery):
    """A day in one worldview."""

    worldview: Worldview = Field(default="un", description=EXPECTED["worldview"])


class SupposingQuery(WorldviewQuery):
    """A day in one worldview, as it is or as it would be."""

    what_if: WhatIf | None = _said("what_if")


class SpokenQuery(SupposingQuery):
    """The same in a language."""

    lang: Lang = languages.USUAL


class SourcesQuery(WorldviewQuery):
    """What a day rests on, or the dossier of one state, or what is told of a lens."""

    country: StateName | None = _said("country")
    lens: LensName | None = _said("lens")


class BordersFileQuery(SupposingQuery):
    """Border segments on a day: all, or those of a lens."""

    lens: LensName | None = _said("lens")


class BordersQuery(BordersFileQuery):
    """Border segments on a day, in a language."""

    lang: Lang = languages.USUAL
    country: StateName | None = _said("country")


class EventsQuery(LanguageQuery):
    """Events of the record; those dated to a month or year count where they overlap."""

    first: Day | None = _said("from", alias="from")
    last: Day | None = _said("to", alias="to")
    country: StateName | None = _said("country")
    treaty: Literal["APMBC", "CCM"] | None = _said("treaty")
    kind: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")] | None = _said("kind")


class CompareQuery(CurveQuery):
    """Two days, in a language; the later one is today where none is named."""

    first: Day = Field(alias="from", description=EXPECTED["from"])
    last: Day | None = _said("to", alias="to")


class ChartQuery(CurveQuery):
    """Every day, as a picture."""

    theme: Theme = Field(default="light", description=EXPECTED["theme"])


class ChartPngQuery(ChartQuery):
    """The same in pixels."""

    scale: ScaleText = Field(default="2", description=EXPECTED["scale"])


class SinceFileQuery(Asked):
    """What is later than a day."""

    since: Day = Field(description=EXPECTED["since"])
    country: StateName | None = _said("country")


class SinceQuery(SinceFileQuery):
    """The same in a language."""

    lang: Lang = languages.USUAL


class FollowingQuery(LanguageQuery):
    """A feed or a calendar, of one state or of all, in a language."""

    country: StateName | None = _said("country")


class PictureQuery(SupposingQuery):
    """The map of a day, in a language."""

    lang: Lang = languages.USUAL
    lens: LensName = Field(default=FLANK_LENS, description=EXPECTED["lens"])
    view: Extent = Field(default="flank", description=EXPECTED["view"])
    bounds: Annotated[str, Field(pattern=boxes.PATTERN)] | None = _said("bounds")
    theme: Theme = Field(default="light", description=EXPECTED["theme"])
    country: StateName | None = Field(default=None, description="a state to outline, as NOR")
    compare: Day | None = _said("compare")


class FrameQuery(BaseModel):
    """How an address is shown on other sites; parameters of other names are consumers' own."""

    url: str = Field(description=EXPECTED["url"])
    maxwidth: Pixels | None = _said("maxwidth")
    maxheight: Pixels | None = _said("maxheight")


class PngQuery(PictureQuery):
    """The map of a day in pixels."""

    scale: ScaleText = Field(default="2", description=EXPECTED["scale"])
