"""Which pages are read again: those whose file holds other bytes than when it was read.

Sphinx goes by the time of a file alone, so it misses an older text that was put back with its time.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.cache_origin import digest
from protocolkit.base.files import bytes_or_nothing
from protocolkit.repository_layout import document_place
from protocolkit.site.engine.documents import source_path
from protocolkit.site.engine.readable_protocols import text_of

_Digests = dict[str, str]
# Sphinx keeps it between builds.
_KEPT = "protocolkit_digests"


def connect(app: Sphinx) -> None:
    """Compare every page's file when Sphinx asks what must be read again."""
    app.connect("env-get-outdated", _changed)


def _changed(
    _app: Sphinx,
    env: BuildEnvironment,
    _added: AbstractSet[str],
    _changed_in_time: AbstractSet[str],
    _removed: AbstractSet[str],
) -> list[str]:
    before: _Digests = getattr(env, _KEPT, {})
    now = {name: digest(_content(env, name)) for name in env.found_docs}
    setattr(env, _KEPT, now)
    return [name for name, found in sorted(now.items()) if before.get(name, found) != found]


def _content(env: BuildEnvironment, name: str) -> bytes:
    """Return what this build takes for the bytes of a page: of a protocol what it read already.

    Who saves a protocol in mid-build finds it on the website with the next build.
    """
    root, path = Path(env.srcdir), Path(env.doc2path(name))
    if document_place(root, path) is not None:
        source = source_path(env, name)
        more = text_of(source, root) if source != path else ""
        return f"{text_of(path, root)}{more}".encode()
    return bytes_or_nothing(path, None)
