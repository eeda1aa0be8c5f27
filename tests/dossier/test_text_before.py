"""A dossier of a change is set beside the text that is in force, unless another one is named."""

from __future__ import annotations

import json
from pathlib import Path

from decided import TEXT, TODAY, Desk
from protocolkit.document.approvals import Decision, Right
from protocolkit.dossier.text_before import texts_in_force
from typed import typed

_SCHOOLS = tuple(f"obs {number}" for number in range(1, 4))
_FILE = "protocols/pesten/de-brug.md"


def _bases(desk: Desk, *schools: str) -> list[str]:
    found = texts_in_force(desk.protocol, desk.root, TODAY, schools)
    return [one.version.removeprefix("versions/pesten/de-brug@") for one in found]


def test_the_text_in_force_is_the_base_of_a_change(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert _bases(desk) == [], "a new protocol"
    desk.adopt_with_consent()
    assert _bases(desk) == [], "this text is in force itself"
    desk.edit("een week", "twee weken")
    base = "vastgesteld-2026-03-24.md"
    assert _bases(desk) == [base]
    desk.ask("MR", Right.PROPOSAL, sent="2026-04-01", before="")
    assert _bases(desk) == [base], "also on a proposal of the council itself"
    desk.ask(sent="2026-04-04", before="2026-05-01")
    desk.decide(Decision.GRANTED, right=Right.CONSENT, day="2026-04-20")
    desk.adopt("2026-05-01")
    desk.edit("twee weken", "drie weken")
    assert _bases(desk) == ["vastgesteld-2026-05-01.md"]


def _two_texts(root: Path) -> Desk:
    """Return a text for three schools, of which one has a newer one; a third text is on its way."""
    known = f"  applies_to: [{', '.join(_SCHOOLS)}]\n  status:"
    desk = Desk(root, TEXT.replace("  status:", known))
    for school in _SCHOOLS:
        desk.ask(f"MR {school}", schools=(school,))
        desk.decide(Decision.GRANTED, f"MR {school}")
    desk.adopt()
    desk.edit("een week", "twee weken")
    desk.ask("MR obs 3", schools=("obs 3",), sent="2026-05-01", before="2026-05-31")
    desk.decide(Decision.GRANTED, "MR obs 3", day="2026-05-10")
    desk.adopt("2026-05-20", schools=("obs 3",))
    desk.edit("twee weken", "drie weken")
    return desk


def test_the_base_is_the_text_of_the_school_that_is_asked(tmp_path: Path) -> None:
    desk = _two_texts(tmp_path)
    old, new = "vastgesteld-2026-03-24.md", "vastgesteld-2026-05-20.md"
    assert _bases(desk) == [new, old], "nobody was asked about this text yet"
    assert _bases(desk, "OBS 1") == [old]
    done = typed("dossier", _FILE, "-o", "alle", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"Op obs 1, obs 2 geldt een andere tekst: versions/pesten/de-brug@{old}" in done.stderr
    desk.ask("MR obs 1", schools=("obs 1",), sent="2026-05-25", before="2026-06-30")
    assert _bases(desk) == [old]
    done = typed("dossier", _FILE, "-o", "een", cwd=tmp_path)
    assert f"de-brug@{old}" in done.stderr
    assert f"de-brug@{new}" not in done.stderr
    done = typed("dossier", _FILE, "--school", "obs 3", "-o", "drie", cwd=tmp_path)
    assert f"de-brug@{new}" in done.stderr
    done = typed("dossier", _FILE, "--school", "obs 9", "-o", "negen", cwd=tmp_path)
    assert "[school-unknown]" in done.stderr


def test_status_says_for_which_schools_each_text_holds(tmp_path: Path) -> None:
    desk = _two_texts(tmp_path)
    said = typed("status", _FILE, cwd=tmp_path).stdout
    assert "CvB, vastgesteld, 20 mei 2026, voor obs 3. " in said
    assert "MR obs 3, instemming verleend, 10 mei 2026. " in said, "its name says for which school"
    desk.ask("MR obs 2", schools=("obs 2",), sent="2026-05-25", before="2026-06-30")
    said = typed("status", _FILE, cwd=tmp_path).stdout
    for names, day in (("obs 1, obs 2", "24 maart"), ("obs 3", "20 mei")):
        assert f"geldt voor {names} een andere: die is vastgesteld op {day} 2026" in said


def test_the_papers_say_what_changes(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    done = typed("dossier", _FILE, "-o", "stukken", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "de-brug@vastgesteld-2026-03-24.md" in done.stderr
    said = (tmp_path / "stukken" / "index.html").read_text("utf-8")
    assert "was-wordt" in said.casefold()
    assert "nieuw protocol" not in said
    done = typed("dossier", _FILE, "--against", "niets", "-o", "ander", cwd=tmp_path)
    assert "[against-and-since]" in done.stderr


def test_the_base_has_the_small_corrections_that_were_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.adopt_with_consent()
    desk.edit("010 123 45 67", "010 765 43 21")
    desk.tell()
    [held] = _in_force(desk)
    assert (held["version"], held["is_this_text"]) == ("verbeterd-2026-05-12", True)
    code = held["fingerprint"]
    desk.edit("een week", "twee weken")
    assert _bases(desk) == ["verbeterd-2026-05-12.md"]
    [held] = _in_force(desk)
    assert (held["version"], held["fingerprint"]) == ("verbeterd-2026-05-12", code)
    assert held["is_this_text"] is False


def _in_force(desk: Desk) -> list[dict[str, object]]:
    said = typed("status", _FILE, "--format", "json", cwd=desk.root).stdout
    [one] = json.loads(said)["protocols"]
    held: list[dict[str, object]] = one["in_force"]
    return held


def test_a_kept_version_that_calls_itself_adopted_is_the_base_where_nothing_was_recorded(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, TEXT.replace("status: concept", "status: vastgesteld"))
    assert typed("freeze", _FILE, "2022-1", cwd=tmp_path).returncode == 0
    path = tmp_path / _FILE
    changed = path.read_text("utf-8").replace("status: vastgesteld", "status: concept")
    path.write_text(changed.replace("een week", "twee weken"), "utf-8")
    done = typed("dossier", _FILE, "-o", "stukken", cwd=tmp_path)
    said = "Gezet naast versions/pesten/de-brug@2022-1.md: die noemt zich vastgesteld."
    assert said in done.stderr
    index = (tmp_path / "stukken" / "index.html").read_text("utf-8")
    assert "nieuw protocol" not in index
    assert desk.protocol.facts.status.value == "concept"
