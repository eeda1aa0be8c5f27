"""The words where a change on paper begins and ends; :mod:`protocolkit.changes.brackets`."""

from __future__ import annotations

from collections.abc import Iterable

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.brackets import brackets_beside
from protocolkit.changes.change_list import shown_texts
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.levels import DEEPER, HIGHER, NO_POINT, OWN_POINT
from protocolkit.paper.redline.passages import State

BEGIN_END = {
    State.ADDED: (mark("[added:"), mark("end of added]")),
    State.REMOVED: (mark("[removed:"), mark("end of removed]")),
}
BEFORE = (mark("[before:"), mark("end of before]"))
NOW = (mark("[now:"), mark("end of now]"))
FOLLOWS = {State.REMOVED: BEFORE, State.ADDED: NOW}
AWAY = (mark("[moved to {place}:"), mark("end of moved]"))
HERE = (mark("[moved from {place}:"), mark("end of moved]"))
SPLIT = mark("[from here a new paragraph]")
JOINED = mark("[here two paragraphs became one]")
LEVELS: dict[Marked, Marked] = {
    DEEPER: mark("[stands a level deeper now]"),
    HIGHER: mark("[stands a level higher now]"),
    OWN_POINT: mark("[is a point of its own now]"),
    NO_POINT: mark("[is no point of its own any more]"),
}
NOTE = mark("note")
_ALL = (
    *(one for both in BEGIN_END.values() for one in both),
    *BEFORE,
    *NOW,
    *AWAY,
    *HERE,
    SPLIT,
    JOINED,
    *LEVELS.values(),
)


def brackets_for(sets: Iterable[ChangeSet], translate: Translate, more: Iterable[str] = ()) -> int:
    """Return how many brackets the words at the changes of a paper have: one, nearly always.

    ``more`` is what else stands on it.
    """
    texts = [text for found in sets for text in shown_texts(found, translate)]
    return brackets_beside(map(translate, _ALL), [*texts, *more])
