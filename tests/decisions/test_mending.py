"""What was recorded wrongly is put right, and what it said stays; a late answer is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.decisions.deciding import Ruling
from protocolkit.decisions.earlier import record_earlier
from protocolkit.decisions.mending import Mending, mend
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover import make_cover
from protocolkit.document.decided_text import as_it_stands
from protocolkit.document.facts import Status, versions_taken_back
from told_everywhere import told
from typed import typed

_FILE = "protocols/pesten/de-brug.md"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.ask()
    made.decide(Decision.GRANTED)
    return made


def _mend(desk: Desk, body: str = "MR", reason: str = "fout getypt", **more: object) -> Approval:
    who = {name: more.pop(name) for name in ("section", "right", "of") if name in more}
    mending = Mending(body=body, reason=reason, changes=more, **who)  # type: ignore[arg-type]
    return mend(desk.file, mending, TODAY, translator())


def test_a_wrong_day_is_put_right_and_stays_to_be_read(desk: Desk) -> None:
    before = desk.path.read_text("utf-8")
    _mend(desk, date="2026-03-11")
    assert (desk.holds(), desk.checked()) == ([True], [])
    [entry] = desk.protocol.facts.approvals
    assert entry.date == "2026-03-11"
    assert [(one.date, one.was, one.reason) for one in entry.mended] == [
        (TODAY, "besloten op: 10 maart 2026", "fout getypt")
    ]
    _mend(desk, date="2026-03-12", reason="weer fout")
    assert len(desk.protocol.facts.approvals[0].mended) == 2
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert (
        "Verbeterd op 1 juni 2026. Eerst stond er: besloten op: 10 maart 2026. Reden: fout" in said
    )
    assert before.partition("---\n\n")[2] == desk.path.read_text("utf-8").partition("---\n\n")[2]


def test_a_wrong_council_is_put_right(desk: Desk) -> None:
    mending = Mending(body="MR", reason="andere raad", changes={"body": "MR De Brug"})
    mend(desk.file, mending, TODAY, translator())
    [entry] = desk.protocol.facts.approvals
    assert (entry.body, entry.mended[0].was) == ("MR De Brug", "raad: MR")
    assert desk.holds() == [True]


def test_a_decision_that_was_none_is_asked_again(desk: Desk) -> None:
    _mend(desk, decision="gevraagd")
    [entry] = desk.protocol.facts.approvals
    assert (entry.decision, entry.date) == (Decision.ASKED, "")
    assert entry.mended[0].was == "besluit: instemming verleend; besloten op: 10 maart 2026"
    desk.decide(Decision.WITHHELD, day="2026-03-12")
    assert desk.protocol.facts.approvals[0].decision is Decision.WITHHELD
    assert len(desk.protocol.facts.approvals[0].mended) == 1


def test_a_council_does_not_become_who_adopted(desk: Desk) -> None:
    def name_anew(body: str) -> Approval:
        mending = Mending(body="CvB", reason="fout getypt", changes={"body": body})
        return mend(desk.file, mending, TODAY, translator())

    desk.adopt()
    assert desk.refused(lambda: name_anew("MR")) == "council-adopts"
    assert desk.refused(lambda: name_anew("GMR De Brug")) == "council-adopts"
    assert name_anew("College van bestuur").body == "College van bestuur"


def test_an_adoption_that_was_none_takes_the_status_back(desk: Desk) -> None:
    desk.adopt()
    _mend(desk, body="CvB", decision="gevraagd", right=Right.ADOPTION)
    assert desk.protocol.facts.status is Status.SUBMITTED
    assert "vastgesteld" not in " ".join(
        row.decision for row in make_cover(desk.protocol, translator()).approvals
    )


def test_an_adoption_that_was_taken_back_counts_nowhere(desk: Desk) -> None:
    desk.adopt()
    refused = desk.refused(lambda: _mend(desk, "CvB", decision="voorstel ingetrokken"))
    assert refused == "decision-unknown"
    _mend(desk, "CvB", decision="gevraagd")
    assert [row.body for row in make_cover(desk.protocol, translator()).approvals] == ["MR"]
    assert desk.holds() == [True, False]
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert "CvB, vaststelling teruggenomen. Geldt niet: dit was bij vergissing" in said
    assert "vaststelling gevraagd" not in said.partition("Eerst stond er")[0]
    assert versions_taken_back(desk.protocol.facts) == {"vastgesteld-2026-03-24"}
    desk.adopt()
    [_, gone, entry] = desk.protocol.facts.approvals
    assert (gone.version, entry.version) == ("vastgesteld-2026-03-24", "vastgesteld-2026-03-24-2")
    assert (desk.holds(), desk.checked()) == ([True, False, True], [])


def test_a_text_that_holds_is_not_adopted_again(desk: Desk) -> None:
    desk.adopt()
    assert desk.refused(lambda: desk.adopt("2026-04-14")) == "already-adopted"
    desk.edit("een week", "twee weken")
    desk.adopt("2026-04-14")
    desk.edit("twee weken", "een week")
    desk.adopt("2026-05-14")
    assert desk.holds() == [True, False, False, True]


def test_an_earlier_adoption_of_the_same_text_counts_again(desk: Desk) -> None:
    desk.adopt()
    desk.edit("een week", "twee weken")
    desk.adopt("2026-04-14")
    _mend(desk, body="CvB", decision="gevraagd", of="2026-04-14")
    desk.edit("twee weken", "een week")
    assert as_it_stands(desk.protocol).facts.status is Status.ADOPTED
    assert desk.holds() == [True, True, False]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"date": "2026-03-10"}, "nothing-mended"),
        ({"date": "2026-02-01"}, "days-in-wrong-order"),
        ({"date": "2026-06-02"}, "day-to-come"),
        ({"date": "1826-03-10"}, "day-far"),
        ({"date": "gisteren"}, "day-written"),
        ({"date": ""}, "day-unreal"),
        ({"sent": "2026-04-01"}, "days-in-wrong-order"),
        ({"decision": "positief"}, "decision-unknown"),
        ({"decision": "verleend met afgesproken wijzigingen"}, "mend-agreed"),
        ({"date": "2026-03-11", "reason": " "}, "reason-missing"),
        ({"date": "2026-03-11", "of": "2026-01-01"}, "record-unknown"),
        ({"date": "2026-03-11", "section": "ouders"}, "record-of-others"),
    ],
)
def test_what_cannot_be_put_right(desk: Desk, changes: dict[str, str], code: str) -> None:
    assert desk.refused(lambda: _mend(desk, **changes)) == code


def test_a_council_is_not_recorded_twice(desk: Desk) -> None:
    desk.ask("MR B")
    changes = {"body": "MR"}
    mending = Mending(body="MR B", reason="x", changes=changes)
    assert desk.refused(lambda: mend(desk.file, mending, TODAY, translator())) == "mend-twice"


def test_the_command_keeps_what_was_recorded(desk: Desk) -> None:
    words = ("--body", "MR", "--date", "2026-03-11", "--reason", "notulen zeggen anders")
    done = typed("correct", _FILE, *words, cwd=desk.root)
    assert (done.returncode, done.stdout) == (0, f"{_FILE}\n")
    assert "Verbeterd: MR, instemming verleend, 11 maart 2026." in done.stderr
    assert "Eerst stond er: besloten op: 10 maart 2026. Reden: notulen zeggen anders" in done.stderr
    undone = ("--body", "MR", "--decision", "nog niet besloten", "--reason", "andere vergadering")
    assert typed("correct", _FILE, *undone, cwd=desk.root).returncode == 0
    assert typed("correct", _FILE, "--body", "MR", cwd=desk.root).returncode == 2


def test_an_answer_that_comes_late_is_recorded(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(before="2026-03-31")
    desk.decide(Decision.NO_ANSWER, day="2026-04-01")
    assert desk.refused(lambda: desk.decide(Decision.NO_ANSWER, day="2026-04-02")) == (
        "already-decided"
    )
    desk.decide(Decision.GRANTED, day="2026-04-10")
    [entry] = desk.protocol.facts.approvals
    assert (entry.decision, entry.date) == (Decision.GRANTED, "2026-04-10")
    was = "besluit: geen antwoord binnen de termijn; besloten op: 1 april 2026"
    assert [(one.was, one.reason) for one in entry.mended] == [
        (was, "het antwoord kwam na de termijn")
    ]
    assert (desk.holds(), desk.checked()) == ([True], [])


def _earlier(desk: Desk, day: str = "") -> object:
    ruling = Ruling(body="MR", decision=Decision.EARLIER, day=day)
    return record_earlier(desk.file, ruling, TODAY)


def test_a_text_that_was_decided_on_before_is_kept_once_and_stands_where_it_was(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, TEXT.replace("status: concept", "status: in werking"))
    for section, day in (("ouders", ""), ("personeel", "2024-05-14")):
        ruling = Ruling(body="MR", decision=Decision.EARLIER, section=section, day=day)
        record_earlier(desk.file, ruling, TODAY)
    desk.adopt("2024-06-01")
    kept = sorted(path.name for path in (desk.root / "versions" / "pesten").iterdir())
    assert kept == [f"de-brug@eerder-{TODAY}.md", "de-brug@vastgesteld-2024-06-01.md"]
    found = told(desk)
    assert [one["version"] for one in found.value["in_force"]] == ["vastgesteld-2024-06-01"]
    assert list(found.history) == ["vastgesteld-2024-06-01", f"eerder-{TODAY}"]
    desk.edit("een week", "twee weken")
    desk.edit("status: vastgesteld", "status: concept")
    desk.ask()
    assert list(told(desk).history)[1:] == ["vastgesteld-2024-06-01", f"eerder-{TODAY}"]
    desk.decide(Decision.GRANTED)
    desk.adopt()
    assert list(told(desk).history) == [
        "vastgesteld-2026-03-24",
        "voorgelegd-2026-02-03",
        "vastgesteld-2024-06-01",
        f"eerder-{TODAY}",
    ]


def test_an_adoption_of_long_ago_that_is_recorded_late_stands_where_it_was(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    desk.decide(Decision.ADOPTED, "CvB", day="2024-06-01")
    order = [name for name in told(desk).history if name.startswith("vastgesteld")]
    assert order[-1] == "vastgesteld-2024-06-01"


def _codes(desk: Desk) -> list[str]:
    return [one.code.name for one in check_collection(read_collection(desk.root), TODAY)]


def test_a_text_that_was_never_submitted_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("status: concept", "status: in werking"))
    assert "never-submitted" in _codes(desk)
    assert "Van geen enkele raad is een vraag of een besluit vastgelegd." in (
        typed("status", _FILE, cwd=tmp_path).stdout
    )
    done = typed("approve", _FILE, "--body", "MR", "--decision", "eerder besloten", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Vastgelegd: MR, besloten vóór wij dit bijhielden." in done.stderr, "without a day"
    assert "never-submitted" not in _codes(desk)
    [row] = make_cover(desk.protocol, translator()).approvals
    assert row.decision == "besloten vóór wij dit bijhielden"
    assert (desk.holds(), desk.checked()) == ([True], [])
    desk.edit("een week", "twee weken")
    assert "changed-after-decision" in _codes(desk)
    assert desk.refused(lambda: _earlier(desk)) == "already-decided"


def test_nothing_was_decided_earlier_about_a_draft(tmp_path: Path) -> None:
    assert Desk(tmp_path).refused(lambda: _earlier(Desk(tmp_path))) == "not-decided-earlier"


def test_open_places_are_named_before_a_text_is_submitted(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("naar de mentor", "naar [naam contactpersoon]"))
    before = desk.bytes()
    asked = ("--body", "MR", "--right", "instemming", "--sent", "2026-02-03")
    words = (*asked, "--before", "2026-03-31")
    done = typed("submit", _FILE, *words, cwd=tmp_path)
    assert done.returncode == 2
    assert "Nog 1 plaats open: Aanhef 1." in done.stderr
    assert "zet er dan --yes bij" in done.stderr.casefold()
    assert desk.bytes() == before
    assert typed("submit", _FILE, *words, "--yes", cwd=tmp_path).returncode == 0


def test_a_version_is_called_after_the_day_that_was_put_right(desk: Desk) -> None:
    desk.adopt("2026-03-24")
    desk.edit("een week", "twee weken")
    before = told(desk)
    _mend(desk, "CvB", date="2026-03-26")
    adoption = desk.protocol.facts.approvals[1]
    assert adoption.version == "vastgesteld-2026-03-26"
    assert "versie: vastgesteld-2026-03-24" in adoption.mended[0].was
    after = told(desk)
    assert [*after.history] == ["", "vastgesteld-2026-03-26", "voorgelegd-2026-02-03"]
    assert len(before.history) == len(after.history)
    assert after.checked == before.checked == ("changed-after-decision",) * 2
    # The name of before stands on papers, so no other text gets it.
    desk.adopt("2026-03-24", is_sure=True)
    assert desk.protocol.facts.approvals[2].version == "vastgesteld-2026-03-24-2"


def test_a_version_of_several_councils_is_renamed_with_the_last_of_them(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("MR", section="ouders")
    desk.ask("MR", section="personeel")
    _mend(desk, section="ouders", sent="2026-02-04")
    assert {one.version for one in desk.protocol.facts.approvals} == {"voorgelegd-2026-02-03"}
    _mend(desk, section="personeel", sent="2026-02-04")
    assert {one.version for one in desk.protocol.facts.approvals} == {"voorgelegd-2026-02-04"}
    assert desk.checked() == []
    desk.decide(Decision.GRANTED, section="ouders")
    _mend(desk, section="ouders", date="2026-03-11")
    assert {one.version for one in desk.protocol.facts.approvals} == {"voorgelegd-2026-02-04"}
    assert desk.holds() == [True, False]


def test_a_name_of_a_person_that_is_put_right_does_not_stay(desk: Desk) -> None:
    desk.edit('body: "MR"', 'body: "MR Jan de Vries"')

    def name_anew(body: str) -> Approval:
        mending = Mending(body="MR Jan de Vries", reason="naam", changes={"body": body})
        return mend(desk.file, mending, TODAY, translator())

    assert desk.refused(lambda: name_anew("MR Piet Bakker")) == "body-names"
    name_anew("MR De Brug")
    assert "Jan de" not in desk.path.read_text("utf-8")
    assert desk.protocol.facts.approvals[0].mended[0].was == "raad: MR [naam verwijderd]"


def test_of_an_adoption_that_was_taken_back_nothing_is_put_right(desk: Desk) -> None:
    desk.adopt()
    _mend(desk, "CvB", decision="gevraagd")
    assert desk.refused(lambda: _mend(desk, "CvB", sent="2026-03-01")) == "mend-taken-back"
    _mend(desk, "CvB", decision="vastgesteld", date="2026-03-24")
    assert told(desk).status == "vastgesteld"


def test_a_withdrawal_that_was_none_leaves_the_text_with_the_council(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.PROPOSAL_WITHDRAWN)
    assert desk.protocol.facts.status is Status.CONCEPT
    _mend(desk, decision="verleend")
    assert (desk.protocol.facts.status, desk.checked()) == (Status.SUBMITTED, [])
    _mend(desk, decision="voorstel ingetrokken")
    assert (desk.protocol.facts.status, desk.checked()) == (Status.CONCEPT, [])
    _mend(desk, decision="verleend")
    desk.edit("status: voorgelegd", "status: concept")
    assert desk.checked() == ["status-after-answer"], "what was decided on is no draft"
