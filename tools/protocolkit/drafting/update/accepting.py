"""Taking over what an update offers: one clause exchanged, everything else as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import clause_mark, written_mark
from protocolkit.document.model import Clause, Footnote, Protocol, Section
from protocolkit.document.outline import (
    addressable,
    called_notes,
    clauses,
    placed_clauses,
    rich_texts,
    sections,
)
from protocolkit.document.place import Place
from protocolkit.document.richtext import note_labels
from protocolkit.document.tree import block_texts, map_parts
from protocolkit.drafting.new.adopting import filled_from_board
from protocolkit.drafting.new.draft import Part
from protocolkit.drafting.new.formulations import NoteBook, written_clause
from protocolkit.drafting.new.numbering import stands_alone
from protocolkit.drafting.new.provenance import note_provenance, provenance_of
from protocolkit.drafting.template.values import VERSION_LENGTH, Template
from protocolkit.drafting.update.against_board import board_values
from protocolkit.drafting.update.against_template import learned_values
from protocolkit.drafting.update.findings import ClauseUpdate, Finding

Parts = tuple[Clause | Section, ...]


def accept_from_template(protocol: Protocol, update: ClauseUpdate, template: Template) -> Protocol:
    """Return a protocol with the words that the template has now for one of its clauses."""
    if update.choice is None:
        return protocol
    book = NoteBook(note.label for note in protocol.notes)
    blocks, notes = written_clause(update.choice, learned_values(protocol, template), book)
    entries = protocol.facts.provenance
    topics = tuple(entry.topic for entry in entries if entry.anchor == update.anchor)
    version = template.version[:VERSION_LENGTH]
    clause = Clause(anchor=update.anchor, blocks=blocks, kind=update.choice.kind)
    part = Part(stem=update.anchor, topics=topics, choice=update.choice)
    made = (
        *provenance_of(part, update.anchor, clause, version),
        *(note_provenance(part, note, version) for note in notes),
    )
    parts = _exchanged(protocol.parts, clause)
    return _settled(protocol, parts, (*protocol.notes, *notes), update.anchor, made)


def accept_from_board(protocol: Protocol, update: ClauseUpdate, board: Protocol) -> Protocol:
    """Return a school's protocol with a clause as its board has it now, names filled in."""
    if update.given is None:
        return protocol
    if update.finding is Finding.MOVED:
        return _placed_anew(protocol, update, board)
    values = board_values(protocol, board)
    given = update.given
    made = replace(given, blocks=filled_from_board(given, values))
    own = {item.anchor for item in addressable(protocol)}
    parts, notes = protocol.parts, protocol.notes
    if isinstance(made, Footnote):
        notes = _with_note(notes, made)
    elif made.anchor in own:
        parts = _exchanged(parts, made)
    else:
        parts = _inserted(protocol, made, board)
    entries = [_board_entry(given, made, board)]
    labels = {note.label for note in notes}
    for note in called_notes(board):
        # a note that the board's clause calls and the school does not have yet comes along
        calls = isinstance(given, Clause) and note.label in _calls(given)
        if calls and note.label not in labels:
            fresh = replace(note, blocks=filled_from_board(note, values))
            notes = (*notes, fresh)
            entries.append(_board_entry(note, fresh, board))
    return _settled(protocol, parts, notes, made.anchor, entries)


def _placed_anew(protocol: Protocol, update: ClauseUpdate, board: Protocol) -> Protocol:
    """Return a school's protocol with a clause under the board's heading and number."""
    assert update.given is not None
    own = next(clause for clause in clauses(protocol) if clause.anchor == update.anchor)
    given = next(clause for clause in clauses(board) if clause.anchor == update.given.anchor)
    rest = replace(protocol, parts=_without(protocol.parts, own.anchor))
    return replace(protocol, parts=_inserted(rest, replace(own, marker=given.marker), board))


