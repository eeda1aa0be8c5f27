"""The text of a change on either side, in lines: paragraphs and rows of tables, words marked."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import Translate
from protocolkit.changes.change_set import Pair
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.units import Unit, UnitKind
from protocolkit.document.draft_appendices import NOTE_NUMBER
from protocolkit.document.richtext import NoteMark, RichText, plain, walk

BETWEEN_CELLS = " | "
INDENT = "   "
"""Stands before what lies a point deeper."""


class Shade(Enum):
    """How a run of words is marked."""

    SAME = "same"
    GONE = "gone"
    COME = "come"
    ALONG = "along"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are marked in one way."""

    text: str
    shade: Shade


Lines = tuple[tuple[Run, ...], ...]
"""The lines of one side, each of runs: a paragraph, or all cells of a row of a table."""


def lines_of(pairs: Iterable[Pair], translate: Translate, *, is_old: bool) -> Lines:
    """Return the text of one side, in its own order, each paragraph with its marker before it.

    What stands in points begins as deep as it lies. Where a note is called stands which.
    """
    found: dict[int, tuple[Unit, list[Run]]] = {}
    for pair in pairs:
        unit = pair.old if is_old else pair.new
        if unit is not None:
            lead = [*_indent(unit), *_marker(pair, is_old=is_old)]
            _, runs = found.setdefault(unit.order, (unit, lead))
            runs += _runs(pair, translate(NOTE_NUMBER), is_old=is_old)
    lines: dict[Hashable, list[list[Run]]] = {}
    for order in sorted(found):
        unit, runs = found[order]
        is_cell = unit.kind is UnitKind.CELL
        lines.setdefault((unit.anchor, unit.path[:-1]) if is_cell else order, []).append(runs)
    return tuple(tuple(_joined(_with_separators(cells))) for cells in lines.values())


def _indent(unit: Unit) -> list[Run]:
    """Return the spaces before what stands in a point; cells share one line."""
    is_inner = unit.depth > 0 and unit.kind is not UnitKind.CELL
    return [Run(INDENT * unit.depth, Shade.SAME)] if is_inner else []


def _marker(pair: Pair, *, is_old: bool) -> list[Run]:
    """Return what is printed before a unit, marked as new where the unit was split off."""
    unit, other = (pair.old, pair.new) if is_old else (pair.new, pair.old)
    if unit is None or not unit.marker:
        return []
    changed = Shade.GONE if is_old else Shade.COME
    is_same = other is not None and other.marker == unit.marker
    if other is None or pair.goes_on or (pair.has_word_marker and not is_same):
        shade = changed
    else:
        shade = Shade.SAME if is_same else Shade.ALONG
    is_alone = other is None
    return [Run(unit.marker, shade), Run(" ", changed if is_alone else Shade.SAME)]


def _runs(pair: Pair, note: str, *, is_old: bool) -> Iterator[Run]:
    changed = Shade.GONE if is_old else Shade.COME
    shades = {
        PieceKind.EQUAL: Shade.SAME,
        PieceKind.SPACING: Shade.SAME,
        PieceKind.CHANGED: changed,
        PieceKind.CONSEQUENTIAL: Shade.ALONG,
    }
    before = " "
    for piece in pair.pieces:
        side = piece.old if is_old else piece.new
        is_mark = not piece.kind.has_same_text and all(isinstance(one, NoteMark) for one in side)
        if text := _read(side, note if is_mark else f"({note})", before):
            yield Run(text, shades[piece.kind])
            before = text[-1]


def _read(rich: RichText, note: str, before: str) -> str:
    """Return rich text in letters, each call of a note as the name of that note.

    ``before`` is the sign that stands before it.
    """
    said, is_after = before, False
    for inline in walk(rich):
        if getattr(inline, "content", ()):
            continue
        if isinstance(inline, NoteMark):
            text, is_glued = note.format(label=inline.label), not said[-1].isspace()
        else:
            text = plain((inline,))
            is_glued = is_after and text[:1].isalnum()
        said += f" {text}" if is_glued else text
        is_after = isinstance(inline, NoteMark)
    return said[1:]


def _with_separators(cells: list[list[Run]]) -> Iterator[Run]:
    shades = {run.shade for cell in cells for run in cell}
    between = Run(BETWEEN_CELLS, shades.pop() if len(shades) == 1 else Shade.SAME)
    for at, cell in enumerate(cells):
        yield from ([between] if at else [])
        yield from cell


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield neighbours that are marked in one way as one."""
    last: Run | None = None
    for run in runs:
        if last and last.shade is run.shade:
            last = Run(last.text + run.text, run.shade)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def shown(rich: RichText) -> str:
    """Return rich text in letters, the mark of a note as the source format has it."""
    return "".join(
        f"[^{inline.label}]" if isinstance(inline, NoteMark) else plain((inline,))
        for inline in walk(rich)
        if not getattr(inline, "content", ())
    )
