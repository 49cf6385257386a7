"""All parts of the page name one place: waits until they do."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from geo.answers import permalink
from geo.answers.arrival import place_at
from geo.server.page.tabs.tabs import TABS
from tests.browser.conftest import settle
from tests.own_data import own_atlas

# What each part of the page says of the place, in the words of an address.
SAID = """(tabs) => {
  const { day, country = "", view, worldview, address } =
    document.querySelector("#atlas-state").dataset;
  const slider = document.querySelector(".st-key-date input[type=range]");
  const map = document.querySelector(".st-key-map iframe").contentWindow.__atlas.painted.day;
  const thumb = new Date(Number(slider.getAttribute("value")) / 1000).toISOString().slice(0, 10);
  return {
    busy: document.querySelector("[data-testid=stApp]").dataset.testScriptState !== "notRunning",
    cut: slider.disabled,
    address: location.search.slice(1),
    marker: address,
    days: [day, map, thumb],
    place: { country, view, worldview },
    panel: document.querySelector(".st-key-panel h2")?.innerText,
    list: document.querySelector(".st-key-country_field input").value,
    tab: tabs[document.querySelector("[role=tab][aria-selected=true]")?.innerText.trim()],
    headline: document.querySelector("[data-live=headline]")?.innerText,
  };
}"""


def place_of(query: str) -> permalink.Place:
    """The place that an address names, every word of it understood."""
    found, complaints = place_at(own_atlas(), parse_qs(query))
    assert complaints == ()
    return found


def agreed(page: Page) -> str:
    """The query of the place, once all parts of the page tell the same and nothing is under way."""
    names = {words: name for name, words in TABS.items()}
    told = page.wait_for_function(
        f"""(tabs) => {{
          let said;
          try {{ said = ({SAID})(tabs); }} catch {{ return false; }} // a part is drawn anew
          const asked = new URLSearchParams(said.address);
          // The box of the map is the browser's own.
          const served = said.address.replace(/&bounds=[^&]*$/, "");
          const alike = !said.busy && !said.cut && served === said.marker
            && said.days.every((day) => day === asked.get("date"))
            && said.tab === (asked.get("tab") ?? "borders")
            && (said.list === "") === !asked.has("country")
            && (said.list === "" || said.list === said.panel);
          const now = JSON.stringify(said);
          if (!alike || window.__said !== now) window.__since = performance.now();
          window.__said = now;
          return alike && performance.now() - window.__since > 1000 && said;
        }}""",
        arg=names,
        polling=100,  # by default at every frame, and each look lays the page out
    )
    said = told.json_value()
    found = place_of(said["address"])
    assert permalink.query(found) == said["address"]
    assert said["place"] == {
        "country": found.country,
        "view": found.view,
        "worldview": found.worldview,
    }
    day = f"{found.date.day} {found.date:%B %Y}"
    assert day in said["headline"]
    return str(said["address"])


def expect_all_to_agree(page: Page) -> str:
    """Page, address, link, frame code and citation name one place, and go on to; its query."""
    query, texts = agreed(page), exports(page)
    while (after := agreed(page)) != query:  # something was still on its way
        query, texts = after, exports(page)
    link, frame, citation = texts
    assert urlsplit(link).query == query
    embed = permalink.query(permalink.in_frame(place_of(query))).replace("&", "&amp;")
    assert f'/embed?{embed}"' in frame
    assert re.search(rf"/\?{re.escape(query)}(?![&\w])", citation)
    return query


def exports(page: Page) -> list[str]:
    """Link, frame code and citation, as the Export menu shows them."""
    page.get_by_role("button", name="Export").click()
    page.get_by_role("radio", name="Share", exact=True).click()
    texts = page.locator(".st-key-export_panel [data-testid=stCode]")
    expect(texts).to_have_count(3)
    settle(page)
    for text in texts.all():  # what is of the place before is hidden, and comes as no letter
        expect(text).to_have_text(re.compile(r"\S"), use_inner_text=True)
    shown = [text.strip() for text in texts.all_inner_texts()]
    page.keyboard.press("Escape")
    expect(texts).to_have_count(0)
    return shown
