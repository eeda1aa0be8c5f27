"""Numbers in words are found by their parts, and these are the numbers that have a value."""

from __future__ import annotations

import re
from itertools import product

from protocolkit.relations import quantity_forms as forms


def test_what_is_found_is_what_has_a_value() -> None:
    parts = ["", *forms._ONES, "één", "honderd"]
    made = {"".join(found) for found in product(parts, ["", "en", "ën"], ["", *forms._TENS])}
    found = {word for word in made if re.fullmatch(forms._WORD_NUMBER, word)}
    assert found == set(forms.WORDS)
