"""Tables of figures, as text for a terminal or as Markdown for the docs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """How tables are printed."""

    TEXT = "text"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A titled table; every row is as long as the head; ``remark`` says how to read it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    remark: str = ""


def render(tables: Iterable[Table], form: Form) -> str:
    """Return tables one below the other."""
    one = _markdown if form is Form.MARKDOWN else _text
    return "\n".join(one(table) for table in tables)


def number(value: float) -> str:
    """Return a share or score with two decimals; three where two would say 0.00."""
    return f"{value:.3f}" if 0 < abs(value) < 0.005 else f"{value:.2f}"


def span(low: float, high: float) -> str:
    """Return an interval."""
    return f"{number(low)} to {number(high)}"


def _markdown(table: Table) -> str:
    lines = [f"### {table.title}", ""]
    if table.remark:
        lines += [table.remark, ""]
    lines += [_bars(table.head), _bars(("---",) * len(table.head))]
    lines += [_bars(row) for row in table.rows]
    return "\n".join([*lines, ""])


def _bars(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(table: Table) -> str:
    every = (table.head, *table.rows)
    widths = [max(len(row[place]) for row in every) for place in range(len(table.head))]
    lines = [table.title]
    if table.remark:
        lines.append(f"  ({table.remark})")
    for row in every:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        lines.append(f"  {'  '.join(cells)}".rstrip())
    return "\n".join([*lines, ""])
