"""A proposal of a council itself, what the board answers, and the days that follow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.decisions.terms import following
from protocolkit.document.answer_terms import answer_due
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.facts import Status
from protocolkit.dossier.cover_note import cover_note
from protocolkit.dossier.papers import Contents, papers
from protocolkit.dossier.proposal_file import Proposal
from protocolkit.dossier.sender import sender_of
from protocolkit.paper.leaflets.decision_form import decision_forms
from protocolkit.paper.leaflets.leaflet import Words
from protocolkit.paper.redline.signature import Signature
from protocolkit.site.my_school import cover_at
from protocolkit.was_wordt.reasons_file import Reasons
from told_everywhere import told
from typed import typed

_SILENT = ("-silent", "-overdue")
_FILE = "protocols/pesten/de-brug.md"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.ask("MR De Brug", Right.PROPOSAL, before="")
    return made


def _said(desk: Desk) -> list[str]:
    entries = desk.protocol.facts.approvals
    return [line.in_words(translator()) for one in entries for line in following(one)]


def test_what_a_council_proposes_is_kept_and_is_before_nobody(desk: Desk) -> None:
    [entry] = desk.protocol.facts.approvals
    assert (entry.version, desk.protocol.facts.status) == ("voorstel-2026-02-03", Status.CONCEPT)
    assert "binnen drie maanden, tot en met 3 mei 2026" in _said(desk)[0]
    assert desk.checked() == ["answer-overdue"], "on 1 June these three months are over"


def test_the_board_answers_a_proposal_and_not_the_council(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("MR De Brug", Right.PROPOSAL, before="2026-03-31")

    def checked(day: str) -> list[str]:
        found = check_collection(read_collection(tmp_path), day)
        return [one.line(translator()) for one in found if one.code.name.endswith(_SILENT)]

    assert checked("2026-03-31") == []
    [said] = checked("2026-04-01")
    assert "MR De Brug vroeg het bestuur om antwoord tot en met 31 maart 2026" in said
    assert "--decision overgenomen" in said
    [said] = checked("2026-06-01")
    assert "[answer-overdue]" in said, "the three months of the law go before"


def test_a_proposal_for_a_text_that_holds_makes_it_a_draft(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt()
    desk.edit("een week", "twee weken")
    desk.ask("MR De Brug", Right.PROPOSAL, before="")
    assert desk.protocol.facts.status is Status.CONCEPT


def test_what_the_board_answers(desk: Desk) -> None:
    desk.decide(Decision.PARTLY_FOLLOWED, "MR De Brug", talked="2026-02-20")
    [entry] = desk.protocol.facts.approvals
    assert (entry.talked, entry.date) == ("2026-02-20", "2026-03-10")
    assert (desk.checked(), _said(desk)) == ([], [])
    shown = typed("status", _FILE, cwd=desk.root).stdout
    assert "MR De Brug, voorstel deels overgenomen door het bestuur, 10 maart 2026." in shown


def test_what_was_proposed_is_told_from_the_text_as_it_stands(desk: Desk) -> None:
    desk.decide(Decision.PARTLY_FOLLOWED, "MR De Brug", talked="2026-02-20")
    assert not any("stelde een andere tekst voor" in one for one in desk.notices())
    desk.edit("een week", "twee weken")
    said = "MR De Brug stelde een andere tekst voor dan deze;"
    assert any(one.startswith(said) for one in desk.notices())
    assert said in typed("status", _FILE, cwd=desk.root).stdout


def test_an_answer_without_a_talk_is_told(desk: Desk) -> None:
    desk.decide(Decision.NOT_FOLLOWED, "MR De Brug")
    assert desk.checked() == ["no-talk"]


@pytest.mark.parametrize(
    ("talked", "code"),
    [
        ("2026-01-20", "days-in-wrong-order"),
        ("2026-03-20", "days-in-wrong-order"),
        ("2026-02-30", "day-unreal"),
    ],
)
def test_a_talk_that_cannot_have_been(desk: Desk, talked: str, code: str) -> None:
    act = lambda: desk.decide(Decision.FOLLOWED, "MR De Brug", talked=talked)  # noqa: E731
    assert desk.refused(act) == code


def test_the_papers_have_the_sender_reversed(desk: Desk) -> None:
    [form] = decision_forms(desk.protocol, desk.protocol.facts.approvals, translator()).leaflets
    assert form.title == "Antwoord van het bestuur op een voorstel van de raad (formulier)"
    said = repr(form.parts)
    assert "Voorstel van" in said
    assert "Wij nemen het voorstel niet over" in said
    assert "voorzitter van" not in said
    done = typed("form", _FILE, "-o", "antwoord.docx", cwd=desk.root)
    assert (done.returncode, (desk.root / "antwoord.docx").exists()) == (0, True)
    done = typed("dossier", _FILE, "-o", f"{desk.root}-stukken", cwd=desk.root)
    assert "Traceback" not in done.stderr


def test_the_dossier_of_a_proposal_goes_to_the_board(desk: Desk) -> None:
    done = typed("dossier", _FILE, "-o", f"{desk.root}-stukken", cwd=desk.root)
    assert "raad mag antwoorden" not in done.stderr
    made = Path(f"{desk.root}-stukken")
    names = sorted(one.name for one in made.iterdir())
    assert [name for name in names if name.startswith("6-")] == [
        "6-antwoord-van-het-bestuur.docx",
        "6-antwoord-van-het-bestuur.pdf",
    ]
    page = (made / "index.html").read_text("utf-8")
    assert "Stukken voor het bestuur, bij een voorstel van de raad" in page
    assert "<p>MR De Brug</p>" in page
    assert "Hierop antwoordt het bestuur, schriftelijk en met redenen, na het overleg" in page
    assert "wat hij besloot" not in page
    note = cover_note(desk.protocol, None, Proposal(), translator()).leaflets[0]
    assert note.organisation == "MR De Brug"
    words = [one.text for one in note.parts if isinstance(one, Words)]
    asked = next(said for said in words if "MR De Brug" in said)
    assert "vraagt" in asked
    assert "drie maanden voor, tot en met 3 mei 2026 (Wms, artikel 6 lid 2)" in asked
    assert "nog open" not in asked
    [form] = decision_forms(desk.protocol, desk.protocol.facts.approvals, translator()).leaflets
    assert "Ons antwoord" in repr(form.parts)
    assert not re.search(r"Ons besluit|aanbevelingen|Besluit'", repr(form.parts))


def test_a_dossier_for_a_council_is_of_the_board(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("MR De Brug")
    desk.ask("MR De Brug", Right.PROPOSAL, before="")
    assert sender_of(desk.protocol) == "De Brug"
    made = papers(_contents(desk), translator())
    names = [one.name for one in made if one.name.startswith("6-")]
    assert names == ["6-besluit-van-de-raad", "6-antwoord-van-het-bestuur"]


def _contents(desk: Desk) -> Contents:
    return Contents(
        protocol=desk.protocol,
        changes=None,
        proposal=Proposal(),
        reasons=Reasons(),
        signature=Signature(author="", day=""),
        root=desk.root,
    )


def test_what_the_board_answered_is_settled(desk: Desk) -> None:
    desk.edit("een week", "twee weken")
    words = ("approve", _FILE, "--body", "MR De Brug", "--decision", "deels overgenomen")
    done = typed(*words, "--talked", "2026-02-20", "--date", "2026-03-04", cwd=desk.root)
    assert (done.returncode, "Nog niet rond" in done.stderr) == (0, False), done.stderr


def test_after_a_refusal_come_three_months_and_then_six_weeks(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.WITHHELD, day="2026-02-28")
    assert "drie maanden, tot en met 28 mei 2026" in _said(desk)[0]
    assert desk.checked() == ["answer-overdue"]
    done = answer(desk.file, BoardAnswer(body="mr", day="2026-04-01"), TODAY)
    assert done[0].answered == "2026-04-01"
    assert (
        "zes weken om naar de geschillencommissie te gaan, tot en met 13 mei 2026" in _said(desk)[0]
    )
    assert desk.checked() == []


def test_a_proposal_that_is_withdrawn_after_the_answer_is_in_order(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.WITHHELD)
    answer(desk.file, BoardAnswer(body="mr", day="2026-04-01"), TODAY)
    desk.decide(Decision.PROPOSAL_WITHDRAWN, day="2026-04-10")
    assert desk.checked() == []


def test_what_need_not_be_answered_is_not(desk: Desk) -> None:
    def act(day: str = "2026-04-01") -> None:
        answer(desk.file, BoardAnswer(body="MR De Brug", day=day), TODAY)

    assert desk.refused(act) == "nothing-to-answer"
    assert desk.refused(lambda: act("2026-09-01")) == "day-to-come"


def test_an_advice_is_answered_by_a_command(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(right=Right.ADVICE)
    desk.decide(Decision.NEGATIVE)
    words = ("approve", _FILE, "--body", "MR", "--decision", "beantwoord", "--date", "2026-03-20")
    done = typed(*words, "--talked", "2026-03-18", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "zes weken, tot en met 1 mei 2026" in done.stderr
    assert desk.protocol.facts.approvals[0].talked == "2026-03-18"
    assert typed(*words, cwd=tmp_path).returncode == 2


def test_a_talk_is_told_by_what_happened_before_and_after_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(right=Right.ADVICE)
    desk.decide(Decision.NEGATIVE)
    words = ("approve", _FILE, "--body", "MR", "--decision", "beantwoord", "--date", "2026-03-20")
    said = typed(*words, "--talked", "2026-03-01", cwd=tmp_path).stderr
    assert "ligt vóór 2026-03-10, de dag waarop de raad besloot" in said
    said = typed(*words, "--talked", "2026-03-25", cwd=tmp_path).stderr
    assert "2026-03-20, de dag waarop het bestuur antwoordde, ligt vóór 2026-03-25" in said


def test_the_board_answers_a_proposal_after_it_was_made(desk: Desk) -> None:
    words = ("approve", _FILE, "--body", "MR De Brug", "--decision", "overgenomen", "--date")
    said = typed(*words, "2026-03-10", "--talked", "2026-01-20", cwd=desk.root).stderr
    assert "ligt vóór 2026-02-03, de dag waarop de raad het voorstel deed" in said
    said = typed(*words, "2026-01-20", cwd=desk.root).stderr
    assert "2026-01-20, de dag waarop het bestuur antwoordde" in said


def test_no_day_is_made_of_what_is_no_day() -> None:
    for day in ("2026", "2026-02", "", "9999-12-31"):
        refused = Approval(body="MR", right=Right.CONSENT, decision=Decision.WITHHELD, date=day)
        assert (answer_due(refused), list(following(refused))) == ("", [])


def test_grounds_are_proposed_by_the_command(desk: Desk) -> None:
    desk.edit("Wie pest, gaat naar de mentor.", "Wie pest, wordt geschorst.")
    asked = (
        "--body",
        "MR",
        "--right",
        "instemming",
        "--sent",
        "2026-03-01",
        "--before",
        "2026-04-01",
    )
    done = typed("submit", _FILE, *asked, cwd=desk.root)
    assert "Voorstellen, nog te bevestigen:" in done.stderr
    assert "Wms, artikel 10 e: regels over veiligheid" in done.stderr


def test_a_ground_that_was_written_down_is_not_proposed(desk: Desk) -> None:
    asked = (
        "--body",
        "MR",
        "--right",
        "instemming",
        "--sent",
        "2026-03-01",
        "--before",
        "2026-04-01",
    )
    done = typed("submit", _FILE, *asked, "--ground", "artikel 10 e Wms", cwd=desk.root)
    assert "nog te bevestigen" not in done.stderr


@pytest.mark.parametrize(
    ("right", "decision"),
    [
        (Right.CONSENT, Decision.WITHHELD),
        (Right.ADVICE, Decision.NEGATIVE),
        (Right.CONSENT, Decision.NO_ANSWER),
    ],
)
def test_a_proposal_is_withdrawn_after_a_refusal(
    tmp_path: Path, right: Right, decision: Decision
) -> None:
    desk = Desk(tmp_path)
    desk.ask(right=right)
    desk.decide(decision, day="2026-04-01")
    early = lambda: desk.decide(Decision.PROPOSAL_WITHDRAWN, day="2026-03-31")  # noqa: E731
    assert desk.refused(early) == "days-in-wrong-order"
    desk.decide(Decision.PROPOSAL_WITHDRAWN, day="2026-04-20")
    [entry] = desk.protocol.facts.approvals
    assert (entry.decision, entry.date) == (Decision.PROPOSAL_WITHDRAWN, "2026-04-20")
    assert entry.mended[0].was.endswith("besloten op: 1 april 2026")
    assert entry.mended[0].reason == "het bestuur trok het voorstel hierna in"
    found = told(desk)
    assert (found.status, found.checked, found.notices) == ("concept", (), ())
    again = lambda: desk.decide(Decision.PROPOSAL_WITHDRAWN, day="2026-04-21")  # noqa: E731
    assert desk.refused(again) == "already-decided"


def test_a_school_page_says_that_a_refused_proposal_was_withdrawn(tmp_path: Path) -> None:
    schools = ("obs A", "obs B", "obs C")
    named = f"  applies_to: [{', '.join(schools)}]\n  status:"
    desk = Desk(tmp_path, TEXT.replace("  status:", named))
    for one in schools:
        desk.ask(f"MR {one}", schools=(one,))
    desk.decide(Decision.GRANTED, "MR obs A")
    desk.decide(Decision.WITHHELD, "MR obs B", day="2026-04-01")
    desk.decide(Decision.PROPOSAL_WITHDRAWN, "MR obs B", day="2026-04-20")
    withdrawn = "Het voorstel is ingetrokken voor: obs B."
    said = "Er is instemming voor 1 van 3 scholen. Nog niet voor: obs C."
    assert told(desk).notices == (said, withdrawn)
    here = cover_at(desk.protocol, "obs B", tmp_path, translator(), "nl")
    assert here.decided == (withdrawn,)
    desk.ask("MR obs B", schools=("obs B",), sent="2026-04-25", before="2026-05-20")
    assert withdrawn not in desk.notices()


def test_the_form_of_a_proposal_is_counted_as_what_it_is(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("MR", Right.PROPOSAL, before="")
    said = typed("form", _FILE, cwd=tmp_path).stderr
    assert "een bladzijde voor elk besluit dat nog moet komen: 1." in said
    assert "elke raad" not in said


def test_what_a_council_agreed_with_is_not_withdrawn(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.GRANTED)
    act = lambda: desk.decide(Decision.PROPOSAL_WITHDRAWN, day="2026-04-20")  # noqa: E731
    assert desk.refused(act) == "already-decided"


def test_an_answer_that_is_owed_after_a_refusal_is_told(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.WITHHELD, day="2026-04-10")
    owed = "MR stemde niet in. Nog niet vastgelegd is wat het bestuur nu doet."
    assert _owed(desk) == ["refusal-unanswered"]
    desk.edit("een week", "twee weken")
    assert _owed(desk) == ["refusal-unanswered"], "also when the text was changed since"
    desk.edit("twee weken", "een week")
    done = typed("dossier", "protocols/pesten/de-brug.md", "-o", "stukken", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert owed in done.stderr
    answer(desk.file, BoardAnswer(body="MR", day="2026-04-20"), TODAY)
    assert _owed(desk) == []


def _owed(desk: Desk) -> list[str]:
    found = check_collection(read_collection(desk.root), TODAY)
    return [one.code.name for one in found if one.code.name.startswith("refusal-")]
