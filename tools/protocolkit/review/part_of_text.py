"""Whether a returned file is the whole text or a part of it, such as clauses in a new document.

Nobody took away what a part does not hold, nor the notes that only missing clauses call. A file
with our record, or with the line of our cover that gives the check code, is the whole. Of any other
file, a longer run of clauses that is missing at its beginning or end was never in it, and neither
was anything that is missing where it has less than half.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence, Set

from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind
from protocolkit.document.cover import code_lines
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses
from protocolkit.document.richtext import note_labels

_HALF = 0.5
# More clauses and headings at the beginning or the end than these were not struck by somebody.
_RUN = 3
_SPACES = re.compile(r"\s+")


def never_in_it(
    submitted: Protocol, held: Set[str], words: str, *, has_record: bool, is_from_text: bool = False
) -> frozenset[str]:
    """Return the clauses, headings and notes of a text that a file never had.

    ``held`` are the anchors that stand in the file, ``words`` all its words. ``is_from_text`` says
    that it is a copy with nothing before its first clause: what lacks there never came along.
    """
    if has_record or any(line in _SPACES.sub(" ", words) for line in code_lines(submitted)):
        return frozenset()
    every = [item for item in items_of(submitted) if item.anchor]
    body = [item for item in every if item.kind is not ItemKind.NOTE]
    lacking = [item for item in body if item.anchor not in held]
    standing = [at for at, item in enumerate(body) if item.anchor in held]
    if not standing or not lacking:
        return frozenset()
    if clauses_among(submitted, held) < _HALF * sum(1 for _ in clauses(submitted)):
        out = frozenset(item.anchor for item in every if item.anchor not in held)
        return out | _notes_of(submitted, every, out)
    before, behind = body[: standing[0]], body[standing[-1] + 1 :]
    runs = ((before, 1 if is_from_text else _RUN), (behind, _RUN))
    gone = [item.anchor for run, least in runs if len(run) >= least for item in run]
    gone += _notes_of(submitted, every, frozenset(gone))
    # Notes are left behind where a text is copied.
    notes = [item.anchor for item in every if item.kind is ItemKind.NOTE]
    return frozenset(gone + ([] if held & set(notes) or not gone else notes))


def _notes_of(submitted: Protocol, every: Sequence[Item], gone: Set[str]) -> frozenset[str]:
    """Return the notes that are called where ``gone`` is alone, whatever a file still has of them.

    A program keeps the words of a note to which no place in the text leads any more.
    """
    called: dict[str, set[str]] = defaultdict(set)
    for item in every:
        for unit in item.units:
            for label in note_labels(unit.text):
                called[label].add(item.anchor)
    by_label = {note.label: note.anchor for note in submitted.notes}
    return frozenset(
        by_label[label] for label, at in called.items() if label in by_label and at <= gone
    )


def clauses_among(submitted: Protocol, anchors: Collection[str]) -> int:
    """Return how many of some anchors are of clauses."""
    return sum(clause.anchor in anchors for clause in clauses(submitted))
