"""The search index in one form, and what the search page needs to find clauses.

An incremental build leaves the same bytes as a fresh one. Sphinx keeps words of earlier texts
with no page behind them, and the order in which pages were read. Both are left out here; what is
found stays the same. A word that many pages have is brought back to its stem once, not for each.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.search import languages
from sphinx.search.nl import SearchDutch

from protocolkit.base.files import write_text
from protocolkit.base.messages import Translate
from protocolkit.collection import Collection
from protocolkit.comparison.concordance import Audience, audience_name
from protocolkit.document.names import organisation_name
from protocolkit.site.comparison.files import versioned
from protocolkit.site.comparison.scripts import version_of
from protocolkit.site.engine.addresses import search_script_url
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.subject_links import subject_title
from protocolkit.site.engine.whole_site import is_whole_site

_BEGIN, _END = "Search.setIndex(", ")"
_AFTER_OURS = 850
_WORDS = ("terms", "titleterms")
# What the search page needs beside Sphinx's own, in the order in which they run.
_SCRIPTS = ("protocolkit-data.js", "gezocht.js", "zoeken-onderwerpen.js", "zoeken.js")


class Dutch(SearchDutch):
    """The Dutch of Sphinx, which looks for the stem of a word once in a build."""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._stems: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """Return what words of one kind have in common, as the search page does."""
        if word not in self._stems:
            self._stems[word] = super().stem(word)
        return self._stems[word]


def connect(app: Sphinx) -> None:
    """Tidy the index when Sphinx has written it; tell the search page where its data is."""
    # A project may bring along a Dutch of its own.
    if isinstance(languages[Dutch.lang], str):
        app.add_search_language(Dutch)
    app.connect("config-inited", _leave_out_summaries)
    app.connect("html-page-context", _add_data)
    app.connect("build-finished", _tidy)


def _leave_out_summaries(_app: Sphinx, config: Config) -> None:
    """Have Sphinx list pages by their titles alone.

    For a summary its script fetches every page that it found, hundreds with many boards, and none
    from a disk. The clauses with the words in them stand above the pages.
    """
    config.html_show_search_summary = False


def _add_data(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    if pagename == "search":
        data = versioned(app, search_script_url())
        context["search_data"] = data
        # The index is written when all pages are; it changes when a text does, as the data do.
        context["search_index"] = f"searchindex.js?{data.partition('?')[2]}"
        context["search_scripts"] = [_script_address(app, name) for name in _SCRIPTS]
        context["search_choices"] = _choices(
            protocol_domain(app.env).collection(), translate_for(app.config)
        )
        app.add_css_file("vergelijken.css", priority=_AFTER_OURS)


def _script_address(app: Sphinx, name: str) -> str:
    """Return the address of a script with its version, so that no browser runs an earlier one."""
    address = f"_static/{name}"
    return f"{address}?v={version_of((Path(app.outdir) / address).read_text('utf-8'))}"


def _choices(collection: Collection, translate: Translate) -> dict[str, list[tuple[str, str]]]:
    """Return what the form of the search page offers, by the name of the field."""
    names = {organisation_name(p) for p in collection.protocols}
    return {
        "bestuur": [(name, name) for name in sorted(names, key=str.casefold)],
        "soort": [(subject.slug, subject_title(subject)) for subject in collection.subjects],
        "voor": [(found.value, audience_name(found, translate)) for found in Audience],
    }


def _tidy(app: Sphinx, exception: Exception | None) -> None:
    path = Path(app.outdir) / "searchindex.js"
    if exception is not None or not is_whole_site(app.builder) or not path.is_file():
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
