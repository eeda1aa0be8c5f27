"""A name that is taken out of kept versions: nothing else changes, and it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.kept_versions import check_frozen
from protocolkit.decisions.finding import code_signs, find_by_code
from protocolkit.document.approvals import Decision
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.removed_names import remove_name
from typed import typed

_NAME = "mevrouw Jansen"
_WITH_OWNER = TEXT.replace("  status:", "  owner: mevrouw Jansen   # sinds mei\n  status:")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path, _WITH_OWNER)
    made.ask()
    made.decide(Decision.GRANTED)
    made.adopt()
    return made


def _version(desk: Desk, name: str = "voorgelegd-2026-02-03") -> Path:
    return desk.root / "versions" / "pesten" / f"de-brug@{name}.md"


def test_the_name_goes_from_every_version_and_nothing_else_does(desk: Desk) -> None:
    before = desk.bytes()
    code = protocol_fingerprint(desk.protocol)
    done = remove_name(desk.root, desk.path, "mevrouw  Jansen", TODAY)
    assert [one.before for one in done] == [code, code]
    text = _version(desk).read_text("utf-8")
    assert "Jansen" not in text
    assert r"2. Ouders bellen \[naam verwijderd\], telefoon 010 123 45 67." in text
    assert 'owner: "[naam verwijderd]"  # sinds mei' in text
    changed = {path for path, content in desk.bytes().items() if before[path] != content}
    assert {path.name for path in changed} == {
        "de-brug@voorgelegd-2026-02-03.md",
        "de-brug@vastgesteld-2026-03-24.md",
        "versions.json",
    }
    assert list(check_frozen(desk.root)) == []
    assert (desk.holds(), desk.checked()) == ([True, True], []), "the text at work is as it was"


def test_the_version_says_so_and_its_old_code_still_finds_it(desk: Desk) -> None:
    old = check_code(protocol_fingerprint(desk.protocol))
    remove_name(desk.root, _version(desk), _NAME, TODAY)
    kept = read_protocol_text(_version(desk).read_text("utf-8")).protocol
    [said] = make_cover(kept, translator()).decided[:1]
    assert said == (
        f"Uit deze bewaarde versie is een naam verwijderd op 1 juni 2026. Daarvoor was de "
        f"controlecode {old}."
    )
    assert check_code(protocol_fingerprint(kept)) != old
    desk.edit("een week", "twee weken")
    assert find_by_code(desk.root, code_signs(old), old).path == desk.path
    assert "Jansen" in _version(desk, "vastgesteld-2026-03-24").read_text("utf-8"), "one was named"


def test_a_second_name_is_told_as_well(desk: Desk) -> None:
    remove_name(desk.root, _version(desk), _NAME, TODAY)
    remove_name(desk.root, _version(desk), "mentor van de klas", TODAY)
    kept = read_protocol_text(_version(desk).read_text("utf-8")).protocol
    assert len(kept.facts.removed_names) == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("mevrouw Pietersen", "name-gone"),
        ("evrouw Jansen", "name-gone"),
        ("de", "name-short"),
        ("", "name-short"),
        ("pesten-x", "name-gone"),
        ("vaststelling", "name-fixed"),
        ("approvals", "name-fixed"),
    ],
)
def test_what_cannot_be_removed(desk: Desk, name: str, code: str) -> None:
    assert desk.refused(lambda: remove_name(desk.root, desk.path, name, TODAY)) == code


def test_a_version_that_was_touched_is_left_alone(desk: Desk) -> None:
    path = _version(desk)
    path.write_text(path.read_text("utf-8").replace("een week", "twee weken"), "utf-8")
    assert desk.refused(lambda: remove_name(desk.root, path, _NAME, TODAY)) == "name-touched"


def test_the_command_tells_both_codes(desk: Desk) -> None:
    words = ("remove-name", "protocols/pesten/de-brug.md", "--name", _NAME)
    done = typed(*words, cwd=desk.root)
    assert done.returncode == 0, done.stderr
    assert "de controlecode was" in done.stderr
    assert "geschiedenis van git" in done.stderr
    again = typed(*words, cwd=desk.root)
    assert (again.returncode, "Traceback" in again.stderr) == (2, False)
