"""The words of the front page's link to a comparison go with how many there are."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.site.overview import compare_words


@pytest.mark.parametrize(
    ("count", "topics", "said"),
    [
        (3, 12, "Vergelijk 3 protocollen op 12 onderwerpen"),
        (2, 1, "Vergelijk 2 protocollen op 1 onderwerp"),
        (1, 4, "Bekijk 1 protocol op 4 onderwerpen"),
        (1, 1, "Bekijk 1 protocol op 1 onderwerp"),
    ],
)
def test_one_is_told_as_one(count: int, topics: int, said: str) -> None:
    assert compare_words(count, topics, translator()) == said
