"""What stands between two signs of a redline goes with them, but not half a document."""

from __future__ import annotations

import pytest

from protocolkit.paper.redline.passages import State
from protocolkit.review.redline_signs import without_signs


@pytest.mark.parametrize(
    ("gone", "left"), [(State.REMOVED, "De  nieuwe regel."), (State.ADDED, "De oude  regel.")]
)
def test_words_of_one_state_go_and_those_of_the_other_stay(gone: State, left: str) -> None:
    text = "De [verwijderd: oude einde verwijderd] [toegevoegd: nieuwe einde toegevoegd] regel."
    assert without_signs(text, gone) == left


@pytest.mark.parametrize(("length", "is_gone"), [(3_900, True), (4_100, False)])
def test_a_passage_of_a_page_goes_and_what_is_longer_has_no_such_end(
    length: int, is_gone: bool
) -> None:
    text = f"A [verwijderd: {'woord ' * (length // 6)}einde verwijderd] Z"
    assert without_signs(text) == ("A  Z" if is_gone else text)


def test_lines_keep_their_numbers() -> None:
    text = "A [verwijderd: een\ntwee\ndrie einde verwijderd] Z"
    assert without_signs(text) == "A \n\n Z"
