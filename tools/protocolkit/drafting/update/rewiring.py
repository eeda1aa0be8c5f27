"""References between clauses of a draft, made right after clauses came or went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import is_as_written, written_mark
from protocolkit.document.model import Block, Clause, Footnote, Protocol
from protocolkit.document.outline import addressable, clause_text, placed_clauses
from protocolkit.document.place import Place
from protocolkit.document.richtext import note_labels
from protocolkit.document.tree import block_texts, map_parts
from protocolkit.drafting.new.filling import filled, values_in
from protocolkit.drafting.new.formulations import offered_blocks, offered_text
from protocolkit.drafting.template.values import Choice, Placeholder
from protocolkit.text.marker_ends import without_end

_Item = Clause | Footnote


def rewired(protocol: Protocol, choices: Mapping[str, Choice]) -> Protocol:
    """Return a draft in which each reference has the number that its clause has here now.

    ``choices`` are the wordings that its clauses may have, by id. A blank for a clause that is
    there is filled in; a number in words that somebody changed stays as it is.
    """
    entries = {e.anchor: e for e in reversed(protocol.facts.provenance) if e.choice in choices}
    numbers = _numbers(protocol, entries, choices)
    made: dict[str, _Item] = {}
    for item in addressable(protocol):
        entry = entries.get(item.anchor)
        if entry is not None:
            blocks = _blocks(item, choices[entry.choice], numbers)
            if blocks != item.blocks:
                made[item.anchor] = replace(item, blocks=blocks)
    own = {item.anchor: item for item in addressable(protocol)}

    def clause(old: Clause) -> Clause:
        found = made.get(old.anchor)
        return found if isinstance(found, Clause) else old

    def note(old: Footnote) -> Footnote:
        found = made.get(old.anchor)
        return found if isinstance(found, Footnote) else old

    facts = replace(
        protocol.facts,
        provenance=tuple(_marked(e, own, made) for e in protocol.facts.provenance),
    )
    return replace(
        protocol,
        facts=facts,
        parts=map_parts(protocol.parts, clause),
        notes=tuple(map(note, protocol.notes)),
    )


def _numbers(
    protocol: Protocol, entries: Mapping[str, Provenance], choices: Mapping[str, Choice]
) -> dict[Place, str]:
    """Return how each clause is cited here, by every place where its words stand."""
    found: dict[Place, str] = {}
    for placed in placed_clauses(protocol):
        entry = entries.get(placed.clause.anchor)
        if entry is None or not placed.sections or not placed.clause.marker:
            continue
        own = without_end(placed.clause.marker)
        cited = f"artikel {without_end(placed.sections[0].marker)}.{own}"
        for place in (entry.source, *(one.place for one in choices[entry.choice].holders)):
            found.setdefault(place, cited)
    return found


def _blocks(item: _Item, choice: Choice, numbers: Mapping[Place, str]) -> tuple[Block, ...]:
    """Return the blocks of a clause with its references as they are now."""
    led = {p.key: numbers[p.target] for p in choice.placeholders if p.target in numbers}
    if not led:
        return item.blocks
    said = values_in(clause_text(item), offered_text(choice), choice.placeholders)
    if said is None or all(said.get(key, "") in ("", number) for key, number in led.items()):
        return filled(item.blocks, choice.placeholders, partial(_value, led), {})
    called = [label for rich in block_texts(item.blocks) for label in note_labels(rich)]
    labels = dict(zip((note.label for note in choice.notes), called, strict=False))
    values = {**said, **led}
    return filled(offered_blocks(choice), choice.placeholders, partial(_value, values), labels)


def _value(values: Mapping[str, str], placeholder: Placeholder) -> str:
    return values.get(placeholder.key, "")


def _marked(entry: Provenance, own: Mapping[str, _Item], made: Mapping[str, _Item]) -> Provenance:
    """Return provenance that knows the new number as what was written here."""
    fresh = made.get(entry.anchor)
    if fresh is None or not is_as_written(own[entry.anchor], entry):
        return entry
    return replace(entry, written=written_mark(fresh))
