"""What somebody looks at again in a new draft: faults of the wordings, names of somebody else.

Told once, when the draft was made; the draft keeps the words as they came.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from protocolkit.base.problems import Problem
from protocolkit.checking.adopted import TAKEN_OVER
from protocolkit.checking.check import check_protocol
from protocolkit.checking.left_behind import Left, dates_left, names_left, records_left
from protocolkit.checking.names_perhaps import check_names_perhaps
from protocolkit.checking.people import check_people
from protocolkit.checking.placeholders import PLACEHOLDER
from protocolkit.checking.references import check_appendices, check_references
from protocolkit.checking.wording_faults import faults_taken
from protocolkit.commands.output import speak
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels

_Lines = tuple[str, tuple[str, ...]]
Check = Callable[[Protocol], Iterable[Problem]]
# Told of a whole draft, not of a clause.
_ELSEWHERE = frozenset({"term-variants", "name-variants"})


def odd_lines(
    protocol: Protocol, sources: Iterable[Protocol], only: Container[str] | None = None
) -> _Lines:
    """Return the head and the items that tell what is odd in the wordings that were taken.

    With the reason for which the organisation among ``sources`` let it stand: nobody else did.
    ``only`` are the anchors that are looked at, by default all.
    """
    named = labels(protocol)
    reasons = _accepted(protocol, sources)
    told = {(found.code.name, found.anchor) for found in faults_taken(protocol)}
    kept = (found for found in check_protocol(protocol) if _key(found) in reasons.keys() - told)
    items = (
        " ".join(
            filter(
                None,
                (f"{named[found.anchor]}: {found.message(speak)}", reasons.get(_key(found), "")),
            )
        )
        for found in (*faults_taken(protocol), *check_names_perhaps(protocol), *kept)
        if only is None or found.anchor in only
    )
    head = speak("Odd in the wordings that were taken over. Look whether you want that too:")
    return head, tuple(dict.fromkeys(items))


def rest_lines(protocol: Protocol) -> _Lines:
    """Return the head and the items that tell what else ``check`` finds, whoever wrote it.

    Of a text that was taken over whole that is everything that its board did not let stand; of a
    draft who is named, and which references lead nowhere.
    """
    named = labels(protocol)
    checks: tuple[Check, ...] = (check_people, check_references, check_appendices)
    if is_adopted(protocol):
        checks = (check_protocol,)
    known = {(entry.code, entry.anchor) for entry in protocol.facts.accepted}
    odd = [
        found
        for check in checks
        for found in check(protocol)
        if found.anchor in named
        and found.code is not PLACEHOLDER
        and not {_key(found), (found.code.name, "")} & known
    ]
    order = list(named)
    odd.sort(key=lambda found: order.index(found.anchor))
    items = (f"{named[found.anchor]}: {found.message(speak)}" for found in odd)
    head = speak("Look at this too; 'protocol check' says what you can do:")
    return head, tuple(dict.fromkeys(items))


def _accepted(protocol: Protocol, sources: Iterable[Protocol]) -> dict[tuple[str, str], str]:
    """Return why its organisation let something odd stand, by code and anchor in the new text."""
    boards = {source.slug: source.facts for source in sources}
    found = {}
    for entry in protocol.facts.provenance:
        board = boards.get(entry.source.organisation)
        if board is None or not entry.anchor:
            continue
        for accepted in board.accepted:
            if accepted.anchor == entry.source.anchor and accepted.code not in _ELSEWHERE:
                text = speak(TAKEN_OVER).format(
                    board=board.organisation.name, reason=accepted.reason
                )
                found[accepted.code, entry.anchor] = text
    return found


def _key(found: Problem) -> tuple[str, str]:
    return found.code.name, found.anchor


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


def date_lines(protocol: Protocol, source: Protocol) -> _Lines:
    """Return the head and the items that tell which dates and versions of the source are left."""
    named = labels(protocol)
    head = speak("This is the date or version of the text that was taken over, not of yours:")
    found = dates_left(protocol, source)
    return head, tuple(f"{_place(left, named)}: ‘{left.words}’" for left in found)


def _place(left: Left, named: Mapping[str, str]) -> str:
    if left.heading:
        return speak("the heading ‘{title}’").format(title=left.heading)
    return named[left.anchor] if left.anchor else speak("the title")
