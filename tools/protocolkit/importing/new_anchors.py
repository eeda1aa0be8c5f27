"""Anchors for the parts of a file that says what each part is: its own, or new ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.document.model import Clause, Point, Protocol, Section
from protocolkit.document.outline import section_number
from protocolkit.document.richtext import plain
from protocolkit.document.tree import Part, Path, by_part, clauses_of, map_texts, walk_parts
from protocolkit.importing.structure.naming import Names, heading_home, note_anchors


def with_anchors(protocol: Protocol, *, keeps: bool = False) -> Protocol:
    """Give sections and clauses the anchors that an import makes.

    With ``keeps`` one that has a sound anchor, which no other part has and that was not retired,
    keeps it; points keep theirs or have none.
    """
    reserved = [part.anchor for part, _ in walk_parts(protocol.parts)] if keeps else []
    names = Names([*note_anchors(protocol), *protocol.facts.retired], reserved)

    def kept(anchor: str) -> str:
        return names.keep(anchor) if keeps else ""

    def point(found: Point) -> Point:
        return replace(found, anchor=kept(found.anchor)) if found.anchor else found

    def parts(found: tuple[Part, ...], path: Path) -> Iterator[Part]:
        mixed = len({bool(clause.marker) for clause in clauses_of(found)}) > 1

        def clause(part: Clause) -> Part:
            home = heading_home(path[-1] if path else None)
            anchor = kept(part.anchor) or names.clause(
                part, section_number(path), home, mixed=mixed
            )
            blocks = map_texts(part.blocks, lambda rich: rich, point) if keeps else part.blocks
            return replace(part, anchor=anchor, blocks=blocks)

        def section(part: Section) -> Part:
            above = section_number((*path, part))
            anchor = kept(part.anchor) or names.section(
                plain(part.title), above, part.number, part.marker
            )
            named = replace(part, anchor=anchor)
            return replace(named, parts=tuple(parts(part.parts, (*path, named))))

        return (by_part(part, clause=clause, section=section) for part in found)

    return replace(protocol, parts=tuple(parts(protocol.parts, ())))
