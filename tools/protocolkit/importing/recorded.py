"""A source and the record inside its file: whether there is one, and what kind of file it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from protocolkit.exchange.record import Made, text_to_record
from protocolkit.importing import codes
from protocolkit.importing.source import Notice, Source
from protocolkit.messages import mark
from protocolkit.model import Location, Protocol
from protocolkit.problems import ProtocolkitError, problem

_UNUSABLE = mark(
    "This program made the file, but what it keeps in it for itself is damaged or of another "
    "version. Only the text was read."
)


def with_record(source: Source, text: str | None, shows: Callable[[Protocol], bool]) -> Source:
    """Return a source with the record of its file; ``text`` is None when the file has none.

    ``shows`` tells whether what can be seen of the file is a protocol, no more and no less. A
    record that cannot be used is said and left out.
    """
    if text is None:
        return source
    record = text_to_record(text)
    if record is None:
        return replace(source, notices=(*source.notices, Notice(text=_UNUSABLE)))
    is_as_recorded = record.protocol is not None and shows(record.protocol)
    return replace(source, record=record, is_as_recorded=is_as_recorded)


def refuse_what_is_no_protocol(source: Source, location: Location) -> None:
    """Raise :class:`ProtocolkitError` for our files that are no protocol of an organisation.

    A comparison never is one; a template becomes one when somebody has chosen and filled in.
    """
    made = source.record.made if source.record else Made.PROTOCOL
    if made is Made.COMPARISON:
        raise ProtocolkitError(problem(codes.OWN_COMPARISON, location))
    if made is Made.TEMPLATE and source.is_as_recorded:
        raise ProtocolkitError(problem(codes.OWN_TEMPLATE, location))
