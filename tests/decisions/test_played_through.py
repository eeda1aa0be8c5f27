"""Procedures from begin to end: what status, cover and check say at each moment is the same."""

from __future__ import annotations

from pathlib import Path

from decided import TEXT, Desk
from protocolkit.base.messages import translator
from protocolkit.document.approvals import Decision, Right
from protocolkit.document.cover import make_cover
from typed import typed


def _rows(desk: Desk) -> list[str]:
    return [
        f"{one.body}: {one.decision}" for one in make_cover(desk.protocol, translator()).approvals
    ]


def _told(desk: Desk) -> str:
    """Return what ``status`` says; every notice of the cover is in it."""
    said = typed("status", "protocols/pesten/de-brug.md", cwd=desk.root)
    assert said.returncode == 0, said.stderr
    assert all(notice in said.stdout for notice in desk.notices())
    return said.stdout


def test_while_a_new_text_is_on_its_way_what_holds_is_no_oddity(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt("2025-03-24")
    desk.edit("een week", "twee weken")
    for section in ("personeel", "ouders"):
        desk.ask(section=section)
    until = "Tot deze tekst is vastgesteld, geldt een andere: die is vastgesteld op 24 maart 2025"
    assert (desk.checked(), desk.notices()) == ([], (f"{until} (versie vastgesteld-2025-03-24).",))
    assert _rows(desk) == [
        "MR (personeel): instemming gevraagd",
        "MR (ouders): instemming gevraagd",
    ]
    desk.decide(Decision.GRANTED, section="ouders")
    desk.edit("Wie pest,", "Wie pest of zwijgt,")
    desk.decide(Decision.GRANTED_WITH_CHANGES, section="personeel")
    assert desk.checked() == ["changed-after-decision"], "of the parents, who got another text"
    assert "MR (ouders). Dat besluit geldt niet" in _told(desk)
    desk.ask(section="ouders", sent="2026-03-11")
    desk.decide(Decision.GRANTED, section="ouders", day="2026-03-20")
    desk.adopt()
    assert (desk.checked(), desk.notices()) == ([], ())
    assert _rows(desk)[-1] == "CvB: vastgesteld"
    assert "24 maart 2025. Geldt niet: later is een andere tekst vastgesteld" in _told(desk)


def test_what_was_adopted_and_changed_without_a_new_status_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt()
    desk.edit("een week", "twee weken")
    assert desk.checked() == ["changed-after-decision"]
    assert "na het besluit van CvB" in _told(desk)
    cover = make_cover(desk.protocol, translator())
    assert "vastgesteld" not in dict(cover.rows).values(), "a banner says that it is not"
    assert cover.status == "gewijzigd na vaststelling"


def test_a_negative_advice_that_is_not_followed(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask(right=Right.ADVICE)
    desk.decide(Decision.NEGATIVE)
    assert "MR, advies: negatief, 10 maart 2026. Geldt" in _told(desk)
    assert desk.checked() == ["advice-unanswered"]
    desk.adopt()
    assert desk.checked() == ["adopted-unanswered"]
    words = ("--body", "MR", "--decision", "beantwoord", "--date", "2026-03-20")
    days = ("--talked", "2026-03-18")
    typed("approve", "protocols/pesten/de-brug.md", *words, *days, cwd=tmp_path)
    assert desk.checked() == ["holds-in-wait"]
    assert "zes weken, tot en met 1 mei 2026" in _told(desk)


def test_two_people_record_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT)
    desk.ask()
    desk.ask("Deelraad")
    mine = desk.file
    desk.decide(Decision.GRANTED, "Deelraad")
    assert desk.refused(lambda: mine.replace(mine.text)) == "file-changed"


def test_a_proposal_of_the_mr_from_begin_to_end(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt("2025-03-24")
    desk.edit("een week", "twee weken")
    desk.ask("MR De Brug", Right.PROPOSAL, before="", sent="2026-03-03")
    proposed = "Dit is een voorstel van MR De Brug aan het bestuur. "
    assert proposed in _told(desk)
    cover = make_cover(desk.protocol, translator())
    assert [one.cells[1:3] for one in cover.approvals] == [
        ("eigen voorstel", "voorstel gedaan aan het bestuur")
    ]
    assert cover.signatories == ("CvB",)
    desk.decide(Decision.FOLLOWED, "MR De Brug", day="2026-04-04", talked="2026-03-20")
    assert proposed not in _told(desk)
    desk.ask("MR De Brug", sent="2026-04-10", before="2026-05-10")
    desk.decide(Decision.GRANTED, "MR De Brug", day="2026-05-01")
    desk.adopt("2026-05-10")
    assert (desk.checked(), desk.notices()) == ([], ())
    assert _rows(desk) == [
        "MR De Brug: voorstel overgenomen door het bestuur",
        "MR De Brug: instemming verleend",
        "CvB: vastgesteld",
    ]


def test_a_question_that_was_asked_anew_waits_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.edit("een week", "twee weken")
    desk.ask(sent="2026-03-01", before="2026-04-15")
    said = _told(desk)
    assert "antwoord uiterlijk op 31 maart 2026" not in said
    assert said.count("antwoord uiterlijk op") == 1
