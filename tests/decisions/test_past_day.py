"""How it stood on a day that has passed: what came after that day is left out, and told so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from decided import Desk
from protocolkit.document.approvals import Decision
from protocolkit.document.facts import without_proofs
from protocolkit.document.fingerprints import protocol_fingerprint
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_LEFT_OUT = "Wat na die dag is gevraagd of besloten, staat er niet bij."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.adopt_with_consent()
    made.edit("een week", "twee weken")
    made.ask(sent="2026-05-01", before="2026-05-31")
    made.decide(Decision.WITHHELD, day="2026-05-20")
    return made


def _value(desk: Desk, *words: str) -> dict[str, Any]:
    done = typed("status", _FILE, "--format", "json", *words, cwd=desk.root)
    value: dict[str, Any] = json.loads(done.stdout)["protocols"][0]
    return value


def _on(desk: Desk, day: str) -> tuple[str, list[tuple[str, str | None, bool]], int, bool]:
    """Return the status on a day, its decisions, how many texts hold, and what is left out."""
    value = _value(desk, "--date", day)
    assert set(value) == set(_value(desk))
    told = [(one["body"], one["decision"], one["holds"]) for one in value["decisions"]]
    is_told = any(_LEFT_OUT in one for one in value["notices"])
    return value["status"], told, len(value["in_force"]), is_told


def test_only_what_was_there_by_that_day_is_told(desk: Desk) -> None:
    given, adopted = ("MR", "verleend", True), ("CvB", "vastgesteld", True)
    assert _on(desk, "2026-02-02") == ("concept", [], 0, True)
    assert _on(desk, "2026-02-03") == ("voorgelegd", [("MR", None, False)], 0, True)
    assert _on(desk, "2026-03-10") == ("voorgelegd", [given], 0, True)
    assert _on(desk, "2026-03-24") == ("vastgesteld", [given, adopted], 1, True)
    before = [("MR", "verleend", False), ("CvB", "vastgesteld", False)]
    assert _on(desk, "2026-05-01") == ("voorgelegd", [*before, ("MR", None, False)], 1, True)
    refused = ("MR", "onthouden", True)
    assert _on(desk, "2026-05-20")[1:] == ([*before, refused], 1, False)


def test_the_text_is_the_last_one_that_was_there_by_that_day(desk: Desk) -> None:
    kept = (desk.path.parents[2] / "versions/pesten/de-brug@vastgesteld-2026-03-24.md").is_file()
    value = _value(desk, "--date", "2026-04-01")
    assert kept
    assert value["fingerprint"] == value["in_force"][0]["fingerprint"]
    assert value["fingerprint"] != protocol_fingerprint(desk.protocol)
    said = typed("status", _FILE, "--date", "2026-04-01", cwd=desk.root).stdout
    assert "Zo stond het op 1 april 2026." in said
    assert "De tekst is die van versie 'vastgesteld-2026-03-24'" in said
    assert "onthouden" not in said
    assert "niet gegeven" not in said


def test_answers_and_corrections_of_later_are_left_out(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.GRANTED)
    desk.edit("010 123 45 67", "010 765 43 21")
    desk.tell()
    assert _value(desk, "--date", "2026-05-12")["decisions"][0]["corrections"]
    value = _value(desk, "--date", "2026-05-11")
    [one] = value["decisions"]
    assert (one["corrections"], one["holds"]) == ([], True)
    assert value["fingerprint"] != protocol_fingerprint(desk.protocol)


def test_an_edit_that_nobody_submitted_is_left_out_of_a_past_day(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    before = _on(desk, "2026-05-01")
    assert before[0] == "vastgesteld"
    assert before[2:] == (1, True)
    desk.ask(sent="2026-06-01", before="2026-06-30")
    assert _on(desk, "2026-05-01") == before


def test_what_was_decided_before_stands_on_the_days_between(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "repository")
    minutes = tmp_path / "notulen.pdf"
    minutes.write_bytes(b"x")
    desk.ask()
    desk.decide(Decision.ADJOURNED, day="2026-03-10", proof=minutes)
    desk.decide(Decision.WITHHELD, day="2026-04-10")
    desk.decide(Decision.PROPOSAL_WITHDRAWN, day="2026-04-20")
    [entry] = desk.protocol.facts.approvals
    assert [(one.decision, one.date, one.proof.file) for one in entry.earlier] == [
        (Decision.ADJOURNED, "2026-03-10", "notulen.pdf"),
        (Decision.WITHHELD, "2026-04-10", ""),
    ]
    said = typed("status", _FILE, cwd=desk.root).stdout
    assert "Eerder: aangehouden op 10 maart 2026 (bewijs: notulen.pdf)." in said
    for day, decision in (
        ("2026-03-09", None),
        ("2026-03-15", "aangehouden"),
        ("2026-04-15", "onthouden"),
        ("2026-04-20", "voorstel ingetrokken"),
    ):
        [one] = _value(desk, "--date", day)["decisions"]
        assert one["decision"] == decision
    assert not _value(desk, "--date", "2026-04-15")["decisions"][0]["mended"]
    typed("archive", _FILE, "--proofs", str(tmp_path), "-o", "../weg", cwd=desk.root)
    assert (tmp_path / "weg/bewijs/notulen.pdf").read_bytes() == b"x"
    assert "notulen" not in str(without_proofs(desk.protocol.facts))
