"""An anchor has at most thirty-six signs: a longer one is told."""

from __future__ import annotations

from protocolkit.document.model import Clause
from protocolkit.reading.reader import read_protocol_text

_WITHOUT_FRONT_MATTER = ("front-matter-missing", "status-unreadable")


def _read(anchor: str) -> tuple[str, list[str]]:
    reading = read_protocol_text(f"# Hek\n\n{{#{anchor}}}\n1. Het hek is dicht.\n")
    [clause] = reading.protocol.parts
    assert isinstance(clause, Clause)
    told = [one.code.name for one in reading.problems]
    return clause.anchor, [name for name in told if name not in _WITHOUT_FRONT_MATTER]


def test_thirty_six_signs_are_an_anchor_and_one_more_is_none() -> None:
    assert _read("a" * 36) == ("a" * 36, [])
    anchor, told = _read("a" * 37)
    assert anchor != "a" * 37
    assert len(told) == 1
