"""Recording that a council decided before anything was kept here (eerder besloten).

What it decided nobody knows any more; that it did, about the text as it stands, is recorded.
"""

from __future__ import annotations

from dataclasses import replace

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.decisions.codes import ALREADY_DECIDED, NOT_DECIDED_EARLIER
from protocolkit.decisions.days import DECIDED as DECIDED_ON
from protocolkit.decisions.days import check_past
from protocolkit.decisions.deciding import Recorded, Ruling
from protocolkit.decisions.proofs import proof_of
from protocolkit.decisions.schools import schools_named, schools_then
from protocolkit.decisions.submitting import check_names, check_schools
from protocolkit.decisions.working_file import WorkingFile, free_name, kept_already, with_entry
from protocolkit.document.approval_lines import body_name
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.decided_text import asked_of
from protocolkit.document.facts import DECIDED
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.versions.frozen import keeping, version_target

_NAME = "eerder"


def record_earlier(file: WorkingFile, ruling: Ruling, today: str) -> Recorded:
    """Record that a council decided earlier about the text as it stands, and keep that text.

    Where it was kept already it is not kept once more. The day may be unknown. Raises
    :class:`ProtocolkitError` when the text does not hold, and when something is recorded of that
    council already; then nothing is written.
    """
    place = Location(file.name)
    if file.protocol.facts.status not in DECIDED:
        status = file.protocol.facts.status.value
        raise ProtocolkitError(problem(NOT_DECIDED_EARLIER, place, status=status))
    if ruling.day:
        check_past(ruling.day, DECIDED_ON, file.name, today)
    known = kept_already(file)
    name = known or free_name(file, f"{_NAME}-{today}")
    entry = Approval(
        body=ruling.body,
        right=ruling.right or Right.CONSENT,
        decision=Decision.EARLIER,
        section=ruling.section or "",
        date=ruling.day,
        fingerprint=protocol_fingerprint(file.protocol),
        version=name,
        proof=proof_of(ruling.proof, file.root),
        schools=schools_named(file, ruling.schools),
    )
    entry = replace(entry, schools=schools_then(file.protocol.facts, entry))
    check_names(file, entry)
    check_schools(file, entry)
    for one in file.protocol.facts.approvals:
        if asked_of(one) == asked_of(entry):
            values = {"body": body_name(one), "decision": one.decision.value}
            raise ProtocolkitError(problem(ALREADY_DECIDED, place, date=one.date or "–", **values))
    text = with_entry(file, entry)
    kept = () if known else keeping(file.root, file.path, name, today, text).changes
    file.replace(text, kept)
    version = version_target(file.root, file.path, name)
    return Recorded(entry=entry, version=version, is_on_this_text=True)
