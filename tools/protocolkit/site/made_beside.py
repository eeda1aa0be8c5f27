"""What takes long and depends on what was read alone, made by a copy while this process goes on.

That is what clauses ask that nobody compares, the topics, and which words lead to them. The copy
leaves it in the cache (:mod:`~protocolkit.base.beside`); who asks for it finds it there, or makes
it.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from protocolkit.base import remembered
from protocolkit.base.beside import Beside
from protocolkit.site.comparison.data import comparisons
from protocolkit.site.comparison.files import lone_norms
from protocolkit.site.comparison.lone_norms import LoneNorms, lone_protocols
from protocolkit.site.comparison.questions import questions_content
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.whole_site import is_whole_site
from protocolkit.site.topics import pages as topic_pages

# Before the template is made, which takes this process as long.
_BEFORE_TEMPLATES = 880
_FIRST = 100
_PART = "pages"


def connect(app: Sphinx) -> None:
    """Begin when every protocol is read; wait when the first page of ours is asked for."""
    early = _Early()
    app.connect("env-updated", early.begin, priority=_BEFORE_TEMPLATES)
    app.connect("html-collect-pages", early.wait, priority=_FIRST)
    app.connect("build-finished", early.finish)


class _Early:
    """The work of one build."""

    def __init__(self) -> None:
        self._beside = Beside()

    def begin(self, app: Sphinx, _env: object) -> tuple[str, ...]:
        """Begin where there is something to make; it changes no page that Sphinx has read."""
        # Sphinx uses the cores itself when it is asked to.
        if is_whole_site(app.builder) and app.parallel <= 1 and not _is_made(app):
            remembered.expect(_PART)
            self._beside.begin(lambda: _leave(app))
        return ()

    def wait(self, _app: Sphinx) -> tuple[()]:
        """Wait until it is made; there is no page in it."""
        self._beside.wait()
        return ()

    def finish(self, _app: Sphinx, _exception: Exception | None) -> None:
        """Leave no process behind, whatever became of the build."""
        self._beside.stop()


def _is_made(app: Sphinx) -> bool:
    known = LoneNorms(cache_of(app.env))
    protocols = lone_protocols(protocol_domain(app.env).collection(), comparisons(app.env))
    return all(map(known.has, protocols)) and topic_pages.are_made(app)


def _leave(app: Sphinx) -> None:
    collection, compared = protocol_domain(app.env).collection(), comparisons(app.env)
    lone_norms(app, collection)
    if compared:
        topic_pages.make_early(app)
        questions_content(cache_of(app.env), compared, collection, translate_for(app.config))
    remembered.leave(cache_of(app.env), _PART)
