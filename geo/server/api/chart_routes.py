"""The addresses of a border line over time as a picture."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from geo.basics.file_names import MEDIA_TYPES
from geo.server.api.app import address
from geo.server.api.parameters import ChartPngQuery, ChartQuery
from geo.server.api.serving import of_every_day
from geo.server.drawing import jobs


@address("/curve.png", "image/png", "pictures")
async def curve_png(request: Request, asked: Annotated[ChartPngQuery, Query()]) -> Response:
    """What `curve` has as a chart, PNG: states bound, and kilometres by how they stand."""
    how = {"theme": asked.theme, "scale": int(asked.scale)}
    return await of_every_day(request, asked, jobs.chart, MEDIA_TYPES["png"], fmt="png", **how)


@address("/curve.svg", "image/svg+xml", "pictures")
async def curve_svg(request: Request, asked: Annotated[ChartQuery, Query()]) -> Response:
    """The same as SVG."""
    how = {"theme": asked.theme}
    return await of_every_day(request, asked, jobs.chart, MEDIA_TYPES["svg"], fmt="svg", **how)
