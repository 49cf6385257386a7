"""What programs that walk through a site read first: robots.txt and sitemap.xml."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from geo.web.templating import render


def robots(address: str) -> bytes:
    """robots.txt of a site at `address`, which ends in a slash; empty where it is not known."""
    sitemap = f"Sitemap: {address}sitemap.xml\n" if address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()


def sitemap(pages: Iterable[str], day: date) -> bytes:
    """sitemap.xml of the whole addresses of pages, and the day of what they hold.

    Where each is in other languages, the page itself says.
    """
    return render("sitemap.xml", pages=pages, day=day).encode()
