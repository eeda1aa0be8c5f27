"""Tables that turn their page, apart from what stands around them, so that a page can be theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.base.objects import Object
from protocolkit.document.model import Block, Clause, Point, PointList, Table
from protocolkit.paper.pdf.lines import Content

Turns = Callable[[Table, int], bool]
"""Tells whether a table turns its page; with it, in how many points it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Clauses that follow each other; one whose table turns its page is alone, and only that."""

    clauses: tuple[Clause, ...]
    is_turned: bool = False


def turned_apart(clauses: Iterable[Clause], turns: Turns) -> Iterator[Run]:
    """Yield clauses in order, cut before and after each table that turns its page.

    What is cut off has no marker, and no anchor but where nothing stands before it.
    """
    together: list[Clause] = []
    for clause in clauses:
        *pieces, last = _pieces(clause, turns)
        if pieces:
            if pieces[0].is_turned:
                yield from _run(together)
            else:
                yield from _run([*together, *pieces.pop(0).clauses])
            yield from pieces
            yield last
            together = []
        elif last.is_turned:
            yield from _run(together)
            yield last
            together = []
        else:
            together += last.clauses
    yield from _run(together)


def _run(clauses: list[Clause]) -> Iterator[Run]:
    if clauses:
        yield Run(clauses=tuple(clauses))


def _pieces(clause: Clause, turns: Turns) -> Iterator[Run]:
    """Yield a clause whole, or the pieces before, in and after its tables that turn their page."""
    cut = list(_cut(clause.blocks, turns, 0))
    if not cut or (cut[0].is_turned and clause.marker):
        cut.insert(0, _Piece(blocks=()))
    rest = replace(clause, anchor="", marker="")
    for number, piece in enumerate(cut):
        made = replace(rest if number else clause, blocks=piece.blocks)
        yield Run(clauses=(made,), is_turned=piece.is_turned)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Blocks that follow each other, or one table that turns its page."""

    blocks: tuple[Block, ...]
    is_turned: bool = False


def _cut(blocks: Iterable[Block], turns: Turns, depth: int) -> Iterator[_Piece]:
    """Yield blocks at some depth in pieces, also where a table stands in a point."""
    together: list[Block] = []
    for block in blocks:
        if isinstance(block, PointList):
            found = list(_points_cut(block, turns, depth + 1))
        else:
            is_turned = isinstance(block, Table) and turns(block, depth)
            found = [_Piece(blocks=(block,), is_turned=is_turned)]
        for piece in found:
            if not piece.is_turned:
                together += piece.blocks
                continue
            if together:
                yield _Piece(blocks=tuple(together))
            yield piece
            together = []
    if together:
        yield _Piece(blocks=tuple(together))


def _points_cut(found: PointList, turns: Turns, depth: int) -> Iterator[_Piece]:
    """Yield a list of points in pieces; what is cut off a point has no marker and no anchor."""
    together: list[Point] = []
    for point in found.points:
        cut = list(_cut(point.blocks, turns, depth))
        if not cut or cut[0].is_turned:
            cut.insert(0, _Piece(blocks=()))
        rest = Point(marker="", blocks=())
        for number, piece in enumerate(cut):
            if piece.is_turned:
                if together:
                    yield _Piece(blocks=(PointList(points=tuple(together)),))
                yield piece
                together = []
            else:
                together.append(replace(rest if number else point, blocks=piece.blocks))
    if together:
        yield _Piece(blocks=(PointList(points=tuple(together)),))


def leads_apart(written: Content) -> Content:
    """Return written parts in which what announces a turned table stands by itself.

    It goes along to the page of that table, also out of an item or a point in it. A list says of
    itself whether its end announces a table of an upright page, on which that stays too.
    """
    parts: Content = []
    for number, part in enumerate(written):
        after = written[number + 1] if number + 1 < len(written) else None
        is_before = isinstance(after, dict) and bool(after.get("turns"))
        if is_before and isinstance(part, dict) and part["kind"] == "list":
            before, tail = _tail([part])
            parts += [*before, *tail]
        elif isinstance(part, dict) and part["kind"] == "list" and _begins_with_table(after):
            parts.append({**part, "leads": bool(_tail([part])[1])})
        else:
            parts.append(part)
    return parts


def _begins_with_table(part: object) -> bool:
    blocks = part.get("blocks") if isinstance(part, dict) else None
    return bool(isinstance(blocks, list) and blocks and blocks[0]["kind"] == "table")


def _tail(blocks: Content) -> tuple[Content, Content]:
    """Return blocks without what announces something at their end, and that."""
    last = blocks[-1] if blocks else None
    if isinstance(last, dict) and last.get("leads"):
        return _with_lead(blocks[:-1], last)
    if isinstance(last, dict) and last["kind"] == "list":
        return _tail_of_list(blocks[:-1], last)
    return blocks, []


def _tail_of_list(others: Content, last: Object) -> tuple[Content, Content]:
    """Return the same of blocks that end with a list: of its last item, or only its last words."""
    found = last["items"]
    assert isinstance(found, list)
    *items, item = found
    before, tail = _tail(item["blocks"])
    if not tail:
        return [*others, last], []
    if before:
        none = {"anchor": "", "label": "", "cited": "", "school": None, "marker": ""}
        rest = {**item, **none, "blocks": tail}
        kept = {**last, "items": [*items, {**item, "blocks": before}]}
        return [*others, kept], [{**last, "items": [rest]}]
    alone = {**last, "items": [item]}
    if items:
        return [*others, {**last, "items": items}], [alone]
    return _with_lead(others, alone)


def _with_lead(before: Content, block: object) -> tuple[Content, Content]:
    """Return blocks without what announces a block that goes along, and that with the block."""
    before, tail = _tail(before)
    return before, [*tail, block]
