"""What a school did to its board's text shows, clause by clause."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.base.messages import translator
from protocolkit.document.adopted import (
    BOARD_WIDE,
    SchoolPart,
    adoption_note,
    is_adopted,
    school_parts,
)
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import clause_mark, written_mark
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clauses
from protocolkit.reading.reader import read_protocol_text

_TEXT = """\
---
protocol:
  organisation: {name: De Wal, kind: school, parent: Stichting De Brug}
---

# Protocol

{#gelijk}
1. Iedereen doet mee.

{#ingevuld}
2. Vragen gaan naar juf Anna.

{#veranderd}
3. Telefoons gaan altijd uit.

{#eigen}
4. Wij zingen op vrijdag.
"""


def _protocol(*anchors: str) -> Protocol:
    """Return the school's protocol, with provenance of the clauses with these anchors."""
    read = read_protocol_text(_TEXT).protocol
    by_anchor = {clause.anchor: clause for clause in clauses(read)}
    others = "0" * 16
    marks = {
        "gelijk": (clause_mark(by_anchor["gelijk"]), ""),
        "ingevuld": (others, written_mark(by_anchor["ingevuld"])),
        "veranderd": (others, ""),
    }
    entries = tuple(
        Provenance(
            anchor=anchor,
            topic="",
            choice=BOARD_WIDE,
            fingerprint=marks[anchor][0],
            written=marks[anchor][1],
        )
        for anchor in anchors
    )
    return replace(read, facts=replace(read.facts, provenance=entries))


def test_each_clause_is_the_boards_or_says_what_the_school_did() -> None:
    assert school_parts(_protocol("gelijk", "ingevuld", "veranderd")) == {
        "ingevuld": SchoolPart.FILLED_IN,
        "veranderd": SchoolPart.CHANGED,
        "eigen": SchoolPart.ADDED,
    }


def test_a_text_that_was_not_taken_over_has_no_school_part() -> None:
    assert not is_adopted(_protocol())
    assert school_parts(_protocol()) == {}
    assert adoption_note(_protocol(), translator("nl")) == ""
    assert "Stichting De Brug" in adoption_note(_protocol("gelijk"), translator("nl"))
