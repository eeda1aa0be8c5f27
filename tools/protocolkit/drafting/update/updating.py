"""A drafted protocol against what it came from: what changed there, what was changed here.

Compares only; :mod:`protocolkit.drafting.update.accepting` changes a protocol, and only as asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.comparison.draft_answers import NOTE
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import OrganisationKind, Provenance
from protocolkit.document.fingerprints import has_fingerprint, is_as_written
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import PlacedClause, addressable, clause_text, placed_clauses
from protocolkit.document.place import Place
from protocolkit.document.richtext import plain
from protocolkit.drafting.new.adopting import fields_in, filled_from_board
from protocolkit.drafting.new.answers import OWN
from protocolkit.drafting.new.filling import values_in
from protocolkit.drafting.new.formulations import (
    NoteBook,
    is_offered_as,
    offered_text,
    written_clause,
)
from protocolkit.drafting.template.values import Choice, Placeholder, Template, TemplateTopic

EarlierWords = Callable[[Provenance], str]
"""Gives the words of a source as they were when they were taken, or ``""`` when unknown."""


class Finding(Enum):
    """What became of one clause, or of one topic."""

    SAME = "same"
    OFFERED = "offered"
    MOVED = "moved"
    BOTH = "both"
    KEPT = "kept"
    DEVIATES = "deviates"
    NEW = "new"
    GONE = "gone"
    OPEN = "open"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseUpdate:
    """One clause and what happened to it.

    ``anchor`` is the clause's here, for what is new the topic's or the board's. ``present`` are
    the words here, ``offered`` those that can be taken over, values filled in; ``earlier`` those
    of the source when they were taken, where they can be found. ``choice`` or ``given`` is what
    is taken over; ``choices`` are what can be chosen where nobody chose yet.
    """

    finding: Finding
    anchor: str
    topic: str = ""
    question: str = ""
    present: str = ""
    offered: str = ""
    earlier: str = ""
    choice: Choice | None = None
    given: Clause | Footnote | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def can_be_accepted(self) -> bool:
        """Whether there is something to take over."""
        return self.choice is not None or self.given is not None


def compare_with_template(
    protocol: Protocol,
    template: Template,
    ids_now: Mapping[Place, str],
    earlier: EarlierWords,
) -> tuple[ClauseUpdate, ...]:
    """Compare a protocol with the template as it is now, clause by clause.

    ``ids_now`` gives for each clause of a board the id of its words.
    """
    values = learned_values(protocol, template)
    own = {item.anchor: item for item in addressable(protocol)}
    entries = [e for e in protocol.facts.provenance if e.choice not in (NOTE, BOARD_WIDE)]
    found = []
    for entry in {e.anchor: e for e in reversed(entries) if e.anchor and e.topic}.values():
        topic = template.topic(entry.topic)
        item = own.get(entry.anchor)
        found.append(_of_template(entry, item, topic, ids_now, values, earlier))
    order = {anchor: number for number, anchor in enumerate(own)}
    found.sort(key=lambda update: order.get(update.anchor, len(order)))
    known = {entry.topic for entry in entries}
    return (*found, *_new_topics(template, known, values))


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


def learned_values(protocol: Protocol, template: Template) -> dict[str, str]:
    """Return what fills placeholders in a protocol, as its own clauses show, by key."""
    own = {item.anchor: item for item in addressable(protocol)}
    values: dict[str, str] = {}
    for entry in protocol.facts.provenance:
        topic, item = template.topic(entry.topic), own.get(entry.anchor)
        choice = topic.choice(entry.choice) if topic else None
        if choice is not None and item is not None:
            offered = offered_text(choice)
            said = values_in(clause_text(item), offered, choice.placeholders) or {}
            values = {**said, **values}
    return {**_own_names(protocol), **values}


def board_values(protocol: Protocol, board: Protocol) -> dict[str, str]:
    """Return what a school filled in where the board left something open, by key."""
    own = {item.anchor: item for item in addressable(protocol)}
    values: dict[str, str] = {}
    for item in addressable(board):
        if item.anchor in own:
            found = values_in(clause_text(own[item.anchor]), clause_text(item), fields_in(item))
            for key, value in (found or {}).items():
                values.setdefault(key, value)
    return {**_own_names(protocol), **values}


def offered_words(choice: Choice, values: Mapping[str, str]) -> str:
    """Return a choice's words with values filled in."""
    blocks, _ = written_clause(choice, values, NoteBook())
    return clause_text(Footnote(label="", blocks=blocks))


