"""Scripts that travel as one file: an entry and all it imports, in the order of the imports.

Each module stays a scope of its own, so that two may use the same name inside. What may be written
is what the scripts need, `import { a, b } from "./c.js";` and `export` before a declaration, and no
text of several lines, for comments and indents do not travel; anything else is refused when the
bundle is made, before a browser could stumble over it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from posixpath import dirname, join, normpath

from geo.basics.errors import AtlasError

_IMPORT = re.compile(r'^import \{([\w\s,]+)\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_COMMENT = re.compile(
    r"""^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)\n|[ \t]+// [^"'`\n]*$""", re.MULTILINE
)
"""Comments, of which a reader's line carries none: on lines of their own and, where no quote could
be a part of a text, behind a line.
"""
_UNREAD = re.compile(r"/\*\* @type [^*]*\*/ ?|^[ \t]+", re.MULTILINE)
"""Types within a line and what a line begins with, which no browser needs."""


def bundle(entry: str, scripts: Mapping[str, str], *, module: bool = False) -> str:
    """The bundle of an entry. `scripts` are texts by path; addresses in imports are relative.

    As a `module`, it exports what its entry exports; else it is a classic script and names nothing
    outside itself. Raises AtlasError for an import of what is not there, for a circle, and for
    another form of import or export.
    """
    order = _order(entry, scripts)
    parts = [_scoped(name, order, scripts) for name in order]
    text = "\n".join(parts)
    if module:
        given = ", ".join(exports(scripts[entry]))
        return f"{text}\nexport const {{ {given} }} = _{len(order) - 1};\n"
    return f'(() => {{\n"use strict";\n{text}\n}})();\n'


def exports(script: str) -> list[str]:
    """The names that a script exports."""
    return [found[1] for found in _EXPORT.finditer(script)]


def imports(name: str, script: str) -> dict[str, list[str]]:
    """Return what a script imports, by the path of the script it comes from."""
    return {
        normpath(join(dirname(name), address)): re.findall(r"\w+", names)
        for names, address in _IMPORT.findall(script)
    }


def _order(entry: str, scripts: Mapping[str, str]) -> list[str]:
    """The entry and all it needs, each behind what it imports."""
    needs: dict[str, list[str]] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in needs:
            found = imports(name, scripts[name])
            for other, names in found.items():
                _must_be_there(name, other, names, scripts)
            needs[name] = list(found)
            waiting += found
    try:
        return list(TopologicalSorter(needs).static_order())
    except CycleError as error:
        circle = " imports ".join(reversed(error.args[1]))
        raise AtlasError(f"scripts import each other in a circle: {circle}") from None


def _must_be_there(name: str, other: str, names: list[str], scripts: Mapping[str, str]) -> None:
    if other not in scripts:
        raise AtlasError(f"{name}: imports from {other}, which is no script")
    known = exports(scripts[other])
    if strange := [each for each in names if each not in known]:
        given = ", ".join(known) or "nothing"
        raise AtlasError(f"{name}: imports {strange[0]} from {other}, which exports {given}")


def _scoped(name: str, order: list[str], scripts: Mapping[str, str]) -> str:
    """A script as a scope of its own: names come in from those before it, and its exports out."""

    def taken(found: re.Match[str]) -> str:
        place = order.index(normpath(join(dirname(name), found[2])))
        return f"const {{{found[1]}}} = _{place};\n"

    code = _COMMENT.sub("", scripts[name])
    if torn := next((line for line in code.splitlines() if line.count("`") % 2), None):
        raise AtlasError(f"{name}: “{torn.strip()}” begins or ends a text of several lines")
    body = _IMPORT.sub(taken, _EXPORT.sub("", _UNREAD.sub("", code))).strip()
    if left := _LEFT.search(body):
        raise AtlasError(
            f"{name}: “{left[0]}” cannot be bundled; expected `import {{ a, b }} from "
            '"./c.js";` or `export` before a function, class or const'
        )
    given = ", ".join(exports(scripts[name]))
    return f"const _{order.index(name)} = (() => {{\n{body}\nreturn {{ {given} }};\n}})();"
