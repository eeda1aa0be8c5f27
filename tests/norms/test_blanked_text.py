"""What stands outside a part of a sentence is blank: long runs of blanks take no long search."""

from __future__ import annotations

from pattern_steps import Steps
from protocolkit.document.model import Kind
from protocolkit.norms.grammar import parse
from protocolkit.norms.heads import HEADS
from protocolkit.norms.modality import judge
from protocolkit.norms.norm import Modality

_FEW, _MANY, _MOST = 60, 120, 10_000_000
# Twice the blanks may take four times the steps, and no more.
_GROWTH = 4.7


def test_twice_the_blanks_take_at_most_four_times_the_steps() -> None:
    grown = {}
    for head in HEADS:
        steps = Steps(head.pattern, _MOST)
        few, many = (steps.search(f"x{' ' * times}x") for times in (_FEW, _MANY))
        grown[head.pattern.pattern[:60]] = many / few
    assert {words: growth for words, growth in grown.items() if growth > _GROWTH} == {}


def test_whose_choice_it_is_is_found_behind_blanks() -> None:
    for text in (
        "Of een kind meedoet, is aan de ouders.",
        "Als de les begonnen is, of een kind dan nog meedoet, is aan de ouders.",
    ):
        assert judge(text, parse(text), Kind.RULE).modality is Modality.PERMISSION
