"""Addresses that any browser opens, for anybody."""

import pytest

from geo.records import addresses
from tests.own_data import own_record

UNREADABLE = [
    *("http://[bad", "https://[::1", "https://example.org:99999/", "https://example.org:port/"),
    *(
        "https://example.org:\uff18\uff10/",
        "https://example.org:/",
        "https://example.org:0/",
        "https://",
    ),
    *("https:///page", "https://a b.org/", "https://example.org/a b", "https://example.org/\t"),
    *("https://exa\u200bmple.org/", "https://example.org/\u202e", "https://example.org\\a", "x:y"),
    *("https://dziennikustaw。gov.pl/", "https://examp\u217ce.org/", "https://\u0430pple.org/"),
    *("https://xn--/", "https://xn--a/", "https://a..b/", "https://-a.org/", "https://a-.org/"),
    *("https://localhost/", "https://1.2.3/", "https://0x7f.1/", "https://example.123/"),
    *("https://%65xample.org/", "https://" + "a" * 64 + ".org/", "javascript:alert(1)//a.b"),
    *("ftp://example.org/", "//example.org/", "example.org", "https://℀.org/"),
    "https://example.org/" + "a" * 2000,
]
SECRET = [
    *("https://me:pass@example.org/", "https://me@example.org/", "https://:pass@example.org/"),
    *("https://example.org\\@example.com/", "https://example.org%2F@example.com/"),
    "https://web.archive.org/web/2020/https://me:pass@example.org/",
    "https://example.org/?next=https%3A%2F%2Fme%3Apass%40example.com",
    *("https://example.org/?a=1&api_key=2", "https://example.org/?apiKey=2"),
    *("https://example.org/#access_token=2", "https://example.org/#/back?id_token=2"),
    *("https://example.org/?X-Amz-Signature=2", "https://example.org/?AWSAccessKeyId=2"),
    *("https://example.org/?PHPSESSID=2", "https://example.org/page;jsessionid=2?a=1"),
    *("https://example.org/?client_secret=2", "https://example.org/?passwd=2"),
    "https://example.org/?userToken=2",
]
OPEN = [
    *(
        "https://example.org",
        "http://www.example.org/a/b.html?x=1&y=[2]#part",
        "https://a.b.c:8443/",
    ),
    *("https://medium.com/@somebody/page", "https://example.org/?keyword=x&monkey=1&zip_code=2"),
    *("https://example.org/?token=", "https://uk.wikipedia.org/wiki/Україна", "https://t.me/s/x"),
    *("https://xn--bcher-kva.de/", "https://example.org./", "https://example.org/a(b)_%C3%A9'"),
]


@pytest.mark.parametrize("address", UNREADABLE)
def test_an_address_no_browser_reads_is_refused(address: str) -> None:
    fault = addresses.fault(address)
    assert fault
    assert "credentials" not in fault[0]


@pytest.mark.parametrize("address", SECRET)
def test_an_address_with_somebodys_right_to_it_is_refused(address: str) -> None:
    fault = addresses.fault(address)
    assert fault
    assert fault[0] == "an address without credentials"


@pytest.mark.parametrize("address", OPEN)
def test_an_address_anybody_opens_is_read(address: str) -> None:
    assert addresses.fault(address) is None


def test_every_address_of_the_record_is_anybodys() -> None:
    sources = own_record().sources.values()
    held = [address for s in sources for address in (s.url, s.archived_url) if address]
    assert not list(filter(addresses.fault, held))
