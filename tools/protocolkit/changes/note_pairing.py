"""Notes that say the same: each is known by what calls it, then by the order of the calls.

Their labels and anchors are numbers, which say nothing: one more note before them changes all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from protocolkit.changes.pairing import Pairing
from protocolkit.changes.units import Item, ItemKind
from protocolkit.document.richtext import note_labels

_Words = tuple[str, ...]


def pair_equal_notes(pairing: Pairing) -> None:
    """Link the notes of which several say the same: where as many do, or one text calls them."""
    sides = (pairing.old, pairing.free_old), (pairing.new, pairing.free_new)
    said = {words for items, free in sides for words in _repeated(items, free)}
    if not said:
        return
    olds, news = (_by_words(items, free, said) for items, free in sides)
    callers = tuple(_callers(items) for items, _ in sides)
    for words in olds:
        found = olds[words], news[words]
        if len(found[0]) != len(found[1]):
            ones, others = (
                _alone((calls.get(items[at].note, ()), at) for at in places)
                for calls, (items, _), places in zip(callers, sides, found, strict=True)
            )
            common = sorted(ones.keys() & others.keys() - {()})
            found = [ones[key] for key in common], [others[key] for key in common]
        for one, other in zip(*found, strict=True):
            pairing.join(one, other)


def _repeated(items: Sequence[Item], free: Iterable[int]) -> set[_Words]:
    counts = Counter([items[at].words for at in free if items[at].kind is ItemKind.NOTE])
    return {words for words, count in counts.items() if words and count > 1}


def _by_words(
    items: Sequence[Item], free: Iterable[int], said: Iterable[_Words]
) -> Mapping[_Words, list[int]]:
    """Return the places of the notes that say one of these things, in the order of their calls."""
    found: dict[_Words, list[int]] = {words: [] for words in said}
    for at in free:
        if items[at].kind is ItemKind.NOTE and items[at].words in found:
            found[items[at].words].append(at)
    return found


def _callers(items: Sequence[Item]) -> Mapping[str, _Words]:
    """Return the words of what first calls each note, by the label of the note."""
    found: dict[str, _Words] = {}
    for item in items:
        for unit in item.units:
            for label in note_labels(unit.text):
                found.setdefault(label, item.words)
    return found


def _alone(keyed: Iterable[tuple[_Words, int]]) -> dict[_Words, int]:
    found: dict[_Words, list[int]] = defaultdict(list)
    for key, at in keyed:
        found[key].append(at)
    return {key: places[0] for key, places in found.items() if len(places) == 1}
