"""Words that were taken away are known as those of a clause that went."""

from __future__ import annotations

from protocolkit.review.lapsed_places import _of_another, _part
from protocolkit.text.words import tokens

_ONE = tokens("alle telefoons gaan voor de les in een grote kluis")
_TWO = tokens("ouders halen een toestel zelf op bij onze vaste conciërge")


def test_words_of_a_clause_that_went_are_known_whole_or_by_four_in_a_row() -> None:
    gone = {"a": _ONE, "b": ("nee",)}
    assert [_part(_ONE[2 : 2 + n], gone) for n in (3, 4)] == ["", "a"]
    assert _part(("nee",), gone) == "b"
    assert _part((), {"leeg": ()}) == ""
    assert _part(_ONE, {"a": _ONE, "b": _ONE}) == ""


def test_words_of_another_clause_stand_behind_a_number_at_most() -> None:
    whole = [("a", _ONE), ("b", _TWO)]
    behind = [(*before, *_ONE) for before in ((), ("3", "."), ("3", ".", "Dus"))]
    assert [[one for one, _ in _of_another(words, "b", whole)] for words in behind] == [
        ["a"],
        ["a"],
        [],
    ]
    assert list(_of_another(_ONE, "a", whole)) == []
