"""Words of several clauses in one paragraph are each of their own clause."""

from __future__ import annotations

import pytest

from protocolkit.review.joined import joined_owners, owner_of
from protocolkit.text.words import tokens

_ONE = tokens("alle telefoons gaan voor de les in een grote kluis")
_TWO = tokens("ouders halen een toestel zelf op bij onze vaste conciërge")


def test_words_of_two_clauses_in_a_paragraph_are_each_of_its_own() -> None:
    own = joined_owners({"a": [_ONE], "b": [_TWO]}, (*_ONE, "verder", *_TWO))
    assert own == (*["a"] * len(_ONE), "", *["b"] * len(_TWO))
    assert owner_of(own, " ".join(_ONE), "verder ouders") == "b"
    assert owner_of(own, " ".join([*_ONE, "verder", *_TWO]), "") == "b"
    assert owner_of(own, "", "") == ""


@pytest.mark.parametrize(("kept", "is_joined"), [(5, False), (6, True)])
def test_a_clause_is_joined_into_a_paragraph_with_most_of_its_words(
    kept: int, is_joined: bool
) -> None:
    assert bool(joined_owners({"a": [_ONE], "b": [_TWO]}, (*_ONE, *_TWO[:kept]))) is is_joined


@pytest.mark.parametrize(("length", "is_joined"), [(3, False), (4, True)])
def test_few_words_are_no_clause_that_was_joined(length: int, is_joined: bool) -> None:
    short = _TWO[-length:]
    assert bool(joined_owners({"a": [_ONE], "b": [short]}, (*_ONE, *short))) is is_joined
