"""Anchors of a draft: sound, not in use, and not those that belong to notes."""

from __future__ import annotations

import pytest

from protocolkit.document.model import ANCHOR_LENGTH
from protocolkit.drafting.new.anchors import sound_anchor


@pytest.mark.parametrize(
    ("stem", "anchor"),
    [
        ("Mag dit?", "mag-dit"),
        ("noot-3", "o-noot-3"),
        ("noten", "noten"),
        ("noot-" + "x" * 40, "o-noot-" + "x" * (ANCHOR_LENGTH - 7)),
    ],
)
def test_an_anchor_is_made_of_a_name_and_is_no_notes(stem: str, anchor: str) -> None:
    assert sound_anchor(stem, set()) == anchor


def test_an_anchor_in_use_gets_a_number_and_stays_short() -> None:
    used = {"mag-dit"}
    assert [sound_anchor("mag-dit", used) for _ in range(2)] == ["mag-dit-2", "mag-dit-3"]
    long = "x" * 60
    assert [len(sound_anchor(long, used)) for _ in range(2)] == [ANCHOR_LENGTH, ANCHOR_LENGTH]
    assert used == {"mag-dit", "mag-dit-2", "mag-dit-3", "x" * ANCHOR_LENGTH,
                    "x" * (ANCHOR_LENGTH - 2) + "-2"}  # fmt: skip
