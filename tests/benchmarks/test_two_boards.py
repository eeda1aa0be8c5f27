"""The invented small sets and kinds of rules: whole, and half of each set aside."""

from __future__ import annotations

from collections import Counter

import pytest

from kinds_of_rules import Example, figures, norms, relations
from labelled_set import make_pair
from protocolkit.alignment.proposal import Link, Nearest, Proposal
from protocolkit.document.outline import placed_items
from protocolkit.document.place import Place
from two_boards import details, read_sets

SETS = tuple(read_sets())


def test_each_pair_is_of_clauses_that_exist() -> None:
    for one in SETS:
        places = {place for place, _ in placed_items(one.protocols)}
        assert {place for pair in one.pairs for place in pair} <= places
    kinds = Counter((bool(one.pairs), one.is_aside) for one in SETS)
    assert kinds[True, True] == kinds[True, False] == 4
    assert kinds[False, True] == kinds[False, False] == 3


def test_what_is_found_is_counted_against_the_label() -> None:
    one = next(own for own in SETS if own.subject == "kluisjes")
    true, wrong = min(one.pairs), make_pair(Place("left", "r-5"), Place("right", "r-4"))
    links = tuple(Link(left=left, right=right, score=0.9) for left, right in (true, wrong))
    near = Nearest(place=true[0], organisation="right", links=links[:1])
    found = {one.subject: Proposal(topics=(), links=links, nearest=(near,))}
    assert details([one], found).rows == ((one.subject, "4", "1", "1", "0.12"),)


@pytest.mark.parametrize("examples", [tuple(norms()), tuple(relations())])
def test_half_of_every_kind_is_set_aside(examples: tuple[Example, ...]) -> None:
    parts = Counter((one.kind, one.is_aside) for one in examples)
    for kind in {one.kind for one in examples}:
        assert abs(parts[kind, True] - parts[kind, False]) <= 1
    shown = figures("x", examples).rows[-1]
    right = sum(one.found == one.wanted for one in examples if one.is_aside)
    assert shown[2] == f"{right} of {sum(one.is_aside for one in examples)}"
