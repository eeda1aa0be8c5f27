"""What one build leaves to the next: our cache in the project, and Sphinx's state beside the site.

Sphinx's state is pickled by Sphinx itself, and with it stand the compiled templates: to read them
is to run them. So they are used only when the last build was finished and left them just so;
otherwise this build starts from nothing. A build that was killed, too, leaves no seal.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from protocolkit.base import remembered
from protocolkit.base.cache import Cache
from protocolkit.base.cache_origin import digest, files_digest, origin
from protocolkit.base.untouched import are_sealed, seal, unseal

PAPER_KEYS = "protocolkit-paper.json"
"""Where the keys stand of the paper that is there, beside Sphinx's state."""

SEAL = "protocolkit-seal.json"
_STATE = ("environment.pickle", "**/*.doctree", "templates/*.cache", PAPER_KEYS)
_ORIGIN = "protocolkit_origin"
_FIRST, _LAST = 100, 999


def connect(app: Sphinx) -> None:
    """Have nothing taken over that is not ours or was made from something else."""
    app.add_config_value(_ORIGIN, default="", rebuild="env", types=[str])
    app.connect("config-inited", _note_origin)
    # Before Sphinx reads its state, and after everything else is written.
    app.connect("config-inited", lambda app, _config: forget_strange(Path(app.doctreedir)))
    app.connect("builder-inited", lambda app: unseal(Path(app.doctreedir) / SEAL), priority=_FIRST)
    app.connect("builder-inited", lambda app: remembered.begin(cache_of(app.env)), priority=_FIRST)
    app.connect("build-finished", _keep_remembered, priority=_LAST)
    app.connect("build-finished", _seal, priority=_LAST)


def cache_of(env: BuildEnvironment) -> Cache:
    """Return the cache of the project that is built."""
    return Cache(Path(env.srcdir))


def seal_state(states: Path) -> None:
    """Write down how a finished build leaves what stands beside the site."""
    seal(states / SEAL, _state_files(states))


def forget_strange(states: Path) -> None:
    """Remove what stands beside the site unless a finished build left all of it just so."""
    if not are_sealed(states / SEAL, _state_files(states)):
        forget(states)


def forget(states: Path) -> None:
    """Remove what Sphinx and we keep beside the site, so that all of it is made anew."""
    for path in _state_files(states):
        with contextlib.suppress(OSError):
            path.unlink()


def surroundings(project: Path) -> str:
    """Return what papers depend on besides their protocols: all templates, code, writers."""
    return digest(origin(), files_digest([project / "templates"]))


def key_of(content: bytes) -> str:
    """Return the key under which what was read from a file is kept: its bytes and our own files.

    What another version of ours has kept may lack what this one asks of it.
    """
    return digest(origin(), content)


def _note_origin(app: Sphinx, config: Config) -> None:
    """Have every page read again when our files or the project's own templates differ."""
    config[_ORIGIN] = digest(origin(), files_digest([Path(app.srcdir) / "templates" / "html"]))


def _keep_remembered(app: Sphinx, exception: Exception | None) -> None:
    remembered.end(cache_of(app.env) if exception is None else None)


def _seal(app: Sphinx, exception: Exception | None) -> None:
    if exception is None:
        seal_state(Path(app.doctreedir))


def _state_files(states: Path) -> Iterable[Path]:
    return sorted({path for pattern in _STATE for path in states.glob(pattern)})
