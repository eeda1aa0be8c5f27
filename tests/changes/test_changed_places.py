"""Paragraphs and points of one clause that changed places: none of them became another one."""

from __future__ import annotations

from itertools import permutations

import pytest

from change_laws import assert_in_order, assert_replays, changes
from protocolkit.changes.change_set import ChangeSet
from protocolkit.exchange.change_pieces import pieces_value
from redlines import protocol

_SAID = (
    "Kleuters spelen buiten bij droog weer.",
    "Hun juf telt elke groep na afloop.",
    "De kist gaat op vrijdag leeg.",
)


@pytest.mark.parametrize("order", [*permutations(_SAID)])
@pytest.mark.parametrize("between", ["\n\n   ", "\n   - "])
def test_short_texts_in_another_order_have_no_marked_word(
    order: tuple[str, ...], between: str
) -> None:
    lead = "Dit geldt hier." if between.strip() else ""
    one, other = (
        protocol("{#a}\n1. " + between.join([*filter(None, [lead]), *said]) + "\n\n{#b}\n2. Dag.\n")
        for said in (_SAID, order)
    )
    found = changes(one, other)
    assert (found.counts.removed_words, found.counts.added_words) == (0, 0)
    assert len(found.changes) == (order != _SAID)
    assert_replays(found)
    assert_in_order(found)
    assert _sides(changes(other, one), swapped=True) == _sides(found)


def _sides(found: ChangeSet, *, swapped: bool = False) -> list[tuple[str, str]]:
    """Return what stands on either side of each piece, in whatever order."""
    pieces = [piece for c in found.changes for piece in pieces_value(c.pairs)]
    sides = [(str(piece["old"]), str(piece["new"])) for piece in pieces]
    return sorted(pair[::-1] if swapped else pair for pair in sides)


def test_alike_texts_that_changed_places_stay_what_they_were() -> None:
    one, other = (
        protocol(f"{{#a}}\n1. De sleutel ligt bij:\n   - {said};\n   - {rest};\n")
        for said, rest in (("de mentor", "de rector"), ("de rector", "de mentor"))
    )
    assert [change.kind.value for change in changes(one, other).changes] == ["moved"]


def test_one_of_two_texts_that_say_the_same_may_change() -> None:
    said = "{{#a}}\n1. De sleutel ligt bij:\n   - {};\n   - {};\n"
    one, other = (
        protocol(said.format("de mentor", name)) for name in ("de mentor", "de mentor zelf")
    )
    counts = changes(one, other).counts
    assert (counts.removed_words, counts.added_words) == (0, 1)
