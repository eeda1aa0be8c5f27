"""How sure a proposal is, and why, in everyday words."""

from __future__ import annotations

import pytest

from protocolkit.alignment.proposal_words import score_in_words
from protocolkit.base.messages import translator


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (1.0, "vrijwel zeker"),
        (0.9, "vrijwel zeker"),
        (0.89, "waarschijnlijk"),
        (0.75, "waarschijnlijk"),
        (0.74, "mogelijk"),
        (0.6, "mogelijk"),
        (0.59, "misschien"),
    ],
)
def test_a_chance_is_told_in_words(score: float, words: str) -> None:
    assert translator("nl")(score_in_words(score)) == words
