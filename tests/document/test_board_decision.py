"""What a school's text tells of the decisions on its board's text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.approvals import Approval, Decision, Ended, Right
from protocolkit.document.board_decision import board_decisions, board_notices
from protocolkit.document.board_text import BoardTexts
from protocolkit.document.facts import Facts, Organisation, Provenance, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text

_ENGLISH = translator("en")
_BOARD = read_protocol_text("# Hek\n\n{#a}\n1. Het hek is dicht.\n").protocol
_NOW = protocol_fingerprint(_BOARD)
_OTHER = protocol_fingerprint(read_protocol_text("# Hek\n\n{#a}\n1. Open.\n").protocol)


def _asked(body: str = "GMR", decision: Decision = Decision.GRANTED, **more: object) -> Approval:
    return Approval(body=body, right=Right.CONSENT, decision=decision, **more)  # type: ignore[arg-type]


def _board(*approvals: Approval, status: Status = Status.ADOPTED) -> Protocol:
    organisation = Organisation(name="Stichting De Linde")
    facts = Facts(organisation=organisation, status=status, approvals=approvals)
    return replace(_BOARD, facts=facts)


def _texts(board: Protocol) -> BoardTexts:
    return BoardTexts(now=board)


def _school() -> Protocol:
    organisation = Organisation(name="De Wal", parent="Stichting De Linde")
    taken = Provenance(anchor="a", topic="hek", choice=BOARD_WIDE)
    return replace(_BOARD, facts=Facts(organisation=organisation, provenance=(taken,)))


@pytest.mark.parametrize(
    ("board", "told"),
    [
        (_board(_asked(fingerprint=_NOW)), [("GMR", False)]),
        (_board(_asked(fingerprint=_OTHER)), [("GMR", True)]),
        # a text on its way changes nothing yet
        (_board(_asked(fingerprint=_OTHER), status=Status.SUBMITTED), [("GMR", False)]),
        # what was decided on this text goes before what was decided on another
        (
            _board(_asked("MR", fingerprint=_OTHER), _asked(fingerprint=_NOW)),
            [("GMR", False)],
        ),
        # nobody knows on which text: it is not told to be another
        (_board(_asked()), [("GMR", False)]),
        (_board(_asked(decision=Decision.ASKED)), []),
        (_board(_asked(decision=Decision.PROPOSAL_WITHDRAWN)), []),
        (_board(_asked(decision=Decision.NO_ANSWER)), []),
        # the last answer to one question
        (
            _board(_asked(decision=Decision.WITHHELD, fingerprint=_NOW), _asked(fingerprint=_NOW)),
            [("GMR", False)],
        ),
        # of a council that ended nothing is told once another one decided about a later text
        (
            _board(
                _asked("GMR Oud", fingerprint=_OTHER, ended=Ended(date="2026-04-15")),
                _asked(fingerprint=f"{_OTHER[:-1]}x", section="ouders"),
                _asked(fingerprint=f"{_OTHER[:-1]}x", section="personeel"),
            ),
            [("GMR", True), ("GMR", True)],
        ),
        # and the whole council not beside its sections
        (
            _board(
                _asked(fingerprint=_OTHER),
                _asked(fingerprint=f"{_OTHER[:-1]}x", section="ouders"),
                _asked(fingerprint=f"{_OTHER[:-1]}x", section="personeel"),
            ),
            [("GMR", True), ("GMR", True)],
        ),
        (_board(Approval(body="Bestuur", right=Right.ADOPTION, decision=Decision.ADOPTED)), []),
    ],
)
def test_which_decisions_are_told(board: Protocol, told: list[tuple[str, bool]]) -> None:
    assert [
        (one.entry.body, one.is_changed) for one in board_decisions(_school(), _texts(board))
    ] == told


def test_a_school_tells_what_was_decided_about_the_text_of_its_board() -> None:
    said = list(board_notices(_school(), _texts(_board(_asked(fingerprint=_NOW))), _ENGLISH, "en"))
    assert len(said) == 1
    assert "Stichting De Linde" in said[0]
    assert "GMR" in said[0]
    assert "no date given" in said[0]


def test_another_text_since_and_no_decision_at_all_are_told() -> None:
    changed = _board(_asked(fingerprint=_OTHER, date="2026-03-10", version="v1"))
    said = list(board_notices(_school(), _texts(changed), _ENGLISH, "en"))
    assert len(said) == 2
    assert all("v1" in one for one in said)
    [nothing] = board_notices(_school(), _texts(_board()), _ENGLISH, "en")
    assert "Stichting De Linde" in nothing


def test_without_the_board_or_of_a_text_of_ones_own_nothing_is_told() -> None:
    board = _board(_asked(fingerprint=_NOW))
    assert list(board_notices(_school(), None, _ENGLISH, "en")) == []
    assert list(board_notices(board, _texts(board), _ENGLISH, "en")) == []
