"""Boards that do not fit beside a question stand below it: one address, one scroll, any screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from browser.visiting import PAGES, axe_faults, ready, scrolls_sideways, show, visit

_TABLE = PAGES["vergelijking"]
_TOPIC = "#gebruik-tijdens-de-les"
_WIDTHS = (375, 768, 1024, 1366, 1440)
_ADDRESSES = {
    "reading": _TABLE,
    "compared": f"{_TABLE}?basis=voorbeeldprotocol",
    "overview": f"{_TABLE}?weergave=overzicht",
    "one board": f"{_TABLE}?besturen=oponoa",
}
_MANY = 40
# As many boards more as a subject of a region has; each answers as the first does.
_MORE = f"""
for (const data of Object.values(protocolkitData))
  for (let n = 0; n < {_MANY}; n++) {{
    const heads = document.getElementById("kolomkoppen").content;
    const place = data.columns.length;
    while (heads.children.length <= place) heads.append(heads.children[0].cloneNode(true));
    data.columns.push({{ ...data.columns[0], slug: "bestuur-" + n, title: "Bestuur " + n }});
    for (const topic of data.topics) topic.cells.push(topic.cells[0]);
  }}
"""
_NAMES = """cells => cells.map(
  (cell) => getComputedStyle(cell, '::before').content.replaceAll('"', ''))"""


def _boards(page: Page) -> list[str]:
    cells = page.locator(f"{_TOPIC} td").all()
    return [(cell.get_attribute("data-organisation") or "").split(" (")[0] for cell in cells]


@pytest.mark.parametrize("address", _ADDRESSES.values(), ids=_ADDRESSES)
def test_one_address_shows_the_same_boards_and_never_scrolls_sideways(
    browser: Browser, over_http: str, address: str
) -> None:
    seen = []
    with visit(browser, over_http + address) as (page, wrong):
        ready(page)
        for width in _WIDTHS:
            show(page, width)
            assert not scrolls_sideways(page), width
            seen.append(_boards(page))
        assert seen == [seen[0]] * len(_WIDTHS)
        assert wrong == []


def test_columns_stand_below_their_question_where_they_do_not_fit(
    browser: Browser, over_http: str
) -> None:
    """As a table they have heads, below their question each has its name."""
    with visit(browser, f"{over_http}{_TABLE}?basis=oponoa") as (page, _):
        ready(page)
        expect(page.locator("#matrix thead")).to_be_visible()
        show(page, 768)
        expect(page.locator("#matrix thead")).to_be_hidden()
        cells = page.locator(f"{_TOPIC} td")
        names = cells.evaluate_all(_NAMES)
        assert [name.split(" (")[0] for name in names] == _boards(page)
        assert sum("hiermee vergeleken" in name for name in names) == 1


@pytest.fixture
def many(built_site: Path) -> str:
    """Return the data of the comparison with many boards more."""
    page = built_site / _TABLE
    return (page.parent / "gegevens.js").read_text("utf-8") + _MORE


def test_an_overview_of_many_is_proportions_and_names_on_demand(
    browser: Browser, axe: str, over_http: str, many: str
) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=many, content_type="text/javascript")

    narrow: ViewportSize = {"width": 768, "height": 1024}
    with visit(browser, "about:blank", viewport=narrow, reduced_motion="reduce", alone=True) as (
        page,
        wrong,
    ):
        page.route("**/vergelijken/sociale-media/gegevens.js*", answer)
        page.goto(f"{over_http}{_TABLE}?weergave=overzicht")
        ready(page)
        row = page.locator(_TOPIC)
        expect(row.locator("td")).to_have_count(_MANY + 5)
        expect(row.locator("td:visible")).to_have_count(0)
        counts = row.locator(".topic-counts")
        expect(counts).to_contain_text("mag onder voorwaarde")
        assert counts.evaluate("one => one.scrollHeight <= one.clientHeight")
        row.locator(".topic-names").click()
        expect(row.locator("td:visible")).to_have_count(_MANY + 5)
        assert not scrolls_sideways(page)
        assert wrong == []
        assert axe_faults(page, axe) == []
