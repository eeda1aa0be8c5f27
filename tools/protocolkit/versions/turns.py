"""On which days, and at which schools, the texts of a protocol hold by what was adopted.

Which adoption counts on a day :mod:`~protocolkit.document.begins` says; here that is told of texts,
each known by its words. Nothing here asks what day it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from protocolkit.document.adoptions import AdoptionState, adoption_state
from protocolkit.document.approvals import Approval
from protocolkit.document.begins import courses
from protocolkit.document.facts import Status
from protocolkit.document.model import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """That a text holds from a day on, and at which schools: ``()`` is everywhere, None nowhere."""

    since: str
    schools: tuple[str, ...] | None


def turns_of(
    record: Protocol, words_of: Callable[[Approval], Iterable[str]]
) -> Mapping[str, tuple[Turn, ...]]:
    """Return the turns of each text that holds by an adoption, by its words.

    ``record`` is the protocol at whose top it stands what was adopted; one that is over as a whole
    holds nowhere. ``words_of`` gives the words of the text that holds by an adoption.
    """
    found: dict[str, list[Turn]] = {}
    for day, held in courses(record.facts) if _goes_on(record) else ():
        at: dict[str, tuple[str, ...]] = {}
        for one in held:
            for words in words_of(one.adoption):
                at[words] = (*at.get(words, ()), *one.schools)
        for words in {*found, *at}:
            turns, schools = found.setdefault(words, []), at.get(words)
            if (turns[-1].schools if turns else None) != schools:
                turns.append(Turn(since=day, schools=schools))
    return {words: tuple(turns) for words, turns in found.items()}


def _goes_on(record: Protocol) -> bool:
    status = record.facts.status
    is_replaced = status is Status.REPLACED and adoption_state(record) is not AdoptionState.REPLACED
    return status is not Status.WITHDRAWN and not is_replaced
