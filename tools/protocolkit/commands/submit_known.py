"""What ``protocol submit`` says of a council that it does not know, or that has no right."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.collection import read_collection
from protocolkit.commands.output import quoted, say, speak, to_type
from protocolkit.commands.questions import confirmed
from protocolkit.decisions.known_councils import (
    COUNCIL_NEAR,
    as_known,
    is_new,
    known_councils_of,
    nearly,
)
from protocolkit.decisions.list_rows import refuse_wrong
from protocolkit.decisions.submitting import Request
from protocolkit.decisions.working_file import WorkingFile
from protocolkit.document.approvals import Right
from protocolkit.document.bodies import is_without_right
from protocolkit.document.school_notices import shortened


def settled(
    requests: Sequence[Request], known: Sequence[str], file: WorkingFile, *, is_sure: bool
) -> tuple[Request, ...]:
    """Return what is asked of whom, after a name that is nearly a known one was asked about.

    A council that is known keeps the spelling that is recorded.

    Raises :class:`ProtocolkitError` for such a name when nobody can be asked.
    """
    found, wrong = [], []
    for typed in requests:
        request = replace(typed, body=as_known(typed.body, known))
        near = "" if is_sure else nearly(request.body, known, file.protocol.facts)
        if near and request.place == NOWHERE and sys.stdin.isatty():
            text = speak("Of '{body}' nothing is recorded here yet. Did you mean '{near}'?")
            if confirmed(text.format(body=request.body, near=near)):
                request = replace(request, body=near)
        elif near:
            place = Location(file.name) if request.place == NOWHERE else request.place
            values = {"body": request.body, "near": near}
            wrong.append(ProtocolkitError(problem(COUNCIL_NEAR, place, **values)))
        found.append(request)
    refuse_wrong(wrong, requests[0].place.path)
    return tuple(found)


def known_to(file: WorkingFile) -> tuple[str, ...]:
    """Return the councils that the organisation of a file asked before."""
    return known_councils_of(file.protocol.facts, read_collection(file.root).protocols)


def tell_unknown(requests: Sequence[Request], known: Sequence[str], file: WorkingFile) -> None:
    """Say which councils are new here, and which bodies have no right by their name."""
    facts = file.protocol.facts
    new = dict.fromkeys(one.body for one in requests if is_new(one.body, known, facts))
    if new:
        text = speak(
            "New here: {new}. Known were: {known}. Is a name wrong? Put it right with: {command}"
        )
        first = next(iter(new)) if len(new) == 1 else "…"
        words = quoted(["correct", file.name, "--body", first])
        command = to_type(f"{words} --new-body … --reason …")
        said, before = (shortened(names, speak) for names in (list(new), known))
        say(text.format(new=said, known=before, command=command))
    asked = (one for one in requests if one.right is not Right.INFORMATION)
    for body in dict.fromkeys(one.body for one in asked if is_without_right(one.body)):
        text = speak(
            "By its name '{body}' is no council of the law on participation (MR, GMR, deelraad, "
            "groeps-MR, themaraad), and these rights are those of such a council or a section of "
            "it. Is it meant for the parents in the MR? Then submit it to the MR with --section "
            "ouders. Is only something told? Then --right 'ter kennisneming'. Has it this right by "
            "rules of its own? Then name these with --ground."
        )
        say(text.format(body=body))
