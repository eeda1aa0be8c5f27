"""The site by keyboard: everything in reach, and always to be seen where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from browser.visiting import PAGES, Scheme, visit

_FOCUS = """() => {
  const active = document.activeElement;
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const c = Number(part) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  // The mark may stand on what is around a field, or on the label that stands for a switch.
  const marked = active.matches('.sidebar-search') ? active.closest('form')
    : active.matches('.menu-switch') ? active.nextElementSibling : active;
  const style = getComputedStyle(marked);
  let behind = marked.parentElement;
  const clear = /rgba\\(0, 0, 0, 0\\)|transparent/;
  while (behind.parentElement && clear.test(getComputedStyle(behind).backgroundColor))
    behind = behind.parentElement;
  const a = light(style.outlineColor), b = light(getComputedStyle(behind).backgroundColor);
  const box = marked.getBoundingClientRect();
  return {
    html: active.outerHTML.slice(0, 120),
    tag: active.tagName,
    marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


@pytest.mark.parametrize(("width", "scheme"), [(375, "light"), (1440, "dark")])
@pytest.mark.parametrize("name", ["begin", "protocol", "vergelijking", "zoeken"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    browser: Browser, over_http: str, name: str, width: int, scheme: Scheme
) -> None:
    with visit(
        browser,
        over_http + PAGES[name],
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
    ) as (page, _):
        reached = set()
        for _step in range(60):
            page.keyboard.press("Tab")
            found = page.evaluate(_FOCUS)
            if found["tag"] == "BODY":
                break
            reached.add(found["html"])
            assert found["marked"], found
            assert found["contrast"] >= 3, found
            assert found["seen"], found
        assert len(reached) > 8


def test_the_first_stop_leads_to_the_text(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + PAGES["protocol"], reduced_motion="reduce") as (page, _):
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        expect(link).to_have_text("Naar de tekst")
        box = link.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        page.keyboard.press("Enter")
        expect(page.locator("#furo-main-content")).to_be_focused()


@pytest.mark.parametrize("has_script", [True, False])
def test_the_menu_opens_and_closes_by_keyboard(
    browser: Browser, over_http: str, has_script: bool
) -> None:
    viewport: ViewportSize = {"width": 375, "height": 800}
    with visit(browser, over_http, viewport=viewport, java_script_enabled=has_script) as (page, _):
        menu = page.locator(".sidebar-drawer")
        expect(menu).to_be_hidden()
        page.locator("#menu-switch").focus()
        page.keyboard.press("Space")
        menu.get_by_role("link", name="Stichting OPONOA").wait_for(state="visible")
        page.keyboard.press("Escape" if has_script else "Space")
        menu.wait_for(state="hidden")
