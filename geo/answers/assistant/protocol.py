"""The tools over the Model Context Protocol, by its official package.

Nothing else in the atlas needs that package, so it has a file of requirements of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from geo.answers.assistant.arguments import wrong
from geo.answers.assistant.picture import Draw, PictureTool
from geo.answers.assistant.tools import Tools
from geo.answers.data.credits import ATTRIBUTION, data_version
from geo.answers.words.usage import NOT_INSTALLED
from geo.basics.errors import AtlasError, NotInstalledError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from geo.atlas import Atlas

T = TypeVar("T")

_INSTALL = "python -m pip install --require-hashes -r requirements-assistant.txt"

INSTRUCTIONS = (
    "Who is bound by the 1997 Mine Ban Convention on any day since 1997, and along which borders."
    " Quote `sentence` with `date` and the sources; what is null is not known, never a guess."
    " `hypothetical` in an answer marks what is supposed and on no record: say so. This is not a"
    f" map of minefields. {ATTRIBUTION}"
)
"""What an assistant is told before it asks."""


def server(atlas: Atlas, base: str, draw: Draw) -> MCPServer:
    """A server of the tools, read-only; `base` is the address that its answers lead to, and `draw`
    makes the picture of one. Raises NotInstalledError where the package is not.
    """
    # Imported here: only an assistant waits for it.
    try:
        from mcp.server.mcpserver import Context, MCPServer
    except ModuleNotFoundError:
        raise NotInstalledError(NOT_INSTALLED, command=_INSTALL) from None
    from mcp.server.mcpserver.exceptions import ToolError
    from mcp.types import ToolAnnotations

    tools = {tool.__name__: tool for tool in Tools(atlas, base).all()}
    picture = PictureTool(atlas, base, draw).picture

    class Server(MCPServer):
        """The package's server, that tells wrong arguments as the API does."""

        async def call_tool(
            self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
        ) -> Any:
            given = {key: value for key, value in arguments.items() if value is not None}
            if (tool := asked.get(name)) and (said := wrong(tool, given)):
                raise ToolError(said)
            return await super().call_tool(name, given, context)

    asked: dict[str, Callable[..., object]] = {**tools, picture.__name__: picture}
    made = Server(
        "ottawa-atlas",
        title="Ottawa Atlas",
        instructions=INSTRUCTIONS,
        version=data_version(atlas),
        log_level="WARNING",
    )
    reads = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
    for tool in tools.values():
        made.add_tool(_explained(tool), annotations=reads)
    made.add_tool(_explained(picture), annotations=reads, structured_output=False)
    return made


def _explained(tool: Callable[..., T]) -> Callable[..., T]:
    """The same, what is wrong with its arguments told as a failure that the asker can read."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(tool)
    def call(*args: str, **named: str) -> T:
        try:
            return tool(*args, **named)
        except AtlasError as error:
            raise ToolError(str(error)) from None

    return call
