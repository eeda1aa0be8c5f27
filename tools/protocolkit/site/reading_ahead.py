"""One reading per protocol and build: what looked at a file early hands its reading on."""

from __future__ import annotations

from functools import cache

from sphinx.application import Sphinx

from protocolkit.reading.reader import Reading, read_protocol_text


def connect(app: Sphinx) -> None:
    """Forget every reading at the end of a build; the domain holds what stays."""
    app.connect("build-finished", lambda _app, _exception: read_once.cache_clear())


@cache
def read_once(text: str, name: str, subject: str, slug: str) -> Reading:
    """Read the text of a protocol file, unless this build has read the same text already."""
    return read_protocol_text(text, name, subject=subject, slug=slug)
