"""What somebody looks at again in a new draft: faults of the wordings, names of somebody else.

Told once, when the draft was made; the draft keeps the words as they came.
"""

from __future__ import annotations

from collections.abc import Mapping

from protocolkit.checking.left_behind import Left, names_left, records_left
from protocolkit.checking.wording_faults import faults_taken
from protocolkit.commands.output import speak
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels

_Lines = tuple[str, tuple[str, ...]]


def odd_lines(protocol: Protocol) -> _Lines:
    """Return the head and the items that tell what is odd in the wordings that were taken."""
    named = labels(protocol)
    items = (f"{named[found.anchor]}: {found.message(speak)}" for found in faults_taken(protocol))
    head = speak("Odd in the wordings that were taken over. Look whether you want that too:")
    return head, tuple(dict.fromkeys(items))


def name_lines(protocol: Protocol, source: Protocol) -> _Lines:
    """Return the head and the items that tell which names of the source are left in a text.

    Each name as it is written, with every place.
    """
    named = labels(protocol)
    places: dict[str, list[str]] = {}
    for left in names_left(protocol, source):
        places.setdefault(left.words, []).append(_place(left, named))
    head = speak("These names come from the text that was taken over. Look what to put there:")
    return head, tuple(f"‘{words}’: {'; '.join(found)}" for words, found in places.items())


def record_lines(protocol: Protocol, source: Protocol) -> _Lines:
    """Return the head and the items that tell which clauses say who decided on the source."""
    named = labels(protocol)
    head = speak("This says who decided on the text that was taken over, not on yours. Look again:")
    found = records_left(protocol, source)
    return head, tuple(f"{named[left.anchor]}: ‘{left.words}’" for left in found)


def _place(left: Left, named: Mapping[str, str]) -> str:
    if left.heading:
        return speak("the heading ‘{title}’").format(title=left.heading)
    return named[left.anchor] if left.anchor else speak("the title")
