"""Which builds make a whole website, with comparisons, downloads and what scripts do.

A book, one long page or plain text holds the protocols and no more: what would lead to a page that
it does not have is words there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder

_Page = tuple[str, dict[str, Any], str]
"""The name of a page, what it is drawn from, and its template, as Sphinx asks for them."""

# A theme that searches in a window over any page, and has Sphinx leave the page for it out.
_SEARCHES_ANYWHERE = "sphinx_immaterial"
# They write HTML and are no website; those that write data, not pages, have no template either.
_OTHERS = (SingleFileHTMLBuilder, Epub3Builder)


def is_whole_site(builder: Builder) -> bool:
    """Tell whether a builder makes a website of many pages: ``html``, ``dirhtml``, their kin."""
    if not isinstance(builder, StandaloneHTMLBuilder) or isinstance(builder, _OTHERS):
        return False
    return builder.out_suffix == ".html"


def add_pages(app: Sphinx, collect: Callable[[Sphinx], Iterable[_Page]]) -> None:
    """Add pages of ours to every whole website."""
    app.connect(
        "html-collect-pages", lambda app: collect(app) if is_whole_site(app.builder) else ()
    )


def has_paper(app: Sphinx) -> bool:
    """Tell whether this build makes PDF and Word files."""
    return is_whole_site(app.builder) and bool(app.config.protocolkit_paper)


def has_search_page(app: Sphinx) -> bool:
    """Tell whether this build makes a page to search on, that a link can lead to."""
    is_asked = bool(getattr(app.builder, "search", False))
    return is_whole_site(app.builder) and is_asked and _SEARCHES_ANYWHERE not in app.extensions
