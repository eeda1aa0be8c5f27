"""Topic pages and pictures as a visitor meets them: choosing, counting, on paper, no scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from browser.visiting import axe_faults, scrolls_sideways, show, take_pictures, visit

_SUBJECT = "vergelijken/sociale-media"
TOPIC_PAGES = {
    "onderwerp": f"{_SUBJECT}/gebruik-tijdens-de-les/index.html",
    "onderwerp-groot": f"{_SUBJECT}/informatie-over-school-delen/index.html",
    "in-beeld": f"{_SUBJECT}/in-beeld/index.html",
}
_PROTOCOL = "protocols/sociale-media/oponoa.html"


@pytest.mark.parametrize("name", TOPIC_PAGES)
def test_axe_finds_nothing(browser: Browser, axe: str, over_http: str, name: str) -> None:
    address = over_http + TOPIC_PAGES[name]
    with visit(browser, address, reduced_motion="reduce") as (page, wrong):
        take_pictures(page, name, full_page=True)
        assert axe_faults(page, axe) == []
        for width in (320, 1440):
            show(page, width)
            assert not scrolls_sideways(page), width
        assert wrong == []


@pytest.mark.parametrize("origin", ["over_http", "from_disk"])
def test_the_wordings_against_another_one(
    browser: Browser, axe: str, origin: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(origin)
    address = root + TOPIC_PAGES["onderwerp"]
    with visit(browser, address, reduced_motion="reduce") as (page, wrong):
        before = page.locator("#formulering-2 .topic-difference").inner_text()
        page.get_by_label("Vergelijk de formuleringen met").select_option("2")
        expect(page.locator("#formulering-1 h4")).to_have_text("Vergeleken met formulering 2")
        expect(page.locator("#formulering-1 .relation-tegengesteld")).to_be_visible()
        expect(page.locator("#formulering-2 .topic-base")).to_be_visible()
        expect(page.locator("[role=status]")).to_have_text("Vergeleken met formulering 2")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        expect(page.locator("#formulering-1 .topic-words .word-here").first).to_be_visible()
        if origin == "over_http":
            assert page.url.endswith("?met=2")
        page.get_by_label("Vergelijk de formuleringen met").select_option(index=0)
        expect(page.locator("#formulering-1 .topic-base")).to_be_visible()
        assert page.locator("#formulering-2 .topic-difference").inner_text() == before
        assert [*wrong, *page.evaluate("window.violations")] == []
        page.get_by_label("Vergelijk de formuleringen met").select_option("2")
        expect(page.locator("#formulering-1 .topic-words .word-here").first).to_be_attached()
        assert axe_faults(page, axe) == []


def test_a_link_brings_the_choice_along(browser: Browser, over_http: str) -> None:
    with visit(browser, f"{over_http}{TOPIC_PAGES['onderwerp']}?met=3") as (page, _):
        expect(page.locator("#formulering-1 h4")).to_have_text("Vergeleken met formulering 3")
    with visit(browser, f"{over_http}{TOPIC_PAGES['onderwerp']}?met=zz") as (page, wrong):
        expect(page.locator("#formulering-2 h4")).to_have_text("Vergeleken met formulering 1")
        assert wrong == []


def test_it_is_whole_without_scripts(browser: Browser, over_http: str) -> None:
    address = over_http + TOPIC_PAGES["onderwerp"]
    with visit(browser, address, java_script_enabled=False) as (page, _):
        expect(page.locator(".topic-choose")).to_be_hidden()
        expect(page.locator("#formulering-2 .relation-tegengesteld")).to_be_visible()
        expect(page.locator("#formulering-3 .topic-words .word-here").first).to_be_visible()


@pytest.mark.parametrize("origin", ["over_http", "from_disk"])
def test_a_clause_says_how_many_others_have_it(
    browser: Browser, origin: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(origin)
    with visit(browser, root + _PROTOCOL) as (page, wrong):
        page.locator("[id='art-3-1-1'] .clause-topics > summary").click()
        link = page.locator("[id='art-3-1-1'] .clause-topic").first
        expect(link).to_have_attribute("data-others", "3")
        expect(link).to_have_accessible_name(
            "Vergelijk met andere besturen: Mag je tijdens de les sociale media gebruiken? "
            "(3 anderen hebben dit ook)"
        )
        link.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Mag je tijdens de les sociale media gebruiken?"
        )
        assert wrong == []


def test_on_paper_all_is_open_and_nothing_leads_on(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + TOPIC_PAGES["onderwerp"]) as (page, _):
        page.emulate_media(media="print")
        expect(page.locator(".topic-choose")).to_be_hidden()
        expect(page.locator("#formulering-2 .topic-words .word-there").first).to_be_visible()
        page.goto(over_http + _PROTOCOL)
        page.emulate_media(media="print")
        expect(page.locator(".clause-topic").first).to_be_hidden()
