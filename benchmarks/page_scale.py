"""Whether the comparison stays quick with many boards: sizes, and how soon it answers.

Generates boards that answer the same questions in a handful of wordings (taken from the real
clauses, with other modal words and their own names), builds the site without paper, and visits
the comparison in Chromium:

    .venv/bin/python benchmarks/page_scale.py
    .venv/bin/python benchmarks/page_scale.py --boards 30 --topics 60 --keep FOLDER

An answer is the time from changing a filter until the browser has painted what it shows: the
median and the worst of five. Sizes are as gzip sends them. The goals are those of the comparison
website: 400 kB for the page, usable within 1 s, 100 ms in the overview, 200 ms in the reading
view. The clauses come in a script per board, when they are wanted.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generated_project import SUBJECT, write_project
from programs import find_chromium

_PAGE = f"vergelijken/{SUBJECT}/index.html"
# What only the scripts draw: a clause, or a sign of the overview.
_DRAWN = ".has-table #matrix tr[id] :is(.cell-clause, .mark)"
_ANSWER = """async ([name, value]) => {
  const form = document.getElementById('kiezen');
  const page = document.getElementById('vergelijking');
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  await painted();
  const begin = performance.now();
  form.elements[name].value = value;
  form.elements[name].dispatchEvent(new Event('change', { bubbles: true }));
  await painted();
  return performance.now() - begin;
}"""


_FIND = """async (wanted) => {
  const field = [...document.querySelectorAll('.list-find input')].at(-1);
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  await painted();
  const begin = performance.now();
  field.value = wanted;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await painted();
  return performance.now() - begin;
}"""


def main() -> None:
    """Make, build, visit, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--boards", type=int, default=100)
    parser.add_argument("--topics", type=int, default=80)
    parser.add_argument("--keep", type=Path, help="leave the project and its site in this folder")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        project, site = folder / "project", folder / "html"
        if not site.is_dir():
            write_project(project, asked.boards, asked.topics)
            began = time.perf_counter()
            _build(project, site)
            print(f"build: {time.perf_counter() - began:.1f} s")
        _sizes(site)
        _visit(site)


def _build(project: Path, site: Path) -> None:
    words = [sys.executable, "-m", "protocolkit", "build", "-C", str(project), "-o", str(site)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stdout + done.stderr)


def _sizes(site: Path) -> None:
    """Print what a visitor fetches: the page with all that it needs, and one board's clauses."""
    static = ["protocolkit*.js", "vergelijken*.js", "protocolkit.css", "vergelijken.css"]
    first = [site / _PAGE, site / "vergelijken" / SUBJECT / "gegevens.js"]
    first += [path for pattern in static for path in (site / "_static").glob(pattern)]
    pieces = list((site / "gegevens" / SUBJECT).glob("*.js"))
    print(f"page, scripts, styles and core data: {_packed(first):.0f} kB (goal 400)")
    print(f"  of which the page {_packed(first[:1]):.0f}, the core data {_packed(first[1:2]):.0f}")
    print(f"clauses: {len(pieces)} pieces of {_packed(pieces) / len(pieces):.1f} kB")


def _packed(paths: Sequence[Path]) -> float:
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in paths) / 1000


def _visit(site: Path) -> None:
    path = find_chromium()
    with _served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        _finds(page, f"{root}index.html")
        _usable(page, f"{root}{_PAGE}", "reading view", 1000)
        _answers(page, "reading view", 200)
        _usable(page, f"{root}{_PAGE}?weergave=overzicht", "overview", 1000)
        _answers(page, "overview", 100)
        slugs = ",".join(f"bestuur-{n}" for n in range(30))
        _usable(page, f"{root}{_PAGE}?besturen={slugs}", "reading view, 30 boards", 0)
        _answers(page, "reading view, 30 boards", 0)
        browser.close()


def _finds(page: Page, address: str) -> None:
    """Print how soon the front page is there, and how soon one of its rows is found."""
    page.goto(address)
    there = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    times = [page.evaluate(_FIND, wanted) for wanted in ("voorbeeld 7", "2015", "zz", "", "1") * 2]
    print(f"front page, usable: {there:.0f} ms (goal 1000); find: {_spread(times)} (goal 100)")


def _usable(page: Page, address: str, name: str, goal: int) -> None:
    times = []
    for _ in range(3):
        page.goto("about:blank")
        page.goto(address, wait_until="commit")
        page.locator(f"{_DRAWN}:visible").first.wait_for()
        times.append(page.evaluate("performance.now()"))
        page.locator("#vergelijking[data-ready=true]").wait_for(state="attached")
    print(f"{name}, usable: {_spread(times)}{f' (goal {goal})' if goal else ''}")


def _answers(page: Page, name: str, goal: int) -> None:
    for field, value in (("regel", "mag-niet"), ("thema", "t3"), ("voor", "iedereen")):
        times = []
        for _ in range(5):
            times.append(page.evaluate(_ANSWER, [field, value]))
            times.append(page.evaluate(_ANSWER, [field, ""]))
            page.wait_for_timeout(100)
        print(f"{name}, filter '{field}': {_spread(times)}{f' (goal {goal})' if goal else ''}")


def _spread(times: Sequence[float]) -> str:
    return f"{statistics.median(times):.0f} ms, worst {max(times):.0f} ms"


@contextmanager
def _served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    main()
