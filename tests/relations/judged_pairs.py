"""Two clauses judged in either order, which must be told alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from protocolkit.norms.recognise import recognise
from protocolkit.relations.among import Clash, FoundClash, Placed, clashes
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Relation, Side

_Told = TypeVar("_Told")


def side(text: str) -> Side:
    """Return a text as a side, with its norms and without names."""
    return Side(text=text, norms=recognise(text))


def relation_of(left: str, right: str) -> Relation:
    """Return the relation of two clauses, which is that of the second to the first as well."""
    one, other = side(left), side(right)
    found = compare(one, other).relation
    assert compare(other, one).relation is found
    return found


def told_between(
    left: str,
    right: str,
    tell: Callable[[FoundClash], _Told],
    *,
    origins: str = "ab",
    topics: str = "tt",
) -> list[_Told]:
    """Return what is told of how two clauses do not go together; each board and topic is a sign."""
    told = []
    for texts in ((left, right), (right, left)):
        two = [
            Placed(name=origin + topic, side=side(text), origin=origin, topics=frozenset(topic))
            for text, origin, topic in zip(texts, origins, topics, strict=True)
        ]
        told.append([tell(found) for found in clashes(two)])
    assert told[0] == told[1]
    return told[0]


def clashes_between(
    left: str, right: str, *, origins: str = "ab", topics: str = "tt"
) -> list[Clash]:
    """Return how two clauses do not go together."""
    return told_between(left, right, lambda found: found.clash, origins=origins, topics=topics)
