"""Visiting a page of the site with a browser, and hearing what goes wrong there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Page, ViewportSize

from seeds import ROOT

Scheme = Literal["light", "dark"]
# What axe finds: at what width, in which colours, against which rule, in what.
Fault = tuple[int, Scheme, str, list[str]]

PAGES = {
    "begin": "index.html",
    "protocol": "protocols/sociale-media/oponoa.html",
    "protocol-met-noten": "protocols/sociale-media/cvo-baarn-soest.html",
    "vergelijking": "vergelijken/sociale-media/index.html",
    "vergelijkingen": "vergelijken/index.html",
    "vergeleken": "vergelijken/sociale-media/index.html?basis=oponoa&tekst=ja",
    "naast-elkaar": "vergelijken/sociale-media/naast-elkaar/index.html"
    "?links=oponoa&rechts=lucas-onderwijs",
    "zoeken": "search.html?q=leraar",
    "uitleg": "docs/gebruik/bronformaat.html",
}
# Widths and colours in which axe looks, and in which people look at pictures.
_LOOKED_AT: tuple[tuple[int, Scheme], ...] = ((320, "dark"), (1440, "light"))
_PICTURED: tuple[tuple[int, Scheme], ...] = ((375, "light"), (768, "dark"), (1440, "light"))
_PICTURES = ROOT / "_build" / "screenshots"
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""


_FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* no page */ } }"
# Pages that nobody looks at now. A new one costs a second of work, so they are used again.
_FREE: dict[tuple[Browser, bool], list[Page]] = {}


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    viewport: ViewportSize | None = None,
    color_scheme: Scheme = "light",
    reduced_motion: Literal["no-preference", "reduce"] = "no-preference",
    java_script_enabled: bool = True,
    alone: bool = False,
) -> Iterator[tuple[Page, list[str]]]:
    """Open an address; yield the page and the list of what went wrong on it so far.

    The page may have been used before: it has kept nothing, and hears nothing of what is heard
    here. What cannot be taken back, such as another clock, asks for a page ``alone``.
    """
    free = [] if alone else _FREE.setdefault((browser, java_script_enabled), [])
    page = free.pop() if free else _new_page(browser, java_script_enabled)
    page.set_viewport_size(viewport or {"width": 1440, "height": 900})
    page.emulate_media(media="screen", color_scheme=color_scheme, reduced_motion=reduced_motion)
    wrong: list[str] = []
    heard = _listeners(wrong)
    for event, listener in heard.items():
        page.on(event, listener)  # type: ignore[call-overload]
    try:
        page.goto(address)
        yield page, wrong
        for event, listener in heard.items():
            page.remove_listener(event, listener)
        page.unroute_all()
        page.evaluate(_FORGET)
        page.goto("about:blank")
    except BaseException:
        page.context.close()
        raise
    if alone:
        page.context.close()
    else:
        free.append(page)


def _new_page(browser: Browser, java_script_enabled: bool) -> Page:
    context = browser.new_context(java_script_enabled=java_script_enabled)
    page = context.new_page()
    page.add_init_script(_LISTEN)
    return page


def _listeners(wrong: list[str]) -> dict[str, Callable[[Any], None]]:
    """Return what adds to a list when a page goes wrong, by event."""

    def message(said: Any) -> None:
        if said.type in {"error", "warning"}:
            wrong.append(said.text)

    def failed(request: Any) -> None:
        # A page that is left before its icon came is no mistake of that page.
        if request.failure != "net::ERR_ABORTED":
            wrong.append(request.url)

    return {
        "console": message,
        "pageerror": lambda error: wrong.append(str(error)),
        "requestfailed": failed,
    }


def show(page: Page, width: int, scheme: Scheme = "light", height: int = 900) -> None:
    """Show a page at another width or in other colours, as it is after it was drawn."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    page.evaluate(_DRAWN)


def ready(page: Page) -> None:
    """Wait until a page of the comparison, or of the search, shows what was asked."""
    page.locator("[data-ready=true]").first.wait_for(state="attached")


def scrolls_sideways(page: Page) -> bool:
    """Tell whether a page is wider than the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


# None of its rules looks into style sheets, which it would fetch again each time.
_RUN_AXE = """([choice, rules]) => axe.run(document, {
  resultTypes: ['violations'], selectors: false, preload: {assets: ['media']}, [choice]: rules
})"""
_EVERY_RULE: tuple[str, object] = ("rules", {})
# Of what is hidden nobody sees the colours; to find that out is most of the work on a large page.
_COLOURS = "color-contrast"
_NO_COLOURS = ("rules", {_COLOURS: {"enabled": False}})
_COLOURS_ONLY = ("runOnly", [_COLOURS])
# Takes away what is not shown and no other part of the page names; gives back what puts it back.
_TAKE_AWAY = """() => {
  const named = "aria-controls aria-describedby aria-labelledby aria-owns for list".split(" ");
  const isShown = (one) => getComputedStyle(one).display !== "none";
  const found = [...document.body.querySelectorAll("*")].filter(
    (one) => !isShown(one) && isShown(one.parentElement) && one.localName !== "option");
  const outside = named.flatMap((name) => [...document.querySelectorAll(`[${name}]`)]
    .filter((one) => !found.some((hidden) => hidden.contains(one)))
    .flatMap((one) => one.getAttribute(name).split(/\\s+/)));
  const ids = new Set(outside);
  const isNamed = (one) => [one, ...one.querySelectorAll("[id]")].some(({ id }) => ids.has(id));
  const away = found.filter((one) => !isNamed(one)).map((one) => {
    const mark = document.createComment("");
    one.replaceWith(mark);
    return [mark, one];
  });
  window.putBack = () => away.forEach(([mark, one]) => mark.replaceWith(one));
}"""


def axe_faults(page: Page, axe: str, *, whole: bool = True) -> list[Fault]:
    """Unfold everything; return what axe finds wrong at both widths and in both colours.

    Ask for reduced motion, or colours are looked at while they change. A page of which the
    ``whole`` was looked at needs that no more when it shows another part: axe walks through what
    is hidden too, which on a large page takes nearly all of its time. What it finds wrong there
    depends on no width and no colour, so the whole is looked at once.
    """
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: list[Fault] = []
    for width, scheme in _LOOKED_AT:
        show(page, width, scheme)
        is_whole = whole and (width, scheme) == _LOOKED_AT[0]
        rules = page.evaluate(_RUN_AXE, _NO_COLOURS)["violations"] if is_whole else []
        page.evaluate(_TAKE_AWAY)
        left = _COLOURS_ONLY if is_whole else _EVERY_RULE
        rules += page.evaluate(_RUN_AXE, left)["violations"]
        page.evaluate("window.putBack()")
        for rule in rules:
            nodes = [node["html"][:160] for node in rule["nodes"]][:3]
            found.append((width, scheme, rule["id"], nodes))
    return found


def take_pictures(page: Page, name: str, *, full_page: bool = False) -> None:
    """Leave pictures of a page, at every width, for people to look at who ask for ``PICTURES``."""
    if "PICTURES" not in os.environ:
        return
    _PICTURES.mkdir(parents=True, exist_ok=True)
    for width, scheme in _PICTURED:
        show(page, width, scheme)
        page.screenshot(path=_PICTURES / f"{name}-{width}-{scheme}.png", full_page=full_page)
