"""``extensions = ["protocolkit"]`` in an existing Sphinx project: other theme, other language."""

from __future__ import annotations

import sys
from pathlib import Path

from bs4 import BeautifulSoup

from programs import Start
from small_site import make_project

_CONF = """\
project = "Handbook"
extensions = ["sphinx.ext.todo", "protocolkit"]
html_theme = "alabaster"
html_static_path = []
"""
_INDEX = """\
Handbook
========

See :doc:`docs/rules` and :protocol:clause:`regels/aa#art-4`.

.. protocol-overview::

.. toctree::

   docs/rules
   protocols/regels/aa
   protocols/regels/bb
"""


def test_it_works_beside_another_theme_language_and_markup(tmp_path: Path, start: Start) -> None:
    folder = make_project(tmp_path / "p")
    (folder / "conf.py").write_text(_CONF, "utf-8")
    (folder / "index.md").unlink()
    (folder / "index.rst").write_text(_INDEX, "utf-8")
    (folder / "docs" / "uitleg.md").rename(folder / "docs" / "rules.md")
    words = ["-m", "sphinx", "-q", "-j", "2", "-W", "--keep-going", "-b", "html", folder]
    done = start(sys.executable, *words, tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    front = _page(tmp_path / "out" / "index.html")
    assert front.select_one("div.body h1") is not None
    assert front.select_one('a[href="protocols/regels/aa.html#art-4"]') is not None
    assert "Organisation" in front.get_text()
    page = _page(tmp_path / "out" / "protocols" / "regels" / "aa.html")
    assert "Not the official version" in page.get_text()
    assert page.select_one("#art-4") is not None
    comparison = _page(tmp_path / "out" / "vergelijken" / "regels" / "index.html")
    assert comparison.select_one("table") is not None
    for name in ("aa.pdf", "aa.docx", "matrix.json"):
        assert (tmp_path / "out" / "downloads" / "regels" / name).stat().st_size > 0


def _page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "lxml")
