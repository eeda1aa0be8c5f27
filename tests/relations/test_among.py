"""Which clauses of one text do not go together, and which of them are left alone."""

from __future__ import annotations

import pytest

from protocolkit.norms.recognise import recognise
from protocolkit.relations.among import Clash, Placed, clashes
from protocolkit.relations.relation import Side

_MAY = "Leerlingen mogen tijdens de les sociale media gebruiken op hun telefoon."
_MAY_NOT = "Leerlingen mogen tijdens de les geen sociale media gebruiken op hun telefoon."
_OLD = "De school vraagt toestemming voor foto's aan leerlingen die ouder zijn dan 16 jaar."
_YOUNG = "De school vraagt toestemming voor foto's aan leerlingen die jonger zijn dan 12 jaar."
_MORE = f"{_OLD} Ouders krijgen daarover bericht van de mentor."
_OTHER = "Ouders bellen overdag met de administratie van de school."


def _placed(text: str, origin: str, topic: str = "t") -> Placed:
    return Placed(
        name=text[:4],
        side=Side(text=text, norms=recognise(text)),
        origin=origin,
        topics=frozenset({topic}),
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (_MAY, _MAY, [Clash.SAME]),
        (_MAY, _MAY_NOT, [Clash.CONTRARY]),
        (_OLD, _YOUNG, [Clash.CONTRARY]),
        (_OLD, _MORE, [Clash.ALIKE]),
        (_MAY, _OTHER, []),
        ("Dat mag niet.", "Dat mag niet.", []),
    ],
)
def test_two_clauses_of_two_boards(left: str, right: str, expected: list[Clash]) -> None:
    for one, other in ((left, right), (right, left)):
        found = list(clashes([_placed(one, "a"), _placed(other, "b")]))
        assert [pair.clash for pair in found] == expected


def test_what_one_board_wrote_beside_each_other_does_not_contradict() -> None:
    assert not list(clashes([_placed(_MAY, "a"), _placed(_MAY_NOT, "a")]))


def test_the_first_of_the_text_stands_left() -> None:
    first, second = _placed(_MAY_NOT, "b"), _placed(_MAY, "a")
    (found,) = clashes([first, second])
    assert (found.left, found.right) == (first, second)
    assert found.judgement.reasons
