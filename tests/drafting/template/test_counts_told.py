"""How common a formulation is said to be."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.drafting.template.phrases import topic_standing
from protocolkit.drafting.template.ranking import counts
from small_boards import board, one_topic


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


def test_another_form_of_a_word_is_not_to_the_letter() -> None:
    """'Sociale media' means what 'social media' means, and is written otherwise."""
    text = "De school vindt het gebruik van {} media in de klas een vast deel van het onderwijs."
    one, other = board("aa", text.format("social")), board("bb", text.format("sociale"))
    again = board("cc", text.format("social"))
    found = {choice.counted: choice for choice in one_topic(one, other, again).choices}
    assert found[3].verbatim == 2


def test_of_one_document_nothing_is_said_as_of_many() -> None:
    translate = translator()
    assert counts(1, 1, 1, 1).in_words(translate) == (
        "Het enige protocol dat volledig is, heeft dit."
    )
    text = "De school vindt het gebruik van sociale media in de klas een vast deel van de les."
    topic = one_topic(board("aa", text))
    assert topic_standing(topic, translate).startswith(
        "Het enige protocol dat volledig is, heeft dit onderwerp."
    )
