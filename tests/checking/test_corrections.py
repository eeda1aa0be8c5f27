"""A small correction at the top of a file is what it says: of which text, and how small."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import Desk
from protocolkit.base.problems import Problem
from protocolkit.checking.corrections import check_corrections
from protocolkit.document.approvals import Decision
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.versions.removed_names import remove_name

_TODAY = "2026-06-01"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk with a text that a council agreed to and one small correction of it."""
    made = Desk(tmp_path)
    made.ask()
    made.decide(Decision.GRANTED)
    made.edit("010 123 45 67", "010 765 43 21")
    made.tell()
    return made


def _found(desk: Desk) -> list[Problem]:
    return list(check_corrections(desk.protocol, desk.root))


def _version(desk: Desk, name: str) -> Path:
    return desk.root / "versions" / "pesten" / f"de-brug@{name}.md"


def test_a_correction_that_is_what_it_says_has_no_problem(desk: Desk) -> None:
    assert desk.protocol.facts.approvals[0].corrections
    assert _found(desk) == []


def test_a_code_of_another_text_is_told_with_the_version(desk: Desk) -> None:
    desk.edit("een week", "twee weken")
    told = desk.protocol.facts.approvals[0].corrections[0].fingerprint
    desk.edit(told, protocol_fingerprint(desk.protocol))
    [found] = _found(desk)
    assert found.code.name == "correction-other-text"
    assert dict(found.values)["version"] == "verbeterd-2026-05-12"


def test_a_name_that_went_on_request_took_the_code_with_it(desk: Desk) -> None:
    for path in (_version(desk, "voorgelegd-2026-02-03"), _version(desk, "verbeterd-2026-05-12")):
        remove_name(desk.root, path, "mevrouw Jansen", _TODAY, lambda _: True)
        assert _found(desk) == []


@pytest.mark.parametrize("name", ["voorgelegd-2026-02-03", "verbeterd-2026-05-12"])
@pytest.mark.parametrize("is_gone", [True, False])
def test_of_a_version_that_is_gone_or_was_touched_nothing_is_said(
    desk: Desk, name: str, is_gone: bool
) -> None:
    path = _version(desk, name)
    if is_gone:
        path.unlink()
    else:
        path.write_text(path.read_text("utf-8").replace("een week", "twee weken"), "utf-8")
    assert _found(desk) == []


def test_a_decision_without_a_version_is_not_held_to_one(desk: Desk) -> None:
    desk.edit("version: voorgelegd-2026-02-03", "section: personeel")
    assert desk.protocol.facts.approvals[0].version == ""
    assert _found(desk) == []
