"""Which web addresses the record may hold: those that any browser opens, for anybody."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

LONGEST_ADDRESS = 1_000
"""Letters of an address that every browser and every citation takes."""

_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE | re.ASCII)
_USER = re.compile(r"(?:^|/)/[^/?#\s]*@")
"""A name before the host, of the address or of one within it, as an archive has them."""

_SECRET = re.compile(
    r"token|secret|passw|pwd|passphrase|credential|signature|jwt|apikey|accesskey|privatekey"
    r"|authoriz|authkey|sess(?:ion)?id|subscriptionkey"
)
_SECRET_WORDS = frozenset({"auth", "key", "otp", "pass", "sid", "sig"})
"""Names, and words in names, of parameters that carry somebody's right to open an address."""

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")

_SHAPE = "a web address"
_OPEN = "an address without credentials"


@lru_cache(maxsize=1024)  # a record that has changed has nearly all of its addresses from before
def fault(address: str) -> tuple[str, str] | None:
    """Return what was expected of an address, and what to do; None for one anybody can open."""
    if len(address) > LONGEST_ADDRESS:
        found = f"these are {len(address):,}"
        return f"{LONGEST_ADDRESS:,} letters at most, {found}", "Cite the page, not a search of it."
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return _SHAPE, "Copy the address again from where the page can be read."
    named = "@" in parts.netloc or _USER.search(unquote(address))
    if named or _carries_a_secret(parts.query, parts.fragment, parts.path):
        return _OPEN, "Take the name, password or key out; cite the page as anybody can open it."
    if any(c.isspace() or unicodedata.category(c)[0] == "C" for c in address) or "\\" in address:
        return _SHAPE, "Write spaces, backslashes and invisible characters as % and two digits."
    if parts.scheme not in ("http", "https") or port == 0 or parts.netloc.endswith(":"):
        return _SHAPE, "Copy the address again from where the page can be read."
    if not _is_host(parts.hostname or ""):
        return _SHAPE, "Write its host by name, in ASCII letters as browsers send it."
    return None


def _carries_a_secret(*parts: str) -> bool:
    pairs = "&".join(part.replace(";", "&").lstrip("/") for part in parts)
    return any(map(_is_secret, (name for name, value in parse_qsl(pairs) if value)))


def _is_secret(name: str) -> bool:
    name = name.rpartition("?")[2].rpartition("/")[2]
    words = {word.lower() for word in _WORDS.findall(name)}
    return bool(words & _SECRET_WORDS or _SECRET.search(re.sub("[^a-z]", "", name.lower())))


def _is_host(host: str) -> bool:
    """Whether a host is a name of two labels or more, which every browser reads as it stands."""
    labels = host.removesuffix(".").split(".")
    return (
        len(host) <= 253
        and len(labels) > 1
        and all(map(_is_label, labels))
        and not re.match(r"[0-9]|0x", labels[-1])  # browsers would read the whole as a number
    )


def _is_label(label: str) -> bool:
    if not _LABEL.fullmatch(label):
        return False
    if not label.lower().startswith("xn--"):
        return True
    try:
        letters = label[4:].encode().decode("punycode")
    except UnicodeError:
        return False
    return not letters.isascii() and letters.isprintable()
