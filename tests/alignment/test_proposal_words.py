"""How sure a proposal is, and why, in everyday words."""

from __future__ import annotations

import pytest

from protocolkit.alignment.proposal import LinkReason
from protocolkit.alignment.proposal_words import (
    printable_words,
    reasons_in_words,
    remark,
    score_in_words,
)
from protocolkit.base.messages import mark, message, translator


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


def _reasons(*texts: str) -> list[LinkReason]:
    return [LinkReason(message=message(mark(text))) for text in texts]


def test_each_reason_is_a_sentence() -> None:
    english = translator("en")
    reasons = _reasons("They are alike", "It stands beside it.", "Why not?", "Look!")
    said = "They are alike. It stands beside it. Why not? Look!"
    assert reasons_in_words(reasons, english) == said
    assert (
        remark(0.84, reasons, english, 2) == "likely (84 %). They are alike. It stands beside it."
    )
    assert remark(0.84, [], english) == "likely (84 %)"


def test_what_cannot_be_printed_is_a_space() -> None:
    assert printable_words("a\tb\u200bc\nd", 9) == "a b c d"
    assert printable_words("a b c d", 2) == "a b …"
