"""What is touched is large enough: 24 by 24 pixels for every control and link outside running text.

WCAG 2.2, 2.5.8. Of its exceptions only the one for links in a sentence is used: the room around a
small target is not counted, so a finger that is a little off meets nothing else.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browser.visiting import PAGES, show, visit

_WIDTHS = (375, 1440)
_PAGES = PAGES | {
    "onderwerp": "vergelijken/sociale-media/prive-contact/index.html",
    "in-beeld": "vergelijken/sociale-media/in-beeld/index.html",
    "overzicht": "vergelijken/sociale-media/index.html?weergave=overzicht",
    "opstellen": "opstellen/sociale-media/index.html",
    "voorbeeld": "voorbeeldprotocol/sociale-media/index.html",
    "versies": "protocols/sociale-media/oponoa/versies/index.html",
    "over": "over-deze-website.html",
    "niet-gevonden": "404.html",
}
_MEASURE = r"""
() => {
  const LEAST = 24;
  const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const CONTROLS = "button, input, select, summary, textarea";
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isInSentence = (one) => {
    if (one.matches(CONTROLS) || !getComputedStyle(one).display.startsWith("inline")) return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const rest = block.cloneNode(true);
    for (const other of rest.querySelectorAll(`a, .heard, ${CONTROLS}`)) other.remove();
    return /[\p{L}\p{N}]{2}/u.test(rest.textContent);
  };
  const told = (one, width, height) =>
    [`${one.tagName}.${one.className}`, `${width.toFixed(0)}x${height.toFixed(0)}`,
     one.textContent.trim().slice(0, 40), `in ${one.parentElement.className}`].join(" ");
  const found = new Set();
  for (const one of document.querySelectorAll(TARGETS)) {
    // A label is a target as much as its box is; what is drawn off the page comes with the focus.
    const boxes = [one, ...(one.labels || [])].map((part) => part.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.width));
    const height = Math.max(...boxes.map((box) => box.height));
    const isAway = boxes[0].bottom < 0 || boxes[0].right < 0 || width <= 1 || height <= 1;
    if (isAway || !shown(one) || isInSentence(one)) continue;
    if (Math.min(width, height) < LEAST - 0.5) found.add(told(one, width, height));
  }
  return [...found];
}
"""


@pytest.mark.parametrize("name", _PAGES)
def test_targets_are_large_enough(browser: Browser, over_http: str, name: str) -> None:
    with visit(browser, over_http + _PAGES[name], reduced_motion="reduce") as (page, _):
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        for width in _WIDTHS:
            show(page, width)
            assert page.evaluate(_MEASURE) == [], width
