"""A dossier is of the text that the councils have before them, so that it has one check code."""

from __future__ import annotations

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.document.approval_lines import body_name, print_date
from protocolkit.document.approvals import Right
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.still_awaited import awaited
from protocolkit.exchange.reaction_columns import FORM_CODE

DOSSIER_CHANGED = error(
    "dossier-changed",
    "A text was changed after it was submitted, and a dossier would hold both codes",
    "the text has the code {own}; what was {sent} {body} on {day} has the code {theirs}.",
    "Submit the text again (protocol submit), or put the text of version {version} back.",
)
_SUBMITTED, _PROPOSED = mark("submitted to"), mark("proposed by")


def code_line(protocol: Protocol, translate: Translate) -> str:
    """Return the line by which every paper of a dossier says which text it is about."""
    return translate(FORM_CODE).format(code=check_code(protocol_fingerprint(protocol)))


def check_submitted(protocol: Protocol, name: str) -> None:
    """Raise :class:`ProtocolkitError` when a council that has not answered has another text.

    An entry without a check code says nothing about a text, and is let through.
    """
    for entry in awaited(protocol):
        if entry.fingerprint and not is_on_this_text(entry, protocol):
            values = {
                "sent": _PROPOSED if entry.right is Right.PROPOSAL else _SUBMITTED,
                "own": check_code(protocol_fingerprint(protocol)),
                "body": body_name(entry),
                "day": print_date(entry.sent),
                "theirs": check_code(entry.fingerprint),
                "version": entry.version or "–",
            }
            raise ProtocolkitError(problem(DOSSIER_CHANGED, Location(name), **values))
