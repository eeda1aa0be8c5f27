"""Write, compare and agree the protocols of Dutch school boards, clause by clause.

As a Sphinx extension: ``extensions = ["protocolkit"]``. Importing this package imports no
Sphinx; only :func:`setup`, which Sphinx itself calls, does.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"

_AFTER_ALL_OTHERS = 1_000


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect protocolkit to a Sphinx application."""
    from protocolkit.base.collector import unhurried_collector  # noqa: PLC0415 - Sphinx alone asks

    until_done = ExitStack()
    until_done.enter_context(unhurried_collector())
    app.connect("build-finished", lambda *_: until_done.close(), priority=_AFTER_ALL_OTHERS)
    from protocolkit.site import setup as set_up_site  # noqa: PLC0415 - keeps the core Sphinx-free

    return set_up_site(app)
