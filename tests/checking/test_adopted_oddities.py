"""What a board accepted as odd in its text, a school that adopts the text need not accept again."""

from __future__ import annotations

from dataclasses import replace

from drafted import DUTCH
from protocolkit.checking.adopted import keep_accepted
from protocolkit.checking.check import check_protocol
from protocolkit.document.facts import Acceptance
from protocolkit.reading.reader import read_protocol_text

_HEAD = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# T\n\n"
_TEXT = _HEAD + "{#a}\n1. Een.\n\n{#b}\n3. Drie.\n"
_JUMP = Acceptance(code="number-jump", anchor="b", reason="staat zo in de bron")
_ALL = Acceptance(code="number-jump", anchor="", reason="overal zo")
_BLANK = Acceptance(code="placeholder", anchor="c", reason="voor de school")
_OWN = Acceptance(code="decision-after-date", anchor="", reason="zo besloten")


def test_what_is_still_there_stays_accepted_and_what_went_does_not() -> None:
    read = read_protocol_text(_TEXT).protocol
    board = replace(read, facts=replace(read.facts, accepted=(_JUMP, _ALL, _OWN)))
    assert [found.code.name for found in check_protocol(read)] == ["number-jump"]
    # What nobody can see in the text is not taken away from it.
    kept = keep_accepted(board, read, DUTCH).facts.accepted
    assert [(a.code, a.anchor) for a in kept] == [(a.code, a.anchor) for a in (_JUMP, _ALL, _OWN)]
    assert kept[0].reason == "De Brug liet dit staan: staat zo in de bron"
    mended = read_protocol_text(_TEXT.replace("3. Drie", "2. Drie")).protocol
    assert list(check_protocol(mended)) == []
    kept = keep_accepted(board, mended, DUTCH).facts.accepted
    assert [(a.code, a.reason) for a in kept] == [
        (_OWN.code, "De Brug liet dit staan: zo besloten")
    ]


def test_a_blank_that_the_board_leaves_to_its_schools_is_not_accepted_for_them() -> None:
    read = read_protocol_text(f"{_TEXT}\n{{#c}}\n4. Bij [naam van de school].\n").protocol
    board = replace(read, facts=replace(read.facts, accepted=(_JUMP, _BLANK)))
    kept = keep_accepted(board, read, DUTCH).facts.accepted
    assert [a.code for a in kept] == ["number-jump"]
