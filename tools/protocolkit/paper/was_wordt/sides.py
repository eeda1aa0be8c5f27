"""The two texts of a row as plain data: each clause whole, with what goes or comes marked.

A block has a ``kind``. ``paragraph``: ``depth`` (how many points it stands in), ``is_heading`` and
``runs``, those of :mod:`protocolkit.paper.redline.marked_runs`. ``table``: ``columns`` and
``rows``, of which each has ``is_header`` and ``cells``, the runs of each cell. The runs of a side
are, without the words of the marks, the words of that version in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from protocolkit.base.objects import Object
from protocolkit.changes.change_set import Change, Pair
from protocolkit.changes.pieces import Piece, PieceKind
from protocolkit.changes.units import ItemKind, Unit, UnitKind
from protocolkit.document.richtext import RichText, Text
from protocolkit.paper.redline.marked_runs import RunMaker
from protocolkit.paper.redline.passages import State, Stretch

Blocks = list[Object]


@dataclass(slots=True)
class _Side:
    """One unit of a side with its words; one that was split stands in several pairs."""

    unit: Unit
    stretches: list[Stretch] = field(default_factory=list)


def side_blocks(change: Change, maker: RunMaker, *, is_old: bool) -> Blocks:
    """Return one side of a change, the old text or the proposed one."""
    blocks: Blocks = []
    tables: dict[tuple[str, tuple[int, ...]], Object] = {}
    for found in _units(change.pairs, is_old=is_old):
        unit, runs = found.unit, maker.runs(tuple(found.stretches))
        if unit.kind is UnitKind.CELL:
            _put_cell(blocks, tables, unit, runs)
        elif runs:
            blocks.append(_paragraph(unit, runs))
    return blocks


def _units(pairs: Iterable[Pair], *, is_old: bool) -> list[_Side]:
    found: dict[int, _Side] = {}
    for pair in pairs:
        unit = pair.old if is_old else pair.new
        if unit is None:
            continue
        if unit.order not in found:
            found[unit.order] = _Side(unit, [*_marker(pair, is_old=is_old)])
        found[unit.order].stretches += _stretches(pair.pieces, is_old=is_old)
    return [found[order] for order in sorted(found)]


def _paragraph(unit: Unit, runs: list[Object]) -> Object:
    is_heading = unit.item in (ItemKind.TITLE, ItemKind.HEADING)
    return {"kind": "paragraph", "depth": unit.depth, "is_heading": is_heading, "runs": runs}


def _put_cell(
    blocks: Blocks,
    tables: dict[tuple[str, tuple[int, ...]], Object],
    unit: Unit,
    runs: list[Object],
) -> None:
    key = unit.anchor, unit.path[:-2]
    if key not in tables:
        tables[key] = {"kind": "table", "depth": unit.depth, "columns": 0, "rows": []}
        blocks.append(tables[key])
    table = tables[key]
    rows = table["rows"]
    assert isinstance(rows, list)
    if not rows or rows[-1]["number"] != unit.row:
        rows.append({"number": unit.row, "is_header": unit.row == 0, "cells": []})
    rows[-1]["cells"].append(runs)
    table["columns"] = max(len(row["cells"]) for row in rows)


def _marker(pair: Pair, *, is_old: bool) -> Iterator[Stretch]:
    """Yield the marker before the words; another number alone is only a consequence.

    What goes on from another unit was split off it, or went into it: its own marker came or went.
    """
    unit, other = (pair.old, pair.new) if is_old else (pair.new, pair.old)
    if unit is None or not unit.marker:
        return
    words = (Text(f"{unit.marker} "),)
    has_other = other is not None and not pair.goes_on
    if has_other and other is not None and other.marker == unit.marker:
        yield Stretch(State.KEPT, words, words)
    else:
        yield _changed(words, is_old=is_old, follows=has_other and not pair.has_word_marker)


def _stretches(pieces: Iterable[Piece], *, is_old: bool) -> Iterator[Stretch]:
    for piece in pieces:
        text = piece.old if is_old else piece.new
        if text and piece.kind.has_same_text:
            yield Stretch(State.KEPT, text, text)
        elif text:
            follows = piece.kind is PieceKind.CONSEQUENTIAL
            yield _changed(text, is_old=is_old, follows=follows)


def _changed(text: RichText, *, is_old: bool, follows: bool) -> Stretch:
    if is_old:
        return Stretch(State.REMOVED, old=text, follows=follows)
    return Stretch(State.ADDED, new=text, follows=follows)
