"""Which boards copied each other, by their words and whatever they call themselves."""

from __future__ import annotations

from protocolkit.comparison.kinship import KIN_SHARE, make_kinship
from small_boards import board

_COPIED = "Leerlingen leveren hun telefoon aan het begin van de dag in bij de conciërge van {0}."
_OWN = "Over onderwerp {0} besluit het bestuur ieder jaar in maand {0} met de raad van plaats {0}."


def test_kinship_is_a_share_of_the_shorter_document() -> None:
    short = board("kort", _COPIED.format("Stichting Kort"))
    long = board(
        "lang", _COPIED.format("Stichting Lang"), *(_OWN.format(number) for number in range(20))
    )
    other = board("ander", "Ouders bellen voor half negen als hun kind vandaag niet komt.")
    found = make_kinship([long, other, short])
    assert [(kin.left, kin.right, kin.share) for kin in found.kin] == [("kort", "lang", 1.0)]
    assert found.families == (("ander",), ("kort", "lang"))
    assert found.family_of("lang") == ("kort", "lang")


def test_kin_of_kin_are_one_family_and_little_in_common_makes_none() -> None:
    texts = [_OWN.format(number) for number in range(30)]
    boards = [
        board("a", *texts[:10]),
        board("b", *texts[5:15]),
        board("c", *texts[10:20]),
        board("d", *texts[20:]),
    ]
    found = make_kinship(boards)
    assert found.families == (("a", "b", "c"), ("d",))
    assert {kin.share >= KIN_SHARE for kin in found.kin if "d" in (kin.left, kin.right)} == {False}
