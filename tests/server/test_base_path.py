"""A server below a path, as `server.baseUrlPath=atlas` starts it: all that it names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import httpx2
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from tests.browser.server import DashboardServer

pytestmark = pytest.mark.slow

BASE = "/atlas"  # as the folder of our own files is called: the one prefix that may be taken twice
OURS = re.compile(rb"/atlas/(?:atlas/)?[0-9a-f]{16}/[a-z_-]+\.(?:json|js|css)")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def server() -> Iterator[DashboardServer]:
    with DashboardServer(base_path=BASE) as running:
        yield running
    assert not running.new_tracebacks()


@pytest.fixture(scope="module")
def host(server: DashboardServer) -> str:
    return server.url.removesuffix(BASE)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    with httpx2.Client(timeout=60) as found:
        yield found


def one_run(server: DashboardServer) -> bytes:
    """All that Streamlit sends a reader who opens the page."""
    address = f"{server.url.replace('http', 'ws', 1)}/_stcore/stream"
    sent = b""
    with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as socket:
        asks = BackMsg()
        asks.rerun_script.query_string = ""
        socket.send(asks.SerializeToString())
        while True:
            said = socket.recv()
            assert isinstance(said, bytes)
            sent += said
            if ForwardMsg.FromString(said).WhichOneof("type") == "script_finished":
                return sent


def test_what_the_page_and_its_run_name_is_there(
    server: DashboardServer, host: str, client: httpx2.Client
) -> None:
    named = {address.decode() for address in OURS.findall(one_run(server))}
    assert {address.rpartition("/")[2] for address in named} > {
        *("map.js", "page.js", "map.css", "flank-un.json", "timeline-un.json"),
        *("dossiers-un.json", "names-un.json", "steps-un.json"),
    }
    page = client.get(f"{server.url}/?country=POL")
    assert page.status_code == 200
    named |= {unescape(found) for found in re.findall(r'(?:href|src)="([^"]+)"', page.text)}
    own = {urljoin(f"{server.url}/", address) for address in named}
    own = {address for address in own if urlsplit(address).netloc == urlsplit(host).netloc}
    assert all(address.startswith(f"{server.url}/") for address in own)
    made_anew = ("/exports/", ".pdf", ".png?", "agent/openapi")  # of those the routes will do
    asked = [address for address in sorted(own) if not any(kind in address for kind in made_anew)]
    assert {address: client.get(address).status_code for address in asked} == dict.fromkeys(
        asked, 200
    )
    assert f'<link rel="canonical" href="{server.url}/?' in page.text


def test_every_surface_is_below_the_path_and_names_itself_there(
    server: DashboardServer, host: str, client: httpx2.Client
) -> None:
    assert client.get(server.url, follow_redirects=True).url == f"{server.url}/"
    assert client.get(f"{server.url}/api/v1/status").json()["data_version"]
    described = client.get(f"{server.url}/openapi.json").json()
    assert described["servers"] == [{"url": BASE}]
    frame = client.get(f"{server.url}/embed?country=POL")
    (asked_by,) = re.findall(r"<(\S+)>; rel=\"alternate\"", frame.headers["link"])
    told = client.get(asked_by).json()
    assert told["provider_url"] == f"{server.url}/"
    assert f'src="{server.url}/embed?' in told["html"]
    assert client.get(told["thumbnail_url"]).headers["content-type"] == "image/png"
    feed = ElementTree.fromstring(client.get(f"{server.url}/api/v1/feed.atom").content)
    links = [link.attrib["href"] for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert f"{server.url}/api/v1/feed.atom" in links
    own = [link for link in links if link.startswith(f"{host}/")]
    assert all(link.startswith(f"{server.url}/") for link in own)
    wrong = client.get(f"{server.url}/api/v1/status?colour=red").json()
    assert wrong["instance"] == f"{BASE}/api/v1/status?colour=red"
    assert client.get(urljoin(host, wrong["type"])).status_code == 200


def test_the_host_is_told_of_the_path_and_of_nothing_beside_it(
    server: DashboardServer, host: str, client: httpx2.Client
) -> None:
    assert client.get(f"{host}/robots.txt").text.endswith(f"Sitemap: {server.url}/sitemap.xml\n")
    found = ElementTree.fromstring(client.get(f"{server.url}/sitemap.xml").content)
    named = [str(node.text) for node in found.iter(LOCATION)]
    assert f"{server.url}/embed" in named
    assert all(address.startswith(f"{server.url}/") for address in named)
    assert client.get(f"{host}/healthz").json()["status"] == "ok"
    for path in ("/", "/embed", "/api/v1/status", "/_stcore/health", "/atlases/", "/sitemap.xml"):
        assert client.get(f"{host}{path}").status_code == 404, path
