"""The search index in one form, and what the search page needs to find clauses.

An incremental build leaves the same bytes as a fresh one. Sphinx keeps words of earlier texts
with no page behind them, and the order in which pages were read. Both are left out here; what is
found stays the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from protocolkit.files import write_text
from protocolkit.site.addresses import search_script_url
from protocolkit.site.comparison_files import versioned

_BEGIN, _END = "Search.setIndex(", ")"
_AFTER_OURS = 850
_WORDS = ("terms", "titleterms")


def connect(app: Sphinx) -> None:
    """Tidy the index when Sphinx has written it; tell the search page where its data is."""
    app.connect("html-page-context", _add_data)
    app.connect("build-finished", _tidy)


def _add_data(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    if pagename == "search":
        context["search_data"] = versioned(app, search_script_url())
        app.add_css_file("vergelijken.css", priority=_AFTER_OURS)


def _tidy(app: Sphinx, exception: Exception | None) -> None:
    path = Path(app.outdir) / "searchindex.js"
    if exception is not None or app.builder.format != "html" or not path.is_file():
        return
    text = path.read_text("utf-8")
    if not (text.startswith(_BEGIN) and text.endswith(_END)):
        return
    index = json.loads(text[len(_BEGIN) : -len(_END)])
    for name in _WORDS:
        index[name] = {word: _ordered(pages) for word, pages in index[name].items() if pages != []}
    content = json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    write_text(path, f"{_BEGIN}{content}{_END}")


def _ordered(pages: Any) -> Any:
    return sorted(pages) if isinstance(pages, list) else pages
