"""Which text of a clause a writing is about: fresh, current, out of date, or of no clause."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import addressable
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.seen_texts import SeenState, seen_mark, seen_state, with_seen, without_seen

_NOW, _BEFORE = (
    addressable(read_protocol_text(f"# Hek\n\n{{#a}}\n1. Het hek is {how}.\n").protocol)[0]
    for how in ("dicht", "open")
)


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        ("", SeenState.FRESH),
        (seen_mark(_NOW, "Dicht."), SeenState.CURRENT),
        (seen_mark(_BEFORE, "Dicht."), SeenState.OUTDATED),
        (seen_mark(_BEFORE, "Iets anders."), SeenState.FRESH),
        (seen_mark(_NOW, " "), SeenState.CURRENT),
        (seen_mark(_BEFORE, " "), SeenState.OUTDATED),
    ],
)
def test_a_writing_is_as_new_as_the_clause_that_it_was_written_for(
    seen: str, state: SeenState
) -> None:
    assert seen_state(_NOW, "Dicht.", seen) is state
    assert seen_state(None, "Dicht.", seen) is SeenState.UNKNOWN


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("why: x\n", "why: x\nseen:\n  a: m\n"),
        ("why: x", "why: x\nseen:\n  a: m\n"),
        ("why: x\nseen:\n  b: n\n", "why: x\nseen:\n  b: n\n  a: m\n"),
        ("why: x\nseen:\n  a: n  # oud\n", "why: x\nseen:\n  a: m  # oud\n"),
        ("why: x\nseen: {}\n", "why: x\nseen: {a: m}\n"),
    ],
)
def test_marks_stand_at_the_end_and_every_other_byte_stays(text: str, made: str) -> None:
    assert with_seen(text, {"a": "m"}) == made
    assert with_seen(text, {}) is text


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("why: x\n", ""),
        ("", ""),
        ("{why: x, seen: {a: m}}\n", ""),
        ("seen:\n  a: m\nwhy: x\n", ""),
        ("why: x\n", "seen:\n  a: m\n"),
    ],
)
def test_marks_at_the_end_are_told_from_what_somebody_wrote(text: str, marks: str) -> None:
    assert without_seen(text + marks) == (text, marks)