def _without(parts: Parts, anchor: str) -> Parts:
    return map_parts(parts, lambda clause: None if clause.anchor == anchor else clause)


def _board_entry(given: Clause | Footnote, made: Clause | Footnote, board: Protocol) -> Provenance:
    offered = clause_mark(given)
    return Provenance(
        anchor=made.anchor,
        topic="",
        choice=BOARD_WIDE,
        source=Place(board.slug, given.anchor),
        fingerprint=offered,
        written=written_mark(made) if clause_mark(made) != offered else "",
    )


def _settled(
    protocol: Protocol,
    parts: Parts,
    notes: Iterable[Footnote],
    anchor: str,
    entries: Iterable[Provenance],
) -> Protocol:
    """Put provenance in its place, and drop the notes that nobody calls any more."""
    whole = replace(protocol, parts=parts, notes=tuple(notes))
    called = {label for rich in rich_texts(whole) for label in note_labels(rich)}
    was = {label for rich in rich_texts(protocol) for label in note_labels(rich)}
    lost = [n for n in whole.notes if n.label in was - called]
    kept = tuple(note for note in whole.notes if note not in lost)
    made = list(entries)
    gone = {anchor, *(note.anchor for note in lost), *(entry.anchor for entry in made)}
    old = [(n, e) for n, e in enumerate(protocol.facts.provenance) if e.anchor not in gone]
    places = [n for n, e in enumerate(protocol.facts.provenance) if e.anchor == anchor]
    at = places[0] if places else len(protocol.facts.provenance)
    before = [entry for n, entry in old if n < at]
    after = [entry for n, entry in old if n >= at]
    facts = replace(
        protocol.facts,
        provenance=(*before, *made, *after),
        retired=(*protocol.facts.retired, *(note.anchor for note in lost)),
    )
    return replace(whole, notes=kept, facts=facts)


def _exchanged(parts: Parts, clause: Clause) -> Parts:
    """Return parts with other words under the same anchor; the number stays."""

    def exchange(old: Clause) -> Clause:
        if old.anchor != clause.anchor:
            return old
        marker = old.marker
        if not marker and not stands_alone(clause.blocks, clause.kind):
            marker = clause.marker or "•"
        return replace(clause, marker=marker, location=old.location)

    return map_parts(parts, exchange)


def _inserted(protocol: Protocol, clause: Clause, board: Protocol) -> Parts:
    """Return a school's parts with a clause where the board has it."""
    placed = next(p for p in placed_clauses(board) if p.clause.anchor == clause.anchor)
    siblings = placed.sections[-1].parts if placed.sections else board.parts
    before = []
    for part in siblings:
        if part.anchor == clause.anchor:
            break
        before.append(part.anchor)

    def insert(parts: Parts) -> Parts:
        anchors = [part.anchor for part in parts]
        known = [anchors.index(anchor) for anchor in before if anchor in anchors]
        at = known[-1] + 1 if known else 0
        return (*parts[:at], clause, *parts[at:])

    if not placed.sections:
        return insert(protocol.parts)
    home = placed.sections[-1]
    if home.anchor not in {section.anchor for section in sections(protocol)}:
        return (*protocol.parts, replace(home, parts=(clause,)))
    return _mapped(
        protocol.parts, home.anchor, lambda section: replace(section, parts=insert(section.parts))
    )


def _mapped(parts: Parts, anchor: str, change: Callable[[Section], Section]) -> Parts:
    def section(found: Section) -> Section:
        return change(found) if found.anchor == anchor else found

    return map_parts(parts, lambda clause: clause, section)


def _with_note(notes: tuple[Footnote, ...], note: Footnote) -> tuple[Footnote, ...]:
    if note.label not in {found.label for found in notes}:
        return (*notes, note)
    return tuple(note if found.label == note.label else found for found in notes)


def _calls(clause: Clause) -> frozenset[str]:
    return frozenset(label for rich in block_texts(clause.blocks) for label in note_labels(rich))
