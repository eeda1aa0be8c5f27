"""References to several places that only got other numbers, whole: 'eerste en tweede lid'.

Word by word 'eerste en tweede' and 'tweede en derde' share a word in another place. So such a
reference is laid on the one of the other version as a whole; where both lead to the same places, it
is one consequence of other numbers. Where they do not, or a letter leads to no one point for sure,
it counts: all of it leads to the same, or nothing of it is told as following.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from protocolkit.changes.own_numbers import Citations
from protocolkit.changes.pieces import Piece, PieceKind, pieces_between, whole
from protocolkit.changes.reference_places import Places
from protocolkit.changes.spelling import cut, spelled
from protocolkit.changes.units import Item, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import RichText
from protocolkit.references.citation_index import CitationTarget
from protocolkit.references.citations import ORDINAL
from protocolkit.references.enumerations import resolve_enumerations
from protocolkit.text.heading_numbers import counting_words_in, without_counting_words
from protocolkit.text.late_patterns import late
from protocolkit.text.markers import parse_number
from protocolkit.text.whole_numbers import number_spans
from protocolkit.text.words import tokens

# Words that a list of numbers has more or fewer of when it is longer or shorter. 'Of' is none: it
# says something else than 'en'.
_LISTING = {"", ",", "en", "tot", "met", "t/m", "-", "–", "lid", "leden"}
_NUMERAL = late(rf"{ORDINAL}|\S*\d\S*|[a-z]|[IVXLC]+|[A-H]")

Target = str | int
"""What a reference leads to: an anchor, or the order of the unit that a point begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Where a reference stands in a spelled text, what it leads to, and by what numbers.

    ``is_in_order`` tells that it names the places as they stand in the text; ``called`` are the
    words by which these are counted: articles, annexes.
    """

    start: int
    end: int
    targets: tuple[Target, ...]
    named: tuple[tuple[str, str, str], ...]
    is_in_order: bool
    called: frozenset[str]


_Span = tuple[int, int]
_Points = Mapping[tuple[str, str], Sequence[Unit]]


def listed_references(
    protocol: Protocol, places: Places, items: Iterable[Item], citations: Citations
) -> dict[int, list[Listed]]:
    """Return the references of each unit, by its order; one with note marks in it is left out.

    So is one to a point of which there is more than one, or none.
    """
    found: dict[int, list[Listed]] = defaultdict(list)
    items = tuple(items)
    points = _points(items)
    orders: dict[Target, int] = {item.anchor: item.order for item in items}
    for one in resolve_enumerations(protocol, {anchor for anchor, _ in places}):
        unit = places.get((one.anchor, one.block))
        targets = tuple(_target(place, points) for place in one.targets)
        if unit is not None and unit.spelled.isprintable() and "" not in targets:
            places_in_text = [_order(target, orders) for target in targets]
            is_in_order = places_in_text == sorted(places_in_text)
            found[unit.order].append(
                Listed(
                    start=one.start,
                    end=one.end,
                    targets=targets,
                    named=one.named,
                    is_in_order=is_in_order,
                    called=counting_words_in(" ".join(citations.of(p.anchor) for p in one.targets)),
                )
            )
    return found


def _order(target: Target, orders: Mapping[Target, int]) -> int:
    return target if isinstance(target, int) else orders.get(target, -1)


def _points(items: Iterable[Item]) -> _Points:
    """Return the units that points begin with, by the anchors around each and its name."""
    found: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for item in items:
        for unit in item.units:
            if unit.kind is UnitKind.POINT:
                for anchor in {item.anchor, unit.point} - {""}:
                    found[anchor, str(parse_number(unit.marker))].append(unit)
    return found


def _target(place: CitationTarget, points: _Points) -> Target:
    if not place.point:
        return place.anchor
    named = points.get((place.anchor, place.point), ())
    if len(named) != 1:
        return ""
    [unit] = named
    return unit.order if len(points[unit.anchor, place.point]) == 1 else ""


class Answers:
    """Which places of the two versions are one place, in sets: a clause and its parts are one set.

    Whoever names one place may name a part of it afterwards, or what it became a part of; a list
    that names more or fewer places than before has to name all of each.
    """

    def __init__(self, pairs: Iterable[tuple[Target, Target]]) -> None:
        self._olds: dict[Target, tuple[frozenset[Target], frozenset[Target]]] = {}
        self._news: dict[Target, tuple[frozenset[Target], frozenset[Target]]] = {}
        joined: dict[tuple[bool, Target], set[tuple[bool, Target]]] = {}
        for one, other in pairs:
            ends = (True, one), (False, other)
            together = set(ends).union(*(joined.get(end, ()) for end in ends))
            joined |= dict.fromkeys(together, together)
        for (is_old, target), together in joined.items():
            sides = (
                frozenset(end[1] for end in together if end[0]),
                frozenset(end[1] for end in together if not end[0]),
            )
            (self._olds if is_old else self._news)[target] = sides

    @property
    def anchors(self) -> Iterator[tuple[str, str]]:
        """The anchors of both versions that are each other; each part is what its whole was."""
        for one, (_, news) in self._olds.items():
            if isinstance(one, str):
                yield from ((one, other) for other in news if isinstance(other, str))

    def is_same(self, old: Listed, new: Listed) -> bool:
        """Tell whether two references lead to the same places, all of each, in the same order.

        Where each place has one in the other, a part may stand for its whole.
        """
        if self._is_in_step(old.targets, new.targets):
            return True
        olds, news = frozenset(old.targets), frozenset(new.targets)
        sides = {self._olds.get(one) for one in olds} | {self._news.get(one) for one in news}
        named = [side for side in sides if side]
        if len(named) < len(sides):
            return False
        is_whole = (
            frozenset().union(*(side[0] for side in named)) == olds
            and frozenset().union(*(side[1] for side in named)) == news
        )
        return is_whole and old.is_in_order and new.is_in_order

    def _is_in_step(self, olds: Sequence[Target], news: Sequence[Target]) -> bool:
        return len(olds) == len(news) and all(
            one in self._olds and other in self._olds[one][1]
            for one, other in zip(olds, news, strict=True)
        )


def with_listed(
    pieces: tuple[Piece, ...],
    olds: Iterable[Listed],
    news: Iterable[Listed],
    answers: Answers,
) -> tuple[Piece, ...]:
    """Return the pieces of two whole texts, each reference that leads to the same as one piece."""
    waiting = list(news)
    for old in sorted(olds, key=lambda one: one.start):
        for at, new in enumerate(waiting):
            if answers.is_same(old, new):
                pieces = _joined(pieces, old, new)
                del waiting[: at + 1]
                break
    return pieces


def _joined(pieces: tuple[Piece, ...], old: Listed, new: Listed) -> tuple[Piece, ...]:
    """Return pieces with one for a reference, where it differs in its numbers alone.

    One that names the same place by the same number was put in other words: these are a change.
    """
    if old.named == new.named and old.called == new.called:
        return pieces
    sides = _text(pieces, is_old=True), _text(pieces, is_old=False)
    said = cut(sides[0], old.start, old.end), cut(sides[1], new.start, new.end)
    is_longer = {*old.named} != {*new.named} and _without_list(said[0]) == _without_list(said[1])
    if not (is_longer or has_same_words(*said)) or _counts_otherwise(said, old, new):
        return pieces
    span, other = _narrowed(sides, old, new)
    ends = [*accumulate(((len(spelled(p.old)), len(spelled(p.new))) for p in pieces), _sum)]
    begins = [(0, 0), *ends[:-1]]
    touched = [
        at
        for at, (begin, end) in enumerate(zip(begins, ends, strict=True))
        if (begin[0] < span[1] and span[0] < end[0]) or (begin[1] < other[1] and other[0] < end[1])
    ]
    if not touched:
        return pieces
    first, last = min(touched), max(touched)
    if all(piece.kind is PieceKind.EQUAL for piece in pieces[first : last + 1]):
        return pieces
    (at_old, at_new), (end_old, end_new) = begins[first], ends[last]
    made = [
        *_between(cut(sides[0], at_old, span[0]), cut(sides[1], at_new, other[0])),
        Piece(cut(sides[0], *span), cut(sides[1], *other), PieceKind.CONSEQUENTIAL),
        *_between(cut(sides[0], span[1], end_old), cut(sides[1], other[1], end_new)),
    ]
    return (*pieces[:first], *made, *pieces[last + 1 :])


def _between(old: RichText, new: RichText) -> tuple[Piece, ...]:
    return pieces_between(whole(old, {}), whole(new, {}))


def _counts_otherwise(said: tuple[RichText, RichText], old: Listed, new: Listed) -> bool:
    """Tell whether 'artikel' became 'paragraaf', and what is cited is called as it was."""
    one, other = (counting_words_in(spelled(text)) for text in said)
    follows = old.called != new.called and one <= old.called and other <= new.called
    return one != other and not follows


def has_same_words(old: RichText, new: RichText) -> bool:
    """Tell whether parts of two references differ in their numbers alone: another 'en' counts.

    Whether they are numbers of articles or of chapters, who asks holds to what is cited.
    """
    return _without_numbers(old) == _without_numbers(new)


def _without_numbers(text: RichText) -> list[str]:
    words = tokens(without_counting_words(spelled(text)))
    return ["" if _NUMERAL.fullmatch(word) else word for word in words]


def _without_list(text: RichText) -> list[str]:
    """Return the words of a reference without those that a longer list has more of."""
    return [word for word in _without_numbers(text) if word not in _LISTING]


def _narrowed(sides: tuple[RichText, RichText], old: Listed, new: Listed) -> tuple[_Span, _Span]:
    """Return where a reference stands on both sides without the words at its ends of both."""
    one, other = (
        [word for word in number_spans(spelled(text)[: listed.end]) if word[1] >= listed.start]
        for text, listed in zip(sides, (old, new), strict=True)
    )
    while one and other and one[0][0] == other[0][0]:
        del one[0], other[0]
    while one and other and one[-1][0] == other[-1][0]:
        del one[-1], other[-1]
    if not (one and other):
        return (old.start, old.end), (new.start, new.end)
    return (one[0][1], one[-1][2]), (other[0][1], other[-1][2])


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _text(pieces: Iterable[Piece], *, is_old: bool) -> RichText:
    return tuple(inline for piece in pieces for inline in (piece.old if is_old else piece.new))
