"""The page of every topic: its question, who has it in which words, and how these differ.

Complete without a script. The differences against another variant than the most common one are a
script of data beside the page, which the page asks for when a reader chooses.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx

from protocolkit.base.files import write_text
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.data import comparisons
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.page_templates import template_sources
from protocolkit.site.engine.whole_site import add_pages

if TYPE_CHECKING:
    from protocolkit.site.topics.subject_pages import SubjectPages


def connect(app: Sphinx) -> None:
    """Make the topic pages at the end of a build, and the data beside them."""
    topics = _Topics()
    add_pages(app, topics.collect_pages)
    app.connect("build-finished", topics.write_scripts)


def are_made(app: Sphinx) -> bool:
    """Tell whether an earlier build made every topic as it is now."""
    return all(pages.are_made() for pages in _subjects(app))


def make_early(app: Sphinx) -> None:
    """Make every topic, and leave it in the cache for when its page is asked for."""
    for pages in _subjects(app):
        pages.make()
        pages.keep()


def _subjects(app: Sphinx) -> Iterator[SubjectPages]:
    """Yield the topics of each subject, with what earlier builds made of them."""
    compared = comparisons(app.env)
    if not compared:
        return
    from protocolkit.site.topics.subject_pages import (  # noqa: PLC0415 - slow to load
        PARTS,
        SubjectPages,
        source_lines,
    )
    from protocolkit.site.topics.topic_cache import TopicCache  # noqa: PLC0415 - the same

    translate, language = translate_for(app.config), language_of(app.config)
    environment = page_environment(Path(app.srcdir))
    around = repr([language, *template_sources(environment, PARTS)])
    for comparison in compared:
        sources = source_lines(comparison, translate, language)
        kept = TopicCache(cache_of(app.env), comparison, around + repr(sources))
        yield SubjectPages(comparison, environment, translate, kept, sources)


class _Topics:
    """The topics of one build: their pages first, and at its end the scripts beside them."""

    def __init__(self) -> None:
        self._scripts: list[tuple[str, str]] = []

    def collect_pages(self, app: Sphinx) -> Iterator[Page]:
        """Yield the page of every topic."""
        self._scripts = []
        for pages in _subjects(app):
            for page, script_of_topic in pages.pages():
                self._scripts.append(script_of_topic)
                yield page
            pages.keep()

    def write_scripts(self, app: Sphinx, exception: Exception | None) -> None:
        """Write what the pages ask for when a reader chooses."""
        if exception is None:
            for address, content in self._scripts:
                write_text(Path(app.outdir) / address, content)
