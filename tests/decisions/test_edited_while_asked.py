"""A text that is edited while it lies before a council asks nobody anything, on no paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import Desk
from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.fact_rows import fact_rows
from protocolkit.document.approvals import Decision, Right
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.cover_words import cover_words
from protocolkit.document.facts import Status
from protocolkit.paper.redline.summary import face_cover
from protocolkit.versions.named import open_version
from told_everywhere import told
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_OTHER = "Een andere tekst dan deze ligt voor bij: "
_MARK = "GEWIJZIGD NA HET VOORLEGGEN – deze tekst ligt bij geen raad"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _cover(desk: Desk) -> Cover:
    return make_cover(desk.protocol, translator())


def _rows(desk: Desk) -> list[tuple[str, ...]]:
    return [line.cells for line in _cover(desk).approvals]


def test_every_reader_says_that_another_text_lies_there(desk: Desk) -> None:
    desk.ask("GMR De Brug")
    desk.edit("een week", "twee weken")
    found = told(desk)
    assert found.status == found.value["status"] == "gewijzigd na het voorleggen"
    assert found.notices == (f"{_OTHER}GMR De Brug (versie voorgelegd-2026-02-03).",)
    assert "changed-after-submission" in found.checked
    cover = _cover(desk)
    assert cover.asking == ()
    assert cover.mark == _MARK
    assert cover.standing.startswith("Concept van De Brug, gewijzigd nadat het aan de raad is")
    words = "instemming gevraagd over een andere tekst"
    assert _rows(desk) == [("GMR De Brug", "instemming", words, "")]
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root).stdout
    assert f"GMR De Brug, {words}, antwoord uiterlijk op 31 maart 2026. Geldt niet" in said


def test_put_back_it_is_asked_again(desk: Desk) -> None:
    desk.ask()
    before = _cover(desk)
    desk.edit("een week", "twee weken")
    desk.edit("twee weken", "een week")
    assert _cover(desk) == before
    assert before.asking
    assert before.status == "voorgelegd aan de (G)MR"


def test_only_the_council_that_has_this_text_is_asked(desk: Desk) -> None:
    desk.ask("MR A")
    desk.edit("een week", "twee weken")
    desk.ask("MR B", Right.ADVICE, sent="2026-04-01", before="2026-05-31")
    cover = _cover(desk)
    assert told(desk).status == "voorgelegd aan de (G)MR"
    assert [line for line in cover.asking if "MR A" in line] == []
    assert "Wij ontvangen uw antwoord graag uiterlijk op 31 mei 2026." in cover.asking
    assert cover.decided == (f"{_OTHER}MR A (versie voorgelegd-2026-02-03).",)
    assert [row[2:] for row in _rows(desk)] == [
        ("instemming gevraagd over een andere tekst", ""),
        ("advies gevraagd", "uiterlijk 31 mei 2026"),
    ]


def test_a_decision_that_was_put_off_is_about_the_other_text_too(desk: Desk) -> None:
    desk.ask()
    desk.decide(Decision.ADJOURNED)
    desk.edit("een week", "twee weken")
    assert _rows(desk) == [("MR", "instemming", "aangehouden over een andere tekst", "")]
    assert told(desk).status == "gewijzigd na het voorleggen"


def test_a_text_that_was_changed_after_consent_lies_before_nobody(desk: Desk) -> None:
    desk.ask()
    desk.decide(Decision.GRANTED)
    desk.edit("een week", "twee weken")
    assert told(desk).status == "gewijzigd na het voorleggen"
    assert _rows(desk) == [("MR", "instemming", "verleend", "10 maart 2026")]


def test_the_cover_of_the_redline_asks_nobody(desk: Desk) -> None:
    desk.ask()
    old = version_of(desk.protocol)
    desk.edit("een week", "twee weken")
    changes = compare_versions(old, version_of(desk.protocol))
    assert changes.facts == (), "the question still lies there"
    cover = face_cover(changes, translator(), "nl")
    assert (cover.asking, cover.mark) == ((), _MARK)


def test_its_words_are_known_again_on_a_cover() -> None:
    words = cover_words("nl")
    assert words.marks[_MARK] is Status.SUBMITTED
    row = "GMR De Brug instemming instemming gevraagd over een andere tekst"
    assert words.decision(row) == ("GMR De Brug", Right.CONSENT, Decision.ASKED, "")


def test_what_still_lies_there_is_told_when_an_earlier_text_is_put_back(desk: Desk) -> None:
    desk.ask("GMR De Brug", Right.ADVICE)
    desk.decide(Decision.NEGATIVE, "GMR De Brug")
    desk.edit("een week", "twee weken")
    desk.ask("GMR De Brug", Right.ADVICE, sent="2026-04-03", before="2026-05-17")
    desk.edit("twee weken", "een week")
    found = told(desk)
    assert f"{_OTHER}GMR De Brug (versie voorgelegd-2026-04-03)." in found.notices
    assert "changed-after-submission" in found.checked
    desk.edit("een week", "twee weken")
    desk.decide(Decision.POSITIVE, "GMR De Brug", day="2026-05-10")
    assert not any(one.startswith(_OTHER) for one in told(desk).notices)


def test_a_text_edited_after_the_proposal_of_a_council_is_not_that_proposal(desk: Desk) -> None:
    desk.ask("MR", Right.PROPOSAL, before="")
    desk.edit("een week", "twee weken")
    found = told(desk)
    said = (
        "MR stelde het bestuur een andere tekst voor dan deze. Het bestuur antwoordde daar nog niet"
    )
    assert found.notices == (f"{said} op.",)
    [(_, _, decision, _)] = _rows(desk)
    assert decision.endswith(" over een andere tekst")
    assert "changed-after-submission" in found.checked
    [odd] = [one for one in desk.odd() if one.code.name == "changed-after-submission"]
    said = "MR: die stelde een andere tekst voor (voorstel-2026-02-03) dan deze."
    assert said in odd.line(translator())
    [row] = found.value["decisions"]
    assert row["why"] == "er is nog niet geantwoord, en de tekst is een andere dan is voorgesteld"
    answered = lambda: desk.decide(Decision.FOLLOWED, talked="2026-03-01")  # noqa: E731
    assert desk.refused(answered) == "proposal-differs"
    refused = typed("dossier", _FILE, "-o", "stukken", cwd=desk.root).stderr
    assert "wat op 3 februari 2026 is voorgesteld door MR heeft de controlecode" in refused


def test_a_comparison_calls_no_edited_text_adopted(desk: Desk) -> None:
    desk.ask("MR")
    desk.decide(Decision.GRANTED)
    desk.adopt()
    desk.edit("een week", "twee weken")
    now = version_of(desk.protocol, _FILE)
    old = open_version("versions/pesten/de-brug@voorgelegd-2026-02-03.md", desk.root)
    rows = {one.name: one.new for one in fact_rows(compare_versions(old, now), translator())}
    assert rows["Status"] == told(desk).status == "gewijzigd na vaststelling"


def test_status_says_that_the_board_is_late_with_its_answer(desk: Desk) -> None:
    desk.ask("MR", Right.PROPOSAL, before="")
    late = "Die dag is voorbij, en er is geen antwoord van het bestuur vastgelegd."
    for day, is_late in (("2026-05-03", False), ("2026-05-04", True)):
        assert (late in typed("status", _FILE, "--date", day, cwd=desk.root).stdout) is is_late
    desk.decide(Decision.FOLLOWED, talked="2026-03-01")
    assert late not in typed("status", _FILE, "--date", "2026-05-04", cwd=desk.root).stdout


@pytest.mark.parametrize("right", [Right.INFORMATION, Right.CONSENT])
def test_a_section_that_got_an_earlier_text_only_is_passed_over(desk: Desk, right: Right) -> None:
    desk.ask(section="ouders")
    desk.ask(right=right, section="personeel")
    desk.decide(Decision.GRANTED, section="ouders")
    if right is Right.CONSENT:
        desk.decide(Decision.GRANTED, section="personeel")
        desk.adopt()
    assert "section-passed-over" not in told(desk).checked
    desk.edit("een week", "twee weken")
    desk.ask(section="ouders", sent="2026-04-01", before="2026-05-31")
    assert "section-passed-over" in told(desk).checked
    desk.ask(section="personeel", right=right, sent="2026-04-02", before="2026-05-31")
    assert "section-passed-over" not in told(desk).checked
