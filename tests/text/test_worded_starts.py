"""A number in words counts as it says, in letters and in digits."""

from __future__ import annotations

import pytest

from protocolkit.text.worded_starts import worded_starts


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("lid 3 De school belt.", 3),
        ("sub c de ouders", 3),
        ("Sub 12. de ouders", 12),
        ("onder b de mentor", 2),
        ("ten derde, de directeur", 3),
    ],
)
def test_a_number_in_words_counts_as_it_says(line: str, count: int) -> None:
    assert [start.count for start in worded_starts(line)] == [(count,)]


@pytest.mark.parametrize("line", ["lid 2 van dat artikel", "subtiel verschil", "ten slotte dit"])
def test_a_sentence_that_begins_so_has_no_number(line: str) -> None:
    assert worded_starts(line) == ()
