"""How decisions are told on a cover, and what is asked of a council on the sheet before it."""

from __future__ import annotations

from typing import Any

import pytest

from protocolkit.document.approval_lines import (
    approval_line,
    decision_words,
    print_date,
    signatories,
)
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.asking import Around, asking_lines, bodies_named
from protocolkit.document.facts import Facts, Organisation, Source, Status

_MR = Approval(body="MR", right=Right.CONSENT)
_BOARD = Approval(body="Bestuur", right=Right.ADOPTION)


def as_is(text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2020-03-04", "4 maart 2020"),
        ("2019-05", "mei 2019"),
        ("2019", "2019"),
        ("2026-02-31", "2026-02-31"),
        ("2026-13", "2026-13"),
        ("", ""),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(iso: str, shown: str) -> None:
    assert print_date(iso) == shown


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("decision", Decision)
def test_every_decision_has_words(right: Right, decision: Decision) -> None:
    made = Approval(body="MR", right=right, decision=decision)
    line = approval_line(made, as_is)
    assert line.decision == decision_words(made, as_is)
    assert all((line.body, line.right, line.outcome, line.decision))
    assert line.cells == (line.body, line.right, line.outcome, line.date)


def test_a_date_that_is_missing_is_said_of_a_decision_and_not_of_a_question() -> None:
    granted = Approval(body="MR", right=Right.CONSENT, decision=Decision.GRANTED)
    assert approval_line(granted, as_is).date == "no date given"
    assert approval_line(_MR, as_is).date == ""
    dated = Approval(body="MR", right=Right.CONSENT, decision=Decision.GRANTED, date="2026-02")
    assert approval_line(dated, as_is).date == "februari 2026"
    part = Approval(body="MR", right=Right.CONSENT, section="ouders")
    assert approval_line(part, as_is).body == "MR (ouders)"


def test_of_a_draft_nothing_has_been_asked_yet() -> None:
    assert approval_line(_MR, as_is, status=Status.CONCEPT).outcome == "nothing decided yet"
    assert approval_line(_MR, as_is, status=Status.SUBMITTED).outcome == "consent asked"
    asked = Approval(body="MR", right=Right.CONSENT, date="2026-01")
    assert approval_line(asked, as_is, status=Status.CONCEPT).outcome == "consent asked"


def _facts(status: Status = Status.SUBMITTED, **more: Any) -> Facts:
    return Facts(organisation=Organisation(name="De Brug"), status=status, **more)


def test_who_may_sign() -> None:
    board = _facts(approvals=(_BOARD, _BOARD))
    assert signatories(board, as_is) == ("Bestuur",)
    assert signatories(_facts(), as_is) == ("School board",)
    # Where a council has a say each body signs its own decision.
    assert signatories(_facts(approvals=(_BOARD, _MR)), as_is) == ()
    advice = Approval(body="GMR", right=Right.ADVICE)
    assert signatories(_facts(approvals=(advice,)), as_is) == ()
    # Who was only informed signs nothing: the board does.
    told = Approval(body="MR De Wal", right=Right.INFORMATION)
    assert signatories(_facts(approvals=(told,)), as_is) == ("School board",)
    assert signatories(_facts(approvals=(told, _BOARD)), as_is) == ("Bestuur",)
    # A text that was found elsewhere has been signed there; one of nobody knows when is not signed.
    found = _facts(Status.ADOPTED, source=Source(address="https://x.nl"))
    assert signatories(found, as_is) == ()
    assert signatories(_facts(Status.ADOPTED), as_is) == ("School board",)
    assert signatories(_facts(Status.UNKNOWN), as_is) == ()


def _asking(facts: Facts, open_places: str = "") -> tuple[str, ...]:
    around = Around(
        title="Hek", open_places=open_places, few_places=open_places, whom="Vraag de directeur."
    )
    return asking_lines(facts, around, as_is)


def test_a_council_is_asked_and_a_board_is_not() -> None:
    lines = _asking(_facts(approvals=(_BOARD, _MR)))
    assert lines[0] == "De Brug submits this text to you: Hek."
    assert lines[1].startswith("MR: we ask for your consent")
    assert lines[-1] == "Vraag de directeur."
    assert lines[-2].startswith("Nothing is open")
    assert not any("Bestuur" in line for line in lines)
    assert _asking(_facts(approvals=(_MR,)), "Nog 2 plaatsen.")[-2] == "Nog 2 plaatsen."


@pytest.mark.parametrize(
    "facts",
    [
        _facts(approvals=(_BOARD,)),
        _facts(Status.CONCEPT, approvals=(_MR,)),
        _facts(Status.ADOPTED, approvals=(_MR,)),
        _facts(approvals=(_MR,), source=Source(address="https://x.nl")),
        _facts(approvals=(Approval(body="MR", right=Right.CONSENT, decision=Decision.GRANTED),)),
    ],
)
def test_where_nothing_is_asked_there_is_no_sheet(facts: Facts) -> None:
    assert _asking(facts) == ()


def test_an_answer_is_due_on_the_days_that_are_known() -> None:
    def due(*days: str) -> list[str]:
        asked = tuple(Approval(body="MR", right=Right.CONSENT, before=day) for day in days)
        return [line for line in _asking(_facts(approvals=asked)) if "e would like" in line]

    assert len(due("")) == 1
    assert "______" in due("")[0]
    assert due("2026-03-04", "", "2026-02-01", "2026-03-04") == [
        "MR: we would like your answer on 1 februari 2026 at the latest.",
        "MR: we would like your answer on 4 maart 2026 at the latest.",
    ]


def test_many_councils_are_counted() -> None:
    def councils(number: int) -> list[str]:
        asked = tuple(Approval(body=f"MR {n}", right=Right.CONSENT) for n in range(number))
        return [line for line in _asking(_facts(approvals=asked)) if "consent" in line]

    assert len(councils(5)) == 5
    [line] = councils(6)
    assert line.startswith("6 councils: ")
    assert "The cover says which" in line
    assert bodies_named(["MR", "GMR", "OR"], as_is) == "MR, GMR, OR"
    assert bodies_named(["MR", "GMR", "OR", "PR"], as_is) == "4 councils"
