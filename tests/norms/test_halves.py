"""A second half of a rule is short: what goes on for long is another thing."""

from __future__ import annotations

import pytest

from protocolkit.norms.halves import Turn, second_halves

_TOLD = "in de kantine mag het als de docent dat die dag zelf heeft gezegd met een reden"


def _halves(text: str) -> list[tuple[str, Turn, bool]]:
    return [
        (text[slice(*half.span)], half.turn, half.is_told) for half in second_halves(f"{text}.")
    ]


@pytest.mark.parametrize(
    ("whom", "is_half"),
    [
        ("in de onderbouw", True),
        ("in de pauze van de les op de dag", True),
        ("in de pauze van de les op de dag zelf", False),
    ],
)
def test_whom_a_half_is_about_is_told_in_nine_words(whom: str, is_half: bool) -> None:
    found = _halves(f"In de bovenbouw mag het, {whom} niet")
    assert found == ([(f"{whom} niet", Turn.DIVIDES, False)] if is_half else [])


@pytest.mark.parametrize(("more", "is_half"), [("bij", True), ("bij is", False)])
def test_a_half_with_a_verb_has_eighteen_words(more: str, is_half: bool) -> None:
    found = _halves(f"In de les mag het niet, {_TOLD} {more}")
    assert found == ([(f"{_TOLD} {more}", Turn.DIVIDES, True)] if is_half else [])
