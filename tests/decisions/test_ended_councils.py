"""A council that is no more keeps what it decided; nothing of it passes to another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.commands.submit_asked import ask_rest
from protocolkit.decisions.councils import end_council
from protocolkit.decisions.mailing_list import known_councils
from protocolkit.decisions.submitting import Request
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.approvals import Decision, Ended, Right
from protocolkit.document.cover import make_cover
from told_everywhere import told
from typed import typed

_OLD, _NEW = "MR De Brug", "MR De Toren"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.ask(_OLD, schools=("De Brug",))
    made.ask("MR De Linde", schools=("De Linde",))
    return made


def _end(desk: Desk, body: str = _OLD, into: str = _NEW, date: str = "2026-03-20") -> None:
    end_council(desk.root, body, Ended(date=date, into=into), TODAY)


def _went_up(body: str) -> str:
    return (
        f"{body} is opgegaan in {_NEW} per 20 maart 2026. Wat zij besloot, blijft op haar naam "
        f"staan en is geen besluit van {_NEW}."
    )


def test_a_council_does_not_go_up_in_one_that_is_no_more(desk: Desk) -> None:
    _end(desk, into="MR De Linde")
    back = lambda: _end(desk, "MR De Linde", _OLD, "2026-05-01")  # noqa: E731
    assert desk.refused(back) == "council-went-up"
    before = lambda: _end(desk, "MR De Linde", _OLD, "2026-02-10")  # noqa: E731
    assert desk.refused(before) == "council-went-up"


def test_in_mid_procedure_one_decided_and_one_did_not(desk: Desk) -> None:
    desk.decide(Decision.GRANTED, _OLD)
    _end(desk)
    _end(desk, "MR De Linde")
    assert desk.checked() == ["council-ended-undecided"]
    assert desk.holds() == [True, False]
    went_up = f"MR De Linde is opgegaan in {_NEW} per 20 maart 2026"
    undecided = f"{went_up}, voordat zij over deze tekst besloot."
    assert desk.notices() == (
        "Er is instemming voor 1 van 2 scholen. Nog niet voor: De Linde.",
        _went_up(_OLD),
        undecided,
    )
    desk.ask(_NEW, sent="2026-03-25", schools=("De Linde",))
    assert desk.checked() == []
    assert desk.holds() == [True, False, False], "nothing passed to the new council"
    desk.decide(Decision.GRANTED, _NEW, day="2026-04-01")
    assert desk.holds() == [True, False, True]
    assert desk.notices()[0] == "Er is instemming voor alle 2 scholen."


def _another(desk: Desk) -> str:
    """Write another protocol of the same board; return where it stands."""
    path = desk.root / "protocols" / "rookvrij" / "de-brug.md"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return "protocols/rookvrij/de-brug.md"


def test_at_a_council_that_ended_no_other_text_lies(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(_OLD)
    _end(desk)
    desk.edit("een week", "twee weken")
    found = told(desk)
    assert found.checked == ("council-ended-undecided",)
    assert not any("ligt voor bij" in one for one in found.notices)


def test_an_answer_to_its_proposal_is_no_decision_of_a_council_that_ended(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(_OLD, Right.PROPOSAL, before="")
    desk.decide(Decision.FOLLOWED, _OLD, day="2026-02-20", talked="2026-02-10")
    desk.ask(_OLD, sent="2026-03-01")
    _end(desk)
    assert [one for one in desk.notices() if "voordat zij over deze tekst besloot" in one]
    assert told(desk).checked == ("council-ended-undecided",)


def test_a_council_that_ended_is_asked_in_no_other_protocol_of_the_board(desk: Desk) -> None:
    _end(desk)
    path = _another(desk)
    words = ("--body", _OLD, "--right", "instemming", "--before", "2026-07-01")
    late = typed("submit", path, *words, "--sent", "2026-03-25", cwd=desk.root)
    assert (late.returncode, "[council-went-up]" in late.stderr) == (2, True), late.stderr
    early = typed("submit", path, *words, "--sent", "2026-03-10", cwd=desk.root)
    assert early.returncode == 0, early.stderr
    given = ("--body", _OLD, "--decision", "verleend", "--date")
    late = typed("approve", path, *given, "2026-03-25", cwd=desk.root)
    assert (late.returncode, "[council-went-up]" in late.stderr) == (2, True), late.stderr
    early = typed("approve", path, *given, "2026-03-15", cwd=desk.root)
    assert early.returncode == 0, early.stderr


def test_a_decision_after_the_end_is_told_in_another_protocol_too(desk: Desk) -> None:
    path = desk.root / _another(desk)
    words = ("--body", _OLD, "--right", "instemming", "--before", "2026-07-01")
    place = "protocols/rookvrij/de-brug.md"
    assert typed("submit", place, *words, "--sent", "2026-03-10", cwd=desk.root).returncode == 0
    given = ("--body", _OLD, "--decision", "verleend", "--date", "2026-03-25")
    assert typed("approve", place, *given, cwd=desk.root).returncode == 0
    kept = path.read_bytes()
    path.unlink()
    _end(desk)
    path.write_bytes(kept)
    found = check_collection(read_collection(desk.root), TODAY)
    assert [one.location.path for one in found if one.code.name == "decided-after-end"] == [place]


def test_of_a_later_text_only_the_new_council_is_asked(desk: Desk) -> None:
    desk.decide(Decision.GRANTED, _OLD)
    _end(desk)
    desk.edit("een week", "twee weken")
    desk.ask(_NEW, sent="2026-03-25")
    assert "changed-after-decision" not in desk.checked()
    assert desk.holds() == [False, False, False]
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert f"{_OLD} is opgegaan in" not in said, "its decision is of an earlier text"


@pytest.mark.parametrize("into", ["GMR Nieuw", ""])
def test_after_a_merger_a_later_text_holds_without_the_old_council(
    tmp_path: Path, into: str
) -> None:
    desk = Desk(tmp_path)
    desk.ask("GMR Oud")
    desk.decide(Decision.GRANTED, "GMR Oud")
    desk.adopt()
    _end(desk, "GMR Oud", into, date="2026-04-15")
    desk.edit("een week", "twee weken")
    for section in ("ouders", "personeel"):
        desk.ask("GMR Nieuw", section=section, sent="2026-05-01", before="2026-05-31")
        desk.decide(Decision.GRANTED, "GMR Nieuw", section=section, day="2026-05-10")
    desk.adopt(day="2026-05-20")
    found = told(desk)
    assert (found.status, found.checked, found.notices) == ("vastgesteld", (), ())
    assert desk.holds() == [False, False, True, True, True]
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert "deze raad bestaat niet meer; over een latere tekst is een andere gevraagd" in said


def test_a_merger_between_two_sections_leaves_out_neither(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for section in ("ouders", "personeel"):
        desk.ask("GMR Oud", section=section)
    desk.decide(Decision.GRANTED, "GMR Oud", section="ouders")
    _end(desk, "GMR Oud", "GMR Nieuw", date="2026-03-20")
    found = told(desk)
    assert found.checked == ("council-ended-undecided",)
    went_up = "is opgegaan in GMR Nieuw per 20 maart 2026"
    assert [one.partition(",")[0].partition(".")[0] for one in found.notices] == [
        f"GMR Oud {went_up}",
        f"GMR Oud (personeel) {went_up}",
    ]
    assert found.notices[1].endswith("voordat zij over deze tekst besloot.")
    desk.adopt()
    assert told(desk).checked == found.checked, "it cannot decide any more"
    desk.ask("GMR Nieuw", section="personeel", sent="2026-05-01", before="2026-05-31")
    problems = check_collection(read_collection(tmp_path), TODAY)
    said = " ".join(one.line(translator()) for one in problems)
    assert "maar bij GMR Nieuw (personeel) staat 'gevraagd'" in said
    assert told(desk).notices == (
        "De tekst is vastgesteld; er is geen instemming van GMR Nieuw (personeel) vastgelegd.",
        found.notices[0],
    )


def test_nothing_is_asked_any_more_of_a_council_that_ended(desk: Desk) -> None:
    _end(desk, into="")
    lines = make_cover(desk.protocol, translator()).asking
    assert not any(_OLD in line for line in lines)
    assert any("MR De Linde" in line for line in lines), "the other one is still asked"
    name = "protocols/pesten/de-brug.md"
    folder = desk.root.parent / f"{desk.root.name}-stukken"
    done = typed("dossier", name, "-o", str(folder), cwd=desk.root)
    assert done.returncode == 0, done.stderr
    [note] = (path for path in folder.rglob("*.docx") if "oplegger" in path.name)
    said = "".join(element.text or "" for element in Document(str(note)).element.iter())
    assert "MR De Linde" in said
    assert f"{_OLD}: wij vragen" not in said
    _end(desk, "MR De Linde")
    assert make_cover(desk.protocol, translator()).asking == ()
    done = typed("form", name, cwd=desk.root)
    assert (done.returncode, "[form-ended]" in done.stderr) == (2, True), done.stderr
    assert f"{_OLD} bestaat niet meer sinds 20 maart 2026" in done.stderr


def test_only_what_is_really_open_is_to_be_asked_anew(desk: Desk) -> None:
    desk.edit("een week", "twee weken")
    desk.ask(_OLD, sent="2026-02-20", schools=("De Brug",))
    desk.decide(Decision.GRANTED, _OLD)
    words = ("council", "--into", _NEW, "--date", "2026-03-20")
    done = typed(*words, _OLD, cwd=desk.root)
    assert "nog niet besloten" not in done.stderr, "its first question was taken back"
    done = typed(*words, "MR De Linde", cwd=desk.root)
    assert "--right instemming --school 'De Linde'" in done.stderr, done.stderr


def test_nobody_asks_or_records_anything_of_it_afterwards(desk: Desk) -> None:
    _end(desk)
    assert desk.refused(lambda: _end(desk)) == "council-went-up"
    late = "2026-03-25"
    assert desk.refused(lambda: desk.decide(Decision.GRANTED, _OLD, day=late)) == "council-went-up"
    desk.edit("een week", "twee weken")
    assert desk.refused(lambda: desk.ask(_OLD, sent=late)) == "council-went-up"


def test_what_it_decided_before_can_still_be_recorded(desk: Desk) -> None:
    _end(desk, into="")
    desk.decide(Decision.GRANTED, "mr  de brug", day="2026-03-19")
    assert desk.holds() == [True, False]
    assert f"{_OLD} bestaat niet meer sinds 20 maart 2026." in desk.notices()[-1]


@pytest.mark.parametrize(
    ("body", "into", "date", "code"),
    [
        ("MR Elders", _NEW, "2026-03-20", "council-unknown"),
        (_OLD, "mr de BRUG", "2026-03-20", "council-itself"),
        (_OLD, "MR\nDe Toren", "2026-03-20", "name-odd"),
        (_OLD, _NEW, "2026-02-30", "day-unreal"),
        (_OLD, _NEW, "2026-01-20", "days-in-wrong-order"),
        (_OLD, _NEW, "2026-12-20", "day-to-come"),
    ],
)
def test_what_cannot_be_recorded(desk: Desk, body: str, into: str, date: str, code: str) -> None:
    assert desk.refused(lambda: _end(desk, body, into, date)) == code


def test_every_protocol_that_names_it_is_changed_and_no_other(desk: Desk) -> None:
    other = Desk(desk.root, TEXT, "de-linde")
    before = other.path.read_bytes()
    third = Desk(desk.root, TEXT, "de-toren")
    third.ask(_OLD)
    words = ("council", _OLD, "--into", _NEW, "--date", "2026-03-20")
    done = typed(*words, cwd=desk.root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["protocols/pesten/de-brug.md", "protocols/pesten/de-toren.md"]
    assert "had zij nog niet besloten" in done.stderr
    assert other.path.read_bytes() == before
    again = typed(*words, cwd=desk.root)
    assert (again.returncode, "Traceback" in again.stderr) == (2, False)


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision.WITHHELD, "De tekst is vastgesteld, terwijl MR geen instemming gaf."),
        (None, "De tekst is vastgesteld; er is geen instemming van MR vastgelegd."),
        (Decision.GRANTED, ""),
    ],
)
def test_a_text_that_was_adopted_without_consent_says_so(
    tmp_path: Path, decision: Decision | None, said: str
) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    if decision is not None:
        desk.decide(decision)
    assert desk.notices() == ()
    desk.adopt()
    assert desk.notices() == ((said,) if said else ())
    assert ("status-before-decision" in desk.checked()) is bool(said)


def test_the_questions_refuse_a_council_that_ended_at_once(desk: Desk) -> None:
    _end(desk)
    request = Request(body=_OLD, right=Right.CONSENT, sent="", before="")
    code = desk.refused(lambda: ask_rest(request, desk.file, is_right_known=False))
    assert code == "council-went-up"


def test_a_decision_on_a_kept_version_may_be_later_than_the_text(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("  status:", "  dated: 2026-01\n  status:"))
    desk.ask()
    desk.decide(Decision.GRANTED)
    assert "decision-after-date" not in desk.checked()


def test_a_council_is_there_up_to_the_day_before_its_end(desk: Desk) -> None:
    desk.decide(Decision.GRANTED, _OLD, day="2026-03-19")
    assert desk.refused(lambda: _end(desk, date="2026-03-19")) == "council-there"
    _end(desk)
    act = lambda: desk.ask(_OLD, sent="2026-03-20", schools=("De Brug",))  # noqa: E731
    assert desk.refused(act) == "council-went-up"
    assert desk.checked() == []
    desk.edit("2026-03-19", "2026-03-20")
    assert desk.checked() == ["decided-after-end"]


def test_of_two_days_on_which_a_council_ended_the_first_counts(desk: Desk) -> None:
    desk.decide(Decision.GRANTED, _OLD)
    _end(desk)
    path = desk.root / _another(desk)
    ended = "{body: MR De Brug, right: instemming, ended: {date: 2026-03-01, into: MR De Toren}}"
    text = path.read_text("utf-8").replace("  status:", f"  approvals:\n    - {ended}\n  status:")
    path.write_text(text, "utf-8")
    assert desk.checked().count("council-ends-differ") == 1
    assert desk.checked().count("decided-after-end") == 1, "it decided on 10 March"


def test_a_council_that_ended_in_another_protocol_is_on_no_mailing_list(desk: Desk) -> None:
    path = desk.root / _another(desk)
    later = Desk(desk.root, path.read_text("utf-8"), slug="de-linde")
    later.ask(_OLD, schools=("De Brug",))
    _end(desk)
    others = read_collection(desk.root).protocols
    assert [one.body for one in known_councils(later.protocol, others)] == ["MR De Linde"]
    text = path.read_text("utf-8").replace(
        "  status:", "  applies_to: [De Brug, De Linde]\n  status:"
    )
    path.write_text(text, "utf-8")
    rows = known_councils(open_working_file(desk.root, path).protocol, others)
    assert [(one.body, one.schools) for one in rows] == [
        ("MR De Linde", ("De Linde",)),
        ("", ("De Brug",)),
    ]


def test_of_two_days_in_one_protocol_the_first_is_told_everywhere(desk: Desk) -> None:
    desk.decide(Decision.GRANTED, _OLD)
    desk.edit("een week", "twee weken")
    desk.ask(_OLD, sent="2026-03-15", schools=("De Brug",))
    _end(desk)
    text = desk.path.read_text("utf-8")
    at = text.rindex("2026-03-20")
    desk.path.write_text(f"{text[:at]}2026-03-28{text[at + 10 :]}", "utf-8")
    found = told(desk)
    assert not any("28 maart" in one for one in found.notices)
    assert {str(one["ended"]["date"]) for one in found.value["decisions"] if one["ended"]} == {
        "2026-03-20"
    }
    assert found.checked.count("council-ends-differ") == 1
