"""A browser, axe and a web server for the tests that look at the site as a visitor does.

They skip only when Chromium or axe is not installed (needs.py); .ci/run installs both.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from needs import must_have
from seeds import ROOT

_AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# in-beeld and naast-elkaar are no topics
_TOPIC_PAGE = re.compile(r"vergelijken/[^/]+/(?!in-beeld/|naast-elkaar/)[^/]+/index\.html$")
# Parts of a browser that nobody sees here: a process for what drops down from its address bar, one
# kept ready for the next page. The last list given counts, so the first of these are Playwright's.
_LEFT_OUT = """
AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync
DestroyProfileOnBrowserClose HttpsFirstBalancedModeAutoEnable HttpsUpgrades LensOverlay MediaRouter
NetworkTimeServiceQuerying OptimizationHints PaintHolding PreconnectToSearch
ThirdPartyStoragePartitioning
SpareRendererForSitePerProcess WebUIOmniboxAimPopup WebUIOmniboxFullPopup WebUIOmniboxPopup
"""
_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--animation-duration-scale=0",
    f"--disable-features={','.join(_LEFT_OUT.split())}",
]

# A machine that does other work too answers later; what never comes still fails.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the Chromium of this machine, once for all tests."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=_OPTIONS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe."""
    must_have("npm", _AXE.is_file())
    return _AXE.read_text("utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


@pytest.fixture(scope="session")
def over_http(built_site: Path) -> Iterator[str]:
    """Serve the site on this machine; return the address of its root."""
    handler = functools.partial(_Quiet, directory=str(built_site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def from_disk(built_site: Path) -> str:
    """Return the address of the site's root on the disk."""
    return f"{built_site.as_uri()}/"


@pytest.fixture(scope="session")
def all_pages(built_site: Path) -> tuple[str, ...]:
    """Return every page of the site, from its root; of the pages of topics the first three."""
    names = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    topics = [name for name in names if _TOPIC_PAGE.match(name)]
    return tuple(name for name in names if name not in topics[3:])
