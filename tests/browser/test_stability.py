"""What a reader looks at stays where it is: nothing that comes later pushes it away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ViewportSize

from browser.visiting import PAGES, ready, visit

_LISTEN = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries())
    if (!hadRecentInput) window.shifts.push([value, sources.map(({ node }) => node?.id || '')]);
}).observe({ type: 'layout-shift', buffered: true });
"""
# What readers hardly notice, by the measure of browsers (cumulative layout shift).
_MOST = 0.1
_SETTLED = "() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 150))"
_WITH_DATA = ("vergelijking", "vergeleken", "naast-elkaar", "zoeken")
_OTHERS = ("begin", "protocol")
# Addresses that people send each other, with what was chosen.
_TABLE = PAGES["vergelijking"]
_ASKED = {
    "found": f"{_TABLE}?zoek=toestemming",
    "found nothing": f"{_TABLE}?zoek=xyz",
    "compared": f"{_TABLE}?basis=oponoa&alles=ja",
    "one kind": f"{_TABLE}?regel=mag-niet",
    "a number": "search.html?q=3.1.6",
    "no answer": "search.html?q=salaris",
}


@pytest.mark.parametrize("width", [375, 768, 1366])
def test_nothing_is_pushed_away_while_a_page_comes(
    browser: Browser, over_http: str, width: int
) -> None:
    viewport: ViewportSize = {"width": width, "height": 768}
    found = {}
    with visit(browser, over_http, viewport=viewport, alone=True) as (page, _):
        page.add_init_script(_LISTEN)
        pages = {name: PAGES[name] for name in (*_WITH_DATA, *_OTHERS)} | _ASKED
        for name, address in pages.items():
            page.goto(over_http + address)
            if name not in _OTHERS:
                ready(page)
            page.evaluate(_SETTLED)
            shifts = page.evaluate("window.shifts")
            if sum(value for value, _ in shifts) > _MOST:
                found[name] = shifts
    assert found == {}
