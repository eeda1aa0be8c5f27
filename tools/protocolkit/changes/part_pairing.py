"""Which items are the parts of one item: what was split, or several that became one.

Parts stand between the same neighbours as their whole, together at another place, or beside the
part that is known already. Every rule reads the same from both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from protocolkit.changes.likeness import Bag, bag_of, coverage, likeness
from protocolkit.changes.pairing import Bags, Link, Pairing
from protocolkit.changes.shared_passages import has_passages, is_nearly
from protocolkit.changes.units import Item, ItemKind

# The least likeness of an item and of its parts together.
_TOGETHER = 0.6
# With fewer words a text is known again nowhere.
_TELLING = 3
# How much of an item must stand in what another one lost, for it to be a part of that.
_PART = 0.6
# With fewer words that went, it tells nothing that they stand in something new.
_WENT = 8
# How far from each other two parts of one that went elsewhere stand at most, counted in items.
_STEP = 2
_MOST_ELSEWHERE = 40_000


def wholes_in(
    pairing: Pairing, gaps: Iterable[tuple[list[int], list[int]]], *, is_split: bool
) -> Iterator[Link]:
    """Link an item to all of its parts, where no part is alike enough to be the same by itself.

    ``gaps`` are the items without a link between the same neighbours. The first link is made like
    any other; those to the further parts are yielded.
    """
    for olds, news in gaps:
        wholes, parts = (olds, news) if is_split else (news, olds)
        for whole in wholes:
            own = [at for at in parts if at in (pairing.free_new if is_split else pairing.free_old)]
            found = _parts_of(pairing, whole, own, is_split=is_split)
            yield from _linked(pairing, whole, found, is_split=is_split)


def wholes_elsewhere(pairing: Pairing, *, is_split: bool) -> Iterator[Link]:
    """Link an item to parts that stand beside each other, wherever that is."""
    if len(pairing.free_old) * len(pairing.free_new) > _MOST_ELSEWHERE:
        return
    wholes, free = pairing.free_old, pairing.free_new
    if not is_split:
        wholes, free = free, wholes
    for whole in list(wholes):
        own = _candidates(pairing, whole, list(free), is_split=is_split)
        starts = [0, *(at for at in range(1, len(own)) if own[at] - own[at - 1] > _STEP), len(own)]
        runs = [own[begin:end] for begin, end in pairwise(starts)]
        found = [_parts_of(pairing, whole, run, is_split=is_split) for run in runs]
        if any(found):
            yield from _linked(pairing, whole, max(found, key=len), is_split=is_split)


def _linked(
    pairing: Pairing, whole: int, parts: Sequence[int], *, is_split: bool
) -> Iterator[Link]:
    for number, part in enumerate(parts):
        link = (whole, part) if is_split else (part, whole)
        if number == 0:
            pairing.join(*link)
        else:
            del (pairing.free_new if is_split else pairing.free_old)[part]
            yield link


def _parts_of(pairing: Pairing, whole: int, parts: Sequence[int], *, is_split: bool) -> list[int]:
    """Return which items are the parts of one; none when together they are not most of it."""
    own_bags = pairing.old_bags if is_split else pairing.new_bags
    others = pairing.new if is_split else pairing.old
    found = _candidates(pairing, whole, parts, is_split=is_split)
    together = bag_of(word for at in found for word in others[at].words)
    is_most = len(found) > 1 and likeness(together, own_bags[whole]) >= _TOGETHER
    return found if is_most else []


def _candidates(pairing: Pairing, whole: int, parts: Sequence[int], *, is_split: bool) -> list[int]:
    """Return which items say little that one does not say too."""
    items = pairing.old, pairing.new
    bags = pairing.old_bags, pairing.new_bags
    (own, others), (own_bags, other_bags) = (items, bags) if is_split else (items[::-1], bags[::-1])
    return [
        at
        for at in parts
        if own[whole].kind is others[at].kind is not ItemKind.HEADING
        and len(others[at].words) >= _TELLING
        and coverage(other_bags[at], own_bags[whole]) >= _PART
    ]


def parts_beside(pairing: Pairing, *, is_split: bool) -> Iterator[Link]:
    """Yield the links of items that are a part of an item nearby, which lost their words.

    A new item that says what an old one no longer says was split off it; an old item whose words
    now stand in a new one was merged into it.
    """
    wholes, parts = (pairing.old, pairing.new) if is_split else (pairing.new, pairing.old)
    whole_bags = pairing.old_bags if is_split else pairing.new_bags
    part_bags = pairing.new_bags if is_split else pairing.old_bags
    free = pairing.free_new if is_split else pairing.free_old
    partners = defaultdict(list)
    for one, other in pairing.links:
        partners[other if is_split else one].append(one if is_split else other)
    lost: dict[int, Bag] = {}
    for at in list(free):
        near = [w for step in (at - 1, at + 1, at - 2, at + 2) for w in partners.get(step, ())]
        for whole in near:
            if whole not in lost:
                lost[whole] = _lost(whole_bags[whole], part_bags, partners, whole)
        fitting = [
            (-share, abs(wholes[whole].order - parts[at].order), whole)
            for whole in dict.fromkeys(near)
            if wholes[whole].kind is parts[at].kind is not ItemKind.HEADING
            and len(parts[at].words) >= _TELLING
            and (
                (share := coverage(part_bags[at], lost[whole])) >= _PART
                or (
                    _has_all(wholes[whole], lost[whole], parts[at], part_bags[at])
                    and likeness(whole_bags[whole], _together(part_bags, partners, whole, at))
                    >= _TOGETHER
                )
            )
        ]
        if fitting:
            whole = min(fitting)[-1]
            lost[whole] -= part_bags[at]
            partners[at].append(whole)
            del free[at]
            yield (whole, at) if is_split else (at, whole)


def _has_all(whole: Item, lost: Bag, part: Item, bag: Bag) -> bool:
    """Tell whether a passage that went from an item stands in a part, whatever else that says."""
    number = lost.words.total()
    if number < _WENT or not is_nearly(coverage(lost, bag), 1):
        return False
    return has_passages(number, whole.words, part.words)


def _together(part_bags: Bags, partners: Mapping[int, Sequence[int]], whole: int, at: int) -> Bag:
    """Return the words of a part and of those that an item has already."""
    own = (part for part, wholes in partners.items() if whole in wholes)
    return sum((part_bags[part] for part in own), part_bags[at])


def _lost(whole: Bag, part_bags: Bags, partners: Mapping[int, Sequence[int]], at: int) -> Bag:
    """Return the words of an item that stand in none of its parts."""
    for part, wholes in partners.items():
        if at in wholes:
            whole -= part_bags[part]
    return whole
