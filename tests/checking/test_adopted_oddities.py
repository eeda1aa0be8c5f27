"""What a board accepted as odd in its text, a school that adopts the text need not accept again."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.checking.adopted import keep_accepted
from protocolkit.checking.check import check_protocol
from protocolkit.document.facts import Acceptance
from protocolkit.reading.reader import read_protocol_text

_HEAD = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# T\n\n"
_TEXT = _HEAD + "{#a}\n1. Een.\n\n{#b}\n3. Drie.\n"
_JUMP = Acceptance(code="number-jump", anchor="b", reason="staat zo in de bron")
_ALL = Acceptance(code="number-jump", anchor="", reason="overal zo")
_OWN = Acceptance(code="decision-after-date", anchor="", reason="zo besloten")


def test_what_is_still_there_stays_accepted_and_what_went_does_not() -> None:
    read = read_protocol_text(_TEXT).protocol
    board = replace(read, facts=replace(read.facts, accepted=(_JUMP, _ALL, _OWN)))
    assert [found.code.name for found in check_protocol(read)] == ["number-jump"]
    # What nobody can see in the text is not taken away from it.
    assert keep_accepted(board, read).facts.accepted == (_JUMP, _ALL, _OWN)
    mended = read_protocol_text(_TEXT.replace("3. Drie", "2. Drie")).protocol
    assert list(check_protocol(mended)) == []
    assert keep_accepted(board, mended).facts.accepted == (_OWN,)
