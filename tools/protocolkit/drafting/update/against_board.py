"""A protocol that a school took over, against its board's protocol as it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import has_fingerprint, is_as_written
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import (
    PlacedClause,
    addressable,
    blocks_text,
    clause_text,
    placed_clauses,
)
from protocolkit.document.richtext import plain
from protocolkit.drafting.new.adopting import fields_in, filled_from_board
from protocolkit.drafting.new.filling import values_in
from protocolkit.drafting.template.values import Placeholder
from protocolkit.drafting.update.findings import ClauseUpdate, EarlierWords, Finding, own_names

_Places = Mapping[str, tuple[str, str, str]]


def compare_with_board(
    protocol: Protocol, board: Protocol, earlier: EarlierWords
) -> tuple[ClauseUpdate, ...]:
    """Compare a school's protocol with the present text of the board's that it adopted."""
    given = {item.anchor: item for item in addressable(board)}
    own = {item.anchor: item for item in addressable(protocol)}
    here, there = _places(protocol), _places(board)
    entries = [
        entry
        for entry in protocol.facts.provenance
        if entry.choice == BOARD_WIDE
        and entry.source.is_clause
        and entry.source.organisation == board.slug
    ]
    values = board_values(protocol, board)
    found = [
        _moved(found, given, here, there)
        for entry in entries
        for found in (
            _of_board(
                entry, own.get(entry.anchor), given.get(entry.source.anchor), values, earlier
            ),
        )
    ]
    known = {entry.source.anchor for entry in entries}
    fresh = (item for anchor, item in given.items() if anchor not in known)
    return (*found, *(_new_in_board(item, values) for item in fresh))


def board_values(protocol: Protocol, board: Protocol) -> dict[str, str]:
    """Return what a school filled in where the board left something open, by key."""
    own = {item.anchor: item for item in addressable(protocol)}
    values: dict[str, str] = {}
    for item in addressable(board):
        if item.anchor in own:
            found = values_in(clause_text(own[item.anchor]), clause_text(item), fields_in(item))
            for key, value in (found or {}).items():
                values.setdefault(key, value)
    return {**own_names(protocol), **values}


def _of_board(
    entry: Provenance,
    item: Clause | Footnote | None,
    given: Clause | Footnote | None,
    values: Mapping[str, str],
    earlier: EarlierWords,
) -> ClauseUpdate:
    offered = _given_words(given, values) if given else ""

    def update(finding: Finding, *, is_offered: bool = False) -> ClauseUpdate:
        return ClauseUpdate(
            finding=finding,
            anchor=entry.anchor,
            present=clause_text(item) if item else "",
            offered=offered if is_offered else "",
            earlier=earlier(entry) if is_offered else "",
            given=given if is_offered else None,
        )

    if given is None:
        return update(Finding.GONE)
    if item is None:
        return update(Finding.REMOVED, is_offered=True)
    is_edited = not is_as_written(item, entry)
    if is_edited and _fills(item, given):
        is_edited = False
    if has_fingerprint(given, entry.fingerprint):
        return update(Finding.DEVIATES, is_offered=True) if is_edited else update(Finding.SAME)
    return update(Finding.BOTH if is_edited else Finding.OFFERED, is_offered=True)


def _heading(placed: PlacedClause) -> str:
    if not placed.sections:
        return ""
    section = placed.sections[-1]
    return f"{section.marker} {plain(section.title)},".strip()


def _moved(
    found: ClauseUpdate, given: Mapping[str, Clause | Footnote], here: _Places, there: _Places
) -> ClauseUpdate:
    """Return what was found; for equal words also whether number and heading are equal."""
    own, now = here.get(found.anchor), there.get(found.anchor)
    if found.finding is not Finding.SAME or own is None or now is None or own[:2] == now[:2]:
        return found
    return replace(
        found, finding=Finding.MOVED, present=own[2], offered=now[2], given=given[found.anchor]
    )


def _new_in_board(given: Clause | Footnote, values: Mapping[str, str]) -> ClauseUpdate:
    return ClauseUpdate(
        finding=Finding.NEW,
        anchor=given.anchor,
        offered=_given_words(given, values),
        given=given,
    )


def _fills(item: Clause | Footnote, given: Clause | Footnote) -> bool:
    fields: Sequence[Placeholder] = fields_in(given)
    return values_in(clause_text(item), clause_text(given), fields) is not None


def _given_words(given: Clause | Footnote, values: Mapping[str, str]) -> str:
    return blocks_text(filled_from_board(given, values))


def _places(protocol: Protocol) -> _Places:
    """Return for each clause its heading's anchor, its marker, and both as people read them."""
    return {
        placed.clause.anchor: (
            placed.sections[-1].anchor if placed.sections else "",
            placed.clause.marker,
            " ".join([_heading(placed), placed.clause.marker]).strip(),
        )
        for placed in placed_clauses(protocol)
    }
