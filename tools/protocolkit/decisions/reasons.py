"""The reason for which a record is put right: it is there, and names nobody."""

from __future__ import annotations

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.text.person_names import person_names

REASON_MISSING = error(
    "reason-missing",
    "A record would be put right without a reason",
    "why this record is put right was not said.",
    "Type it with --reason, such as 'verkeerde dag getypt'. Name no persons: this stays in the "
    "file.",
)
REASON_NAMES = error(
    "reason-names",
    "A reason names a person",
    "'{words}' in the reason looks like the name of a person; a reason stays in the file.",
    "Type the reason without that name, such as 'verkeerde dag getypt'.",
)


def check_reason(reason: str, place: Location) -> None:
    """Raise :class:`ProtocolkitError` when no reason was typed, or one that names a person."""
    if not reason.strip():
        raise ProtocolkitError(problem(REASON_MISSING, place))
    if names := person_names(reason):
        raise ProtocolkitError(problem(REASON_NAMES, place, words=names[0]))
