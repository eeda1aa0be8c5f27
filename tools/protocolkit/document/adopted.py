"""A school's protocol that was taken over from its board: what is the board's, what the school's.

Worked out from provenance and the present words, so that what someone changed by hand shows too.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import Translate, mark
from protocolkit.document.facts import Facts
from protocolkit.document.fingerprints import clause_fingerprint, is_as_written
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable

BOARD_WIDE = "bovenschools"
"""What provenance calls the choice of a clause that the board laid down for all its schools."""


class SchoolPart(Enum):
    """What a school did to a clause that is not its board's, word for word."""

    FILLED_IN = "filled-in"
    CHANGED = "changed"
    ADDED = "added"


_WORDS = {
    SchoolPart.FILLED_IN: mark("filled in by the school"),
    SchoolPart.CHANGED: mark("changed by the school"),
    SchoolPart.ADDED: mark("added by the school"),
}
_IN_SHORT = {
    SchoolPart.FILLED_IN: mark("filled in"),
    SchoolPart.CHANGED: mark("changed"),
    SchoolPart.ADDED: mark("added"),
}


_IN_PART = mark(
    "The text comes word for word from {board}. A bar stands beside what the school "
    "itself filled in, changed or added."
)
_WHOLE = mark("The whole text comes word for word from {board}.")
ADOPTION_NOTES = (_IN_PART, _WHOLE)
"""What a cover says of a text that was taken over."""


def is_adopted(protocol: Protocol) -> bool:
    """Tell whether a protocol was taken over from a board's."""
    return is_taken_over(protocol.facts)


def is_taken_over(facts: Facts) -> bool:
    """Tell whether the text with these facts was taken over from a board's."""
    return any(entry.choice == BOARD_WIDE for entry in facts.provenance)


def school_parts(protocol: Protocol) -> dict[str, SchoolPart]:
    """Return by anchor what is the school's own in a protocol that was taken over.

    A clause or note that is not in it stands as the board wrote it; a protocol that was not taken
    over has none.
    """
    if not is_adopted(protocol):
        return {}
    laid_down = {e.anchor: e for e in protocol.facts.provenance if e.choice == BOARD_WIDE}
    found = {}
    for item in addressable(protocol):
        entry = laid_down.get(item.anchor)
        if entry is None:
            found[item.anchor] = SchoolPart.ADDED
        elif not is_as_written(item, entry):
            found[item.anchor] = SchoolPart.CHANGED
        elif entry.written:
            found[item.anchor] = SchoolPart.FILLED_IN
    return found


def own_code(protocol: Protocol) -> str:
    """Return the check code of what is the school's own in a text that was taken over.

    "" where the text was not taken over, or is wholly the board's. A clause of the board that
    changes with the board's text changes nothing here; one that the school changes does.
    """
    own = school_parts(protocol)
    parts = [
        f"{item.anchor} {own[item.anchor].value} {clause_fingerprint(item)}"
        for item in addressable(protocol)
        if item.anchor in own
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest() if parts else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolWords:
    """What is said beside a clause: in full, and where there is little room."""

    full: str
    short: str


def school_words(protocol: Protocol, translate: Translate) -> dict[str, SchoolWords]:
    """Return by anchor what is said beside the school's own clauses and notes."""
    return {
        anchor: SchoolWords(full=translate(_WORDS[part]), short=translate(_IN_SHORT[part]))
        for anchor, part in school_parts(protocol).items()
    }


def adoption_note(protocol: Protocol, translate: Translate) -> str:
    """Say whose the text is and how the school's own is shown; ``""`` if it was not taken over."""
    if not is_adopted(protocol):
        return ""
    facts = protocol.facts
    board = facts.organisation.parent or facts.based_on
    said = translate(_IN_PART if school_parts(protocol) else _WHOLE)
    return said.format(board=board)
