"""References that lead nowhere, told in the language of the site and with what to do about it.

Sphinx and MyST say most of this in English alone, whatever the language of the site is.
"""

from __future__ import annotations

import logging
import re

from docutils.nodes import Element
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.util import logging as sphinx_logging

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.site.engine.language import translate_for

_log = sphinx_logging.getLogger(__name__)
_NOWHERE = mark(
    "a reference leads to '{target}', and nothing here has that name. See how it is written, or "
    "take the reference out."
)
_NOT_IN = mark(
    "a reference leads to '{target}' in '{document}', and nothing there has that name. See how it "
    "is written, or take the reference out."
)
_NO_DOCUMENT = mark(
    "a reference leads to the document '{document}', which is not there. See how it is written, or "
    "take the reference out."
)
# What MyST says (myst_parser.sphinx_ext.myst_refs); names stand there as Python writes them.
_OF_MYST: tuple[tuple[re.Pattern[str], Marked], ...] = (
    (re.compile(r"'myst' cross-reference target not found: (?P<target>.+)"), _NOWHERE),
    (re.compile(r"local id not found in doc (?P<document>.+?): (?P<target>.+)"), _NOT_IN),
    (re.compile(r"Unknown source document (?P<document>.+)"), _NO_DOCUMENT),
)
_LABEL = "ref"
# Who tells it without asking: MyST, and Sphinx of its labels.
_TELLERS = ("sphinx.myst_parser.sphinx_ext.myst_refs", "sphinx.sphinx.domains.std")


def connect(app: Sphinx) -> None:
    """Say it ourselves where Sphinx asks, and change what is said without asking."""
    app.connect("warn-missing-reference", _tell)
    app.connect("builder-inited", _follow)


def _tell(app: Sphinx, domain: Domain | None, node: Element) -> bool:
    if (domain is None or domain.name == "std") and node["reftype"] == _LABEL:
        return False
    said = translate_for(app.config)(_NOWHERE).format(target=node["reftarget"])
    _log.warning("%s", said, location=node, type="ref", subtype=node["reftype"])
    return True


def _follow(app: Sphinx) -> None:
    for logger in map(logging.getLogger, _TELLERS):
        for old in [one for one in logger.filters if isinstance(one, _InOurWords)]:
            logger.removeFilter(old)
        logger.addFilter(_InOurWords(translate_for(app.config)))


class _InOurWords(logging.Filter):
    """Lets every message through, in our words where we have them."""

    def __init__(self, translate: Translate) -> None:
        super().__init__()
        self._translate = translate

    def filter(self, record: logging.LogRecord) -> bool:
        """Change a message in place."""
        is_label = (getattr(record, "type", ""), getattr(record, "subtype", "")) == ("ref", _LABEL)
        if is_label and isinstance(record.args, tuple) and len(record.args) == 1:
            self._say(record, _NOWHERE, target=str(record.args[0]))
            return True
        said = record.getMessage()
        for pattern, text in _OF_MYST:
            if found := pattern.fullmatch(said):
                self._say(record, text, **found.groupdict())
        return True

    def _say(self, record: logging.LogRecord, text: Marked, **names: str) -> None:
        bare = {name: words.strip("'\"") for name, words in names.items()}
        record.msg, record.args = "%s", (self._translate(text).format(**bare),)
