"""The example in other themes: no warning, no dead link, and words that can be read.

Those are tried that are installed: alabaster and furo always are, the others with the extra
``themes``.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.visiting import Scheme, visit
from seeds import ROOT
from site_crawler import crawl
from warm import SPHINX, Command

_THEMES = ("alabaster", "furo")
_EXTRA = ("pydata_sphinx_theme", "sphinx_book_theme", "sphinx_immaterial", "sphinx_rtd_theme")
_INSTALLED = (*_THEMES, *(name for name in _EXTRA if find_spec(name)))
_POINTS = """
{#art-9}
3. De school zorgt voor:

   {style=lower-alpha}
   1. rust;
   2. toezicht.
"""
# Of which the other board has nothing.
_OF_ONE = """\
  - id: zorg
    title: Waar zorgt de school voor?
    theme: regels
    audience: school
    clauses: {de-brug: [art-9]}
"""
# How far a marker stands above the first word behind it, in pixels.
_ABOVE = """
() => [...document.querySelectorAll("li:is(.clause, .point)")].map((item) => {
  const top = (kind) => item.querySelector(`:scope > ${kind}`).getBoundingClientRect().top;
  return Math.abs(top(".clause-marker") - top(".clause-text"));
})
"""
# Classes of which themes have some of their own, and whether words in one of them may wrap.
_WRAPS = """
() => [...document.querySelectorAll(".badge, .mark")].map((element) => {
  return getComputedStyle(element).whiteSpace;
})
"""
# As WCAG has it for text.
_READABLE = 4.5
_CONTRAST = """
(selector) => {
  const channel = (value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const parts = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map(channel);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll(selector)].map((element) => {
    const lights = [light(getComputedStyle(element).color), light(behind(element))];
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
  });
}
"""


@pytest.fixture(scope="module", params=_INSTALLED)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, command: Command
) -> Path:
    """Build the example with a theme; a warning stops it."""
    theme, folder = request.param, tmp_path_factory.mktemp(request.param) / "p"
    shutil.copytree(ROOT / "docs" / "develop" / "example", folder)
    lines = ["protocolkit_paper = False", f'html_theme = "{theme}"']
    if theme == "sphinx_immaterial":
        # Without this it fetches fonts, which a build may not.
        lines += ['extensions.append("sphinx_immaterial")', 'html_theme_options = {"font": False}']
    conf = folder / "conf.py"
    conf.write_text("\n".join([conf.read_text("utf-8"), *lines, ""]), "utf-8")
    file = folder / "protocols" / "pesten" / "de-brug.md"
    file.write_text(file.read_text("utf-8") + _POINTS, "utf-8")
    topics = folder / "protocols" / "pesten" / "topics.yml"
    topics.write_text(topics.read_text("utf-8") + _OF_ONE, "utf-8")
    done = command("-q", "-W", "--keep-going", folder, folder.parent / "html", code=SPHINX)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return folder.parent / "html"


def test_no_link_is_dead(site: Path) -> None:
    # what a theme leaves among its own files is no page
    assert [one for one in crawl(site).dead if not one.startswith("_static/")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("page", "selector"),
    [
        ("protocols/pesten/de-brug.html", ".title-block p, .title-block dd, .clause-text p"),
        ("vergelijken/pesten/index.html", "table.matrix th, table.matrix td p, .chooser label"),
        ("vergelijken/pesten/index.html?weergave=overzicht&alles=ja", "table.matrix .mark"),
    ],
)
def test_words_stand_out_whatever_the_reader_prefers(
    site: Path, browser: Browser, page: str, selector: str, scheme: Scheme
) -> None:
    name, _, choice = page.partition("?")
    address = f"{(site / name).as_uri()}?{choice}"
    with visit(browser, address, color_scheme=scheme) as (shown, _):
        ratios = shown.evaluate(_CONTRAST, selector)
    assert len(ratios) > 3
    assert min(ratios) >= _READABLE


def test_a_marker_stands_level_with_its_words(site: Path, browser: Browser) -> None:
    with visit(browser, (site / "protocols/pesten/de-brug.html").as_uri()) as (shown, _):
        above = shown.evaluate(_ABOVE)
    assert len(above) == 5
    assert max(above) < 1


def test_a_badge_stays_in_its_cell(site: Path, browser: Browser) -> None:
    with visit(browser, (site / "vergelijken/pesten/index.html").as_uri()) as (shown, _):
        assert set(shown.evaluate(_WRAPS)) == {"normal"}
