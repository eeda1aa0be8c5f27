"""Oddities that a person has seen and accepted in the file itself, each with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, error, problem, warning
from protocolkit.document.model import Protocol

ACCEPTANCE_UNUSED = warning(
    "acceptance-unused",
    "Something is accepted that is not there",
    "'{name}' is accepted for '{place}', but is not found there any more.",
    "Remove this entry under 'accepted'.",
)
ACCEPTANCE_REASON = error(
    "acceptance-reason",
    "Something is accepted without a reason",
    "'{name}' is accepted without a reason.",
    "Add 'reason:' and say why the text stays as it is.",
)


def without_accepted(protocol: Protocol, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of one protocol that nobody accepted, then what is odd in accepting.

    An acceptance without anchor holds for the whole file.
    """
    accepted = protocol.facts.accepted
    used: set[int] = set()
    for found in problems:
        matching = [
            number
            for number, entry in enumerate(accepted)
            if entry.code == found.code.name and entry.anchor in ("", found.anchor)
        ]
        used.update(matching)
        if not matching:
            yield found
    for number, entry in enumerate(accepted):
        location = Location(protocol.location.path, entry.line)
        if number not in used:
            place = entry.anchor or protocol.slug
            yield problem(ACCEPTANCE_UNUSED, location, name=entry.code, place=place)
        if not entry.reason:
            yield problem(ACCEPTANCE_REASON, location, name=entry.code)
