"""The API's own description, OpenAPI 3.1: what FastAPI writes, with what only the data know."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from fastapi import FastAPI
from pydantic import TypeAdapter

from geo.atlas import Atlas
from geo.server.api.problems import MEDIA_TYPE, ProblemDetails

DESCRIPTION = """\
Who is bound by the 1997 Mine Ban Convention on any day since 1997, and along which borders.

Every answer carries its data version. An address with `v=` that version is kept for ever by caches;
without it for an hour, with an ETag. Data: CC BY 4.0, credit "Ottawa Atlas" and the sources named.
This is not a map of minefields.

Where the day of an act is not known, what it decides is not known between two days. `legal_status`
and `bound` are then null, never a guess; `possible_statuses`, `bound_min` and `bound_max` say what
is possible, and a date is an EDTF interval of two days."""

_SCHEMAS = {"text/csv": {"type": "string"}, "application/geo+json": {"type": "object"}}

Responses = dict[int | str, dict[str, Any]]


UNCHANGED = {"description": "What the asker's ETag names is still right."}
SENSELESS = "A parameter makes no sense; `errors` names each."
DAMAGED = "The data on the server are damaged."


def responses(answer: type | str, unknown: str) -> Responses:
    """The responses of an address: its answer, a shape or a media type, and its problems."""
    if isinstance(answer, str):
        content = {answer: {"schema": _SCHEMAS.get(answer, {})}}
        found: dict[str, Any] = {"content": content, "description": "A file"}
    else:
        found = {"model": answer}
    return {
        200: found,
        206: {"description": "The part of it that Range asks for."},
        304: UNCHANGED,
        400: _problem("What is asked contradicts itself."),
        404: _problem(unknown),
        406: _problem("Accept-Encoding refuses every form there is."),
        412: _problem("If-Match or If-Unmodified-Since names another answer."),
        416: _problem("Range asks for bytes beyond the end."),
        422: _problem(SENSELESS),
        429: _problem("As much as a client's share is being made for it; Retry-After says when."),
        500: _problem(DAMAGED),
        503: _problem("Too much is being drawn; ask again after Retry-After seconds."),
    }


_SHAPES = "#/components/schemas/"
PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": f"{_SHAPES}ProblemDetails"}}}
"""The content of every refusal."""


def _problem(words: str) -> dict[str, Any]:
    return {"description": words, "content": PROBLEM}


@cache
def _shapes_of_problems() -> dict[str, Any]:
    """The shapes of a refusal by name: told once here, where every address would work them out."""
    shape = TypeAdapter(ProblemDetails).json_schema(ref_template=f"{_SHAPES}{{model}}")
    return {**shape.pop("$defs"), "ProblemDetails": shape}


def described(
    app: FastAPI, beside: dict[str, Any], atlas: Atlas, version: str, base: str = ""
) -> dict[str, Any]:
    """The description, with every code, kind and data version that a parameter may take.

    `beside` has the paths that the application does not answer; all paths are below `base`.
    """
    found = copy.deepcopy(app.openapi())
    found["paths"] |= copy.deepcopy(beside)
    shapes = found["components"]["schemas"] | _shapes_of_problems()
    found["components"]["schemas"] = dict(sorted(shapes.items()))
    if base:
        found["servers"] = [{"url": base}]
    states = sorted(atlas.record.states)
    kinds = sorted({event.kind for event in atlas.record.events})
    lenses = [*(lens.lens_id for lens in atlas.record.lenses), *states]
    allowed = {"country": states, "iso3": states, "lens": lenses, "kind": kinds, "v": [version]}
    for path in found["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", ()):
                schema = _never_null(parameter["schema"])
                if parameter["name"] in allowed:
                    schema = {"type": "string", "enum": allowed[parameter["name"]]}
                parameter["schema"] = schema
    return found


def _never_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What may be left out FastAPI describes as "or null", which no address can say."""
    kinds: list[dict[str, Any]] = schema.get("anyOf", [schema])
    (kind,) = (kind for kind in kinds if kind.get("type") != "null")
    return kind
