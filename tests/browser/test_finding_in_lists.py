"""Finding in a long list: a board among a hundred, by name, sector or year."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Route, expect

from browser.visiting import PAGES, axe_faults, ready, visit

_MANY = 1_100
_ROWS = "table.overview tbody tr:visible"


@pytest.fixture
def crowded(built_site: Path) -> str:
    """Return the front page with very many rows, of which every third is of another sector."""
    page = BeautifulSoup((built_site / PAGES["begin"]).read_bytes(), "lxml")
    body = page.select_one("table.overview tbody")
    assert body is not None
    body.clear()
    for number in range(_MANY):
        sector = "mbo" if number % 3 else "Ünieke sector"
        row = f"<tr data-also='{sector}'><th><a href='#n'>Bestuur {number}.</a></th></tr>"
        body.append(BeautifulSoup(row, "html.parser"))
    return str(page)


def test_one_of_very_many_is_found(browser: Browser, over_http: str, crowded: str) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=crowded, content_type="text/html")

    with visit(browser, "about:blank", alone=True) as (page, wrong):
        page.route(over_http + PAGES["begin"], answer)
        page.goto(over_http + PAGES["begin"])
        field = page.get_by_label("Zoek een protocol: naam, sector of jaar").first
        expect(page.locator(_ROWS)).to_have_count(100)
        field.fill("unieke")
        expect(page.locator(_ROWS)).to_have_count(100)
        page.get_by_role("button", name=f"Toon alle {_MANY // 3 + 1}").click()
        expect(page.locator(_ROWS)).to_have_count(_MANY // 3 + 1)
        expect(field).to_be_focused()
        field.fill("bestuur 1099.")
        expect(page.locator(_ROWS)).to_have_count(1)
        field.press("Enter")
        assert page.url.endswith("#n")
        field.fill("bestaat niet")
        expect(page.locator(_ROWS)).to_have_count(0)
        expect(page.locator(".list-find [role=status]").last).to_have_text("Niets gevonden.")
        assert wrong == []


def test_a_short_list_has_no_field(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + PAGES["begin"]) as (page, _):
        expect(page.get_by_label("Zoek een protocol: naam, sector of jaar")).to_be_hidden()


def test_boards_that_are_found_are_shown_and_stand_in_the_address(
    browser: Browser, axe: str, over_http: str
) -> None:
    address = over_http + PAGES["vergelijking"]
    with visit(browser, address, reduced_motion="reduce") as (page, wrong):
        ready(page)
        page.locator(".chooser-boards summary").click()
        page.locator(".chooser-boards .list-find").evaluate("(one) => { one.hidden = false; }")
        page.get_by_label("Zoek een bestuur: naam, sector of jaar").fill("stichting")
        page.get_by_role("button", name="Toon alle die hier staan").click()
        expect(page.locator("#stand")).to_contain_text("3 van 5 besturen")
        assert page.url.endswith("besturen=lucas-onderwijs%2Cborger-odoorn%2Coponoa")
        page.get_by_role("button", name="Terug naar de eerste besturen").click()
        expect(page.locator("#stand")).to_contain_text("5 van 5 besturen")
        assert "besturen" not in page.url
        assert wrong == []
        assert axe_faults(page, axe) == []
