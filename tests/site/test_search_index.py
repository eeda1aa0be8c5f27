"""The search index has one form, whatever was built before."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.html import StandaloneHTMLBuilder

from protocolkit.site.search_index import _tidy


def _tidied(
    folder: Path,
    index: dict[str, Any],
    reason: Exception | None = None,
    kind: type[Builder] = StandaloneHTMLBuilder,
) -> str:
    path = folder / "searchindex.js"
    path.write_text(f"Search.setIndex({json.dumps(index)})", "utf-8")
    app = SimpleNamespace(outdir=str(folder), builder=kind.__new__(kind))
    _tidy(cast("Sphinx", app), reason)
    return path.read_text("utf-8")


def test_words_of_no_page_go_and_pages_come_in_order(tmp_path: Path) -> None:
    index = {
        "titles": ["b", "a"],
        "terms": {"zee": [3, 1], "weg": [], "één": 0},
        "titleterms": {"oud": [], "aap": 2},
    }
    assert _tidied(tmp_path, index) == (
        'Search.setIndex({"terms":{"zee":[1,3],"één":0},"titles":["b","a"],"titleterms":{"aap":2}})'
    )


def test_what_sphinx_wrote_stays_when_a_build_failed(tmp_path: Path) -> None:
    index: dict[str, Any] = {"terms": {"weg": []}, "titleterms": {}}
    assert json.dumps(index) in _tidied(tmp_path, index, ValueError())


def test_a_book_keeps_what_sphinx_wrote(tmp_path: Path) -> None:
    index: dict[str, Any] = {"terms": {"weg": []}, "titleterms": {}}
    assert json.dumps(index) in _tidied(tmp_path, index, kind=Epub3Builder)
