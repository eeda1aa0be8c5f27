"""A fault that was planted is among the first things that the report leads to."""

from __future__ import annotations

from random import Random

import pytest

from planted_faults import FAULTS, is_found
from style_documents import make_document


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_stands_among_the_first(name: str) -> None:
    planted = FAULTS[name](make_document("numbers only", 3), Random(1))
    assert planted is not None
    assert is_found(planted)
