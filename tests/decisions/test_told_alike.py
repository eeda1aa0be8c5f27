"""Cover, page, status and check tell of the same decisions, in the same words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decided import TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.decisions.councils import end_council
from protocolkit.decisions.deciding import Ruling, decide
from protocolkit.document.approvals import Decision, Ended, Right
from protocolkit.document.cover import make_cover
from protocolkit.versions.removed_names import remove_name
from told_everywhere import told
from typed import typed


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _status(desk: Desk) -> tuple[list[str], list[str]]:
    """Return what ``status`` prints of a text, and what it prints besides."""
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    now, _, besides = said.partition("Daarnaast, van eerder of over een andere tekst:")
    return [line.strip() for line in now.splitlines()], [x.strip() for x in besides.splitlines()]


def _cells(desk: Desk) -> list[tuple[str, ...]]:
    return [one.cells for one in make_cover(desk.protocol, translator()).approvals]


def _rows(desk: Desk) -> list[str]:
    """Return the rows of the cover; ``status`` must have each, in the same order, and no other."""
    cover = make_cover(desk.protocol, translator())
    rows = [f"{one.body}, {one.decision}" for one in cover.approvals]
    now, besides = _status(desk)
    last = next((at for at, line in enumerate(now) if line in cover.notices), len(now))
    told = [line for line in now[2:last] if not line.startswith(("Het bestuur", "Het advies"))]
    assert all(line.startswith(row) for line, row in zip(told, rows, strict=True)), (told, rows)
    assert not any(line.startswith(row) for line in besides for row in rows)
    return rows


def test_what_is_about_another_text_stands_apart(desk: Desk) -> None:
    desk.adopt_with_consent()
    assert _rows(desk) == ["MR, instemming verleend", "CvB, vastgesteld"]
    desk.edit("een week", "twee weken")
    desk.ask(sent="2026-05-01", before="2026-05-31")
    assert _rows(desk) == ["MR, instemming gevraagd"]
    assert len(_status(desk)[1]) == 3


def test_of_a_council_that_ended_nothing_is_asked_any_more(desk: Desk) -> None:
    desk.ask("MR A")
    desk.ask("MR B")
    end_council(desk.root, "MR A", Ended(date="2026-05-15", into="MR C"), TODAY)
    assert _rows(desk) == ["MR B, instemming gevraagd"]
    [notice] = desk.notices()
    assert "MR A is opgegaan in MR C per 15 mei 2026, voordat zij" in notice
    assert notice in _status(desk)[0]
    assert "deze raad hield op voordat zij besloot" in _status(desk)[1][1]


def test_what_a_text_prints_of_its_councils_is_told_without_alarm(desk: Desk) -> None:
    """Nobody recorded on which text they decided: that it does not hold nobody knows either."""
    printed = "approvals:\n  - {body: GMR, decision: verleend, date: '2018-05-22'}\n"
    desk.edit("status: concept", "status: vastgesteld\n  " + printed.replace("\n  -", "\n    -"))
    now, _ = _status(desk)
    row = (
        "GMR, instemming verleend, 22 mei 2018. Over welke tekst dat ging, is hier niet vastgelegd."
    )
    assert row in now
    assert not any("geldt niet" in line.casefold() for line in now)
    [hint] = [line for line in now if "'eerder besloten'" in line]
    assert hint.startswith("Van een besluit van vroeger is dat vaak niet vastgelegd.")


def test_of_a_council_that_is_only_informed_nothing_can_hold(desk: Desk) -> None:
    desk.ask("GMR", Right.INFORMATION, before="")
    assert _rows(desk) == ["GMR, ter kennisneming gestuurd"]
    assert not any("geldt" in line for line in _status(desk)[0])
    assert _cells(desk) == [("GMR", "ter kennisneming", "ter kennisneming gestuurd", "")]
    desk.edit("status: voorgelegd", "status: concept")
    assert _cells(desk)[0][2] == "ter kennisneming gestuurd", "nothing is to be decided"


def test_of_a_section_that_got_another_text_that_is_told(desk: Desk) -> None:
    desk.ask("GMR", section="ouders")
    desk.ask("GMR", Right.INFORMATION, section="personeel", before="")
    desk.edit("een week", "twee weken")
    words = "een andere tekst ter kennisneming gestuurd"
    assert f"GMR (personeel), {words}" in _rows(desk)
    assert ("GMR (personeel)", "ter kennisneming", words, "") in _cells(desk)
    [_, informed] = told(desk).value["decisions"]
    assert informed["why"] == "deze raad kreeg een andere tekst ter kennisneming, en besluit niets"
    desk.ask("GMR", section="ouders", sent="2026-04-01", before="2026-05-01")
    desk.decide(Decision.GRANTED, "GMR", section="ouders", day="2026-04-20")
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert f"GMR (personeel), {words}." in said
    desk.adopt("2026-04-25")
    assert f"GMR (personeel), {words}" in _rows(desk)
    assert told(desk).checked == ("section-passed-over",)


def test_who_records_a_decision_reads_which_section_got_nothing(desk: Desk) -> None:
    desk.ask("GMR", section="ouders")
    file = "protocols/pesten/de-brug.md"
    given = ("--body", "GMR", "--decision", "verleend", "--date", "2026-03-10")
    said = typed("approve", file, *given, cwd=desk.root).stderr
    assert "van de geleding 'personeel' is niets vastgelegd" in said
    desk.ask("GMR", Right.INFORMATION, section="personeel", before="")
    desk.edit("decision: verleend", "decision: gevraagd")
    assert "van de geleding" not in typed("approve", file, *given, cwd=desk.root).stderr


def test_a_proposal_of_a_council_is_no_draft_of_the_board(desk: Desk) -> None:
    desk.ask("MR", Right.PROPOSAL, before="")
    cover = make_cover(desk.protocol, translator())
    assert cover.mark == "VOORSTEL VAN DE RAAD – nog niet vastgesteld"
    assert cover.standing == "Voorstel van MR aan De Brug. Het is niet vastgesteld."
    assert "oncept" not in f"{cover.status} {cover.citation} {cover.standing} {_status(desk)}"
    desk.decide(Decision.NOT_FOLLOWED, talked="2026-03-01")
    assert make_cover(desk.protocol, translator()).status == "voorstel van de raad"
    desk.ask("MR", Right.PROPOSAL, sent="2026-03-12", before="")
    desk.decide(Decision.FOLLOWED, talked="2026-03-20", day="2026-03-30")
    assert make_cover(desk.protocol, translator()).status == "concept"


def test_a_text_that_was_changed_after_adoption_does_not_say_that_it_was_adopted(
    desk: Desk,
) -> None:
    desk.adopt()
    desk.edit("een week", "twee weken")
    cover = make_cover(desk.protocol, translator())
    assert cover.mark.startswith("GEWIJZIGD NA VASTSTELLING")
    assert "Status: gewijzigd na vaststelling." in _status(desk)[0][1]
    [one] = json.loads(typed("status", "--format", "json", cwd=desk.root).stdout)["protocols"]
    assert (one["status"], one["shown"]) == ("gewijzigd na vaststelling", cover.status)
    assert one["recorded_status"] == "vastgesteld"
    assert "vastgesteld op" not in " ".join((cover.standing, *cover.decided))
    desk.edit("twee weken", "een week")
    assert make_cover(desk.protocol, translator()).mark == ""


def test_a_proposal_that_was_withdrawn_says_so(desk: Desk) -> None:
    desk.ask()
    desk.decide(Decision.PROPOSAL_WITHDRAWN)
    said = "Concept van De Brug. Het voorstel is ingetrokken, en de tekst is niet vastgesteld."
    assert make_cover(desk.protocol, translator()).standing == said
    desk.ask(sent="2026-03-12", before="2026-04-12")
    assert "ingetrokken" not in make_cover(desk.protocol, translator()).standing


@pytest.mark.parametrize(
    ("right", "decision", "words"),
    [
        (Right.ADVICE, Decision.NEGATIVE, "schriftelijk antwoord"),
        (Right.CONSENT, Decision.WITHHELD, "Wms, artikel 32"),
    ],
)
def test_nothing_follows_an_answer_to_a_question_that_was_replaced(
    desk: Desk, right: Right, decision: Decision, words: str
) -> None:
    desk.ask(right=right)
    desk.decide(decision)
    assert any(words in line for line in _status(desk)[0])
    desk.edit("een week", "twee weken")
    desk.ask(right=right, sent="2026-04-01", before="2026-05-31")
    now, besides = _status(desk)
    assert any("kwam in de plaats" in line or "latere vraag" in line for line in besides)
    assert not any(words in line for line in (*now, *besides))


def test_an_advice_is_told_with_its_answer(desk: Desk) -> None:
    desk.ask(right=Right.ADVICE)
    desk.decide(Decision.NEGATIVE)
    owed = "Op het advies van MR is nog geen schriftelijk antwoord van het bestuur vastgelegd."
    assert (desk.notices(), desk.checked()) == ((owed,), ["advice-unanswered"])
    assert owed in _status(desk)[0]
    answer(desk.file, BoardAnswer(body="MR", day="2026-03-20", talked="2026-03-18"), TODAY)
    told = "Het bestuur antwoordde op 20 maart 2026 schriftelijk op het advies van MR."
    assert (desk.notices(), desk.checked()) == ((told,), [])
    assert told in _status(desk)[0]


@pytest.mark.parametrize(
    ("decision", "begun", "codes"),
    [
        (Decision.NEGATIVE, "2026-05-01", ["holds-in-wait"]),
        (Decision.NEGATIVE, "2026-05-02", []),
        (Decision.RECOMMENDATIONS, "2026-04-01", ["holds-in-wait"]),
        (Decision.POSITIVE, "2026-04-01", []),
    ],
)
def test_the_six_weeks_after_an_answer_are_held(
    desk: Desk, decision: Decision, begun: str, codes: list[str]
) -> None:
    desk.ask(right=Right.ADVICE)
    desk.decide(decision)
    answer(desk.file, BoardAnswer(body="MR", day="2026-03-20", talked="2026-03-18"), TODAY)
    desk.adopt()
    # Without a day of its own a text holds from the day on which it was adopted.
    is_doubtful = decision is not Decision.POSITIVE
    assert desk.checked() == ["holds-in-wait"] * is_doubtful
    desk.edit("status: vastgesteld", f"valid_from: {begun}\n  status: vastgesteld")
    assert desk.checked() == ["begin-changed", *codes]
    desk.edit("status: vastgesteld", "status: in werking")
    assert desk.checked() == ["begin-changed", *codes]


def test_a_text_that_was_adopted_before_a_council_decided_says_so(desk: Desk) -> None:
    for section in ("ouders", "personeel"):
        desk.ask(section=section)
    desk.decide(Decision.GRANTED, section="ouders")
    desk.adopt()
    late = Ruling(body="MR", section="personeel", decision=Decision.GRANTED, day="2026-03-30")
    decide(desk.file, late, TODAY, lambda changes: True)
    found = told(desk)
    said = "De tekst is vastgesteld op 24 maart 2026, voordat MR (personeel) besloot."
    assert (found.checked, found.notices) == (("adopted-before-consent",), (said,))


def test_a_text_that_no_council_was_asked_about_says_so(desk: Desk) -> None:
    desk.adopt()
    said = "Van geen enkele raad is een vraag of een besluit vastgelegd."
    assert told(desk).notices == (said,)
    assert typed("status", cwd=desk.root).stdout.count(said) == 1
    desk.ask(sent="2026-04-01", before="2026-04-30")
    assert said not in told(desk).notices


def test_a_section_that_has_only_an_earlier_text_is_passed_over(desk: Desk) -> None:
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    desk.ask(section="ouders", sent="2026-05-01", before="2026-05-31")
    assert "section-passed-over" in desk.checked()


@pytest.mark.parametrize("name", ["mevrouw Jansen", "Jansen"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mevrouw Jansen", "de interne begeleider"),
        ("mevrouw Jansen", "mevrouw De Vries"),
        ("010 123 45 67", "010 765 43 21"),
    ],
)
def test_after_a_name_was_removed_a_small_correction_is_still_small(
    desk: Desk, name: str, old: str, new: str
) -> None:
    desk.ask()
    desk.decide(Decision.GRANTED)
    remove_name(desk.root, desk.path, name, TODAY, lambda places: True)
    desk.edit(old, new)
    desk.tell()
    assert (desk.holds(), desk.checked()) == ([True], [])


def test_after_a_name_was_removed_another_rule_is_not_small(desk: Desk) -> None:
    desk.edit("Ouders bellen mevrouw Jansen, telefoon 010 123 45 67.", "Mevrouw Jansen beslist.")
    desk.ask()
    desk.decide(Decision.GRANTED)
    remove_name(desk.root, desk.path, "Mevrouw Jansen", TODAY, lambda places: True)
    desk.edit("Mevrouw Jansen beslist.", "De directeur beslist.")
    assert desk.refused(desk.tell) == "correction-too-large"


def test_the_cure_for_a_changed_text_is_that_of_who_decided(desk: Desk) -> None:
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    found = check_collection(read_collection(desk.root), TODAY)
    cures = [one.hint(translator()) for one in found if one.code.name == "changed-after-decision"]
    assert ["stel hem daarna vast" in one for one in cures] == [False, True]
    assert all("Zet de tekst terug, of leg hem opnieuw voor" in one for one in cures)


@pytest.mark.parametrize("decision", [Decision.NO_ANSWER, Decision.PROPOSAL_WITHDRAWN])
def test_who_decided_nothing_did_not_decide_about_another_text(
    desk: Desk, decision: Decision
) -> None:
    desk.ask()
    desk.decide(decision, day="2026-04-10")
    desk.edit("een week", "twee weken")
    assert (desk.checked(), desk.notices()) == ([], ())
