"""A council that is not known is told, one that is nearly known is asked, and none is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.commands.today import today
from protocolkit.decisions.councils import end_council
from protocolkit.document.approvals import Ended
from typed import Typed, typed

_FILE = "protocols/pesten/de-brug.md"
_ANSWER = f"{int(today()[:4]) + 1}-03-17"


def _submit(root: Path, body: str, *more: str, file: str = _FILE) -> Typed:
    right = () if "--right" in more else ("--right", "instemming")
    days = ("--sent", "2026-02-03", "--before", "2026-03-17")
    return typed("submit", file, "--body", body, *right, *days, *more, cwd=root)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    Desk(tmp_path, slug="zusje").ask("GMR De Brug")
    return made


@pytest.mark.parametrize(
    "body", ["GMR De Burg", "gmr  DE BRUGG", "G.M.R. De Brug", "GMR DeBrug", "GMR Brug"]
)
def test_a_slip_in_the_name_of_a_known_council_is_asked(desk: Desk, body: str) -> None:
    before = desk.bytes()
    done = _submit(desk.root, body)
    assert (done.returncode, desk.bytes() == before) == (2, True), done.stderr
    assert "Bedoelt u 'GMR De Brug'? Er is niets voorgelegd." in done.stderr
    assert _submit(desk.root, body, "--yes").returncode == 0
    assert desk.protocol.facts.approvals[0].body == body


def test_a_short_name_with_a_slip_is_asked(tmp_path: Path) -> None:
    Desk(tmp_path, slug="zusje").ask("GMR De Waal")
    Desk(tmp_path)
    assert "Bedoelt u 'GMR De Waal'?" in _submit(tmp_path, "GMR De Wal").stderr


@pytest.mark.parametrize("body", ["MR De Brug", "GMR Noord", "Deelraad onderbouw", "MR 2"])
def test_a_new_council_is_told_and_asked_as_any(desk: Desk, body: str) -> None:
    done = _submit(desk.root, body)
    assert done.returncode == 0, done.stderr
    is_of_school = "De Brug" in body
    assert (f"Nieuw hier: {body}. Bekend waren: GMR De Brug." in done.stderr) != is_of_school
    assert "Nieuw hier" not in _submit(desk.root, body, "--section", "ouders").stderr


def test_a_council_that_another_one_went_up_in_is_known(desk: Desk) -> None:
    end_council(desk.root, "GMR De Brug", Ended(date="2026-03-01", into="GMR De Toren"), TODAY)
    assert "Nieuw hier" not in _submit(desk.root, "GMR De Toren").stderr
    assert "Bedoelt u 'GMR De Toren'?" in _submit(desk.root, "GMR De Torren").stderr


def test_the_first_council_of_a_board_is_nothing_new(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    done = _submit(desk.root, "GMR De Brug")
    assert (done.returncode, "Nieuw hier" in done.stderr) == (0, False)


def test_a_school_that_is_called_nearly_so_is_no_slip(tmp_path: Path) -> None:
    desk = Desk(
        tmp_path, TEXT.replace("  status:", "  applies_to: [De Linde, De Linden]\n  status:")
    )
    assert _submit(tmp_path, "MR De Linde", "--school", "De Linde").returncode == 0
    assert _submit(tmp_path, "MR De Linden", "--school", "De Linden").returncode == 0
    assert len(desk.protocol.facts.approvals) == 2


@pytest.mark.parametrize(
    ("body", "more", "is_told"),
    [
        ("Oudervereniging De Brug", (), True),
        ("Oudercommissie", ("--right", "advies"), True),
        ("Leerlingenraad", (), True),
        ("Raad van toezicht", (), True),
        ("Oudervereniging De Brug", ("--right", "ter kennisneming"), False),
        ("MR De Brug", ("--section", "ouders"), False),
        ("Themaraad bestuur en beleid", (), False),
    ],
)
def test_a_body_without_a_right_is_told(
    tmp_path: Path, body: str, more: tuple[str, ...], is_told: bool
) -> None:
    desk = Desk(tmp_path)
    done = _submit(tmp_path, body, *more)
    assert done.returncode == 0, done.stderr
    assert ("geen raad van de Wms" in done.stderr) == is_told
    assert desk.protocol.facts.approvals[0].body == body


def test_a_known_council_and_a_section_keep_the_spelling_that_is_recorded(desk: Desk) -> None:
    done = _submit(desk.root, "gmr  de brug", "--section", "Ouders")
    assert done.returncode == 0, done.stderr
    [entry] = desk.protocol.facts.approvals
    assert (entry.body, entry.section) == ("GMR De Brug", "ouders")


@pytest.mark.parametrize(
    ("day", "such"), [("03-02-2026", "2026-02-03"), ("4/3/2026", "2026-03-04"), ("gisteren", "20")]
)
def test_a_day_in_another_form_is_told_as_it_must_be_written(
    desk: Desk, day: str, such: str
) -> None:
    done = _submit(desk.root, "GMR De Brug", "--sent", day)
    assert done.returncode == 2
    assert f"Schrijf jaar, maand en dag, zo: {such}" in done.stderr
    assert "kalender" not in done.stderr


def _unasked(root: Path, *more: str) -> Typed:
    return typed("submit", _FILE, "--yes", *more, cwd=root)


def test_who_is_not_asked_gets_the_only_council_and_the_day_of_today(desk: Desk) -> None:
    done = _unasked(desk.root, "--right", "advies", "--before", _ANSWER)
    assert (done.returncode, "Raad: GMR De Brug" in done.stderr) == (0, True), done.stderr
    [entry] = desk.protocol.facts.approvals
    assert (entry.body, entry.right.value, entry.before) == ("GMR De Brug", "advies", _ANSWER)
    assert entry.sent == today()


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ((), {"submit-right", "submit-before"}),
        (("--right", "instemming"), {"submit-before"}),
        (("--before", _ANSWER), {"submit-right"}),
        (("--body", "MR De Brug", "--sent", "2026-02-03"), {"submit-right", "submit-before"}),
    ],
)
def test_a_right_and_a_last_day_are_never_guessed(
    desk: Desk, more: tuple[str, ...], codes: set[str]
) -> None:
    before = desk.bytes()
    done = _unasked(desk.root, *more)
    assert (done.returncode, desk.bytes() == before) == (2, True), done.stderr
    assert set(re.findall(r"\[(submit-\w+)\]", done.stderr)) == codes
    assert "Gestopt" not in done.stderr
    if "submit-right" in codes:
        assert "'instemming', 'advies', 'ter kennisneming'" in done.stderr


def test_who_is_informed_owes_no_answer_unasked(desk: Desk) -> None:
    done = _unasked(desk.root, "--right", "ter kennisneming")
    assert done.returncode == 0, done.stderr
    assert desk.protocol.facts.approvals[0].before == ""


def test_of_several_councils_and_of_none_nobody_is_chosen(tmp_path: Path) -> None:
    alone = Desk(tmp_path)
    told = _unasked(alone.root, "--right", "ter kennisneming")
    assert (told.returncode, "[submit-body]" in told.stderr) == (2, True), told.stderr
    Desk(tmp_path, slug="zusje").ask("GMR De Brug")
    Desk(tmp_path, slug="broertje").ask("MR De Wal")
    told = _unasked(alone.root, "--right", "ter kennisneming")
    assert (told.returncode, "[submit-body]" in told.stderr) == (2, True), told.stderr
    assert "GMR De Brug, MR De Wal" in told.stderr or "MR De Wal, GMR De Brug" in told.stderr
    assert alone.protocol.facts.approvals == ()


def test_a_council_that_is_no_more_is_not_the_only_one(desk: Desk) -> None:
    end_council(desk.root, "GMR De Brug", Ended(date="2026-03-01"), TODAY)
    told = _unasked(desk.root, "--right", "ter kennisneming")
    assert (told.returncode, "[submit-body]" in told.stderr) == (2, True), told.stderr
