"""The words of one paragraph of a redline, marked: each run with what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.changes.pieces import Piece, PieceKind
from protocolkit.changes.spelling import cut, spelled
from protocolkit.document.richtext import RichText
from protocolkit.paper.redline.passages import State, Stretch, Stretches


def of_pieces(pieces: Iterable[Piece]) -> Stretches:
    """Return pieces of a change set as stretches."""
    found: list[Stretch] = []
    for piece in pieces:
        if piece.kind is PieceKind.EQUAL:
            found += _equal(piece)
            continue
        follows = piece.kind is PieceKind.CONSEQUENTIAL
        if piece.old:
            found.append(Stretch(State.REMOVED, old=piece.old, follows=follows))
        if piece.new:
            found.append(Stretch(State.ADDED, new=piece.new, follows=follows))
    return tuple(found)


def _equal(piece: Piece) -> Iterator[Stretch]:
    """Yield what is equal in words; a space at an end that only one version has is told apart."""
    ends = [(len(text) - len(text.lstrip()), len(text.rstrip())) for text in _spelled(piece)]
    (old_begin, old_end), (new_begin, new_end) = ends
    if old_end <= old_begin or new_end <= new_begin:
        yield from whole(piece.old, piece.new)
        return
    old, new = piece.old, piece.new
    if bool(old_begin) != bool(new_begin):
        yield from whole(cut(old, 0, old_begin), cut(new, 0, new_begin))
        old, new = cut(old, old_begin, len(spelled(old))), cut(new, new_begin, len(spelled(new)))
        old_end, new_end = old_end - old_begin, new_end - new_begin
    is_unlike = bool(spelled(old)[old_end:]) != bool(spelled(new)[new_end:])
    tail = cut(old, old_end, len(spelled(old))), cut(new, new_end, len(spelled(new)))
    if is_unlike:
        old, new = cut(old, 0, old_end), cut(new, 0, new_end)
    yield Stretch(State.KEPT, old, new)
    if is_unlike:
        yield from whole(*tail)


def _spelled(piece: Piece) -> tuple[str, str]:
    return spelled(piece.old), spelled(piece.new)


def whole(old: RichText, new: RichText) -> Stretches:
    """Return a text that is the same in both versions, or the old one and then the new one."""
    if old == new:
        return (Stretch(State.KEPT, old, new),) if old else ()
    removed = (Stretch(State.REMOVED, old=old),) if old else ()
    return (*removed, Stretch(State.ADDED, new=new)) if new else removed
