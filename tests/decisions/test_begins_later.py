"""What is adopted may hold from a later day: until then the text of before holds, everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decided import Desk
from protocolkit.base.messages import translator
from protocolkit.decisions.decision_standing import standings
from protocolkit.document.approvals import Decision
from protocolkit.dossier.text_before import texts_in_force
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_BEFORE, _LATER = "vastgesteld-2026-02-20", "vastgesteld-2026-04-02"
_UNTIL_THEN = (
    "Deze tekst is vastgesteld en geldt vanaf 1 augustus 2127. Tot die dag geldt versie "
    f"'{_BEFORE}'."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.ask()
    made.decide(Decision.GRANTED, day="2026-02-10")
    made.adopt("2026-02-20")
    made.edit("een week", "twee weken")
    made.edit("  status:", "  valid_from: 2127-08-01\n  status:")
    made.ask(sent="2026-03-05", before="2026-04-01")
    made.decide(Decision.GRANTED, day="2026-03-20")
    made.adopt("2026-04-02")
    return made


def _status(desk: Desk, *words: str) -> dict[str, object]:
    done = typed("status", _FILE, "--format", "json", *words, cwd=desk.root)
    found: dict[str, object] = json.loads(done.stdout)["protocols"][0]
    return found


def _in_force(desk: Desk, *words: str) -> list[tuple[object, ...]]:
    texts = _status(desk, *words)["in_force"]
    return [(one["version"], one["since"], one["is_this_text"]) for one in texts]  # type: ignore[attr-defined]


def _bases(desk: Desk, day: str) -> list[str]:
    return [one.version for one in texts_in_force(desk.protocol, desk.root, day)]


def test_the_text_of_before_holds_until_the_day_of_the_next(desk: Desk) -> None:
    before, later = (_BEFORE, "2026-02-20", False), (_LATER, "2127-08-01", True)
    assert _in_force(desk) == _in_force(desk, "--date", "2127-07-31") == [before]
    assert _in_force(desk, "--date", "2127-08-01") == [later]
    assert _in_force(desk, "--date", "2026-02-19") == []
    assert _status(desk)["notices"] == [_UNTIL_THEN]
    assert _status(desk, "--date", "2127-08-01")["notices"] == []
    assert _UNTIL_THEN in typed("status", _FILE, cwd=desk.root).stdout


def test_a_next_change_is_set_beside_the_text_that_holds(desk: Desk) -> None:
    desk.edit("twee weken", "drie weken")
    desk.ask(sent="2026-05-01", before="2026-05-31")
    assert _in_force(desk) == [(_BEFORE, "2026-02-20", False)]
    assert _bases(desk, "2127-07-31") == [f"versions/pesten/de-brug@{_BEFORE}.md"]
    assert _bases(desk, "2127-08-01") == [f"versions/pesten/de-brug@{_LATER}.md"]
    said = (
        f"Tot deze tekst is vastgesteld, geldt: versie '{_BEFORE}', vanaf 1 augustus 2127 versie "
        f"'{_LATER}'."
    )
    assert desk.notices() == (said,)
    assert _status(desk)["notices"] == [said]
    told = translator()
    assert [told(one.why) for one in standings(desk.protocol)][3] == (
        "dit gaat over een andere tekst; die is vastgesteld, en geldt vanaf de dag die erin staat"
    )
    made = typed("dossier", _FILE, "-o", str(desk.root / "uit"), cwd=desk.root)
    assert f"de-brug@{_BEFORE}.md" in made.stderr, made.stderr


def test_a_first_text_that_is_still_to_come_holds_nowhere_yet(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.edit("  status:", "  valid_from: 2127-08\n  status:")
    desk.ask()
    desk.decide(Decision.GRANTED)
    desk.adopt()
    assert _in_force(desk) == []
    assert _in_force(desk, "--date", "2127-08-01") == [
        ("vastgesteld-2026-03-24", "2127-08-01", True)
    ]
    said = "Deze tekst is vastgesteld en geldt vanaf 1 augustus 2127."
    assert _status(desk)["notices"] == [said]
