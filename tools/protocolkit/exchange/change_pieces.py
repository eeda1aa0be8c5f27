"""The text of a change as pieces of JSON: each side joined is its text, with its spaces and lines.

Between two texts of one side stands a newline: between clauses, paragraphs, points and rows; a tab
between the cells of a row. What changed places inside a change stands in its own place on each
side. A number before a text stands there only where it counts as words that changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from protocolkit.base.objects import Object
from protocolkit.changes.change_set import Pair
from protocolkit.changes.marked_lines import shown
from protocolkit.changes.ordering import keeping_place
from protocolkit.changes.pieces import Piece, PieceKind, pieces_between, whole
from protocolkit.changes.units import Unit, UnitKind
from protocolkit.document.richtext import Text

_ROW, _CELL = "\n", "\t"
# Spaces, and what stands behind them: a call of a note, another sign, or the end.
_SIGN = re.compile(r"(\s*)(\[\^[^\]]*\]|\S|$)")
_CALL = len("[^]")
# More than all letters of a change.
_STAYS = 2.0**30


def pieces_value(pairs: Sequence[Pair]) -> list[Object]:
    """Return the pieces of the texts of a change, as values that JSON has."""
    found: list[Object] = []
    old: Unit | None = None
    new: Unit | None = None
    for pair, is_old, is_new in _in_both_orders(pairs):
        one, other = _with_text(pair.old, is_here=is_old), _with_text(pair.new, is_here=is_new)
        found += _uncounted(_between(old, one), _between(new, other))
        old, new = one or old, other or new
        is_moved = pair.old is not None and pair.new is not None and not (is_old and is_new)
        for piece in (*_marker_pieces(pair), *pair.pieces):
            found += _of_one_side(piece, is_old=is_old) if is_moved else _of_both(piece)
    return found


def _marker_pieces(pair: Pair) -> tuple[Piece, ...]:
    """Return the numbers before a text where they count as words: '12.000 euro', '14.000 euro'."""
    sides = pair.old, pair.new
    if not pair.has_counted_marker or any(unit is None or unit.is_empty_lead for unit in sides):
        return ()
    old, new = (
        whole((Text(f"{unit.marker} "),) if unit and unit.marker else (), {}) for unit in sides
    )
    return pieces_between(old, new)


def _in_both_orders(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, bool, bool]]:
    """Yield pairs, and which sides stand here, so that each side is in its own order.

    A pair that cannot stand in both orders comes twice, with one side each.
    """
    olds = sorted((p for p in pairs if p.old), key=lambda p: p.old.order if p.old else 0)
    news = sorted((p for p in pairs if p.new), key=lambda p: p.new.order if p.new else 0)
    rank = {id(pair): at for at, pair in enumerate(olds)}
    both = [(rank[id(pair)], at) for at, pair in enumerate(news) if pair.old]
    kept = {both[at] for at in keeping_place(both, lambda _, at: _weight(news[at]))}
    alone = iter(sorted(set(rank.values()) - {old for old, _ in kept}))
    stops = iter([*sorted(old for old, _ in kept), len(olds)])
    gone, stop = next(alone, None), next(stops)
    for at, pair in enumerate([None, *news], -1):
        is_old = pair is not None and (rank.get(id(pair), -1), at) in kept
        if pair is not None:
            yield pair, is_old, True
        stop = next(stops) if is_old else stop
        while gone is not None and gone < stop:
            yield olds[gone], True, False
            gone = next(alone, None)


def _weight(pair: Pair) -> float:
    """Return what it costs to let a pair stand in two places, the same from both sides.

    What moved does; of two of those it is the one with fewer letters, or with another trace.
    """
    texts = sorted(unit.spelled for unit in (pair.old, pair.new) if unit)
    trace = crc32("\0".join(texts).encode("utf-8", "replace")) / 2**34
    return 1 + (not pair.moved) * _STAYS + sum(map(len, texts)) + trace


def _with_text(unit: Unit | None, *, is_here: bool) -> Unit | None:
    """Return a unit that stands here; one of a marker alone is no line of the text."""
    return unit if is_here and unit and not unit.is_empty_lead else None


def _between(before: Unit | None, after: Unit | None) -> str:
    if before is None or after is None or before.order == after.order:
        return ""
    is_row = before.kind is after.kind is UnitKind.CELL and before.anchor == after.anchor
    return _CELL if is_row and before.path[:-1] == after.path[:-1] else _ROW


def _of_both(piece: Piece) -> Iterator[Object]:
    """Yield a piece; what is equal has the same words, and may have other spaces between them."""
    old, new = shown(piece.old), shown(piece.new)
    if piece.kind is PieceKind.EQUAL:
        yield from _of_equal(old, new)
        return
    is_along = piece.kind in (PieceKind.CONSEQUENTIAL, PieceKind.SPACING)
    yield {"old": old, "new": new, **({"consequential": True} if is_along else {})}


def _of_equal(old: str, new: str) -> Iterator[Object]:
    """Yield what reads the same on both sides, apart from other spaces and numbers of notes."""
    olds, news = _signs(old), _signs(new)
    if [_letter(sign) for _, sign in olds] != [_letter(sign) for _, sign in news]:
        yield from _uncounted(old, new)
        return
    same = ""
    for (space, sign), (other_space, other_sign) in zip(olds, news, strict=True):
        for one, other in ((space, other_space), (sign, other_sign)):
            if one == other:
                same += one
                continue
            yield from _uncounted(same, same)
            yield from _uncounted(one, other)
            same = ""
    yield from _uncounted(same, same)


def _signs(text: str) -> list[tuple[str, str]]:
    """Return each sign of a text, a call of a note as one, with the spaces before it."""
    return _SIGN.findall(text)


def _letter(sign: str) -> str:
    """Return a sign; all calls of notes are one."""
    return sign if len(sign) < _CALL else "[^]"


def _of_one_side(piece: Piece, *, is_old: bool) -> Iterator[Object]:
    """Yield one side of a piece of what changed places; its words did not come or go for that."""
    text = shown(piece.old if is_old else piece.new)
    if text:
        marks: Object = {"consequential": True} if piece.kind is PieceKind.CONSEQUENTIAL else {}
        marks = {"moved": True} if piece.kind.has_same_text else marks
        yield {"old": text if is_old else "", "new": "" if is_old else text, **marks}


def _uncounted(old: str, new: str) -> Iterator[Object]:
    """Yield white space, or what is the same on both sides: never a change by itself."""
    if old or new:
        yield {"old": old, "new": new, **({} if old == new else {"consequential": True})}
