"""The site as a visitor meets it: in a browser, at every width, by keyboard, on paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from browser.visiting import PAGES, axe_faults, scrolls_sideways, show, take_pictures, visit

_SIDEWAYS = """() => [...document.querySelectorAll('body *')].filter((element) => {
  if (element.closest('.matrix-frame, pre, .sidebar-drawer, thead')) return false;
  const box = element.getBoundingClientRect();
  return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
}).map((element) => element.outerHTML.slice(0, 120))"""
# 400 % zoom on a screen of 1280 by 1024 leaves 320 by 256.
_ALIKE = ("docs/", "mijn-school/", "protocols/")
_SCREENS = {"over_http": [(320, 256), (320, 800)], "from_disk": [(1440, 900)]}


@pytest.mark.parametrize("origin", _SCREENS)
def test_the_policy_holds_and_nothing_is_wrong_or_too_wide(
    browser: Browser, origin: str, all_pages: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(origin)
    # One page of these is as another, but for its words, which are tried on the smallest screen.
    kinds = [[n for n in all_pages if n.startswith(kind)] for kind in _ALIKE]
    alike = {name for own in kinds for name in own[3:]}
    skipped = alike if origin == "from_disk" else set()
    names = [*(name for name in all_pages if name not in skipped), "search.html?q=leraar"]
    found = {}
    # One after the other in one visit: to leave nothing of each takes as long as to look at it.
    with visit(browser, root + names[-1]) as (page, wrong):
        for name in names:
            wrong.clear()
            page.goto(root + name)
            both = []
            for width, height in _SCREENS[origin][: 1 if name in alike else None]:
                show(page, width, height=height)
                both += [f"wider than {width}"] if scrolls_sideways(page) else []
                both += page.evaluate(_SIDEWAYS) if width == 320 else []
            page.locator(".theme-toggle:visible").first.click()
            if both := [*both, *wrong, *page.evaluate("window.violations")]:
                found[name] = both
    assert found == {}


def _viewport(width: int, height: int) -> ViewportSize:
    return {"width": width, "height": height}


def test_the_policy_stops_what_is_not_ours(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http) as (page, _):
        page.evaluate("document.body.appendChild(document.createElement('script')).text = '1'")
        page.evaluate("document.body.setAttribute('onclick', '1')")
        page.wait_for_function("window.violations.length === 2")


_FAULTY = """<style>
  .narrow { color: #333; background: #222; } .wide { color: #ddd; background: #eee; }
  @media (min-width: 400px) { .narrow { display: none; } }
  @media (max-width: 400px) { .wide { display: none; } }
</style>
<main><h1>Kop</h1><p class="narrow">smal</p><p class="wide">breed</p>
<div hidden><map name="kaart"><area href="/weg"></map></div></main>"""


def test_axe_finds_what_is_wrong_at_one_width_or_in_what_is_hidden(
    browser: Browser, axe: str
) -> None:
    with visit(browser, "about:blank", reduced_motion="reduce") as (page, _):
        page.set_content(f'<html lang="nl"><title>Fouten</title>{_FAULTY}</html>')
        whole = [fault[:3] for fault in axe_faults(page, axe)]
        shown = [fault[:3] for fault in axe_faults(page, axe, whole=False)]
        assert page.locator("main > div > map").count() == 1
    contrast = [(320, "dark", "color-contrast"), (1440, "light", "color-contrast")]
    assert [fault for fault in whole if fault[2] == "color-contrast"] == contrast
    assert (320, "dark", "area-alt") in whole
    assert shown == contrast


# Those of the comparison and of topics: test_comparison.py, test_topics.py.
@pytest.mark.parametrize("name", ["begin", "protocol", "protocol-met-noten", "uitleg"])
def test_axe_finds_nothing(browser: Browser, axe: str, over_http: str, name: str) -> None:
    with visit(browser, over_http + PAGES[name], reduced_motion="reduce") as (page, _):
        take_pictures(page, name)
        assert axe_faults(page, axe) == []


def test_the_site_is_read_without_scripts(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + PAGES["vergelijking"], java_script_enabled=False) as (page, _):
        expect(page.locator("table.matrix td .cell-clause").first).to_be_visible()
        folded = page.locator("tr.is-folded").first
        expect(folded).to_be_hidden()
        page.get_by_role("checkbox", name="Toelichting, verwijzingen").check()
        expect(folded).to_be_visible()
        page.goto(over_http + "search.html")
        expect(page.get_by_text("Zoeken werkt met JavaScript")).to_be_visible()


def test_paper_shows_the_text_and_no_navigation(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + PAGES["protocol"], color_scheme="dark") as (page, _):
        page.emulate_media(media="print")
        for selector in (".sidebar-drawer", ".toc-drawer", ".mobile-header", ".related-pages"):
            expect(page.locator(selector)).to_be_hidden()
        expect(page.locator("section.protocol h1")).to_be_visible()
        expect(page.locator(".title-block-standing")).to_be_visible()
        colours = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor,"
            " getComputedStyle(document.querySelector('section.protocol p')).color]"
        )
        assert colours == ["rgb(255, 255, 255)", "rgb(28, 37, 48)"]
        page.goto(over_http + PAGES["vergelijking"])
        frame = page.locator(".matrix-frame").first
        assert frame.evaluate("element => getComputedStyle(element).overflow") == "visible"


def test_nothing_moves_for_who_asks_for_that(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http, reduced_motion="reduce") as (page, _):
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter((element) => getComputedStyle(element)"
            ".transitionDuration.split(', ').some((time) => time !== '0s')).length"
        )
        assert moving == 0


def test_the_chosen_colours_stay(browser: Browser, from_disk: str) -> None:
    with visit(browser, from_disk + "index.html", color_scheme="light") as (page, _):
        toggle = page.locator(".theme-toggle:visible").first
        toggle.click()
        expect(page.locator("body")).to_have_attribute("data-theme", "dark")
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-theme", "dark")
        expect(page.locator("body")).to_have_css("background-color", "rgb(18, 22, 27)")


def test_what_is_over_is_said_by_the_visitors_own_clock(browser: Browser, over_http: str) -> None:
    dates = ("2025-12-31", "2026-01-31", "2026-01", "2026", "2025", "2026-02-01")
    notices = "".join(f'<p data-after="{date}" hidden>{date}</p>' for date in dates)
    notices += '<p data-until="2026-02-01">old</p><p data-from="2026-02-01" hidden>new</p>'

    def add(route: Any) -> None:
        response = route.fetch()
        route.fulfill(
            response=response, body=response.text().replace("</article>", f"{notices}</article>")
        )

    with visit(browser, over_http, alone=True) as (page, _):
        page.route("**/index.html", add)
        over, told = {}, {}
        for today in ("2026-01-31", "2026-02-01", "2027-01-01"):
            page.clock.set_fixed_time(f"{today}T12:00:00")
            page.goto(over_http + "index.html")
            over[today] = page.locator("[data-after]:visible").all_inner_texts()
            told[today] = page.locator(
                "[data-from]:visible, [data-until]:visible"
            ).all_inner_texts()
    assert over == {
        "2026-01-31": ["2025-12-31", "2025"],
        "2026-02-01": ["2025-12-31", "2026-01-31", "2026-01", "2025"],
        "2027-01-01": list(dates),
    }
    assert told == {"2026-01-31": ["old"], "2026-02-01": ["new"], "2027-01-01": ["new"]}


@pytest.mark.parametrize("origin", ["over_http", "from_disk"])
def test_searching_finds_protocols(
    browser: Browser, origin: str, request: pytest.FixtureRequest
) -> None:
    with visit(browser, request.getfixturevalue(origin) + "index.html") as (page, wrong):
        box = page.locator(".sidebar-search")
        box.fill("leraren")
        box.press("Enter")
        page.get_by_text("pagina's gevonden").wait_for()
        summary = page.locator("#search-results .search-summary")
        expect(summary).to_have_attribute("role", "status")
        found = page.locator("ul.search li > a")
        expect(found.filter(has_text="OPONOA").first).to_be_visible()
        found.first.click()
        expect(page.locator("section.protocol")).to_be_visible()
        assert wrong == []


def test_a_link_to_a_question_that_is_filtered_away_shows_it(
    browser: Browser, over_http: str
) -> None:
    address = over_http + PAGES["vergelijking"]
    with visit(browser, address, java_script_enabled=False) as (page, _):
        row = page.locator("tr.is-folded").first.get_attribute("id")
    with visit(browser, f"{address}#{row}") as (page, _):
        expect(page.locator(f"[id='{row}']")).to_be_in_viewport()


def test_five_columns_fit_at_1440(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + PAGES["vergelijking"]) as (page, _):
        frame = page.locator(".matrix-frame").first
        assert frame.evaluate("element => element.scrollWidth - element.clientWidth") <= 1
        tops = frame.evaluate(
            "element => { element.scrollTop = 2000; const head = element.querySelectorAll('th')[1];"
            " return [head, element].map((e) => e.getBoundingClientRect().top); }"
        )
        assert tops[0] == pytest.approx(tops[1], abs=2)
