"""When two boards say the same on a question, so that nobody needs to choose."""

from __future__ import annotations

import pytest

from protocolkit.document.place import Place
from protocolkit.drafting.new.merging import says_same
from small_boards import board, line_up, topic_line

_IN = "Leerlingen leveren hun telefoon voor de les in bij de conciërge."
_IN_TOO = "Leerlingen leveren hun telefoon vóór de les in bij de conciërge."
_OFF = "In de pauze blijft de telefoon van iedereen uit."


@pytest.mark.parametrize(
    ("left", "right", "is_same"),
    [
        ((_IN,), (_IN_TOO,), True),
        ((_IN, _OFF), (_OFF, _IN), True),
        ((_IN,), (_IN, _OFF), False),
        ((_IN, _OFF), (_IN,), False),
        ((_IN,), (_OFF,), False),
    ],
)
def test_boards_say_the_same_only_when_neither_says_more(
    left: tuple[str, ...], right: tuple[str, ...], is_same: bool
) -> None:
    anchors = {
        "aa": [f"a-{number}" for number in range(1, len(left) + 1)],
        "bb": [f"a-{number}" for number in range(1, len(right) + 1)],
    }
    boards = [board("aa", *left), board("bb", *right)]
    _, judgements = line_up(boards, topic_line("vraag", anchors))
    mine, theirs = ([Place(slug, anchor) for anchor in anchors[slug]] for slug in ("aa", "bb"))
    assert says_same(mine, theirs, judgements.rows[0]) is is_same
