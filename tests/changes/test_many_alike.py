"""Very many clauses that say nearly the same find their own again, within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from protocolkit.changes import item_pairing, pairing
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.likeness import Bag, alike, bag_of, likeness
from protocolkit.changes.many_alike import most_alike
from protocolkit.reading.reader import read_protocol_text

_MANY = 210
"""More pairs than are looked at one by one."""


def _clause(number: int, word: str) -> str:
    return (
        f"De mentor van groep {number % 9} belt {word} binnen {number % 7} dagen over les {number}"
    )


def _text(word: str, name: str, count: int = _MANY) -> str:
    made = (f"{{#{name}{at}}}\n{at}. {_clause(at, word)}.\n\n" for at in range(1, count + 1))
    return f"# P\n\n{''.join(made)}"


@pytest.mark.parametrize("names", ["aa", "ab"])
def test_each_of_many_clauses_is_known_again(names: str) -> None:
    old, new = (
        version_of(read_protocol_text(_text(word, name)).protocol)
        for word, name in zip(("altijd", "steeds"), names, strict=True)
    )
    found = compare_versions(old, new)
    assert found.counts.counted == len(found.changes) == _MANY
    assert found.counts.removed_words == found.counts.added_words == _MANY
    assert {(one.old[0][1:], one.new[0][1:]) for one in found.changes} == {
        (str(at), str(at)) for at in range(1, _MANY + 1)
    }


def test_of_many_texts_only_the_best_pairs_are_told_from_both_sides_the_same() -> None:
    olds, news = (
        [bag_of(_clause(at, word).split()) for at in range(_MANY)] for word in ("altijd", "steeds")
    )
    found = list(most_alike(olds, news, 0.5))
    assert len(found) <= 48 * _MANY < len(list(alike(olds, news, 0.5)))
    assert {(at, at) for at in range(_MANY)} <= {(one, other) for one, other, _ in found}
    assert all(worth == likeness(olds[one], news[other]) for one, other, worth in found)
    back = {(one, other, worth) for other, one, worth in most_alike(news, olds, 0.5)}
    assert back == set(found)


def test_of_few_texts_every_pair_is_told() -> None:
    bags = [bag_of(_clause(at, "altijd").split()) for at in range(9)]
    assert list(most_alike(bags, bags, 0.5)) == list(alike(bags, bags, 0.5))


def test_clauses_that_keep_their_anchors_are_not_laid_on_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def counted(one: Bag, other: Bag) -> float:
        asked.append(1)
        return likeness(one, other)

    def laid(olds: Sequence[Bag], news: Sequence[Bag], _least: float) -> Iterator[Any]:
        asked.extend([1] * len(olds) * len(news))
        yield from ()

    monkeypatch.setattr(pairing, "likeness", counted)
    monkeypatch.setattr(item_pairing, "most_alike", laid)
    count = 60
    old, new = (
        version_of(read_protocol_text(_text(word, "a", count)).protocol)
        for word in ("altijd", "steeds")
    )
    compare_versions(old, new)
    assert len(asked) <= 4 * count
