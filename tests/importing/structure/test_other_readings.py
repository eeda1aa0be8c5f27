"""Of a place that can be read in several ways, the other readings are offered."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.importing.structure.choices import Choice, Question


@pytest.mark.parametrize("question", Question)
def test_what_can_be_taken_instead_is_every_other_reading(question: Question) -> None:
    assert len(question.readings) > 1
    for reading in question.readings:
        others = list(Choice(key="k", question=question, reading=reading, begin=0, end=1).others)
        assert reading not in others
        assert {*others, reading} == set(question.readings)


@pytest.mark.parametrize("question", Question)
def test_in_dutch_a_reading_goes_on_with_the_sentence_before_it(question: Question) -> None:
    """It stands behind 'nu', 'anders' or 'zoals u koos', where the verb comes first."""
    for reading in question.readings.values():
        assert translator()(reading).split()[0] in {"is", "zijn", "hoort", "staat", "gaat"}, reading
