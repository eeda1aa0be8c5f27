"""An anchor as the name of a bookmark in Word."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from protocolkit.exchange.bookmark_names import LONGEST, bookmark_name


def test_signs_that_word_refuses_are_replaced() -> None:
    assert bookmark_name("sancties-3") == "sancties_3"
    assert bookmark_name("sancties-3", "oud_") == "oud_sancties_3"
    assert bookmark_name("3-sancties") == "a3_sancties"


@given(st.text(min_size=1))
def test_word_takes_the_name_of_any_anchor(anchor: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(anchor))
    assert len(bookmark_name(anchor)) <= LONGEST
