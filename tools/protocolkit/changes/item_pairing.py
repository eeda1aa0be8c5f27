"""Which items of two versions are the same: by anchor, by equal words, in order, moved, in parts.

An anchor is believed when the words do not speak against it: one that was used again for something
else leads nowhere. Every rule reads the same from both sides, so that swapping the versions swaps
the answer. Places are those in the two lists of items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from itertools import pairwise

from protocolkit.changes.heading_pairing import pair_headings
from protocolkit.changes.likeness import bag_of, coverage, likeness, trace
from protocolkit.changes.many_alike import most_alike
from protocolkit.changes.note_pairing import pair_equal_notes
from protocolkit.changes.ordering import keeping_place
from protocolkit.changes.pairing import Link, Pairing, is_fit
from protocolkit.changes.part_pairing import parts_beside, wholes_anywhere, wholes_in
from protocolkit.changes.sequence_pairing import in_order
from protocolkit.changes.shared_passages import stays_in
from protocolkit.changes.units import Item, ItemKind
from protocolkit.text.words import tokens

# The least likeness of two items under one anchor, of neighbours in order, and of what moved.
_SAME_ANCHOR, _IN_ORDER, _ELSEWHERE = 0.2, 0.45, 0.6
# The least likeness of an item and all of its parts, to be found before anchors are looked at.
_EXACTLY = 0.9
# How much more alike another item must be before it is believed instead of the anchor.
_RIVAL = 0.2
# More than any two items can be alike, with the trace of their words.
_WHOLLY = 1.00001
# In a text with fewer words, one changed word is most of it.
_SHORT = 6
# With fewer words a text is not known again wherever it stands.
_TELLING = 3
# How much of the shorter of two items under one anchor must stand in the other.
_PART = 0.6
_LEADS_ON = "zie"
_MOST_IN_GAP = 40_000
_ROUNDS = 8


def pair_items(old: Sequence[Item], new: Sequence[Item]) -> tuple[Link, ...]:
    """Return which old item answers which new one; an item that was split or merged has several."""
    pairing = Pairing(old, new)
    pair_equal_notes(pairing)
    _pair_repeals(pairing)
    _pair_unique(pairing, lambda item: (item.kind, item.anchor, item.text))
    _pair_unique(pairing, lambda item: (item.kind, item.anchor, item.words))
    _pair_unique(pairing, lambda item: item.kind if item.kind is ItemKind.TITLE else None)
    _pair_unique(pairing, _telling_key)
    parts = [*wholes_anywhere(pairing, _EXACTLY)]
    _pair_by_anchor(pairing)
    _pair_in_order(pairing)
    for is_split in (True, False):
        parts += wholes_in(pairing, _gaps(pairing), is_split=is_split)
    _pair_elsewhere(pairing)
    parts += wholes_anywhere(pairing, _ELSEWHERE)
    _pair_unique(pairing, lambda item: (item.kind, item.words) if item.words else None)
    pair_headings(pairing)
    for is_split in (True, False):
        parts += parts_beside(pairing, is_split=is_split)
    return tuple(sorted([*pairing.links, *parts], key=lambda link: (link[1], link[0])))


def _pair_repeals(pairing: Pairing) -> None:
    """Link a clause that was emptied to 'Vervallen' under its own number, or filled in again.

    Its place stays, whatever says the same near it: that is new. One that says where to look
    ('Vervallen, zie lid 3') tells that its words moved on, as does all of them elsewhere.
    """
    olds = _alone((at, _numbered_key(pairing.old[at])) for at in pairing.free_old)
    news = _alone((at, _numbered_key(pairing.new[at])) for at in pairing.free_new)
    for key, one in olds.items():
        if (other := news.get(key)) is None:
            continue
        ends = pairing.old[one], pairing.new[other]
        if ends[0].is_repealed == ends[1].is_repealed:
            continue
        full, empty = ends if ends[1].is_repealed else ends[::-1]
        sides = (pairing.old, pairing.new) if ends[1].is_repealed else (pairing.new, pairing.old)
        at = one if ends[1].is_repealed else other
        is_gone = _moved_on(full, empty, sides[1]) or _is_numbered_anew(sides[0], at, sides[1])
        if _LEADS_ON not in empty.words and not is_gone:
            pairing.join(one, other)


def _is_numbered_anew(own: Sequence[Item], at: int, beside: Sequence[Item]) -> bool:
    """Tell whether an item and the one before it stand word for word together under other names.

    Then the names moved along with a whole stretch, and what has this name now is another clause.
    """
    before = own[at - 1] if at else None
    if before is None or not before.anchor or len(before.words) < _TELLING:
        return False
    return any(
        one.words == before.words
        and one.anchor != before.anchor
        and two.words == own[at].words
        and two.anchor != own[at].anchor
        for one, two in pairwise(beside)
    )


def _moved_on(full: Item, empty: Item, beside: Sequence[Item]) -> bool:
    """Tell whether all words of an item stand under another heading than where it was emptied."""
    parts = (
        item.words
        for item in beside
        if item.kind is full.kind
        and item.above != empty.above
        and len(item.words) >= _TELLING
        and stays_in(item.words, full.words)
    )
    return (
        likeness(bag_of(word for words in parts for word in words), bag_of(full.words)) >= _EXACTLY
    )


def _numbered_key(item: Item) -> Hashable:
    is_numbered = item.kind is ItemKind.CLAUSE and item.anchor and item.marker
    return (item.anchor, item.marker) if is_numbered else None


def _telling_key(item: Item) -> Hashable:
    if len(item.words) < _TELLING:
        return None
    return item.words, item.kind is ItemKind.NOTE


def _pair_unique(pairing: Pairing, key: Callable[[Item], Hashable]) -> None:
    """Link two items when each is the only one of its side with a key; None is no key."""
    olds = _alone((at, key(pairing.old[at])) for at in pairing.free_old)
    news = _alone((at, key(pairing.new[at])) for at in pairing.free_new)
    for found, one in olds.items():
        if (other := news.get(found)) is not None:
            pairing.join(one, other)


def _alone(keyed: Iterator[tuple[int, Hashable]]) -> dict[Hashable, int]:
    found = [(at, key) for at, key in keyed if key is not None]
    counted = Counter(key for _, key in found)
    return {key: at for at, key in found if counted[key] == 1}


def _pair_by_anchor(pairing: Pairing) -> None:
    """Link what kept its anchor, where the words allow it and nothing else fits much better."""
    news = _alone((at, pairing.new[at].anchor or None) for at in pairing.free_new)
    olds = _alone((at, pairing.old[at].anchor or None) for at in pairing.free_old)
    same = [(one, news[anchor]) for anchor, one in olds.items() if anchor in news]
    doubtful = [pair for pair in same if _may_have_rival(pairing, *pair)]
    kept = {
        (one, other)
        for one, other in doubtful
        if pairing.old[one].kind is pairing.new[other].kind
        and stays_in(pairing.old[one].words, pairing.new[other].words)
    }
    best = _best_likeness(pairing, doubtful, kept) if doubtful else ({}, {})
    for one, other in same:
        rivals = best[0].get(one, 0.0), best[1].get(other, 0.0)
        if _is_believed(pairing, one, other, rivals):
            pairing.join(one, other)


def _may_have_rival(pairing: Pairing, one: int, other: int) -> bool:
    """Tell whether anything can be so much more alike that an anchor is not believed."""
    if pairing.old[one].is_repealed != pairing.new[other].is_repealed:
        return True
    return pairing.likeness(one, other) + _RIVAL <= _WHOLLY


def _is_believed(pairing: Pairing, one: int, other: int, rivals: tuple[float, float]) -> bool:
    """Tell whether one anchor is one item; ``rivals`` is the best likeness of each to another."""
    if pairing.old[one].kind is not pairing.new[other].kind:
        return False
    was_repealed, is_repealed = pairing.old[one].is_repealed, pairing.new[other].is_repealed
    if was_repealed != is_repealed:
        # a repeal shares no words with what it repealed: only finding those elsewhere contradicts
        return rivals[was_repealed] < _ELSEWHERE
    if _keeps_its_lead(pairing.old[one], pairing.new[other]):
        return True
    found = pairing.likeness(one, other)
    if max(rivals) >= found + _RIVAL:
        return False
    shortest = min(len(pairing.old[one].words), len(pairing.new[other].words))
    if shortest < _SHORT:
        return True
    shared = max(
        coverage(pairing.old_bags[one], pairing.new_bags[other]),
        coverage(pairing.new_bags[other], pairing.old_bags[one]),
    )
    return found >= _SAME_ANCHOR or shared >= _PART


def _keeps_its_lead(old: Item, new: Item) -> bool:
    """Tell whether an item begins as it did, under its own number: its table or list may go."""
    lead = tokens(old.units[0].spelled)
    is_same = old.marker == new.marker and lead == tokens(new.units[0].spelled)
    return is_same and len(lead) >= _TELLING


def _best_likeness(
    pairing: Pairing, pairs: Sequence[Link], kept: Collection[Link]
) -> tuple[dict[int, float], dict[int, float]]:
    """Return how much each old and each new item of pairs is like the one most like it.

    Of ``kept`` none is like another: what they share is text that passed from one to the other.
    """
    olds, news = [one for one, _ in pairs], [other for _, other in pairs]
    kept_old, kept_new = {one for one, _ in kept}, {other for _, other in kept}
    best_old: dict[int, float] = {}
    best_new: dict[int, float] = {}
    for one, other, found in _likenesses(pairing, olds, list(pairing.free_new), _SAME_ANCHOR):
        if one not in kept_old or other not in kept_new:
            best_old[one] = max(best_old.get(one, 0.0), found)
    for one, other, found in _likenesses(pairing, list(pairing.free_old), news, _SAME_ANCHOR):
        if one not in kept_old or other not in kept_new:
            best_new[other] = max(best_new.get(other, 0.0), found)
    return best_old, best_new


def _likenesses(
    pairing: Pairing, olds: Sequence[int], news: Sequence[int], least: float
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that can be the same and are at least ``least`` alike, of very many few."""
    bags = [pairing.old_bags[at] for at in olds], [pairing.new_bags[at] for at in news]
    for at_old, at_new, found in most_alike(*bags, least):
        one, other = olds[at_old], news[at_new]
        if is_fit(pairing.old[one], pairing.new[other]):
            yield one, other, found + trace(bags[0][at_old], bags[1][at_new])


