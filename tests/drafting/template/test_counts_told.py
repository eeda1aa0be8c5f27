"""How common a formulation is said to be."""

from __future__ import annotations

import pytest

from protocolkit.drafting.template.ranking import counts


@pytest.mark.parametrize(
    ("counted", "verbatim", "families", "said"),
    [
        (0, 0, 0, "breaks off"),
        (1, 1, 1, "1 of 5 organisations has this."),
        (3, 2, 1, "3 of 5 organisations have this, 2 of them to the letter; their documents"),
        (3, 2, 2, "2 of them to the letter and 2 independently of each other."),
    ],
)
def test_what_is_said_of_a_count(counted: int, verbatim: int, families: int, said: str) -> None:
    assert said in counts(counted, verbatim, families, 5).in_words(str)
