"""A school is told of the newer text of its board that it does not follow, where that holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.board_decision import board_decisions, board_notices, newer_text
from protocolkit.document.board_text import BoardTexts
from protocolkit.document.facts import Facts, Organisation, Provenance, Status
from protocolkit.document.fingerprints import clause_fingerprint, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable
from protocolkit.reading.reader import read_protocol_text

_OLD, _NEW = (
    read_protocol_text(f"# Hek\n\n{{#a}}\n1. Het hek is {how}.\n").protocol
    for how in ("dicht", "open")
)


def _adopted(text: Protocol, day: str, *schools: str) -> Approval:
    return Approval(
        body="Bestuur",
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        date=day,
        fingerprint=protocol_fingerprint(text),
        schools=schools,
    )


def _granted(text: Protocol) -> Approval:
    return Approval(
        body="GMR",
        right=Right.CONSENT,
        decision=Decision.GRANTED,
        date="2026-01-01",
        fingerprint=protocol_fingerprint(text),
    )


def _board(*entries: Approval, status: Status = Status.ADOPTED) -> BoardTexts:
    organisation = Organisation(name="De Linde")
    facts = Facts(organisation=organisation, approvals=entries, status=status)
    return BoardTexts(now=replace(_NEW, facts=facts), kept=(_OLD,))


def _school(text: Protocol) -> Protocol:
    taken = tuple(
        Provenance(
            anchor=one.anchor,
            topic="",
            choice=BOARD_WIDE,
            fingerprint=clause_fingerprint(one),
            written=clause_fingerprint(one),
        )
        for one in addressable(text)
    )
    organisation = Organisation(name="Oost", aliases=("De Oostschool",))
    return replace(text, facts=Facts(organisation=organisation, provenance=taken))


_BEFORE = _adopted(_OLD, "2025-01-01")


def test_who_follows_the_text_as_it_stands_has_the_newest() -> None:
    board = _board(_BEFORE, _adopted(_NEW, "2026-02-01"))
    assert newer_text(_school(_NEW), board) is None
    found = newer_text(_school(_OLD), board)
    assert found is not None
    assert found.since == "2026-02-01"


@pytest.mark.parametrize(
    ("schools", "since"),
    [(("Oost",), "2026-02-01"), (("de oostschool",), "2026-02-01"), (("West",), None)],
)
def test_only_what_was_adopted_for_the_school_is_newer_there(
    schools: tuple[str, ...], since: str | None
) -> None:
    both = replace(_BEFORE, schools=("Oost", "De Oostschool", "West"))
    found = newer_text(_school(_OLD), _board(both, _adopted(_NEW, "2026-02-01", *schools)))
    assert (found and found.since) == since


def test_without_an_adoption_the_status_of_the_board_says_it() -> None:
    found = newer_text(_school(_OLD), _board())
    assert found is not None
    assert found.since == ""
    assert newer_text(_school(_OLD), _board(status=Status.CONCEPT)) is None
    assert newer_text(_school(_OLD), _board(_granted(_OLD))) is None, "it was changed since"


def test_what_councils_decided_is_about_the_text_that_the_school_has() -> None:
    board = _board(_granted(_OLD), _adopted(_NEW, "2026-02-01"))
    (found,) = board_decisions(_school(_OLD), board)
    assert (found.entry.body, found.is_changed) == ("GMR", True)
    assert board_decisions(_school(_OLD), _board(_granted(_NEW))) == ()
    (same,) = board_decisions(_school(_NEW), _board(_granted(_NEW)))
    assert not same.is_changed


def _said(school: Protocol, board: BoardTexts | None) -> list[str]:
    return list(board_notices(school, board, str, "nl"))


def test_each_of_these_is_said_on_the_text_of_the_school() -> None:
    board = _board(_granted(_OLD), _adopted(_NEW, "2026-02-01"))
    decided, changed, newer = _said(_school(_OLD), board)
    assert ("GMR" in decided, "1 januari 2026" in decided) == (True, True)
    assert "changed its text" in changed
    assert "since 1 februari 2026" in newer
    (nothing, undated) = _said(_school(_OLD), _board())
    assert "nothing is recorded" in nothing
    assert "since" not in undated
    other = _school(read_protocol_text("# Hek\n\n{#a}\n1. Iets anders.\n").protocol)
    assert "not those of one version" in _said(other, _board())[0]
    assert _said(_school(_OLD), None) == _said(_OLD, board) == []
