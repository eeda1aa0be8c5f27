"""The record inside a file of ours: what it says, and whether the file shows all of that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.messages import Message, mark, message
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.facts import Facts
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record, RecordKind, text_to_record
from protocolkit.importing.own_files.printed import shows_in_pdf, shows_in_word, turned_in_pdf
from protocolkit.importing.own_files.shown_facts import ShownFacts, cover_facts, shown_facts
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Carried, Source

UNUSABLE = mark(
    "This program made the file, but what it keeps in it for itself is damaged or of another "
    "version. Only the text was read."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRecord:
    """The record of a file; ``is_shown`` says that the file shows its protocol, no more, no less.

    ``turned`` are words of it whose letters a PDF shows in the order of drawing alone.
    Without a record the file is not ours, or its record cannot be used, which ``notices`` say.
    ``facts`` are those of the record, held beside what the file shows; ``cover`` are those of the
    cover alone, where there is no protocol in the record.
    """

    record: Record | None = None
    is_shown: bool = False
    turned: tuple[str, ...] = ()
    facts: ShownFacts | None = None
    cover: Facts | None = None
    notices: tuple[Message, ...] = ()

    @property
    def protocol(self) -> Protocol | None:
        """The protocol that the file was made of."""
        return self.record.protocol if self.record else None

    def with_facts(self, *, is_whole: bool) -> OwnRecord:
        """Return the record with the facts that the file shows; ``is_whole`` adds the others."""
        if self.record is None or self.record.protocol is None or self.facts is None:
            return self
        facts = self.facts.whole if is_whole else self.facts.shown
        protocol = replace(self.record.protocol, facts=facts)
        return replace(self, record=replace(self.record, protocol=protocol))


def read_record(source: Source) -> OwnRecord:
    """Read the record that the file of a source carries, and hold it beside what the file shows."""
    if source.carried is None:
        return OwnRecord()
    carried = source.carried
    record = None if carried.record is None else text_to_record(carried.record)
    if record is None or record.protocol is None:
        is_unusable = record is None and carried.record is not None
        return OwnRecord(
            record=record,
            cover=cover_facts(carried.front, source.text),
            notices=(message(UNUSABLE),) if is_unusable else (),
        )
    is_shown = _shows(source, carried, record.protocol)
    turned: tuple[str, ...] = ()
    if source.is_laid_out and not is_shown:
        turned = turned_in_pdf(record.protocol, carried.pages, carried.addresses)
    return OwnRecord(
        record=record,
        is_shown=is_shown or bool(turned),
        turned=turned,
        facts=shown_facts(record.protocol, carried.front, source.text),
    )


def refuse_what_is_no_protocol(own: OwnRecord, location: Location) -> None:
    """Raise :class:`ProtocolkitError` for our files that are no protocol of an organisation.

    A comparison never is one; a template becomes one when somebody has chosen and filled in. Of a
    file from a newer protocolkit nobody here knows what it is.
    """
    if own.record is not None and own.record.newer is not None:
        raise ProtocolkitError(replace(own.record.newer, location=location))
    made = own.record.made if own.record else RecordKind.PROTOCOL
    if made is RecordKind.COMPARISON:
        raise ProtocolkitError(problem(codes.OWN_COMPARISON, location))
    if made is RecordKind.LEAFLET:
        raise ProtocolkitError(problem(codes.OWN_LEAFLET, location))
    if made is RecordKind.TEMPLATE and own.is_shown:
        raise ProtocolkitError(problem(codes.OWN_TEMPLATE, location))


def _shows(source: Source, carried: Carried, protocol: Protocol) -> bool:
    if source.is_laid_out:
        return shows_in_pdf(protocol, carried.pages, carried.addresses)
    return shows_in_word(protocol, source.text, source.lines, source.marks)
