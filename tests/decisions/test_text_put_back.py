"""A text that is put back after a later question has the decisions that it had."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.document.approvals import Decision, Right
from protocolkit.document.at_school import at_school
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Status
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.shown_decisions import shown_decisions
from protocolkit.document.still_awaited import asked_beside
from told_everywhere import told
from typed import typed
from word_parts import part_of

_FILE = "protocols/pesten/de-brug.md"
_REPLACED = "een latere vraag aan deze raad kwam ervoor in de plaats"


def _changed(root: Path) -> Desk:
    """Return a protocol with consent and an adoption, changed and submitted anew."""
    desk = Desk(root)
    desk.ask("GMR", sent="2026-02-03")
    desk.decide(Decision.GRANTED, "GMR", day="2026-03-01")
    desk.adopt("2026-03-05")
    desk.edit("een week", "twee weken")
    desk.ask("GMR", sent="2026-05-01", before="2026-05-31")
    return desk


@pytest.mark.parametrize(
    "later", [None, Decision.PROPOSAL_WITHDRAWN, Decision.WITHHELD, Decision.GRANTED]
)
def test_the_earlier_decision_holds_again(tmp_path: Path, later: Decision | None) -> None:
    desk = _changed(tmp_path)
    if later is not None:
        desk.decide(later, "GMR", day="2026-05-20")
    assert desk.holds()[0] is False
    desk.edit("twee weken", "een week")
    assert desk.holds() == [True, True, False]
    assert desk.notices() == ()
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert "1 maart 2026. Geldt: " in said
    assert _REPLACED not in said
    assert "Deze tekst is gewijzigd" not in said
    waits = ["changed-after-submission"] if later is None else []
    assert desk.checked() == waits
    assert "Status: vastgesteld." in said, "nobody types the status back"
    status = "voorgelegd" if later is not Decision.PROPOSAL_WITHDRAWN else "concept"
    desk.edit(f"status: {status}", "status: in werking")
    assert (desk.checked(), desk.notices()) == (waits, ())
    if later is not None:
        refused = lambda: desk.decide(Decision.GRANTED, "GMR", day="2026-05-25")  # noqa: E731
        assert desk.refused(refused) == "already-decided"
    assert desk.refused(lambda: desk.ask("GMR", before="2026-06-30")) == "already-submitted"


def test_withdrawn_after_the_text_was_put_back_it_is_adopted_again(tmp_path: Path) -> None:
    desk = _changed(tmp_path)
    desk.edit("twee weken", "een week")
    desk.decide(Decision.PROPOSAL_WITHDRAWN, "GMR", day="2026-05-20")
    assert desk.protocol.facts.status is Status.ADOPTED
    assert (desk.checked(), desk.notices()) == ([], ())


def test_a_later_round_by_sections_leaves_no_warning(tmp_path: Path) -> None:
    desk = _changed(tmp_path)
    desk.edit("twee weken", "drie weken")
    for section in ("ouders", "personeel"):
        desk.ask("GMR", section=section, sent="2026-05-02", before="2026-05-31")
        desk.decide(Decision.GRANTED, "GMR", section=section, day="2026-05-20")
    until = "Tot deze tekst is vastgesteld, geldt een andere: die is vastgesteld op 5 maart 2026"
    assert (desk.checked(), desk.notices()) == ([], (f"{until} (versie vastgesteld-2026-03-05).",))
    desk.adopt("2026-05-25")
    assert (desk.checked(), desk.notices()) == ([], ())


@pytest.mark.parametrize(
    ("body", "section", "right", "later"),
    [
        ("GMR De Toren", "", Right.CONSENT, Decision.WITHHELD),
        ("GMR De Toren", "personeel", Right.CONSENT, Decision.GRANTED),
        ("GMR De Toren", "", Right.CONSENT, Decision.PROPOSAL_WITHDRAWN),
        ("GMR De Toren", "", Right.CONSENT, None),
        ("Deelraad onderbouw", "", Right.ADVICE, Decision.NEGATIVE),
        ("MR", "", Right.PROPOSAL, Decision.NOT_FOLLOWED),
    ],
)
def test_what_others_were_asked_of_a_later_text_says_nothing_of_the_one_put_back(
    tmp_path: Path, body: str, section: str, right: Right, later: Decision | None
) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR De Brug")
    desk.decide(Decision.GRANTED, "GMR De Brug")
    desk.adopt()
    if body.endswith("Toren"):
        typed("council", "GMR De Brug", "--into", body, "--date", "2026-04-15", cwd=desk.root)
    before = (desk.notices(), desk.checked(), shown_decisions(desk.protocol), desk.holds())
    desk.edit("een week", "twee weken")
    desk.ask(body, right, section=section, sent="2026-05-01", before="2026-06-15")
    if later is not None:
        desk.decide(later, body, section=section, day="2026-05-20", talked="2026-05-10")
    desk.edit("twee weken", "een week")
    now = (desk.notices(), desk.checked(), shown_decisions(desk.protocol), desk.holds())
    waits = ["changed-after-submission"] if later is None else []
    assert now == (before[0], [*before[1], *waits], before[2], [*before[3], False])
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert "na dit besluit gewijzigd" not in said
    is_said = later in (Decision.WITHHELD, Decision.GRANTED, Decision.NEGATIVE)
    assert ("20 mei 2026. Geldt niet: dit gaat over een andere tekst." in said) is is_said


def test_what_was_decided_of_another_text_before_the_adoption_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR")
    desk.decide(Decision.GRANTED, "GMR")
    desk.edit("een week", "twee weken")
    desk.ask("Deelraad", Right.ADVICE, sent="2026-03-11")
    desk.decide(Decision.POSITIVE, "Deelraad", day="2026-03-12")
    desk.edit("twee weken", "een week")
    desk.adopt()
    assert "adopted-other-text" in desk.checked()


def test_a_proposal_that_waits_is_owed_an_answer_whatever_text_stands(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR")
    desk.decide(Decision.GRANTED, "GMR")
    desk.adopt()
    desk.edit("een week", "twee weken")
    desk.ask("MR", Right.PROPOSAL, sent="2026-03-25", before="2026-04-30")
    desk.edit("twee weken", "een week")
    assert "board-silent" in desk.checked()


def test_what_waits_on_an_earlier_text_is_not_told_of_one_adopted_elsewhere(tmp_path: Path) -> None:
    text = TEXT.replace("  status:", "  applies_to: [obs A, obs B]\n  status:")
    desk = Desk(tmp_path, text)
    for school in ("A", "B"):
        desk.ask(f"MR {school}", schools=(f"obs {school}",))
    desk.decide(Decision.ADJOURNED, "MR B")
    desk.edit("een week", "twee weken")
    desk.ask("MR A", schools=("obs A",), sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.GRANTED, "MR A", day="2026-04-20")
    desk.adopt("2026-05-01", schools=("obs A",))
    assert [one.body for one in shown_decisions(desk.protocol)] == ["MR A", "CvB"]
    assert desk.checked() == ["school-passed-over"]


def test_an_adopted_text_that_a_late_council_gets_stays_adopted(tmp_path: Path) -> None:
    text = TEXT.replace("  status:", "  applies_to: [obs A, obs B]\n  status:")
    desk = Desk(tmp_path, text)
    desk.ask("MR A", schools=("obs A",))
    desk.decide(Decision.GRANTED, "MR A")
    desk.adopt(schools=("obs A",))
    desk.ask("MR B", schools=("obs B",), sent="2026-04-01", before="2026-05-01")
    cover = make_cover(desk.protocol, translator())
    assert (cover.status, cover.mark) == ("vastgesteld", "")
    assert cover.decided == ("Vastgesteld voor 1 van 2 scholen: obs A. Nog niet voor: obs B.",)
    assert desk.checked() == []
    desk.decide(Decision.PROPOSAL_WITHDRAWN, "MR B", day="2026-04-10")
    assert desk.protocol.facts.status is Status.ADOPTED


def test_an_advice_on_the_other_text_is_still_answered(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for words, sent, decided in (
        ("een week", "2026-02-03", "2026-03-01"),
        ("twee weken", "2026-04-01", "2026-04-20"),
    ):
        if words != "een week":
            desk.edit("een week", words)
        desk.ask(right=Right.ADVICE, sent=sent, before="2026-05-31")
        desk.decide(Decision.NEGATIVE, day=decided)
    desk.edit("twee weken", "een week")
    for _ in range(2):
        answer(desk.file, BoardAnswer(body="MR", day="2026-05-01"), TODAY)
    assert [one.answered for one in desk.protocol.facts.approvals] == ["2026-05-01"] * 2
    again = lambda: answer(desk.file, BoardAnswer(body="MR", day="2026-05-01"), TODAY)  # noqa: E731
    assert desk.refused(again) == "nothing-to-answer"


def test_what_another_text_took_the_place_of_can_be_submitted_anew(tmp_path: Path) -> None:
    desk = _changed(tmp_path)
    desk.decide(Decision.GRANTED, "GMR", day="2026-05-20")
    desk.adopt("2026-05-25")
    desk.edit("twee weken", "een week")
    desk.ask("GMR", sent="2026-05-26", before="2026-06-30")
    assert desk.protocol.facts.status is Status.SUBMITTED
    assert desk.holds()[-1] is False
    assert desk.refused(lambda: desk.ask("GMR", sent="2026-05-27", before="2026-06-30")) == (
        "already-submitted"
    )


def test_what_still_lies_beside_an_adopted_text_is_told_but_not_published(tmp_path: Path) -> None:
    desk = _changed(tmp_path)
    desk.edit("twee weken", "een week")
    now = told(desk)
    assert (now.status, now.notices) == ("vastgesteld", ())
    assert now.checked == ("changed-after-submission",)
    said = typed("status", _FILE, cwd=desk.root).stdout
    words = "instemming gevraagd over een andere tekst, antwoord uiterlijk op 31 mei 2026. "
    assert f"GMR, {words}Geldt niet" in said.partition("Daarnaast")[2]
    collection = read_collection(desk.root)
    found = {one.code.name: one for one in check_collection(collection, "2026-05-31")}
    cure = found["changed-after-submission"].hint(translator())
    assert cure.startswith("Zet die tekst terug, of leg vast dat het voorstel is ingetrokken")
    assert "council-silent" not in found
    late = check_collection(collection, "2026-06-01")
    assert "council-silent" in {one.code.name for one in late}


@pytest.mark.parametrize("is_adopted", [True, False])
def test_what_still_lies_there_has_its_form_and_its_row_in_the_list(
    tmp_path: Path, *, is_adopted: bool
) -> None:
    desk = Desk(tmp_path)
    sections = ("ouders", "personeel")
    for section in sections:
        desk.ask("GMR", section=section)
        desk.decide(Decision.GRANTED, "GMR", section=section)
    if is_adopted:
        desk.adopt()
    desk.edit("een week", "twee weken")
    for section in sections:
        desk.ask("GMR", section=section, sent="2026-05-01", before="2026-05-31")
    theirs = check_code(protocol_fingerprint(desk.protocol))
    desk.edit("twee weken", "een week")
    assert desk.checked() == ["changed-after-submission"] * 2, "each section answers for itself"
    made = typed("form", _FILE, "-o", "besluit.docx", cwd=desk.root)
    assert (made.returncode, "nog moet komen: 2" in made.stderr) == (0, True), made.stderr
    assert theirs in "".join(
        part_of((desk.root / "besluit.docx").read_bytes(), "document.xml").itertext()
    )
    assert typed("approve", _FILE, "--list", "rij.xlsx", cwd=desk.root).returncode == 0
    refused = typed("dossier", _FILE, "-o", "stukken", cwd=desk.root).stderr
    assert "[dossier-changed]" in refused


def test_who_records_the_answer_on_the_other_text_hears_nothing_of_the_status(
    tmp_path: Path,
) -> None:
    desk = _changed(tmp_path)
    code = check_code(protocol_fingerprint(desk.protocol))
    desk.edit("twee weken", "een week")
    given = ("--body", "GMR", "--decision", "verleend", "--date", "2026-05-20")
    said = typed("approve", code, *given, cwd=desk.root).stderr
    assert "het besluit gaat over voorgelegd-2026-05-01" in said
    assert "[status-after-decision]" not in said
    assert desk.checked() == []


def test_a_whole_council_that_is_asked_anew_answers_for_its_sections(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR")
    desk.decide(Decision.GRANTED, "GMR")
    desk.adopt()
    desk.edit("een week", "twee weken")
    desk.ask("GMR", section="ouders", sent="2026-05-01", before="2026-05-31")
    desk.edit("twee weken", "drie weken")
    desk.ask("GMR", sent="2026-05-02", before="2026-05-31")
    desk.edit("drie weken", "een week")
    [waiting] = asked_beside(desk.protocol)
    assert waiting.sent == "2026-05-02"


def test_a_later_proposal_of_a_council_still_waits_when_its_first_is_put_back(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path)
    desk.ask("MR", Right.PROPOSAL, before="")
    desk.edit("een week", "twee weken")
    desk.ask("MR", Right.PROPOSAL, sent="2026-03-25", before="2026-04-30")
    desk.edit("twee weken", "een week")
    found = told(desk)
    assert "MR stelde het bestuur een andere tekst voor dan deze" in " ".join(found.notices)
    assert {"changed-after-submission", "board-silent"} <= {*found.checked}
    made = typed("form", _FILE, "-o", "antwoord.docx", cwd=desk.root)
    assert "nog moet komen: 2" in made.stderr


def test_what_was_asked_of_a_council_before_is_on_the_page_of_no_school(tmp_path: Path) -> None:
    schools = ("obs A", "obs B")
    desk = Desk(tmp_path, TEXT.replace("  status:", "  applies_to: [obs A, obs B]\n  status:"))
    desk.ask("GMR", schools=schools)
    desk.edit("een week", "twee weken")
    desk.ask("GMR", schools=schools[:1], sent="2026-04-01", before="2026-05-01")
    assert [one.sent for one in shown_decisions(desk.protocol)] == ["2026-04-01"]
    assert shown_decisions(at_school(desk.protocol, "obs B")) == ()
