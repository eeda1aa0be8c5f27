"""A formulation that boards have, as a choice that a school can take over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protocolkit.base.messages import Message
from protocolkit.comparison.judgements import Variant
from protocolkit.comparison.matrix import Row
from protocolkit.document.fingerprints import clause_fingerprint
from protocolkit.document.model import Kind
from protocolkit.document.outline import blocks_text
from protocolkit.document.place import Place
from protocolkit.drafting.template.placeholders import fill, fill_notes, fill_text
from protocolkit.drafting.template.ranking import counts, families_of
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.values import Choice, Holder
from protocolkit.text.words import tokens

UNBINDING = (Kind.GUIDANCE, Kind.REFERENCE)


def offer(
    variant: Variant,
    sources: Sources,
    *,
    row: Row | None = None,
    complete: int = 0,
    preferred: Place | None = None,
) -> Choice:
    """Return a variant as a choice, in the words of ``preferred`` when that is one of it.

    ``complete`` is how many documents are counted. The topic of ``row`` is its main topic until
    all topics are known.
    """
    place = preferred if preferred in variant.members else variant.representative
    item = sources.item(place)
    find = sources.find(place)
    filled = fill(item.blocks, find)
    notes, in_notes = fill_notes(sources.called_notes(place), find)
    equal = _verbatim(place, variant, sources)
    holders = tuple(
        _holder(held, sources, is_verbatim=held in equal)
        for held in _own_first(place, variant.members)
    )
    families = families_of(holders, sources.judgements.kinship)
    return Choice(
        id=sources.id_of(place),
        main_topic=row.topic.id if row else "",
        text=blocks_text(filled.blocks),
        blocks=filled.blocks,
        notes=notes,
        placeholders=(*filled.placeholders, *in_notes),
        kind=_kind(place, sources, row),
        origin=holders[0],
        holders=holders,
        families=families,
        reason=_reason(holders, families, complete),
        norm=sources.judgements.norm(row.topic.id if row else "", place),
        lead_in=fill_text(sources.by_slug[place.organisation].lead_ins.get(place.anchor, ""), find),
        is_proposed=not _is_decided(variant.members, row),
    )


def _reason(holders: Sequence[Holder], families: int, complete: int) -> Message:
    """Say how common a formulation is; sources that break off are not counted."""
    counted = {held.organisation for held in holders if held.is_complete}
    verbatim = {held.organisation for held in holders if held.is_complete and held.is_verbatim}
    return counts(len(counted), len(verbatim), families, complete)


def _kind(place: Place, sources: Sources, row: Row | None) -> Kind:
    """Return a clause's kind; a note that answers a question is what the question is about."""
    kind = sources.kind(place)
    if kind is not None:
        return kind
    return row.topic.kind if row else Kind.EXPLANATION


def _own_first(place: Place, members: Iterable[Place]) -> tuple[Place, ...]:
    return (place, *(other for other in members if other != place))


def _verbatim(place: Place, variant: Variant, sources: Sources) -> frozenset[Place]:
    """Return the clauses with the same words, names left out; another form is another word."""
    said = tokens(sources.neutral(place))
    return frozenset(held for held in variant.members if tokens(sources.neutral(held)) == said)


def _holder(place: Place, sources: Sources, *, is_verbatim: bool) -> Holder:
    source = sources.by_slug[place.organisation]
    facts = source.protocol.facts
    return Holder(
        place=place,
        name=facts.organisation.name,
        label=source.labels[place.anchor],
        url=sources.url(place),
        fingerprint=clause_fingerprint(sources.item(place)),
        is_verbatim=is_verbatim,
        is_complete=facts.source.complete,
        year=source.year,
        sector=facts.organisation.sector,
    )


def _is_decided(members: Iterable[Place], row: Row | None) -> bool:
    if row is None:
        return True
    wanted = frozenset(members)
    boards = {place.organisation for place in wanted}
    standings = {
        clause.place: clause.standing
        for cell in row.cells
        if cell.organisation in boards
        for clause in cell.clauses
        if clause.place in wanted
    }
    return any(standing.is_decided for standing in standings.values())
