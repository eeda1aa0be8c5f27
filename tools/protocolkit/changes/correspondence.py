"""Which items of two versions correspond: items in groups, and each of their units in a pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

from protocolkit.changes.change_set import Pair
from protocolkit.changes.item_pairing import pair_items
from protocolkit.changes.ordering import keeping_place
from protocolkit.changes.pairing import Link
from protocolkit.changes.pieces import (
    NOTHING,
    Piece,
    PieceKind,
    TextPart,
    pieces_between,
    whole,
)
from protocolkit.changes.spelling import mark_labels
from protocolkit.changes.unit_pairing import Counterpart, answers
from protocolkit.changes.units import Item, ItemKind, Unit
from protocolkit.text.differences import exact_differences

_Homes = tuple[str, str]
"""The anchors of the headings over an item, in the old version and in the new."""

# So that the share of a part is a whole number.
_ONE = 5040

_Notes = tuple[Mapping[str, str], Mapping[str, str]]
"""The name by which each note is known, in the old version and in the new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items that answer each other, and the pairs of their units; one side may be empty."""

    old: tuple[Item, ...]
    new: tuple[Item, ...]
    pairs: tuple[Pair, ...]
    moved: bool


def groups_of(old: Sequence[Item], new: Sequence[Item]) -> tuple[Group, ...]:
    """Return every item of two versions in a group with what answers it, in the new order."""
    links = pair_items(old, new)
    kept = keeping_place(links, _Weights(old, new, links).of)
    places = _joined(links, kept, _moved_along(old, new, links, kept))
    taken_old = {at for olds, _, _ in places for at in olds}
    taken_new = {at for _, news, _ in places for at in news}
    places += [([at], [], False) for at in range(len(old)) if at not in taken_old]
    places += [([], [at], False) for at in range(len(new)) if at not in taken_new]
    notes = _note_names(old, new, links)
    return tuple(
        _group([old[at] for at in olds], [new[at] for at in news], moved, notes)
        for olds, news, moved in places
    )


def in_reading_order(groups: Iterable[Group]) -> tuple[Pair, ...]:
    """Return all pairs in the order of the new version, what was removed where it stood."""
    pairs = [pair for group in groups for pair in group.pairs]
    present = sorted((p for p in pairs if p.new), key=lambda p: (_place(p.new), _place(p.old)))
    gone = sorted((p for p in pairs if not p.new), key=lambda p: _place(p.old))
    after: dict[int, list[Pair]] = defaultdict(list)
    # For each old unit that kept its place: the last pair that it is in.
    last = {p.old.order: at for at, p in enumerate(present) if p.old and not p.moved}
    for pair in gone:
        place = _place(pair.old) - 1
        while place >= 0 and place not in last:
            place -= 1
        at = last.get(place, -1)
        after[at].append(pair)
        last[_place(pair.old)] = at
    ordered = list(after[-1])
    for at, pair in enumerate(present):
        ordered += [pair, *after[at]]
    return tuple(ordered)


def _place(unit: Unit | None) -> int:
    return unit.order if unit else -1


@dataclass(frozen=True)
class _Weights:
    """What it costs to say that an item moved: itself, then its number, then its letters.

    So the fewest are said to move; of as many, those that got another number by it; of those, the
    shortest. A heading takes with it what stands under it.
    """

    old: Sequence[Item]
    new: Sequence[Item]
    links: Sequence[Link]

    def of(self, at_old: int, at_new: int) -> int:
        """Return what it costs of two items that answer each other.

        A trace of the words themselves decides between equals, the same from both sides.
        """
        one, other = self.old[at_old], self.new[at_new]
        said = "\0".join(sorted([one.text, other.text]))
        trace = crc32(said.encode("utf-8", "replace"))
        letters = self._letters(at_old, at_new)
        letters += self._children.get((one.anchor, other.anchor), 0) if one.level else 0
        shares = max(self._counts[0][at_old], self._counts[1][at_new])
        is_same = bool(one.label) and one.label == other.label
        return (((_ONE // shares << 16) + is_same << 48) + letters << 32) + trace

    @cached_property
    def _children(self) -> Mapping[tuple[str, str], int]:
        """How many letters stand under two headings, in items that answer each other."""
        found: dict[tuple[str, str], int] = defaultdict(int)
        for one, other in self.links:
            above = self.old[one].above, self.new[other].above
            found[above] += self._letters(one, other)
        return found

    def _letters(self, at_old: int, at_new: int) -> int:
        """Return how many letters two items have; of one with more parts, each has its share."""
        lengths = _ONE * len(self.old[at_old].text), _ONE * len(self.new[at_new].text)
        return lengths[0] // self._counts[0][at_old] + lengths[1] // self._counts[1][at_new]

    @cached_property
    def _counts(self) -> tuple[Counter[int], Counter[int]]:
        return Counter(one for one, _ in self.links), Counter(other for _, other in self.links)


def _moved_along(
    old: Sequence[Item], new: Sequence[Item], links: Sequence[Link], kept: frozenset[int]
) -> Mapping[int, int]:
    """Return the links that moved with one of the same item, from one heading to one heading.

    The other link is that of the part before. What stands between came from elsewhere.
    """
    last: dict[tuple[int, int, _Homes], int] = {}
    along: dict[int, int] = {}
    moved: dict[_Homes, list[int]] = defaultdict(list)
    for at in sorted((at for at in range(len(links)) if at not in kept), key=lambda at: links[at]):
        homes = old[links[at][0]].above, new[links[at][1]].above
        moved[homes].append(at)
    for homes, found in moved.items():
        for at in found:
            for side in (0, 1):
                key = side, links[at][side], homes
                if key in last and not _stands_between(links, found, (last[key], at), 1 - side):
                    along[at] = last[key]
                last[key] = at
    return along


def _stands_between(
    links: Sequence[Link], found: Iterable[int], parts: tuple[int, int], side: int
) -> bool:
    """Tell whether one of the found links stands between two, on a side."""
    begin, end = (links[at][side] for at in parts)
    return any(begin < links[at][side] < end for at in found)


def _joined(
    links: Sequence[Link], kept: frozenset[int], along: Mapping[int, int]
) -> list[tuple[list[int], list[int], bool]]:
    """Group the links that share an item; a part that left its whole stands alone."""
    groups: list[tuple[list[int], list[int], bool]] = []
    holding: dict[tuple[str, int], int] = {}
    group_of: dict[int, int] = {}
    for at in sorted(range(len(links)), key=lambda at: (at not in kept, links[at])):
        one, other = links[at]
        found = {holding[key] for key in (("old", one), ("new", other)) if key in holding}
        if not found:
            group_of[at] = len(groups)
            groups.append(([one], [other], at not in kept))
        elif len(found) == 1 and (at in kept or group_of.get(along.get(at, -1)) in found):
            group_of[at] = min(found)
            olds, news, _ = groups[min(found)]
            olds += [one] if one not in olds else []
            news += [other] if other not in news else []
        if at in group_of:
            holding["old", one] = holding["new", other] = group_of[at]
    return [(sorted(olds), sorted(news), moved) for olds, news, moved in groups]


def _note_names(old: Sequence[Item], new: Sequence[Item], links: Iterable[Link]) -> _Notes:
    """Give notes that answer each other one name, so that a new number is not a new mark."""
    olds = {item.note: f"old {item.note}" for item in old if item.kind is ItemKind.NOTE}
    news = {item.note: f"new {item.note}" for item in new if item.kind is ItemKind.NOTE}
    for one, other in links:
        if old[one].kind is new[other].kind is ItemKind.NOTE:
            news[new[other].note] = olds[old[one].note]
    return olds, news


def _group(olds: Sequence[Item], news: Sequence[Item], moved: bool, notes: _Notes) -> Group:
    old_units = [unit for item in olds for unit in item.units]
    new_units = [unit for item in news for unit in item.units]
    found = answers(old_units, new_units)
    pairs = tuple(pair for answer in found for pair in _pairs(answer, moved, notes))
    return Group(old=tuple(olds), new=tuple(news), pairs=pairs, moved=moved)


def _pairs(answer: Counterpart, moved: bool, notes: _Notes) -> Iterator[Pair]:
    if len(answer.old) == len(answer.new) == 1 and _reads_the_same(answer, notes):
        [old], [new] = answer.old, answer.new
        pieces = (Piece(old.text, new.text, PieceKind.EQUAL),) if old.text else ()
        yield Pair(old=old, new=new, pieces=pieces, moved=moved or answer.moved)
        return
    olds = [whole(unit.text, notes[0]) for unit in answer.old]
    news = [whole(unit.text, notes[1]) for unit in answer.new]
    if len(olds) > 1 or len(news) > 1:
        yield from _parts(answer, olds, news, moved=moved or answer.moved)
        return
    has_both = bool(answer.old and answer.new)
    yield Pair(
        old=answer.old[0] if answer.old else None,
        new=answer.new[0] if answer.new else None,
        pieces=pieces_between(olds[0] if olds else NOTHING, news[0] if news else NOTHING),
        moved=has_both and (moved or answer.moved),
    )


def _reads_the_same(answer: Counterpart, notes: _Notes) -> bool:
    """Tell whether two units have the same signs and call the same notes: most units have."""
    [old], [new] = answer.old, answer.new
    if old.spelled != new.spelled:
        return False
    called = [notes[0].get(label, label) for label in mark_labels(old.text)]
    return called == [notes[1].get(label, label) for label in mark_labels(new.text)]


def _parts(
    answer: Counterpart, olds: Sequence[TextPart], news: Sequence[TextPart], *, moved: bool
) -> Iterator[Pair]:
    """Yield the pairs of a unit that was split, or of units that became one."""
    wholes, parts = (olds, news) if len(news) > 1 else (news, olds)
    cuts = _cuts(wholes[0], parts)
    for at, part in enumerate(parts):
        share = _part(wholes[0], cuts[at], cuts[at + 1])
        one, other = (share, part) if parts is news else (part, share)
        yield Pair(
            old=answer.old[0 if parts is news else at],
            new=answer.new[at if parts is news else 0],
            pieces=pieces_between(one, other),
            moved=moved,
            goes_on=at > 0,
        )


def _cuts(one: TextPart, parts: Sequence[TextPart]) -> list[int]:
    """Return the words at which a whole is cut, so that each part has its share of it.

    Words of the whole that stand in no part belong to the part that ends or goes on there.
    """
    keys = [word.key for word in one.words]
    runs = exact_differences(keys, [word.key for part in parts for word in part.words])
    lengths = [(len(run.old), len(run.new), run.old == run.new) for run in runs]
    cuts, due = [0], 0
    for part in parts[:-1]:
        due += len(part.words)
        cuts.append(_place_in_whole(lengths, due))
    return [*cuts, len(keys)]


def _place_in_whole(lengths: Iterable[tuple[int, int, bool]], due: int) -> int:
    """Return how many words of the whole come before a number of words of the parts."""
    at_whole = at_parts = 0
    for old, new, is_equal in lengths:
        if at_parts + new > due:
            inside = due - at_parts
            return at_whole + (inside if is_equal else old if inside else 0)
        at_whole += old
        at_parts += new
    return at_whole


def _part(one: TextPart, begin: int, end: int) -> TextPart:
    """Return part of a whole by its words; the spaces before a part are the earlier one's."""
    words = one.words
    first = words[begin].begin if 0 < begin < len(words) else one.begin
    last = words[end].begin if end < len(words) else one.end
    if begin >= len(words) and begin > 0:
        first = one.end
    return TextPart(one.text, words[begin:end], first, max(first, last))
