"""Five hundred readers on the static site behind stock nginx: is one kept waiting?

`python -m benchmarks.front SITE` serves a folder made by `python -m geo site`, prints how large it
is, and lets five hundred readers read for twenty seconds over connections that stay open, each a
page and a second later the next. Readers and nginx share the machine's cores.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Sample
from tests.browser import nginx
from tests.browser.server import free_port

READERS, SECONDS, PAUSE_SECONDS = 500, 20.0, 1.0
PATIENCE_SECONDS = 10.0

CONFIGURED = """
daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes auto;
events {{ worker_connections 2048; }}
http {{
  access_log off; types {{ text/html html; }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port} backlog=1024; root {site}; gzip_static on; gzip on; }}
}}
"""


class Reading:
    """What the readers met: seconds from each request to the last byte, and what went wrong."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.wrong: list[str] = []
        self.bytes = 0

    async def reader(self, port: int, pages: list[str], until: float) -> None:
        """One reader, who comes some time within the first pause."""
        await asyncio.sleep(random.uniform(0, PAUSE_SECONDS))
        try:
            source, sink = await asyncio.open_connection("127.0.0.1", port)
            while time.perf_counter() < until:
                began = time.perf_counter()
                page = random.choice(pages)
                sink.write(
                    f"GET /{page} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n".encode()
                )
                async with asyncio.timeout(PATIENCE_SECONDS):
                    self.bytes += await _answer(source)
                self.times.append(time.perf_counter() - began)
                await asyncio.sleep(random.uniform(0.5, 1.5) * PAUSE_SECONDS)
            sink.close()
        except (OSError, ValueError, TimeoutError, asyncio.IncompleteReadError) as error:
            self.wrong.append(f"{type(error).__name__}: {error}")


async def _answer(source: asyncio.StreamReader) -> int:
    head = (await source.readuntil(b"\r\n\r\n")).decode().lower()
    if " 200 " not in head or "content-encoding: gzip" not in head:
        raise ValueError(head.partition("\r\n")[0])
    length = int(head.partition("content-length: ")[2].split()[0])
    return len(await source.readexactly(length))


async def _read(port: int, pages: list[str]) -> Reading:
    found, until = Reading(), time.perf_counter() + SECONDS
    await asyncio.gather(*(found.reader(port, pages, until) for _ in range(READERS)))
    return found


def main() -> int:
    """Measure and print; 1 when somebody got no answer."""
    site = Path(sys.argv[1]).resolve()
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    print(f"{len(sizes):,} files, {sum(sizes) / 1e6:.1f} MB")
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    with tempfile.TemporaryDirectory() as name:
        port, told = free_port(), Path(name) / "nginx.conf"
        told.write_text(CONFIGURED.format(folder=name, port=port, site=site), encoding="utf-8")
        command = [nginx.find(), "-e", f"{name}/error.log", "-c", str(told)]
        with subprocess.Popen(command) as server:
            while not (Path(name) / "pid").exists() and server.poll() is None:
                time.sleep(0.1)
            try:
                found = asyncio.run(_read(port, pages))
            finally:
                server.terminate()
    times = Sample.of([each * 1000 for each in found.times])
    print(
        f"{READERS} readers, {len(pages)} pages: {len(found.times) / SECONDS:.0f} answers a second"
    )
    if times:
        p99 = sorted(times.values)[len(times.values) * 99 // 100]
        print(f"p50 {times.p50:.1f} ms, p99 {p99:.1f} ms, {found.bytes / 1e6:.0f} MB")
    print(f"errors: {len(found.wrong)} {found.wrong[:3] or ''}")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
