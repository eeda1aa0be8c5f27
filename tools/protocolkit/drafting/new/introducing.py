"""Explanations that answer no question: those that introduce a document introduce the draft too.

They never stand among articles: what introduces comes before these, the rest after them. Knows
clauses to be and where they stood; no word is changed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from protocolkit.base.messages import Translate, mark
from protocolkit.document.model import Clause, Kind, Protocol
from protocolkit.document.outline import placed_clauses
from protocolkit.document.place import Place
from protocolkit.drafting.new.draft import Part, PartGroup

INTRODUCTION = mark("Introduction")
_ANCHOR = "deel-vooraf"


def introducing(protocol: Protocol) -> Iterator[Place]:
    """Yield the explanations before the first heading of a document, or under one without rules."""
    placed = tuple(placed_clauses(protocol))
    ruled = {p.sections[0].anchor for p in placed if p.sections and _is_rule(p.clause)}
    for found in placed:
        if found.sections and found.sections[0].anchor in ruled:
            return
        if found.clause.kind is Kind.EXPLANATION:
            yield Place(protocol.slug, found.clause.anchor)


def introduced(
    groups: Iterable[PartGroup], places: Container[Place], translate: Translate
) -> tuple[PartGroup, ...]:
    """Return groups with what introduces before all else; ``places`` are those of such clauses.

    They join the first chapter if that begins with explanations, else they become one.
    """
    whole = tuple(groups)
    moved = [part for group in whole for part in group.parts if _introduces(part, places)]
    if not moved:
        return whole
    kept = [group for group in (_without(one, moved) for one in whole) if group.parts]
    if kept and any(part.clause_kind is Kind.EXPLANATION for part in kept[0].parts):
        # what explains comes before the rules of its chapter
        return (replace(kept[0], parts=(*kept[0].parts, *moved)), *kept[1:])
    own = PartGroup(anchor=_ANCHOR, title=translate(INTRODUCTION), parts=tuple(moved))
    return (own, *kept)


def unruled_parts(groups: Iterable[PartGroup]) -> tuple[Part, ...]:
    """Return the parts of chapters with nothing but explanations that answer no question.

    An introduction is none of these.
    """
    others = (group for group in groups if group.anchor != _ANCHOR)
    loose = (group for group in others if all(map(_is_loose, group.parts)))
    return tuple(part for group in loose for part in group.parts)


def _is_rule(clause: Clause) -> bool:
    return clause.kind is Kind.RULE


def _is_loose(part: Part) -> bool:
    """Tell whether a part only explains, and answers no question."""
    return part.choice is not None and part.choice.kind is Kind.EXPLANATION and not part.topics


def _introduces(part: Part, places: Container[Place]) -> bool:
    return _is_loose(part) and part.choice is not None and part.choice.origin.place in places


def _without(group: PartGroup, moved: Container[Part]) -> PartGroup:
    return replace(group, parts=tuple(part for part in group.parts if part not in moved))
