"""The panel and the table of borders, drawn in the browser on the reader's day."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from geo.answers.country.dossier import Dossier, dossier
from geo.answers.words import headline
from geo.answers.words.length_meaning import meaning
from geo.atlas import FACING, FLANK, Atlas
from geo.basics import formats
from geo.web import static_files
from geo.web.bundles import bundle
from tests.browser import reader
from tests.browser.conftest import OpenPage

STATES = (*FLANK, *FACING, "UKR", "USA")
DAYS = ("1999-03-01", "1999-03-02", "2025-12-26", "2026-02-20", "2026-02-21", "2026-03-03")

# The page's own module, with the page's own documents, asked for any state and day.
MODULE = bundle("panel/dossier.js", static_files.scripts(), module=True)
DRAW = """async ([iso, day]) => { MODULE
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  const get = (role) => fetch(files.find((name) => name.endsWith(`/${role}-un.json`)));
  const [document_, timeline] = await Promise.all(
    ['dossiers', 'timeline'].map(async (role) => (await get(role)).json()));
  const box = document.createElement('div');
  box.append(...new Dossiers(document_, timeline).of(iso, day).filter(Boolean));
  return box.outerHTML.replaceAll('&nbsp;', ' ');
}""".replace("MODULE", MODULE.replace("export const", "const"))


def items(markup: str, list_: str) -> list[str]:
    """The entries of every list of a class."""
    blocks = re.findall(rf'<[uo]l class="{list_}">(.*?)</[uo]l>', markup, re.DOTALL)
    return [item for block in blocks for item in re.findall(r"<li.*?</li>", block, re.DOTALL)]


def assert_sourced(markup: str, said: Dossier, sentence: str) -> None:
    """Every fact, event and border of the dossier is there, each with a source and its tier."""
    assert f">{said.state.name}</h2>" in markup
    assert sentence in markup
    assert "undefined" not in re.sub(r"<[^>]*>", "", markup)
    told = [meaning(line.border) for line in said.borders]
    assert [words for words in told if words not in markup] == []
    facts = items(markup.partition('data-key="claims"')[0], "facts")
    assert len(facts) == sum(len(p.facts) for p in said.programmes) + len(said.positions)
    events = items(markup, "timeline")
    assert len(events) == len(said.entries)
    assert [item for item in (*facts, *events) if 'class="tier ' not in item] == []
    cited = [line for line in said.borders if line.border.length_source_ids]
    assert markup.count('class="cite-row"') == len(cited)
    listed = " ".join(items(markup, "sources"))
    assert [title for title in re.findall(r'title="([^"]+)"', markup) if title not in listed] == []


def test_every_figure_of_the_panel_is_the_dossiers_and_names_its_source(
    page: Page, atlas: Atlas
) -> None:
    expect(reader.panel(page).locator("h2")).to_have_text("The flank on 20 Feb 2026")
    for iso_a3 in STATES:
        for day in DAYS:
            view = atlas.on(date.fromisoformat(day))
            markup = page.evaluate(DRAW, [iso_a3, day])
            sentence = headline.state_sentence(view, iso_a3)
            assert_sourced(markup, dossier(atlas, iso_a3, view), sentence)


def test_an_event_of_unknown_day_is_not_drawn_as_of_a_later_one(page: Page) -> None:
    expect(reader.panel(page).locator("h2")).to_be_visible()
    markup = page.evaluate(DRAW, ["LBN", "2026-02-20"])
    (unknown,) = [item for item in items(markup, "timeline") if "day not known" in item]
    assert 'class="past legal"' in unknown
    assert "after this day" not in markup
    before = page.evaluate(DRAW, ["LBN", "2025-12-31"])
    assert "day not known" not in before
    assert before.count("after this day") == 2
    later = page.evaluate(DRAW, ["LBN", "2026-11-25"])
    assert "Consented or bound, not known" in later
    assert 'class="chip not_known from-consented to-party"' in later
    assert "between 1 Aug 2026 and 1 Feb 2027: bound" in later


def test_a_declared_suspension_is_told_beside_the_changes_in_law(open_page: OpenPage) -> None:
    pairs = {
        "2025-07-17": ["none on record", "Next declared practice", "18 Jul 2025: declares a susp"],
        "2026-02-20": ["1 Jun 2006: bound", "Declared practice", "18 Jul 2025: declares a susp"],
    }
    page = open_page("/?country=UKR&date=2026-02-20")
    expect(reader.panel(page).locator(".changes")).to_contain_text("Last change in law")
    for day, words in pairs.items():
        markup = page.evaluate(DRAW, ["UKR", day])
        assert [text for text in words if text not in markup] == []
    assert "eclared practice" not in page.evaluate(DRAW, ["POL", "2026-02-20"])


def test_it_opens_with_the_flank_and_its_table(page: Page) -> None:
    rows = reader.panel(page).get_by_role("row")
    expect(rows).to_have_count(10)
    expect(rows.filter(has_text="Norway")).to_contain_text("198")
    table = page.locator(".st-key-live_borders, .drawn.tab").first
    expect(table.get_by_role("row", name=re.compile("^Total"))).to_contain_text("3,833")


def test_it_follows_the_thumb_before_the_release(open_page: OpenPage) -> None:
    page = open_page("/?country=POL")
    expect(reader.panel(page).locator(".chip").first).to_have_text("Withdrawn since 20 Feb 2026")
    x, y = reader.thumb(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 40, y, steps=4)
    expect(reader.panel(page).locator(".chip").first).to_contain_text("bound until 20 Feb 2026")
    expect(page.locator(".flank-borders")).to_contain_text("covered by the Convention")
    under_thumb = reader.day_at_rest(page)
    heading = formats.short_date(date.fromisoformat(under_thumb))
    expect(page.locator("h3", has_text="The flank border on")).to_contain_text(heading)
    reader.expect_served(page, "[data-day='2026-02-20']")
    page.mouse.up()
    reader.expect_day(page, under_thumb)
    expect(reader.panel(page).locator(".chip").first).to_contain_text("bound until 20 Feb 2026")


def test_it_opens_on_a_day_long_before_there_was_a_law(open_page: OpenPage) -> None:
    page = open_page("/?country=POL&date=1998-01-01")
    expect(reader.panel(page)).to_contain_text("a signature alone does not bind")
    expect(reader.panel(page).locator(".quote")).to_contain_text("On 1 January 1998")


def test_what_the_reader_unfolds_stays_unfolded_when_the_day_is_committed(
    open_page: OpenPage,
) -> None:
    page = open_page("/?country=POL&date=2026-02-19")
    fold = reader.panel(page).locator("details[data-key=claims]")
    fold.locator("summary").first.click()
    reader.slider(page).focus()
    page.keyboard.press("ArrowRight")
    reader.expect_day(page, "2026-02-20")
    expect(reader.panel(page).locator(".status")).to_contain_text("Withdrawn")
    expect(fold).to_have_attribute("open", "")


def test_a_name_in_the_overview_opens_its_dossier(page: Page) -> None:
    reader.panel(page).get_by_role("button", name="Finland").press("Enter")
    expect(reader.panel(page).locator("h2")).to_have_text("Finland")
    expect(page.get_by_role("combobox", name="Country")).to_have_value("Finland")
    expect(page).to_have_url(re.compile("country=FIN"))


def test_the_dossier_leads_to_its_claims_in_full(open_page: OpenPage) -> None:
    page = open_page("/?country=FIN")
    reader.panel(page).locator("details[data-key=claims] summary").first.click()
    reader.panel(page).get_by_role("button", name="Read these claims in full").click()
    expect(page).to_have_url(re.compile("tab=claims"))
    expect(page.get_by_role("combobox", name="State it speaks of")).to_have_value("Finland")
    claims = page.locator("article.claim")
    expect(claims.first).to_be_visible()
    expect(claims).not_to_have_count(113)


def test_a_day_beyond_the_record_is_said_to_be_one(open_page: OpenPage) -> None:
    page = open_page("/?date=2026-06-01")
    expect(reader.panel(page)).to_contain_text("later acts may be missing")


def test_what_only_state_media_tell_is_marked(open_page: OpenPage) -> None:
    page = open_page("/?country=BLR")
    heading, marks = reader.panel(page).locator("h2"), reader.panel(page).locator(".weak-mark")
    expect(heading).to_have_text("Belarus")
    expect(marks.first).to_be_attached()
    reader.look_for(page, "Norway")
    expect(heading).to_have_text("Norway")
    expect(marks).to_have_count(0)


def test_the_table_comes_back_with_its_tab(page: Page) -> None:
    page.get_by_role("tab", name="Sources and method").click()
    expect(page.locator(".flank-borders")).to_have_count(0)
    page.get_by_role("tab", name="Borders").click()
    expect(page.locator(".flank-borders")).to_be_visible()
