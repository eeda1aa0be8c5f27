"""Visiting a page of the site with a browser, and hearing what goes wrong there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

PAGES = {
    "begin": "index.html",
    "protocol": "protocols/sociale-media/oponoa.html",
    "protocol-met-noten": "protocols/sociale-media/cvo-baarn-soest.html",
    "vergelijking": "vergelijken/sociale-media/index.html",
    "vergelijkingen": "vergelijken/index.html",
    "overzicht": "vergelijken/sociale-media/index.html?weergave=overzicht",
    "vergeleken": "vergelijken/sociale-media/index.html?basis=oponoa&tekst=ja",
    "naast-elkaar": "vergelijken/sociale-media/naast-elkaar/index.html"
    "?links=oponoa&rechts=lucas-onderwijs",
    "zoeken": "search.html?q=leraar",
    "uitleg": "docs/gebruik/bronformaat.html",
}
_LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""


@contextmanager
def visit(browser: Browser, address: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """Open an address; yield the page and the list of what went wrong on it so far."""
    options.setdefault("viewport", {"width": 1440, "height": 900})
    context = browser.new_context(**options)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    # A page that is left before its icon came is no mistake of that page.
    page.on(
        "requestfailed",
        lambda r: None if r.failure == "net::ERR_ABORTED" else wrong.append(r.url),
    )
    page.add_init_script(_LISTEN)
    page.goto(address)
    yield page, wrong
    context.close()
