"""Tables inside a text of a was-wordt table, the same in Word and PDF: how their columns are set.

The columns are as wide as their words ask for, with those around a change. Where the words of a
table do not fit beside each other, its rows stand under each other: each cell on a line, behind the
head of its column. No word of the text is left out, and only those heads are said again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from protocolkit.base.objects import Object
from protocolkit.paper.redline.paper_tables import said_in_rows, words_of
from protocolkit.paper.redline.passages import State
from protocolkit.paper.shared.columns import column_widths
from protocolkit.paper.was_wordt.sheet import Sheet
from protocolkit.paper.was_wordt.sides import Blocks

# Twips: how wide a text of a row is, and each step in it.
_WIDTH, _STEP = 4700, 284
_BETWEEN_HEADS = " | "
_Runs = list[Any]


def with_inner_tables(sheet: Sheet, spread: float) -> Sheet:
    """Return a sheet whose tables have ``widths`` in twips, and ``is_small``.

    Letters may be so much wider than those of our typeface: ``spread`` times.
    """
    rows = (
        replace(row, old=_blocks(row.old, spread), new=_blocks(row.new, spread))
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))


def _blocks(blocks: Blocks, spread: float) -> Blocks:
    return [_set(block, spread) if block["kind"] == "table" else block for block in blocks]


def _set(block: Object, spread: float) -> Object:
    rows, depth = block["rows"], block["depth"]
    assert isinstance(rows, list)
    assert isinstance(depth, int)
    width = max(_WIDTH - depth * _STEP, _WIDTH // 2)
    texts = said_in_rows(rows)
    found = column_widths(texts, width, spread)
    if found.is_whole:
        return {**block, "widths": list(found.widths), "is_small": found.is_small}
    stacked = [{**row, "cells": [cell]} for row, cell in zip(rows, _stacked(rows), strict=True)]
    return {**block, "columns": 1, "rows": stacked, "widths": [width], "is_small": False}


def _stacked(rows: Sequence[Any]) -> Iterator[_Runs]:
    """Yield the one cell of each row; a head stands before every cell that says something."""
    heads: list[str] = []
    for row in rows:
        if row["is_header"]:
            heads = [" ".join(words_of(cell).split()).rstrip(":") for cell in row["cells"]]
            yield _joined(row["cells"], _text(_BETWEEN_HEADS))
        else:
            names = [*heads, *[""] * len(row["cells"])]
            lines = [
                [_text(f"{name}{'' if name[-1] in '?!' else ':'} ", is_strong=True), *cell]
                if name
                else cell
                for name, cell in zip(names, row["cells"], strict=False)
                if cell
            ]
            yield _joined(lines, _run({"kind": "break"}))


def _joined(cells: Sequence[_Runs], between: Object) -> _Runs:
    made: _Runs = []
    for cell in cells:
        made += [between, *cell] if made else cell
    return made


def _text(words: str, *, is_strong: bool = False) -> Object:
    look = {"strong": is_strong, "emphasised": False, "address": ""}
    return _run({"kind": "text", "text": words, **look})


def _run(piece: Object) -> Object:
    return {"state": State.KEPT.value, "follows": False, "begin": "", "end": "", "pieces": [piece]}
