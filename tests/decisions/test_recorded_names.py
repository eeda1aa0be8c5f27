"""No person comes into a record: not as body, in a term, nor in the name of a proof."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from decided import TODAY, Desk
from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.checking.people import check_people
from protocolkit.decisions.councils import end_council
from protocolkit.decisions.mending import Mending, mend
from protocolkit.decisions.submitting import Request, submit
from protocolkit.decisions.working_file import with_changed_entry
from protocolkit.document.approvals import Decision, Ended, Right


def _letter(desk: Desk, name: str) -> Path:
    path = desk.root.parent / f"{desk.root.name}-{name}"
    path.write_text("brief", "utf-8")
    return path


def _mend_body(desk: Desk) -> object:
    changes = {"body": "P. de Wit, voorzitter"}
    return mend(desk.file, Mending(body="MR", changes=changes, reason="x"), TODAY, translator())


_ACTS: dict[str, tuple[Callable[[Desk], object], str]] = {
    "body": (lambda desk: desk.ask("mevrouw J. Jansen"), "body-names"),
    "adopter": (
        lambda desk: desk.decide(Decision.ADOPTED, "P. de Wit, voorzitter CvB"),
        "body-names",
    ),
    "holidays": (lambda desk: desk.ask("MR Zuid", holidays="bel mevrouw J. Jansen"), "words-name"),
    "ground": (lambda desk: desk.ask("MR Zuid", ground="volgens J.P. van Dam"), "words-name"),
    "proof": (
        lambda desk: desk.decide(
            Decision.GRANTED, proof=_letter(desk, "brief van mevrouw J. Jansen.pdf")
        ),
        "proof-names",
    ),
    "put right": (_mend_body, "body-names"),
    "went up in": (
        lambda desk: end_council(
            desk.root, "MR", Ended(date="2026-04-01", into="mevrouw Jansen"), TODAY
        ),
        "body-names",
    ),
}


@pytest.mark.parametrize("act", _ACTS)
def test_a_person_is_refused_wherever_it_is_typed(tmp_path: Path, act: str) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    work, code = _ACTS[act]
    assert desk.refused(lambda: work(desk)) == code


def test_a_row_of_a_list_is_named(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    asked = Request(body="MR", right=Right.CONSENT, sent="2026-02-03", before="2026-03-31")
    row = replace(asked, body="de heer Bos", place=Location("lijst.xlsx", 7))
    with pytest.raises(ProtocolkitError) as caught:
        submit(desk.file, [asked, row], TODAY)
    assert caught.value.problem.location == Location("lijst.xlsx", 7)


def test_what_stands_in_a_file_already_stops_nothing_and_check_tells_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(holidays="tellen niet mee")
    desk.edit("tellen niet mee", "bel mevrouw J. Jansen")
    desk.decide(Decision.GRANTED)
    assert [one.values for one in check_people(desk.protocol) if not one.anchor] == [
        (("words", "mevrouw J. Jansen"),)
    ]
    entry = desk.protocol.facts.approvals[0]
    with pytest.raises(ProtocolkitError):
        with_changed_entry(desk.file, 0, replace(entry, ground="bel mevrouw K. Bos"))
