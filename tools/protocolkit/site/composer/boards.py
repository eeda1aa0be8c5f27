"""What the composer knows of each board, for a draft in which two of them become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from protocolkit.base.messages import Translate
from protocolkit.comparison.judgements import RowJudgement, Variant
from protocolkit.comparison.matrix import Cell, Row
from protocolkit.document.model import Clause
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place
from protocolkit.drafting.new.assembling import sound_anchor
from protocolkit.drafting.new.merging import REST, says_same
from protocolkit.drafting.template.offering import offer
from protocolkit.drafting.template.sources import Sources
from protocolkit.drafting.template.values import Choice
from protocolkit.site.composer.clauses import Pool
from protocolkit.site.composer.option import ShowOption, board_option
from protocolkit.site.engine.addresses import composer_docname
from protocolkit.site.engine.judged import Judged


def board_contents(
    board: str, judged: Judged, sources: Sources, pool: Pool, show: ShowOption, translate: Translate
) -> dict[str, object]:
    """Return everything that a board's document says, for becoming one with another.

    ``topics`` are options, as topics have them; ``same`` are the boards that say the same.
    """
    protocol = sources.by_slug[board].protocol
    title = protocol.facts.organisation.name or board
    page = composer_docname(judged.matrix.subject)
    made: dict[Place, Choice] = {}
    options: dict[str, dict[str, Any]] = {}
    for row, found in zip(judged.matrix.rows, judged.judgements.rows, strict=True):
        said = {cell.organisation: _said(cell, sources) for cell in row.cells}
        own = said.get(board, ())
        if not own:
            continue
        shown = {choice.origin.place for choice in made.values()}
        for place in own:
            made.setdefault(place, _alone(place, sources, row))
        choices = [made[place] for place in own]
        options[row.topic.id] = {
            "id": board,
            "places": (),
            "clauses": own,
            "same": [
                o for o, theirs in said.items() if theirs and _agree(own, theirs, found, sources)
            ],
            "html": show(row.topic.id, board_option(board, title, choices, shown, page)),
        }
    rest = [p for p in _places(board, sources) if p not in made]
    made |= {place: _alone(place, sources, None) for place in rest}
    choices = list(made.values())
    contents = pool.contents(choices, [str(choice.origin.place) for choice in choices])
    for clause in contents:
        # of two boards a clause stands at the first of its questions
        clause["main"] = ""
    by_place = dict(zip(made, contents, strict=True))
    for option in options.values():
        option["clauses"] = [by_place[place] for place in option["clauses"]]
    anchor = sound_anchor(f"verder-{board}", set())
    return {
        "name": title,
        "topics": options,
        "rest": {
            "anchor": anchor,
            "title": translate(REST).format(name=title),
            "items": [{"stem": anchor, "clauses": [by_place[p] for p in rest]}],
        },
    }


def _places(board: str, sources: Sources) -> list[Place]:
    """Return the clauses of a board, but for records of decisions."""
    found = [place for place, _ in placed_items([sources.by_slug[board].protocol])]
    return [p for p in found if _is_clause(p, sources) and not _is_record(p, sources)]


def _agree(
    mine: Sequence[Place], theirs: Sequence[Place], judged: RowJudgement, sources: Sources
) -> bool:
    has_equal_words = set(map(sources.id_of, mine)) == set(map(sources.id_of, theirs))
    return has_equal_words or says_same(mine, theirs, judged)


def _said(cell: Cell, sources: Sources) -> tuple[Place, ...]:
    """Return what a board says on a topic, but for records of decisions."""
    found = dict.fromkeys(cell.places)
    return tuple(place for place in found if not _is_record(place, sources))


def _alone(place: Place, sources: Sources, row: Row | None) -> Choice:
    variant = Variant(
        representative=place,
        text=sources.neutral(place),
        members=(place,),
        verbatim=(place,),
        families=1,
    )
    return offer(variant, sources, row=row)


def _is_clause(place: Place, sources: Sources) -> bool:
    return isinstance(sources.item(place), Clause)


def _is_record(place: Place, sources: Sources) -> bool:
    return _is_clause(place, sources) and sources.is_record(place)
