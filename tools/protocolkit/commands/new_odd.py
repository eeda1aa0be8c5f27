"""What somebody looks at again in a new draft: faults of the wordings, names of somebody else.

Told once, when the draft was made; the draft keeps the words as they came.
"""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.checking.wording_faults import faults_taken
from protocolkit.commands.output import speak
from protocolkit.document.adopted import is_adopted
from protocolkit.document.facts import OrganisationKind
from protocolkit.document.model import Protocol
from protocolkit.document.names import find_names, names_of
from protocolkit.document.outline import addressable, clause_text, labels, sections
from protocolkit.document.richtext import plain

_Lines = tuple[str, tuple[str, ...]]


def odd_lines(protocol: Protocol) -> _Lines:
    """Return the head and the items that tell what is odd in the wordings that were taken."""
    named = labels(protocol)
    items = (f"{named[found.anchor]}: {found.message(speak)}" for found in faults_taken(protocol))
    head = speak("Odd in the wordings that were taken over. Look whether you want that too:")
    return head, tuple(dict.fromkeys(items))


def name_lines(protocol: Protocol, source: Protocol) -> _Lines:
    """Return the head and the items that tell which names of the source are left in a text.

    Each name as it is written, with every place. The board's own name is right at its schools.
    """
    organisation = source.facts.organisation
    is_of_board = is_adopted(protocol) and organisation.kind is not OrganisationKind.SCHOOL
    names = source.facts.applies_to if is_of_board else names_of(source)
    right = {name.lower() for name in _right_names(protocol, source)}
    left = _left(protocol, [name for name in names if name.lower() not in right])
    head = speak("These names come from the text that was taken over. Look what to put there:")
    return head, tuple(f"‘{words}’: {'; '.join(places)}" for words, places in left.items())


def record_lines(protocol: Protocol, source: Protocol) -> _Lines:
    """Return the head and the items that tell which clauses say who decided on the source."""
    said = [" ".join(entry.words.split()) for entry in source.facts.approvals]
    named = labels(protocol)
    texts = ((item.anchor, " ".join(clause_text(item).split())) for item in addressable(protocol))
    found = [(a, text) for a, text in texts if any(words and words in text for words in said)]
    head = speak("This says who decided on the text that was taken over, not on yours. Look again:")
    return head, tuple(f"{named[anchor]}: ‘{text}’" for anchor, text in found)


def _right_names(protocol: Protocol, source: Protocol) -> tuple[str, ...]:
    """Return what the new organisation is called, and the board of which both are."""
    organisation = protocol.facts.organisation
    own = (organisation.name, *organisation.aliases, *protocol.facts.applies_to)
    return (*own, source.facts.organisation.parent)


def _left(protocol: Protocol, names: Sequence[str]) -> dict[str, list[str]]:
    """Return each name that stands in a text, as it is written, with the places in order."""
    named = labels(protocol)
    texts = [(speak("the title"), plain(protocol.title))]
    for section in sections(protocol):
        heading = plain(section.title)
        texts.append((speak("the heading ‘{title}’").format(title=heading), heading))
    texts += [(named[item.anchor], clause_text(item)) for item in addressable(protocol)]
    found: dict[str, list[str]] = {}
    for place, text in texts:
        words = (" ".join(text[slice(*span)].split()) for span in find_names(text, names))
        for word in dict.fromkeys(words):
            found.setdefault(word, []).append(place)
    return found
