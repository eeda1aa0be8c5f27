"""What is known so far of which items of two versions are the same, and how alike items are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from protocolkit.changes.likeness import Bag, bag_of, likeness, trace
from protocolkit.changes.own_numbers import number_in_words
from protocolkit.changes.units import Item, ItemKind
from protocolkit.text.words import tokens

Link = tuple[int, int]


class Bags:
    """The words by which each item is known; one without words is known by those of the next.

    The number that a heading has in its words says not which one it is: 'Bijlage 1 Route'.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._made: dict[int, Bag] = {}

    def __getitem__(self, at: int) -> Bag:
        if at not in self._made:
            after = self._items[at + 1].words if at + 1 < len(self._items) else ()
            self._made[at] = bag_of(_own_words(self._items[at]) or after)
        return self._made[at]


def _own_words(item: Item) -> Sequence[str]:
    first = item.units[0]
    number = number_in_words(first) if item.kind is ItemKind.HEADING else None
    return tokens(first.spelled[number.end :]) if number else item.words


@dataclass
class Pairing:
    """The links found so far between the items of two versions."""

    old: Sequence[Item]
    new: Sequence[Item]
    links: list[Link] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.old_bags, self.new_bags = Bags(self.old), Bags(self.new)
        self.free_old = dict.fromkeys(range(len(self.old)))
        self.free_new = dict.fromkeys(range(len(self.new)))

    def likeness(self, one: int, other: int) -> float:
        """Return how much an old item is like a new one; 0 for what cannot be the same."""
        if not is_fit(self.old[one], self.new[other]):
            return 0.0
        bags = self.old_bags[one], self.new_bags[other]
        return likeness(*bags) + trace(*bags)

    def join(self, one: int, other: int) -> None:
        """Link two items that have no link yet."""
        self.links.append((one, other))
        del self.free_old[one], self.free_new[other]


def is_fit(one: Item, other: Item) -> bool:
    """Tell whether two items can be the same; a heading may have been read as a clause."""
    if one.kind is other.kind:
        return True
    body = {ItemKind.HEADING, ItemKind.CLAUSE}
    return {one.kind, other.kind} == body and one.words == other.words
