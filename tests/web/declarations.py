"""The shapes of the browser's documents as TypeScript, from Python's own.

`python -m tests.web.declarations` writes them into scripts/documents.d.ts, by which `make lint`
checks every script; a test holds the file against the shapes.
"""

import types
import typing
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin

from typing_extensions import is_typeddict

from geo.answers.words.widgets import WidgetWords
from geo.web.documents.course_chart import ChartDocument
from geo.web.documents.dossier_shapes import DossiersDocument
from geo.web.documents.every_lens import EveryLens
from geo.web.documents.lens_shapes import LensFile
from geo.web.documents.map_shapes import (
    FlankFile,
    MapConfig,
    SpokenMap,
    StandaloneConfig,
    WorldFile,
)
from geo.web.documents.names import NamesDocument
from geo.web.documents.step_rows import StepsDocument
from geo.web.documents.timeline import Timeline
from geo.web.documents.two_days import ComparisonFile
from geo.web.static_files import SCRIPTS

FILE = SCRIPTS / "documents.d.ts"
DOCUMENTS = (
    Timeline,
    FlankFile,
    WorldFile,
    LensFile,
    EveryLens,
    MapConfig,
    SpokenMap,
    StandaloneConfig,
    DossiersDocument,
    NamesDocument,
    StepsDocument,
    ChartDocument,
    ComparisonFile,
    WidgetWords,
)
HEAD = """// The documents that scripts draw from, as Python makes them.
// `python -m tests.web.declarations` writes this file from the shapes in geo/web/documents.
"""
PLAIN = {
    **{str: "string", int: "number", float: "number", bool: "boolean"},
    **{type(None): "null", Any: "any"},
}


def declarations() -> str:
    """The whole file."""
    found: dict[str, str] = {}
    for document in DOCUMENTS:
        _interface(document, found)
    return "\n".join([HEAD, *found.values()])


def _interface(shape: Any, found: dict[str, str]) -> str:
    """The name of a shape, and into `found` its interface and those of the shapes in it."""
    name: str = shape.__name__
    if name in found:
        return name
    found[name] = ""
    lines = []
    for key, hint in typing.get_type_hints(shape, include_extras=True).items():
        optional = get_origin(hint) is NotRequired
        kind = _kind(get_args(hint)[0] if optional else hint, found)
        lines.append(f"  {key}{'?' if optional else ''}: {kind};")
    found[name] = "\n".join([f"export interface {name} {{", *lines, "}", ""])
    return name


def _kind(hint: Any, found: dict[str, str]) -> str:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:  # beside the kind, the text itself
        return _kind(parts[0], found)
    if hint in PLAIN:
        return PLAIN[hint]
    if is_typeddict(hint):
        return _interface(hint, found)
    if origin is Literal:
        return " | ".join(f'"{part}"' for part in parts)
    kinds = [_kind(part, found) for part in parts]
    if origin in (Union, types.UnionType):
        return " | ".join(kinds)
    if origin is list:
        return f"{kinds[0]}[]"
    if origin is tuple:
        return f"[{', '.join(kinds)}]"
    if origin is dict:
        return f"Record<{', '.join(kinds)}>"
    raise TypeError(f"{hint}: no word of TypeScript for it is known here")


if __name__ == "__main__":
    FILE.write_text(declarations(), encoding="utf-8")
