"""A drafted protocol against the template that it came from: what changed there, and here.

Compares only; :mod:`protocolkit.drafting.update.accepting` changes a protocol, and only as asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from protocolkit.comparison.draft_answers import NOTE
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import is_as_written
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import addressable, blocks_text, clause_text
from protocolkit.document.place import Place
from protocolkit.drafting.new.answers import OWN
from protocolkit.drafting.new.filling import values_in
from protocolkit.drafting.new.formulations import (
    NoteBook,
    is_offered_as,
    offered_text,
    written_clause,
)
from protocolkit.drafting.template.values import Choice, Template, TemplateTopic
from protocolkit.drafting.update.findings import ClauseUpdate, EarlierWords, Finding, own_names


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
    return {**own_names(protocol), **values}


def offered_words(choice: Choice, values: Mapping[str, str]) -> str:
    """Return a choice's words with values filled in."""
    blocks, _ = written_clause(choice, values, NoteBook())
    return blocks_text(blocks)


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
        return update(_off_template(entry, item, ids_now))
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


def _off_template(
    entry: Provenance, item: Clause | Footnote | None, ids_now: Mapping[Place, str]
) -> Finding:
    """Return what became of what is not there, or is on no topic: a note that only refers."""
    if item is None:
        return Finding.REMOVED
    if not _still_stands(entry, ids_now):
        return Finding.GONE
    return Finding.SAME if is_as_written(item, entry) else Finding.KEPT


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
    return _still_stands(entry, ids_now)


def _still_stands(entry: Provenance, ids_now: Mapping[Place, str]) -> bool:
    return bool(entry.choice) and ids_now.get(entry.source) == entry.choice


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
