"""A note that this program put in the margin is none of a council; an answer to it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review import own_notes
from protocolkit.review.own_notes import without_own_notes
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import PlacedBy, Remark, Review

_SENT = SentText(protocol=read_protocol_text("# Hek\n\n{#a}\n1. Een.\n").protocol)
_OURS = Remark(
    id="1",
    author="protocolkit",
    date="",
    text="Verplaatst.",
    anchor="a",
    placed_by=PlacedBy.BOOKMARK,
)
_ANSWER = Remark(id="2", author="MR", date="", text="Waarom?", parent="1")
_OTHER = Remark(id="3", author="MR", date="", text="Mooi.")


def _told(monkeypatch: pytest.MonkeyPatch, *remarks: Remark) -> Review:
    monkeypatch.setattr(own_notes, "known_notes", lambda _texts, _known: {"Verplaatst."})
    return without_own_notes(Review(remarks=remarks, changes=()), _SENT)


def test_our_own_note_is_passed_over_and_an_answer_to_it_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = _told(monkeypatch, _OURS, _ANSWER, _OTHER)
    assert found.remarks == (replace(_ANSWER, parent="", placed_by=PlacedBy.BOOKMARK), _OTHER)
    assert [(one.words, one.reason) for one in found.passed_over] == [
        ("Verplaatst.", LeftOutReason.MOVE_NOTE)
    ]


def test_who_repeats_its_words_in_an_answer_says_something(monkeypatch: pytest.MonkeyPatch) -> None:
    echo = replace(_ANSWER, text="Verplaatst.", parent="3")
    found = _told(monkeypatch, _OTHER, echo)
    assert found.remarks == (_OTHER, echo)
    assert found.passed_over == ()
