"""The tools of an assistant, asked by the protocol's own client: in this process and over stdio."""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from geo.answers.assistant.protocol import server
from geo.answers.assistant.statement import statement_answer
from geo.answers.assistant.tools import MOST_ROWS
from geo.atlas import Atlas, View
from geo.basics.errors import NotInstalledError
from tests.own_data import own_atlas

if TYPE_CHECKING:
    from mcp import Client

pytestmark = pytest.mark.slow

ATLAS = own_atlas()
DAY = "2026-02-20"
NORWAY = "NOR:withdrawal_notice:2026-12-01"
STATEMENT = "Poland leaves on 20 February 2026; Lithuania’s membership ended on May 8, 2025."
CALLS: list[tuple[str, dict[str, str], str]] = [
    ("status", {"date": DAY}, "On 20 February 2026, 161 states are bound"),
    ("status", {"date": DAY, "country": "Norway"}, "On 20 February 2026, Norway is bound"),
    ("status", {"date": "2027-06-01", "what_if": NORWAY}, "Supposing what is not on record"),
    ("country", {"country": "FIN", "date": DAY}, "On 20 February 2026, Finland is no longer"),
    ("borders", {"date": DAY}, "On 20 February 2026, of all land borders of the world"),
    ("borders", {"date": DAY, "country": "SRB"}, "On 20 February 2026, of the land borders of"),
    ("lens", {"lens": "nato-east", "date": DAY}, "On 20 February 2026, of NATO’s border"),
    ("lenses", {}, "The atlas has"),
    ("compare", {"first": "2025-01-01", "last": DAY}, "Between 1 January 2025 and 20 February"),
    ("course", {"lens": "baltic-arctic"}, "The border that the Baltic-Arctic flank shares"),
    ("course", {"lens": "NOR", "what_if": NORWAY}, "The land borders of Norway: "),
    ("claims", {"country": "POL"}, "The atlas has tested"),
    ("events", {"first": "2025-01-01", "country": "EST"}, "From 2025-01-01 to"),
    ("changes", {"since": "2026-01-31"}, "After 2026-01-31 the record has"),
    ("sources", {"source_ids": "FACTBOOK"}, "1 sources of the record."),
    ("check_dates", {"text": STATEMENT}, "Of the days of the text the record has"),
]
WRONG: list[tuple[str, dict[str, str], str]] = [
    ("status", {"date": "2026-02-30"}, "expected a day as YYYY-MM-DD, from 1997-01-01"),
    ("status", {"country": "Kosovo"}, "Kosovo"),
    ("lens", {"lens": "mars"}, "lenses are african-union"),
    ("compare", {"first": "2026-02-20", "last": "2025-01-01"}, "a day not after 2025-01-01"),
    (
        "status",
        {"what_if": "LTU:withdrawal_notice:2026-03-01"},
        "Lithuania left on 27 December 2025; it can accede again, not withdraw.",
    ),
    ("check_dates", {"text": "Poland left"}, "expected one as 20 February 2026"),
    ("check_dates", {"text": "It was on 2026-02-20"}, "found no state"),
    ("sources", {"source_ids": "nobody"}, "expected ids that an answer names"),
    ("status", {"day": DAY}, "day: expected no argument of this name; arguments are date, country"),
    ("lenses", {"lens": "world"}, "lens: expected no argument of this name; it takes none"),
    ("compare", {"last": DAY}, "first: found nothing; expected it to be given"),
    ("borders", {"worldview": "mine"}, "worldview: found 'mine'; expected un (“UN General"),
    ("picture", {"theme": "red"}, "theme: found 'red'; expected light or dark"),
]


def client_of(server: Any) -> Client:
    """The protocol's own client; whoever reads this module and asks nothing need not import it."""
    from mcp import Client

    return Client(server)


def draw(_: Atlas, __: View, how: dict[str, Any]) -> bytes:
    """What would be drawn; that it is drawn, the test over standard input shows."""
    return json.dumps(how).encode()


def told(result: Any) -> dict[str, Any]:
    assert not result.is_error, result.content
    found: dict[str, Any] = result.structured_content
    return found


