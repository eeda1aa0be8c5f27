"""Tables of a redline in the PDF: columns by what stands in them, wide ones on their side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from protocolkit.base.objects import Object
from protocolkit.document.richtext import RichText, Text
from protocolkit.paper.redline.blocks import Blocks
from protocolkit.paper.shared.columns import (
    WIDER_SIDEWAYS,
    Columns,
    column_widths,
    turns_page,
)
from protocolkit.paper.shared.long_words import MAY_BREAK
from protocolkit.text.typeface import Face

# Twips that the text of an item is narrower than what stands around it.
_INDENT = 600


def with_columns(blocks: Blocks, width: int, spread: float, *, may_turn: bool = True) -> Blocks:
    """Return blocks of a text so wide in twips, in which tables have what says how they are set.

    That are ``widths`` of their columns in twips, ``is_small``, ``turns`` (its page lies on its
    side), ``repeats`` (its head stands on every page, unless something in it can be clicked, which
    PDF/UA forbids), and of each row whether it ``breaks``. What stands in an item does not turn.
    """
    return [_block(block, width, spread, may_turn=may_turn) for block in blocks]


def _block(block: Object, width: int, spread: float, *, may_turn: bool) -> Object:
    if block["kind"] == "list":
        items = block["items"]
        assert isinstance(items, list)
        inner = max(width - _INDENT, width // 2)
        return {
            **block,
            "items": [with_columns(item, inner, spread, may_turn=False) for item in items],
        }
    return _table(block, width, spread, may_turn=may_turn) if block["kind"] == "table" else block


def _table(block: Object, width: int, spread: float, *, may_turn: bool) -> Object:
    rows = block["rows"]
    assert isinstance(rows, list)
    texts = said_in_rows(rows)
    turns = may_turn and turns_page(texts, width, spread)
    columns = column_widths(texts, width + WIDER_SIDEWAYS if turns else width, spread)
    return {
        **block,
        "widths": list(columns.widths),
        "is_small": columns.is_small,
        "turns": turns,
        "repeats": not any(_leads(row["cells"]) for row in rows if row["is_header"]),
        "rows": [
            {
                **row,
                "breaks": columns.breaks(text),
                "cells": [_in_column(cell, columns, at) for at, cell in enumerate(row["cells"])],
            }
            for row, text in zip(rows, texts, strict=True)
        ],
    }


def _leads(cells: list[Blocks]) -> bool:
    """Tell whether something in cells leads somewhere."""
    pieces = (piece for runs in cells for run in runs for piece in _pieces(run))
    return any(piece.get("address") or piece.get("goal") for piece in pieces)


def said_in_rows(rows: Sequence[Any]) -> list[list[RichText]]:
    """Return what is printed in the cells of rows, to measure."""
    return [[(Text(_said(cell)),) for cell in row["cells"]] for row in rows]


def _said(runs: Blocks) -> str:
    """Return what is printed in a cell, with the words around what changed."""
    return "".join(f"{run['begin']}{words_of([run])}{run['end']}" for run in runs)


def words_of(runs: Blocks) -> str:
    """Return the words of a cell alone."""
    return "".join(_words(piece) for run in runs for piece in _pieces(run))


def _words(piece: Object) -> str:
    return str(piece.get("text") or piece.get("label") or "\n")


def _in_column(runs: Blocks, columns: Columns, column: int) -> Blocks:
    """Return the runs of a cell in which a word wider than its column may break."""

    def broken(piece: Object) -> Object:
        if piece["kind"] != "text":
            return piece
        lines = columns.in_lines(str(piece["text"]), column, Face.BOLD)
        text = "".join(MAY_BREAK + words if is_part else words for words, is_part in lines)
        return {**piece, "text": text}

    return [{**run, "pieces": [broken(piece) for piece in _pieces(run)]} for run in runs]


def _pieces(run: Object) -> Blocks:
    pieces = run["pieces"]
    assert isinstance(pieces, list)
    return pieces
