"""A dossier of a change is set beside the text that is in force, unless another one is named."""

from __future__ import annotations

from pathlib import Path

from decided import Desk
from protocolkit.document.approvals import Decision, Right
from protocolkit.dossier.text_before import text_in_force
from typed import typed

_FILE = "protocols/pesten/de-brug.md"


def test_the_text_in_force_is_the_base_of_a_change(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert text_in_force(desk.protocol, tmp_path) == "", "a new protocol"
    desk.ask()
    desk.decide(Decision.GRANTED)
    desk.adopt()
    assert text_in_force(desk.protocol, tmp_path) == "", "this text is in force itself"
    desk.edit("een week", "twee weken")
    base = "versions/pesten/de-brug@vastgesteld-2026-03-24.md"
    assert text_in_force(desk.protocol, tmp_path) == base
    desk.ask("MR", Right.PROPOSAL, sent="2026-04-01", before="")
    assert text_in_force(desk.protocol, tmp_path) == base, (
        "also on a proposal of the council itself"
    )
    desk.ask(sent="2026-04-04", before="2026-05-01")
    desk.decide(Decision.GRANTED, right=Right.CONSENT, day="2026-04-20")
    desk.adopt("2026-05-01")
    desk.edit("twee weken", "drie weken")
    assert (
        text_in_force(desk.protocol, tmp_path)
        == "versions/pesten/de-brug@vastgesteld-2026-05-01.md"
    )


def test_the_papers_say_what_changes(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.ask()
    desk.decide(Decision.GRANTED)
    desk.adopt()
    desk.edit("een week", "twee weken")
    done = typed("dossier", _FILE, "-o", "stukken", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "de-brug@vastgesteld-2026-03-24.md" in done.stderr
    said = (tmp_path / "stukken" / "index.html").read_text("utf-8")
    assert "was-wordt" in said.casefold()
    assert "nieuw protocol" not in said
    done = typed("dossier", _FILE, "--against", "niets", "-o", "ander", cwd=tmp_path)
    assert "[against-and-since]" in done.stderr