def test_every_tool_answers_shortly_with_its_sentence_sources_and_address() -> None:
    async def ask() -> None:
        async with client_of(server(ATLAS, "https://example.org/", draw)) as client:
            offered = (await client.list_tools()).tools
            assert {tool.name for tool in offered} == {"picture", *(name for name, _, _ in CALLS)}
            for tool in offered:
                assert tool.description
                assert tool.annotations
                assert tool.annotations.read_only_hint
            for name, arguments, begins in CALLS:
                found = told(await client.call_tool(name, arguments))
                assert found["sentence"].startswith(begins), (name, found["sentence"])
                assert found["address"].startswith("https://example.org/api/v1/")
                for value in found["answer"].values():
                    assert not isinstance(value, list) or len(value) <= MOST_ROWS
                written = {source["source_id"] for source in found["sources"]}
                assert written <= set(ATLAS.record.sources)
            supposed = told(await client.call_tool(*CALLS[2][:2]))
            assert supposed["answer"]["hypothetical"] is True

    asyncio.run(ask())


def test_the_days_of_a_statement_are_held_against_the_acts_of_the_states_it_names() -> None:
    answer = statement_answer(ATLAS, STATEMENT)
    rows = {(row["date"], row["iso_a3"]): row for row in answer["days"]}
    assert set(rows) == {(d, s) for d in ("2026-02-20", "2025-05-08") for s in ("POL", "LTU")}
    assert rows["2026-02-20", "POL"]["changes"]
    assert rows["2026-02-20", "POL"]["status"] == "Withdrawn since 20 Feb 2026"
    lithuania = rows["2025-05-08", "LTU"]
    assert not lithuania["changes"]
    assert "is bound by the Mine Ban Convention" in lithuania["sentence"]
    (told,) = (state for state in answer["states"] if state["iso_a3"] == "LTU")
    assert told["changes"][-1] == "2025-12-27: Withdrawn since 27 Dec 2025"


def test_a_picture_comes_with_its_sentence_its_address_and_its_line() -> None:
    async def ask() -> Any:
        asked = {"date": DAY, "lens": "nato-east", "theme": "dark", "country": "NOR"}
        async with client_of(server(ATLAS, "https://example.org", draw)) as client:
            return await client.call_tool("picture", asked)

    words, image = asyncio.run(ask()).content
    assert words.text.startswith("On 20 February 2026, of NATO’s border with Russia and Belarus")
    address = "https://example.org/api/v1/snapshot.png?date=2026-02-20&country=NOR&lens=nato-east"
    assert address in words.text
    assert image.mime_type == "image/png"
    assert json.loads(base64.b64decode(image.data)) == {
        "extent": "flank",
        "scale": 1,
        "theme": "dark",
        "highlight": "NOR",
        "lens": "nato-east",
    }


def test_what_makes_no_sense_is_told_as_the_api_tells_it() -> None:
    async def ask() -> None:
        async with client_of(server(ATLAS, "", draw)) as client:
            for name, arguments, words in WRONG:
                result = await client.call_tool(name, arguments)
                assert result.is_error, (name, arguments)
                assert words in str(result.content), (name, result.content)

    asyncio.run(ask())


def test_the_command_answers_over_standard_input_and_output(root: Path) -> None:
    async def ask() -> tuple[dict[str, Any], Any]:
        from mcp import StdioServerParameters

        command = StdioServerParameters(
            command=sys.executable, args=["-m", "geo", "mcp"], cwd=str(root)
        )
        async with client_of(command) as client:
            found = told(await client.call_tool("status", {"date": DAY}))
            return found, await client.call_tool("picture", {"date": DAY})

    found, drawn = asyncio.run(ask())
    assert base64.b64decode(drawn.content[1].data).startswith(b"\x89PNG")
    assert found["date"] == DAY
    assert found["answer"]["bound"] == 161
    assert found["left_out"]["countries"] == len(ATLAS.record.states) - MOST_ROWS


def test_where_the_protocol_is_not_installed_the_keeper_is_told_how(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    with pytest.raises(NotInstalledError, match="requirements-assistant"):
        server(ATLAS, "", lambda *_: b"")
