"""What Sphinx may read: a protocol file that is no text, or leads out of the folder, stays out.

Sphinx would stop at the first of these; here each is reported and the others are read. Drafts
stay out too, unless they are named.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from protocolkit.base.files import check_inside, read_text
from protocolkit.base.problems import Problem, ProtocolkitError
from protocolkit.collection import PROTOCOLS, printed_name
from protocolkit.reading.reader import Reading, read_protocol_text
from protocolkit.site.engine.caching import key_of
from protocolkit.site.engine.drafts import Standing, standing_in, standing_of, stays_off
from protocolkit.site.engine.language import translate_for

_log = logging.getLogger(__name__)

# By name, with its key; Sphinx keeps it between builds.
_Standings = dict[str, tuple[str, Standing]]
_KEPT = "protocolkit_standings"


def connect(app: Sphinx) -> None:
    """Look at every protocol file before Sphinx looks for its documents."""
    app.connect("builder-inited", _leave_out)
    # The domain holds what stays.
    app.connect("build-finished", lambda _app, _exception: read_once.cache_clear())


def report(found: Problem, config: Config) -> None:
    """Log a problem as a Sphinx warning, in the language of the site."""
    translate = translate_for(config)
    text = f"{found.message(translate)} {found.hint(translate)}"
    _log.warning("%s", text, location=str(found.location), type="protocol", subtype=found.code.name)


def left_out(env: BuildEnvironment) -> frozenset[str]:
    """Return the pages that this build keeps off the site, by document name."""
    return frozenset(getattr(env, "protocolkit_left_out", ()))


def _leave_out(app: Sphinx) -> None:
    root, config = Path(app.srcdir), app.config
    names = []
    before: _Standings = getattr(app.env, _KEPT, {})
    standings: _Standings = {}
    for path in sorted((root / PROTOCOLS).glob("*/*.md")):
        name = printed_name(path, root)
        try:
            check_inside(path, root, name)
            text = read_text(path, name)
            key = key_of(text.encode())
            # Settings of an unchanged file are not read again.
            kept = before.get(name)
            is_same = kept is not None and kept[0] == key
            standings[name] = kept if kept and is_same else (key, _standing(app, path, text))
            is_out, problems = stays_off(standings[name][1], name, config)
        except ProtocolkitError as reason:
            is_out, problems = True, (reason.problem,)
        for found in problems:
            report(found, config)
        if is_out:
            names.append(name)
    config.exclude_patterns = [*config.exclude_patterns, *names]
    docnames = frozenset(name.removesuffix(".md") for name in names)
    app.env.protocolkit_left_out = docnames  # type: ignore[attr-defined]
    setattr(app.env, _KEPT, standings)


def _standing(app: Sphinx, path: Path, text: str) -> Standing:
    """Return whether a file is public; the whole reading when this process needs it anyway."""
    name = printed_name(path, Path(app.srcdir))
    if app.parallel > 1:
        return standing_of(text, name)
    return standing_in(read_once(text, name, path.parent.name, path.stem))


@cache
def read_once(text: str, name: str, subject: str, slug: str) -> Reading:
    """Read the text of a protocol file, unless this build has read the same text already."""
    return read_protocol_text(text, name, subject=subject, slug=slug)
