"""A build of Sphinx holds the project, whoever starts it: ``sphinx-build``, or ``protocol serve``.

``protocol build`` holds it already. Another one waits, as nobody may be there to start it again.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from protocolkit.base.holding import Holder, holding
from protocolkit.base.messages import mark
from protocolkit.site.engine.language import translate_for

_log = logging.getLogger(__name__)
_WAITING = mark("'{command}' is at work in this folder (process {process}); waiting.")
_FIRST, _LAST = -sys.maxsize, sys.maxsize


def connect(app: Sphinx) -> None:
    """Hold the project before anything is read of it, and until everything is written."""
    held = contextlib.ExitStack()

    def take(app: Sphinx, config: Config) -> None:
        def wait(holder: Holder) -> None:
            translate = translate_for(config)
            said = {"command": translate(holder.command), "process": holder.process}
            _log.info("%s", translate(_WAITING).format(**said))

        held.enter_context(holding(Path(app.srcdir), "sphinx-build", wait))

    app.connect("config-inited", take, priority=_FIRST)
    app.connect("build-finished", lambda *_: held.close(), priority=_LAST)
