"""Recording that the board answered a council in writing: after an advice, or a refusal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.decisions.codes import NOTHING_TO_ANSWER
from protocolkit.decisions.days import ANSWERED, DECIDED, check_order, check_past, check_talk
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.approvals import ADVICES, Approval, Decision, Right, is_among
from protocolkit.document.decided_text import asked_of, latest, takes_place

ANSWER_GIVEN = "beantwoord"
"""What a person types for the decision: the board answered what the council decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAnswer:
    """When the board answered which council; days are ISO 8601, ``talked`` "" when not known."""

    body: str
    day: str
    section: str | None = None
    talked: str = ""


def answer(file: WorkingFile, given: BoardAnswer, today: str) -> tuple[Approval, ...]:
    """Record that the board answered in writing; return the entries.

    Raises :class:`ProtocolkitError` when there is nothing to answer, and for days that cannot be;
    then nothing is written.
    """
    check_past(given.day, ANSWERED, file.name, today)
    approvals = file.protocol.facts.approvals
    counting = _answered_now(latest(file.protocol), given)
    # When a text was put back, the advice on the other text is owed an answer as well.
    last = [
        entry
        for at, entry in enumerate(approvals)
        if not any(takes_place(later, entry) for later in approvals[at + 1 :])
    ]
    meant = counting or _answered_now(last, given)
    found, current = [], file
    for number, entry in enumerate(approvals):
        if not is_among(entry, meant):
            continue
        check_order(entry.date, DECIDED, given.day, ANSWERED, file.name)
        check_talk(given.talked, (entry.date, DECIDED), (given.day, ANSWERED), file.name, today)
        made = replace(entry, answered=given.day, talked=given.talked or entry.talked)
        current = current.with_changed(number, made)
        found.append(made)
    if not found:
        raise ProtocolkitError(problem(NOTHING_TO_ANSWER, Location(file.name), body=given.body))
    file.replace(current.text)
    return tuple(found)


def _answered_now(entries: Iterable[Approval], given: BoardAnswer) -> list[Approval]:
    """Return the entries that an answer is meant for, and that have none yet."""
    wanted = asked_of(Approval(body=given.body, section=given.section or "", right=Right.ADVICE))
    return [
        entry
        for entry in entries
        if asked_of(entry)[0] == wanted[0]
        and (given.section is None or asked_of(entry)[1] == wanted[1])
        and _is_open(entry)
    ]


def _is_open(entry: Approval) -> bool:
    is_to_answer = entry.decision in (*ADVICES, Decision.WITHHELD)
    return is_to_answer and not entry.answered
