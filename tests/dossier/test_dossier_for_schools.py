"""A dossier for some schools asks their councils alone, beside a text that held there."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT, Desk
from printing import words_of_pages
from protocolkit.document.approvals import Right
from protocolkit.dossier.sender import for_schools, still_asked
from typed import Typed, typed

_FILE = "protocols/pesten/de-brug.md"
_SCHOOLS = ("obs De Lariks", "obs Het Baken")
_OF_SCHOOL = TEXT.replace("name: De Brug, kind: bestuur", "name: obs De Lariks, kind: school")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    known = f"  applies_to: [{', '.join(_SCHOOLS)}]\n  status:"
    made = Desk(tmp_path, TEXT.replace("  status:", known))
    for school in _SCHOOLS:
        made.ask(f"MR {school}", schools=(school,))
    made.ask("GMR De Brug", Right.INFORMATION, before="")
    return made


def _dossier(root: Path, *words: str) -> Typed:
    return typed("dossier", _FILE, "-o", "stukken", "--force", *words, cwd=root)


def _said(root: Path, name: str) -> str:
    return words_of_pages(root / "stukken" / f"{name}.pdf")


def test_only_the_councils_of_the_school_are_asked(desk: Desk) -> None:
    done = _dossier(desk.root, "--school", "OBS de Lariks")
    assert done.returncode == 0, done.stderr
    for paper in ("1-oplegger", "6-besluit-van-de-raad"):
        said = _said(desk.root, paper)
        assert "MR obs De Lariks" in said
        assert "MR obs Het Baken" not in said
    assert "GMR De Brug" in _said(desk.root, "1-oplegger"), "it is about all schools"
    assert _dossier(desk.root).returncode == 0
    assert "MR obs Het Baken" in _said(desk.root, "1-oplegger")


def test_a_text_of_another_school_is_not_told_as_what_changes(desk: Desk) -> None:
    other = desk.root / "protocols" / "pesten" / "de-lariks.md"
    assert "kind: school" in _OF_SCHOOL
    other.write_text(_OF_SCHOOL, "utf-8")
    name = "protocols/pesten/de-lariks.md"
    done = _dossier(desk.root, "--school", "obs Het Baken", "--since", name)
    assert (done.returncode, "[dossier-other-school]" in done.stderr) == (2, True), done.stderr
    assert done.stderr.startswith(f"{name}: dit is een tekst van obs De Lariks, en de stukken")
    assert not (desk.root / "stukken").exists()
    assert _dossier(desk.root, "--school", "obs De Lariks", "--since", name).returncode == 0
    assert _dossier(desk.root, "--since", name).returncode == 0, "for all schools, also for that"


def test_who_got_an_earlier_text_for_information_is_not_told_of_this_one(desk: Desk) -> None:
    desk.ask("Oudervereniging", Right.INFORMATION, before="")
    asked = [one.body for one in still_asked(desk.protocol)]
    assert "Oudervereniging" in asked
    desk.edit("een week", "twee weken")
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,), sent="2026-04-01", before="2026-05-01")
    asked = [one.body for one in still_asked(desk.protocol)]
    assert "Oudervereniging" not in asked
    assert asked[:2] == [f"MR {school}" for school in _SCHOOLS]


def test_without_schools_everything_stays(desk: Desk) -> None:
    protocol = desk.protocol
    assert for_schools(protocol, ()) is protocol
