"""The words of one paragraph of a redline, marked: each run with what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from protocolkit.changes.passed_passages import PassedIn, PassedWords
from protocolkit.changes.pieces import Piece, PieceKind, words_of
from protocolkit.changes.spelling import cut, spelled
from protocolkit.document.richtext import RichText
from protocolkit.paper.redline.passages import State, Stretch, Stretches


def of_pieces(pieces: Iterable[Piece], passed: PassedIn = MappingProxyType({})) -> Stretches:
    """Return pieces of a change set as stretches; ``passed`` are words that another clause has."""
    found: list[Stretch] = []
    for piece in pieces:
        if piece.kind is PieceKind.EQUAL:
            found += _equal(piece)
            continue
        is_spelling = piece.kind is PieceKind.SPACING
        follows = is_spelling or piece.kind is PieceKind.CONSEQUENTIAL
        if piece.old:
            gone = Stretch(State.REMOVED, piece.old, (), follows, is_spelling)
            found += _parted(gone, passed.get((id(piece), True)))
        if piece.new:
            come = Stretch(State.ADDED, (), piece.new, follows, is_spelling)
            found += _parted(come, passed.get((id(piece), False)))
    return tuple(found)


def _parted(stretch: Stretch, passed: PassedWords | None) -> Iterator[Stretch]:
    """Yield a stretch, the words in it that passed by themselves."""
    if passed is None:
        yield stretch
        return
    length = len(spelled(stretch.shown))
    ends = ((0, passed.begin, ""), (passed.begin, passed.end, passed.place))
    for begin, end, place in (*ends, (passed.end, length, "")):
        if begin < end:
            old, new = cut(stretch.old, begin, end), cut(stretch.new, begin, end)
            yield replace(stretch, old=old, new=new, place=place)


def _equal(piece: Piece) -> Iterator[Stretch]:
    """Yield what is equal in words; a space at an end that only one version has is told apart."""
    if spelled(piece.old) == spelled(piece.new):
        yield Stretch(State.KEPT, piece.old, piece.new)
        return
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
    yield from _spellings(old, new)
    if is_unlike:
        yield from whole(*tail)


def _spellings(old: RichText, new: RichText) -> Iterator[Stretch]:
    """Yield the same words; what is spelled otherwise in or between them as either version has it.

    So are 'Wetenschap ,' and 'Wetenschap,', a space that does not break, and a letter with its
    accent as one sign or as two.
    """
    ends = zip(_ends(old), _ends(new), strict=True)
    begins = (0, 0)
    text, now = spelled(old), spelled(new)
    parts = []
    for end in ends:
        parts.append((slice(begins[0], end[0]), slice(begins[1], end[1])))
        begins = end
    for is_same, found in groupby(parts, key=lambda part: text[part[0]] == now[part[1]]):
        same = list(found)
        (first, other), (last, final) = same[0], same[-1]
        one, two = cut(old, first.start, last.stop), cut(new, other.start, final.stop)
        if is_same and one:
            yield Stretch(State.KEPT, one, two)
        elif not is_same:
            if one:
                yield Stretch(State.REMOVED, old=one, follows=True, is_spelling=True)
            if two:
                yield Stretch(State.ADDED, new=two, follows=True, is_spelling=True)


def _ends(rich: RichText) -> list[int]:
    """Return where each word and mark begins and ends in a spelled text, and where that ends."""
    places = [at for word in words_of(rich, {}) for at in (word.begin, word.end)]
    return [*places, len(spelled(rich))]


def _spelled(piece: Piece) -> tuple[str, str]:
    return spelled(piece.old), spelled(piece.new)


def whole(old: RichText, new: RichText) -> Stretches:
    """Return a text that is the same in both versions, or the old one and then the new one."""
    if old == new:
        return (Stretch(State.KEPT, old, new),) if old else ()
    removed = (Stretch(State.REMOVED, old=old),) if old else ()
    return (*removed, Stretch(State.ADDED, new=new)) if new else removed
