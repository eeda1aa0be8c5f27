"""References to several places that only got other numbers, whole: 'eerste en tweede lid'.

Word by word 'eerste en tweede' and 'tweede en derde' share a word in another place. So such a
reference is laid on the one of the other version as a whole; where both lead to the same places, in
the same order, it is one consequence of other numbers. Where they do not, or a letter leads to no
one point for sure, it counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from protocolkit.changes.change_set import Pair
from protocolkit.changes.pieces import Piece, PieceKind
from protocolkit.changes.reference_places import Places
from protocolkit.changes.spelling import cut, spelled
from protocolkit.changes.units import Item, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import RichText
from protocolkit.references.citations import ORDINAL
from protocolkit.references.enumerations import resolve_enumerations
from protocolkit.references.resolve import Place
from protocolkit.text.late_patterns import late
from protocolkit.text.markers import parse_number
from protocolkit.text.whole_numbers import number_spans
from protocolkit.text.words import tokens

_NUMERAL = late(rf"{ORDINAL}|\S*\d\S*|[a-z]|[IVXLC]+|[A-H]")

Target = str | int
"""What a reference leads to: an anchor, or the order of the unit that a point begins with."""
Listed = tuple[int, int, tuple[Target, ...]]
"""Where a reference stands in a spelled text, and what it leads to."""
Answers = frozenset[tuple[Target, Target]]
"""Anchors, and orders, of the old and of the new version that are one place."""
_Points = Mapping[tuple[str, str], Sequence[Unit]]


def listed_references(
    protocol: Protocol, places: Places, items: Iterable[Item]
) -> dict[int, list[Listed]]:
    """Return the references of each unit, by its order; one with note marks in it is left out.

    So is one to a point of which there is more than one, or none.
    """
    found: dict[int, list[Listed]] = defaultdict(list)
    points = _points(items)
    for one in resolve_enumerations(protocol, {anchor for anchor, _ in places}):
        unit = places.get((one.anchor, one.block))
        targets = tuple(_target(place, points) for place in one.targets)
        if unit is not None and unit.spelled.isprintable() and "" not in targets:
            found[unit.order].append((one.start, one.end, targets))
    return found


def _points(items: Iterable[Item]) -> _Points:
    """Return the units that points begin with, by the anchors around each and its name."""
    found: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for item in items:
        for unit in item.units:
            if unit.kind is UnitKind.POINT:
                for anchor in {item.anchor, unit.point} - {""}:
                    found[anchor, str(parse_number(unit.marker))].append(unit)
    return found


def _target(place: Place, points: _Points) -> Target:
    if not place.point:
        return place.anchor
    named = points.get((place.anchor, place.point), ())
    if len(named) != 1:
        return ""
    [unit] = named
    return unit.order if len(points[unit.anchor, place.point]) == 1 else ""


def answering_points(pairs: Iterable[Pair]) -> Iterator[tuple[Target, Target]]:
    """Yield the points of both versions that answer each other, each one other."""
    both = [
        (pair.old.order, pair.new.order)
        for pair in pairs
        if pair.old and pair.new and pair.old.kind is pair.new.kind is UnitKind.POINT
    ]
    olds, news = Counter(old for old, _ in both), Counter(new for _, new in both)
    return (pair for pair in both if olds[pair[0]] == news[pair[1]] == 1)


def with_listed(
    pieces: tuple[Piece, ...],
    olds: Iterable[Listed],
    news: Iterable[Listed],
    answers: Answers,
) -> tuple[Piece, ...]:
    """Return the pieces of two whole texts, each reference that leads to the same as one piece."""
    waiting = list(news)
    for old in sorted(olds):
        for at, new in enumerate(waiting):
            if _is_same(old[2], new[2], answers):
                pieces = _joined(pieces, old, new)
                del waiting[: at + 1]
                break
    return pieces


def _is_same(olds: Sequence[Target], news: Sequence[Target], answers: Answers) -> bool:
    return len(olds) == len(news) and all(pair in answers for pair in zip(olds, news, strict=True))


def _joined(pieces: tuple[Piece, ...], old: Listed, new: Listed) -> tuple[Piece, ...]:
    """Return pieces with one for a reference, where what stands around it stays as it was."""
    old, new = _narrowed(pieces, old, new)
    ends = [*accumulate(((len(spelled(p.old)), len(spelled(p.new))) for p in pieces), _sum)]
    begins = [(0, 0), *ends[:-1]]
    touched = [
        at
        for at, (begin, end) in enumerate(zip(begins, ends, strict=True))
        if (begin[0] < old[1] and old[0] < end[0]) or (begin[1] < new[1] and new[0] < end[1])
    ]
    if not touched:
        return pieces
    first, last = min(touched), max(touched)
    inside = pieces[first : last + 1]
    if all(piece.kind is PieceKind.EQUAL for piece in inside):
        return pieces
    one, other = _text(inside, is_old=True), _text(inside, is_old=False)
    (at_old, at_new), (end_old, end_new) = begins[first], ends[last]
    before = cut(one, 0, old[0] - at_old), cut(other, 0, new[0] - at_new)
    after = (
        cut(one, old[1] - at_old, end_old - at_old),
        cut(other, new[1] - at_new, end_new - at_new),
    )
    said = cut(one, old[0] - at_old, old[1] - at_old), cut(other, new[0] - at_new, new[1] - at_new)
    if any(tokens(spelled(was)) != tokens(spelled(now)) for was, now in (before, after)):
        return pieces
    if not has_same_words(*said):
        return pieces
    made = [
        Piece(*before, PieceKind.EQUAL),
        Piece(*said, PieceKind.CONSEQUENTIAL),
        Piece(*after, PieceKind.EQUAL),
    ]
    return (*pieces[:first], *_filled(made), *pieces[last + 1 :])


def has_same_words(old: RichText, new: RichText) -> bool:
    """Tell whether parts of two references differ in their numbers alone: another 'en' counts."""
    return _without_numbers(old) == _without_numbers(new)


def _without_numbers(text: RichText) -> list[str]:
    return ["" if _NUMERAL.fullmatch(word) else word for word in tokens(spelled(text))]


def _narrowed(pieces: Iterable[Piece], old: Listed, new: Listed) -> tuple[Listed, Listed]:
    """Return a reference on both sides without the words at its ends that both share."""
    one, other = (
        [*number_spans(spelled(_text(pieces, is_old=is_old))[: side[1]])]
        for is_old, side in ((True, old), (False, new))
    )
    one = [word for word in one if word[1] >= old[0]]
    other = [word for word in other if word[1] >= new[0]]
    while one and other and one[0][0] == other[0][0]:
        del one[0], other[0]
    while one and other and one[-1][0] == other[-1][0]:
        del one[-1], other[-1]
    if not (one and other):
        return old, new
    return (one[0][1], one[-1][2], old[2]), (other[0][1], other[-1][2], new[2])


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _text(pieces: Iterable[Piece], *, is_old: bool) -> RichText:
    return tuple(inline for piece in pieces for inline in (piece.old if is_old else piece.new))


def _filled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    return (piece for piece in pieces if piece.old or piece.new)
