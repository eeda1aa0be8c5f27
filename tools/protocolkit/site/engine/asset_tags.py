"""The tags of style sheets and scripts, made once for all pages that are equally deep.

Sphinx reads each of these files anew for each page, to tell its version; they stand there before
the first page is written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx

_MAKERS = ("css_tag", "js_tag")
_MakeTag = Callable[[Any], str]


def connect(app: Sphinx) -> None:
    """Have the tags of one build remembered."""
    tags = _Tags()
    app.connect("builder-inited", tags.forget)
    app.connect("html-page-context", tags.remember)


class _Tags:
    """The tags that were made, by all that they are made from besides the file itself."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], str] = {}

    def forget(self, _app: Sphinx) -> None:
        """Begin anew: files may be others in the next build."""
        self._known.clear()

    def remember(
        self, _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object
    ) -> None:
        """Give a page makers of tags that remember."""
        for name in _MAKERS:
            if name in context:
                context[name] = self._remembering(name, context[name], context["pathto"])

    def _remembering(
        self, name: str, make: _MakeTag, address_of: Callable[[str, bool], str]
    ) -> _MakeTag:
        def made(asset: Any) -> str:
            file = getattr(asset, "filename", None)
            if not file:
                return make(asset)
            key = (name, address_of(str(file), True), *sorted(asset.attributes.items(), key=str))
            if key not in self._known:
                self._known[key] = make(asset)
            return self._known[key]

        return made
