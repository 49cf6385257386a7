"""What stands beside the API and is described with it: how editors are told of a frame."""

from __future__ import annotations

from typing import Any

from geo.answers.words.expected import A_VIEW, SIZES
from geo.answers.words.problems import JSON_OR_XML, NO_VIEW
from geo.server.api import oembed
from geo.server.api.description import DAMAGED, PROBLEM, SENSELESS, UNCHANGED

_SAYS = (
    "The frame that shows an address of the atlas (oEmbed 1.0); `format` is json or xml, and as"
    " oEmbed has it, another is 501."
)
_WRONG = {
    "404": NO_VIEW,
    "422": SENSELESS,
    "500": DAMAGED,
    "501": JSON_OR_XML,
}


def _parameter(name: str, schema: dict[str, Any], says: str) -> dict[str, Any]:
    needed = {"required": True} if name == "url" else {}
    return {"name": name, "in": "query", "description": says, "schema": schema, **needed}


PATHS = {
    oembed.PATH: {
        "get": {
            "operationId": "oembed",
            "summary": "Oembed",
            "description": _SAYS,
            "tags": ["following"],
            "parameters": [
                _parameter("url", {"type": "string"}, A_VIEW),
                *(
                    _parameter(name, {"type": "integer", "minimum": 1, "maximum": 99_999}, says)
                    for name, says in SIZES.items()
                ),
            ],
            "responses": {
                "200": {
                    "description": _SAYS,
                    "content": {kind: {"schema": {}} for kind in ("application/json", "text/xml")},
                },
                "304": UNCHANGED,
                **{
                    status: {"description": words, "content": PROBLEM}
                    for status, words in _WRONG.items()
                },
            },
        }
    }
}
"""Path to its part of an OpenAPI 3.1 document."""
