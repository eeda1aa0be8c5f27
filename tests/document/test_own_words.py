"""What a school itself wrote has a check code; small parts of a text are what they seem."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.document.adopted import BOARD_WIDE, own_code
from protocolkit.document.approval_lines import approval_lines, earlier_lines, with_schools
from protocolkit.document.approvals import Approval, Decision, EarlierDecision, Proof, Right
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import clause_fingerprint
from protocolkit.document.model import Clause, Flush, Paragraph, PointList, Protocol, Table
from protocolkit.document.open_places import bracketed_blanks
from protocolkit.document.outline import addressable
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    RichText,
    Text,
    with_breaks_outside,
    without_emphasis,
)
from protocolkit.document.tree import map_parts, paragraphs_of, sections_of
from protocolkit.reading.reader import read_protocol_text

_TEXT = read_protocol_text(
    "# Hek\n\n{#h}\n## 1 Hek\n\n{#a}\n1. Dicht.\n\n{#b}\n2. Bel aan.\n"
).protocol


def _taken_over(words: Protocol, *anchors: str, filled: str = "") -> Protocol:
    """Return a text of which a school took these clauses over as its board wrote them."""
    entries = tuple(
        Provenance(
            anchor=item.anchor,
            topic="",
            choice=BOARD_WIDE,
            fingerprint=clause_fingerprint(item),
            written=clause_fingerprint(item) if item.anchor == filled else "",
        )
        for item in addressable(_TEXT)
        if item.anchor in anchors
    )
    return replace(words, facts=replace(words.facts, provenance=entries))


def test_a_school_has_a_code_of_what_it_wrote_itself() -> None:
    other = read_protocol_text("# Hek\n\n{#a}\n1. Dicht.\n\n{#b}\n2. Klop aan.\n").protocol
    third = read_protocol_text("# Hek\n\n{#a}\n1. Open.\n\n{#b}\n2. Bel aan.\n").protocol
    assert own_code(_TEXT) == own_code(_taken_over(_TEXT, "a", "b")) == ""
    codes = [
        own_code(_taken_over(_TEXT, "a")),
        own_code(_taken_over(_TEXT, "a", "b", filled="b")),
        own_code(_taken_over(other, "a")),
        own_code(_taken_over(other, "a", "b")),
    ]
    assert len({*codes, ""}) == len(codes) + 1
    board_changed = replace(third, facts=_taken_over(third, "a").facts)
    entries = tuple(
        replace(one, fingerprint=clause_fingerprint(addressable(third)[0]))
        for one in board_changed.facts.provenance
    )
    board_changed = replace(board_changed, facts=replace(third.facts, provenance=entries))
    assert own_code(board_changed) == codes[0], "what the board changed changes nothing here"


def test_only_blanks_between_brackets_are_those_of_a_draft() -> None:
    assert bracketed_blanks("Bel [naam] op ……… of ______.") == ["[naam]"]


def test_emphasis_of_one_kind_goes_and_its_words_stay() -> None:
    slanted = Emphasis(content=(Text("b"),), strong=False)
    rich: RichText = (Emphasis(content=(Text("a"), slanted), strong=True), Text("c"))
    assert without_emphasis(rich, strong=True) == (Text("a"), slanted, Text("c"))
    assert without_emphasis(rich, strong=False) == (
        Emphasis(content=(Text("ab"),), strong=True),
        Text("c"),
    )


def test_breaks_stand_outside_emphasis_and_emphasis_of_nothing_goes() -> None:
    def bold(*content: Text | HardBreak) -> Emphasis:
        return Emphasis(content=content, strong=True)

    rich: RichText = (Text("a"), bold(HardBreak(), Text("b"), HardBreak()), Text("c"))
    assert with_breaks_outside(rich) == (
        Text("a"),
        HardBreak(),
        bold(Text("b")),
        HardBreak(),
        Text("c"),
    )
    assert with_breaks_outside((Text("a"), bold(HardBreak()))) == (Text("a"), HardBreak())
    assert with_breaks_outside((Text("a"), bold(Text(" ")), Text("c"))) == (Text("a c"),)


def test_parts_of_a_kind_are_found_and_a_clause_can_be_left_out() -> None:
    (section,) = sections_of(_TEXT.parts)
    assert sections_of(section.parts) == ()
    blocks = (Paragraph((Text("a"),)), PointList(points=()), Paragraph((Text("b"),)))
    assert paragraphs_of(blocks) == (blocks[0], blocks[2])

    def without_b(clause: Clause) -> Clause | None:
        return None if clause.anchor == "b" else clause

    (left,) = sections_of(map_parts(_TEXT.parts, without_b))
    assert [part.anchor for part in left.parts] == ["a"]


def test_a_column_of_which_nothing_is_said_is_set_left() -> None:
    table = Table(header=(), rows=(), flush=(Flush.RIGHT,))
    assert [table.flush_of(column) for column in (0, 1)] == [Flush.RIGHT, Flush.LEFT]


_GRANTED = Approval(
    body="MR", right=Right.CONSENT, decision=Decision.GRANTED, date="2026-02-01", schools=("Oost",)
)


@pytest.mark.parametrize(
    ("other", "names"),
    [
        (replace(_GRANTED, schools=("West",)), ["voor Oost", "voor West"]),
        (replace(_GRANTED, schools=("West",), body="GMR"), ["", ""]),
    ],
)
def test_decisions_of_one_body_for_other_schools_name_these(
    other: Approval, names: list[str]
) -> None:
    def dutch(text: str) -> str:
        return text.replace("for {names}", "voor {names}")

    lines = approval_lines((_GRANTED, other), dutch)
    assert [line.schools for line in lines] == names
    assert lines[0].phrase.endswith("(1 februari 2026)")
    (undated,) = approval_lines((replace(_GRANTED, date="", decision=Decision.ASKED),), dutch)
    assert "(" not in undated.phrase
    bare = replace(_GRANTED, schools=())
    assert with_schools(undated, bare, dutch) is undated


def test_of_what_was_decided_before_an_adjournment_and_what_is_proven_is_told() -> None:
    proof = Proof(file="besluit.pdf")
    earlier = (
        EarlierDecision(decision=Decision.ADJOURNED, date="2026-01-01"),
        EarlierDecision(decision=Decision.WITHHELD, date="2026-01-02"),
        EarlierDecision(decision=Decision.WITHHELD, date="", proof=proof),
    )
    first, second = earlier_lines(replace(_GRANTED, earlier=earlier), str)
    assert ("1 januari 2026" in first, "besluit.pdf" in first) == (True, False)
    assert ("–" in second, "besluit.pdf" in second) == (True, True)
