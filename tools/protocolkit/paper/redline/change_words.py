"""The words where a change begins and ends, with so many brackets that no text passes for them.

A copy of a redline as plain text has nothing else by which a change is known. A text may hold such
words itself, by accident or to mislead; then the words at changes get more brackets in a row than
any text of that paper has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_list import fact_rows
from protocolkit.changes.change_set import ChangeSet
from protocolkit.document.outline import protocol_text
from protocolkit.document.richtext import plain
from protocolkit.paper.redline.passages import State

BEGIN_END = {
    State.ADDED: (mark("[added:"), mark("end of added]")),
    State.REMOVED: (mark("[removed:"), mark("end of removed]")),
}
FOLLOWS = (mark("[before:"), mark("end of before]"))
AWAY = (mark("[moved to {place}:"), mark("end of moved]"))
HERE = (mark("[moved from {place}:"), mark("end of moved]"))
SPLIT = mark("[from here a new paragraph]")
JOINED = mark("[here two paragraphs became one]")
_ALL = (
    *(one for both in BEGIN_END.values() for one in both),
    *FOLLOWS,
    *AWAY,
    *HERE,
    SPLIT,
    JOINED,
)
_RUNS = re.compile(r"\[+|\]+")


def brackets_for(sets: Iterable[ChangeSet], translate: Translate, more: Iterable[str] = ()) -> int:
    """Return how many brackets the words at the changes of a paper have: one, nearly always.

    ``more`` is what else stands on it. White space, capitals and wide signs make no difference.
    """
    texts = [text for found in sets for text in _texts(found, translate)]
    held = _squeezed("".join((*texts, *more)))
    forms = (translate(words) for words in _ALL)
    if not any(_squeezed(form.partition("{")[0]) in held for form in forms):
        return 1
    return 1 + max(len(run) for run in _RUNS.findall(held))


def with_brackets(words: str, number: int) -> str:
    """Return words at a change with so many brackets where they have one.

    >>> with_brackets("[new:", 2), with_brackets("end of new]", 2)
    ('[[new:', 'end of new]]')
    """
    begin = "[" * (number - 1) if words.startswith("[") else ""
    end = "]" * (number - 1) if words.endswith("]") else ""
    return f"{begin}{words}{end}"


def _texts(found: ChangeSet, translate: Translate) -> Iterable[str]:
    for version in (found.old, found.new):
        yield protocol_text(version.protocol)
        yield plain(version.protocol.title)
        yield version.shown_path
    for row in fact_rows(found, translate):
        yield f"{row.name}{row.old}{row.new}"


def _squeezed(text: str) -> str:
    signs = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in signs if not sign.isspace() and sign.isprintable())
