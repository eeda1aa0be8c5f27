"""A file that the disk refuses stops a build: a site without it is no site.

Sphinx only warns of some of them, in English, and goes on to publish pages without their files.
"""

from __future__ import annotations

import logging

from sphinx.application import Sphinx

from protocolkit.base.files import is_refused

# Who writes and copies: pages, what stands beside them, pictures.
_WRITERS = ("sphinx.sphinx.builders", "sphinx.sphinx.builders.html")


def connect(app: Sphinx) -> None:
    """Look at what is told of writing from now on."""
    app.connect("builder-inited", _follow)


def _follow(_app: Sphinx) -> None:
    for logger in map(logging.getLogger, _WRITERS):
        if not any(isinstance(one, _Stops) for one in logger.filters):
            logger.addFilter(_Stops())


class _Stops(logging.Filter):
    """Lets every message through but one of a disk that refuses, which it raises instead."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Raise the :class:`OSError` of which a message tells, for whoever runs the build."""
        for told in record.args if isinstance(record.args, tuple) else ():
            if isinstance(told, OSError) and is_refused(told):
                raise told
        return True