def _pair_in_order(pairing: Pairing) -> None:
    """Link what stands between the same neighbours and is alike, in its order."""
    for olds, news in _gaps(pairing):
        for one, other in _alike_in_order(pairing, olds, news):
            pairing.join(one, other)


def _alike_in_order(pairing: Pairing, olds: Sequence[int], news: Sequence[int]) -> Iterator[Link]:
    found = {
        (one, other): worth for one, other, worth in _likenesses(pairing, olds, news, _IN_ORDER)
    }

    def score(ones: range, others: range) -> float:
        worth = found.get((olds[ones.start], news[others.start]), 0.0)
        return worth if worth >= _IN_ORDER else 0.0

    for match in in_order(len(olds), len(news), score):
        if match.old and match.new:
            yield olds[match.old.start], news[match.new.start]


def _gaps(pairing: Pairing) -> list[tuple[list[int], list[int]]]:
    """Return the items without a link between each two links that keep their order.

    Which of two links that cross keeps its place is told by their words, so that both versions
    have the same gaps. Two quite different texts have gaps as large as the texts, in which there
    is no order to find.
    """
    kept = keeping_place(
        pairing.links,
        lambda one, other: 1 + trace(pairing.old_bags[one], pairing.new_bags[other]),
    )
    spine = sorted(pairing.links[at] for at in kept)
    ends = [(-1, -1), *spine, (len(pairing.old), len(pairing.new))]
    gaps = []
    for (old_begin, new_begin), (old_end, new_end) in pairwise(ends):
        olds = [at for at in range(old_begin + 1, old_end) if at in pairing.free_old]
        news = [at for at in range(new_begin + 1, new_end) if at in pairing.free_new]
        if olds and news and len(olds) * len(news) <= _MOST_IN_GAP:
            gaps.append((olds, news))
    return gaps


def _pair_elsewhere(pairing: Pairing) -> None:
    """Link what is left and alike wherever it stands, the most alike first.

    Of very many only some pairs are known at a time: what is left then is looked at again.
    """
    for _ in range(_ROUNDS):
        found = [
            (-worth, one + other, one, other)
            for one, other, worth in _likenesses(
                pairing, list(pairing.free_old), list(pairing.free_new), _ELSEWHERE
            )
            if min(len(pairing.old[one].words), len(pairing.new[other].words)) >= _TELLING
        ]
        before = len(pairing.links)
        for *_, one, other in sorted(found):
            if one in pairing.free_old and other in pairing.free_new:
                pairing.join(one, other)
        if len(pairing.links) == before:
            return
