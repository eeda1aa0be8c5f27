"""The pieces of text that rules look at: found once for each protocol, whoever asks."""

from __future__ import annotations

from protocolkit.checking.passages import passages
from protocolkit.reading.reader import read_protocol_text

_TEXT = "# Hek\n\n{#a}\n1. Eerst.[^1]\n\n   | A | B |\n   |---|---|\n   | c | d |\n\n[^1]: Noot.\n"


def test_every_piece_comes_in_its_order_with_its_place() -> None:
    found = passages(read_protocol_text(_TEXT, "a.md").protocol)
    assert [one.text for one in found] == ["Eerst.", "A", "B", "c", "d", "Noot."]
    assert [one.number for one in found] == [0, 1, 2, 3, 4, 0]
    assert [one.anchor for one in found[:5]] == ["a"] * 5


def test_they_are_found_once_for_all_rules() -> None:
    protocol = read_protocol_text(_TEXT, "a.md").protocol
    assert passages(protocol) is passages(protocol)