def _of_template(
    entry: Provenance,
    item: Clause | Footnote | None,
    topic: TemplateTopic | None,
    ids_now: Mapping[Place, str],
    values: Mapping[str, str],
    earlier: EarlierWords,
) -> ClauseUpdate:
    question = topic.question if topic else ""
    present = clause_text(item) if item is not None else ""

    def update(finding: Finding, choice: Choice | None = None) -> ClauseUpdate:
        return ClauseUpdate(
            finding=finding,
            anchor=entry.anchor,
            topic=entry.topic,
            question=question,
            present=present,
            offered=offered_words(choice, values) if choice else "",
            earlier=earlier(entry) if choice else "",
            choice=choice,
            choices=topic.choices if topic and finding is Finding.OPEN else (),
        )

    if item is None or topic is None:
        return update(Finding.GONE if item is not None else Finding.REMOVED)
    is_edited = _is_edited(item, entry, topic)
    if entry.choice in ("", OWN):
        return update(Finding.KEPT if entry.choice or is_edited else Finding.OPEN)
    if _is_unchanged(entry, topic, ids_now):
        return update(Finding.KEPT if is_edited else Finding.SAME)
    choice = _successor(entry, topic)
    if choice is None:
        return update(Finding.GONE)
    if offered_words(choice, values).split() == present.split():
        return update(Finding.SAME)
    return update(Finding.BOTH if is_edited else Finding.OFFERED, choice)


def _is_edited(item: Clause | Footnote, entry: Provenance, topic: TemplateTopic) -> bool:
    """Tell whether words were changed here; filling in a blank is no change."""
    if is_as_written(item, entry):
        return False
    choice = topic.choice(entry.choice)
    if choice is None:
        return True
    return values_in(clause_text(item), offered_text(choice), choice.placeholders) is None


def _is_unchanged(entry: Provenance, topic: TemplateTopic, ids_now: Mapping[Place, str]) -> bool:
    """Tell whether what was taken still stands: in the template, or at the board itself."""
    choice = topic.choice(entry.choice)
    if choice is not None:
        return not choice.notes or is_offered_as(choice, entry.fingerprint)
    return ids_now.get(entry.source) == entry.choice


def _successor(entry: Provenance, topic: TemplateTopic) -> Choice | None:
    """Return what the template offers instead: the same board's clause, else the recommended."""
    for choice in topic.choices:
        if entry.source in {holder.place for holder in choice.holders}:
            return choice
    return topic.choice(entry.choice) or topic.recommended


def _new_topics(
    template: Template, known: Iterable[str], values: Mapping[str, str]
) -> Iterator[ClauseUpdate]:
    seen = frozenset(known)
    for topic in template.topics:
        if topic.id not in seen:
            first = topic.recommended
            yield ClauseUpdate(
                finding=Finding.NEW,
                anchor=topic.id,
                topic=topic.id,
                question=topic.question,
                offered=offered_words(first, values) if first else "",
                choice=first,
                choices=topic.choices,
            )


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


_Places = Mapping[str, tuple[str, str, str]]


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


def _heading(placed: PlacedClause) -> str:
    if not placed.sections:
        return ""
    section = placed.sections[-1]
    return f"{section.marker} {plain(section.title)},".strip()


def _moved(
    found: ClauseUpdate, given: Mapping[str, Clause | Footnote], here: _Places, there: _Places
) -> ClauseUpdate:
    """Return what was found; of equal words also whether their number and heading are equal."""
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
    return clause_text(Footnote(label="", blocks=filled_from_board(given, values)))


def _own_names(protocol: Protocol) -> dict[str, str]:
    """Return what an organisation's own facts fill in."""
    organisation = protocol.facts.organisation
    is_school = organisation.kind is OrganisationKind.SCHOOL
    schools = protocol.facts.applies_to
    one_school = schools[0] if len(schools) == 1 else ""
    names = {
        "bestuur": organisation.parent if is_school else organisation.name,
        "school": organisation.name if is_school else one_school,
    }
    return {key: name for key, name in names.items() if name}
