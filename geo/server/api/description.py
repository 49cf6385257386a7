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


def responses(answer: type | str | tuple[str, ...], unknown: str) -> Responses:
    """The responses of an address: its answer, a shape or media types, and its problems."""
    if isinstance(answer, type):
        found: dict[str, Any] = {"model": answer}
    else:
        kinds = (answer,) if isinstance(answer, str) else answer
        content = {kind: {"schema": _SCHEMAS.get(kind, {})} for kind in kinds}
        found = {"content": content, "description": "A file"}
    return {
        200: found,
        206: {"description": "The part of it that Range asks for."},
        304: UNCHANGED,
        400: problem_of("What is asked contradicts itself."),
        404: problem_of(unknown),
        406: problem_of("Accept-Encoding refuses every form there is."),
        412: problem_of("If-Match or If-Unmodified-Since names another answer."),
        416: problem_of("Range asks for bytes beyond the end."),
        422: problem_of(SENSELESS),
        429: problem_of("As much as a client's share is being made for it; Retry-After says when."),
        500: problem_of(DAMAGED),
        503: problem_of("Too much is being drawn; ask again after Retry-After seconds."),
    }


_SHAPES = "#/components/schemas/"
_PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": f"{_SHAPES}ProblemDetails"}}}
"""The content of every refusal."""


def problem_of(words: str) -> dict[str, Any]:
    """Describe a refusal."""
    return {"description": words, "content": _PROBLEM}


@cache
def _shapes_of_problems() -> dict[str, Any]:
    """The shapes of a refusal by name: told once here, where every address would work them out."""
    shape = TypeAdapter(ProblemDetails).json_schema(ref_template=f"{_SHAPES}{{model}}")
    return {**shape.pop("$defs"), "ProblemDetails": shape}


def described(app: FastAPI, atlas: Atlas, version: str, base: str = "") -> dict[str, Any]:
    """The description, with every code, kind and data version that a parameter may take.

    All paths are below `base`.
    """
    found = copy.deepcopy(app.openapi())
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
