"""Which items are the parts of one item: what was split, or several that became one.

Parts stand between the same neighbours as their whole, together at another place, or beside the
part that is known already. Every rule reads the same from both sides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from protocolkit.changes.likeness import Bag, bag_of, coverage, likeness, trace
from protocolkit.changes.pairing import Bags, Link, Pairing
from protocolkit.changes.shared_passages import (
    has_passages,
    is_nearly,
    stands_in_a_row,
    stays_in,
)
from protocolkit.changes.units import Item, ItemKind

# The least likeness of an item and of its parts together.
_TOGETHER = 0.6
# With fewer words a text is known again nowhere.
_TELLING = 3
# With so many times the words of another text, it has any few of its words by chance.
_SHORT = 10
# How much of an item must stand in what another one lost, for it to be a part of that.
_PART = 0.6
# With fewer words that went, it tells nothing that they stand in something new.
_WENT = 8
# How far from each other two parts of one that went elsewhere stand at most, counted in items.
_STEP = 4
_MOST_ANYWHERE = 40_000


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


def wholes_anywhere(pairing: Pairing, least: float) -> Iterator[Link]:
    """Link items to parts that stand beside each other, wherever that is, the most alike first.

    ``least`` is how alike an item and its parts together must be, and how much of each part must
    stand in the item, as a passage.
    """
    if len(pairing.free_old) * len(pairing.free_new) > _MOST_ANYWHERE:
        return
    found = [
        (-worth, is_split, whole, parts)
        for is_split in (True, False)
        for whole, parts, worth in _wholes_with_parts(pairing, least, is_split=is_split)
    ]
    for _, is_split, whole, parts in sorted(found):
        wholes, others = pairing.free_old, pairing.free_new
        if not is_split:
            wholes, others = others, wholes
        if whole in wholes and all(part in others for part in parts):
            yield from _linked(pairing, whole, parts, is_split=is_split)


def _wholes_with_parts(
    pairing: Pairing, least: float, *, is_split: bool
) -> Iterator[tuple[int, list[int], float]]:
    wholes, free = pairing.free_old, pairing.free_new
    items, others = pairing.old, pairing.new
    bags, other_bags = pairing.old_bags, pairing.new_bags
    if not is_split:
        wholes, free, items, others = free, wholes, others, items
        bags, other_bags = other_bags, bags
    sharing = _by_content({at: other_bags[at] for at in free})
    for whole in wholes:
        own = [at for at in sharing(bags[whole]) if len(others[at].words) < len(items[whole].words)]
        if len(own) < 2:
            continue
        covered = [
            at
            for at in _candidates(pairing, whole, own, is_split=is_split)
            if coverage(other_bags[at], bags[whole]) >= least
        ]
        fitting = [
            at
            for near in _together_in(covered)
            for at in near
            if stays_in(others[at].words, items[whole].words)
        ]
        for run in _together_in(fitting):
            parts = _without_staying(pairing, whole, run, is_split=is_split)
            if len(parts) < 2:
                continue
            together = bag_of(word for at in parts for word in others[at].words)
            worth = likeness(together, bags[whole]) + trace(together, bags[whole])
            if worth >= least:
                yield whole, parts, worth


def _without_staying(
    pairing: Pairing, whole: int, parts: Sequence[int], *, is_split: bool
) -> list[int]:
    """Return the parts without those that stay where they are, and bring the whole no words.

    Each word of the whole is used once: what the other parts have too, a part does not bring.
    """
    bags, part_bags = pairing.old_bags, pairing.new_bags
    if not is_split:
        bags, part_bags = part_bags, bags
    left, together = [*parts], bag_of(())
    for at in parts:
        together += part_bags[at]
    while len(left) > 1:
        idle = []
        for at in left:
            share = coverage(part_bags[at], bags[whole] - (together - part_bags[at]))
            if share < _PART and _stays(pairing, whole, at, is_split=is_split):
                idle.append((share, at))
        if not idle:
            break
        _, at = min(idle)
        left.remove(at)
        together -= part_bags[at]
    return left


def _stays(pairing: Pairing, whole: int, part: int, *, is_split: bool) -> bool:
    """Tell whether a part is like another item than the whole, by its anchor or in its place."""
    items, others, free = pairing.new, pairing.old, pairing.free_old
    linked = {other: one for one, other in pairing.links}
    if not is_split:
        items, others, free = others, items, pairing.free_new
        linked = dict(pairing.links)
    anchor = items[part].anchor
    own = {at for at in free if anchor and others[at].anchor == anchor}
    for step in (-1, 1):
        near = part
        while 0 <= near < len(items) and near not in linked:
            near += step
        ends = {-1: -1, len(items): len(others)}
        own.add(part - near + (linked[near] if near in linked else ends[near]))
    return any(
        pairing.likeness(*((at, part) if is_split else (part, at))) >= _TOGETHER
        for at in own
        if at in free and at != whole
    )


def _together_in(places: Sequence[int]) -> list[list[int]]:
    """Return the places that stand by each other, two or more at a time."""
    ends = [at for at in range(1, len(places)) if places[at] - places[at - 1] > _STEP]
    runs = [list(places[begin:end]) for begin, end in pairwise([0, *ends, len(places)])]
    return [run for run in runs if len(run) > 1]


def _by_content(bags: Mapping[int, Bag]) -> Callable[[Bag], list[int]]:
    """Return what gives the texts of which most words with meaning stand in a whole, in order."""
    holding = defaultdict[str, list[int]](list)
    for at, bag in bags.items():
        for word in bag.content:
            holding[word].append(at)
    needs = {at: _PART * len(bag.content) for at, bag in bags.items()}
    bare = [at for at, bag in bags.items() if not bag.content]

    def sharing(whole: Bag) -> list[int]:
        found = Counter(chain.from_iterable([holding[w] for w in whole.content if w in holding]))
        return sorted([at for at, count in found.items() if count >= needs[at]] + bare)

    return sharing


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
        if _can_be_part(others[at], own[whole])
        and coverage(other_bags[at], own_bags[whole]) >= _PART
    ]


def parts_beside(pairing: Pairing, *, is_split: bool) -> Iterator[Link]:
    """Yield the links of items that are a part of an item nearby, which lost their words.

    A new item that says what an old one no longer says was split off it; an old item whose words
    now stand in a new one was merged into it.
    """
    wholes, parts, free = pairing.old, pairing.new, pairing.free_new
    whole_bags, part_bags = pairing.old_bags, pairing.new_bags
    if not is_split:
        wholes, parts, free = parts, wholes, pairing.free_old
        whole_bags, part_bags = part_bags, whole_bags
    partners, lost = _partners(pairing, is_split=is_split), dict[int, Bag]()
    waiting = [*reversed(free)]
    while waiting:
        if (at := waiting.pop()) not in free:
            continue
        near = [w for step in (at - 1, at + 1, at - 2, at + 2) for w in partners.get(step, ())]
        for whole in {*near} - lost.keys():
            lost[whole] = _lost(whole_bags[whole], part_bags, partners, whole)
        fitting = [
            (-share, abs(wholes[whole].order - parts[at].order), whole)
            for whole in dict.fromkeys(near)
            if _can_be_part(parts[at], wholes[whole])
            and (
                (share := coverage(part_bags[at], lost[whole])) >= _PART
                or (
                    _has_all(wholes[whole], lost[whole], parts[at], part_bags[at])
                    and _is_most(whole_bags[whole], _together(part_bags, partners, whole, at))
                )
            )
        ]
        if fitting:
            whole = min(fitting)[-1]
            lost[whole] -= part_bags[at]
            partners[at].append(whole)
            del free[at]
            # what stands before it may be a part of the same whole, now that this one is
            waiting += [one for one in (at - 2, at - 1) if one in free]
            yield (whole, at) if is_split else (at, whole)


def _partners(pairing: Pairing, *, is_split: bool) -> dict[int, list[int]]:
    """Return which wholes each part has a link with; what was emptied has none."""
    partners = defaultdict(list)
    for one, other in pairing.links:
        if pairing.old[one].is_repealed != pairing.new[other].is_repealed:
            continue
        partners[other if is_split else one].append(one if is_split else other)
    return partners


def _is_most(whole: Bag, together: Bag) -> bool:
    return likeness(whole, together) >= _TOGETHER


def _can_be_part(part: Item, whole: Item) -> bool:
    """Tell whether an item can be a part; of very few words, all stand in the whole in a row."""
    if part.kind is not whole.kind or whole.kind is ItemKind.HEADING:
        return False
    if len(part.words) < _TELLING:
        return False
    is_short = _SHORT * len(part.words) < len(whole.words)
    return not is_short or stands_in_a_row(part.words, whole.words)


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
