"""What Sphinx may read: a protocol file that is no text, or leads out of the folder, stays out.

Sphinx would stop at the first of these; here each is reported and the others are read. Drafts
stay out too, unless they are named.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from protocolkit.collection import PROTOCOLS, printed_name
from protocolkit.files import check_inside, read_text
from protocolkit.problems import Problem, ProtocolkitError
from protocolkit.site.drafts import stays_off
from protocolkit.site.language import translate_for

_log = logging.getLogger(__name__)


def connect(app: Sphinx) -> None:
    """Look at every protocol file before Sphinx looks for its documents."""
    app.connect("builder-inited", _leave_out)


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
    for path in sorted((root / PROTOCOLS).glob("*/*.md")):
        name = printed_name(path, root)
        try:
            check_inside(path, root, name)
            is_out, problems = stays_off(read_text(path, name), name, config)
        except ProtocolkitError as reason:
            is_out, problems = True, (reason.problem,)
        for found in problems:
            report(found, config)
        if is_out:
            names.append(name)
    config.exclude_patterns = [*config.exclude_patterns, *names]
    docnames = frozenset(name.removesuffix(".md") for name in names)
    app.env.protocolkit_left_out = docnames  # type: ignore[attr-defined]
