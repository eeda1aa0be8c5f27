"""What is odd in a kept text that holds, while another text of its protocol lies beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.checking.decided_text import (
    ADOPTED_OTHER_TEXT,
    HOLDS_IN_WAIT,
    check_decided_text,
)
from protocolkit.checking.decisions import (
    ADOPTED_BEFORE_ANSWER,
    ADOPTED_BEFORE_CONSENT,
    STATUS_BEFORE_DECISION,
    check_decisions,
)
from protocolkit.document.agreed_schools import is_about_adopted
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Decision
from protocolkit.document.decided_text import latest
from protocolkit.document.model import Protocol
from protocolkit.versions.texts_in_force import TextInForce, texts_in_force

ADOPTED_REFUSED = warning(
    "adopted-refused",
    "A text holds to which a council did not consent",
    "{body} did not consent to the text that holds ({version}).",
    "Look in 'protocol status' what was decided. Did {body} consent after all? Record that.",
)
_STAYS = (
    ADOPTED_OTHER_TEXT,
    ADOPTED_BEFORE_ANSWER,
    ADOPTED_BEFORE_CONSENT,
    HOLDS_IN_WAIT,
)


def check_text_in_force(
    protocol: Protocol, root: Path, known: Collection[Problem]
) -> Iterator[Problem]:
    """Yield what is odd in how each text that holds was decided on, while another lies beside it.

    It is told of the protocol itself, unless that is ``known`` already.
    """
    told = list(known)
    for one in texts_in_force(protocol, root):
        every = (*check_decisions(one.protocol), *check_decided_text(one.protocol))
        kept = (found for found in every if found.code in _STAYS)
        for found in (*kept, *_refused(one, protocol, told)):
            here = replace(found, location=protocol.location)
            if here not in told:
                told.append(here)
                yield here


def _refused(one: TextInForce, protocol: Protocol, known: Collection[Problem]) -> Iterator[Problem]:
    """Yield each council that refused a text that holds, unless the file's own status says it."""
    for entry in latest(one.protocol):
        if entry.decision is not Decision.WITHHELD or not is_about_adopted(entry, one.protocol):
            continue
        values = {"body": body_name(entry), "decision": entry.decision.value}
        status = protocol.facts.status.value
        said = problem(STATUS_BEFORE_DECISION, protocol.location, status=status, **values)
        if said not in known:
            body = body_name(entry)
            yield problem(ADOPTED_REFUSED, protocol.location, body=body, version=one.version)
