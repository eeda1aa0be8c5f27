"""A name that is taken out of kept versions: nothing else changes, and it is told."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.checking.kept_versions import check_frozen
from protocolkit.decisions.finding import code_signs, find_by_code
from protocolkit.document.cover import make_cover
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.removed_names import Removed, Standing, remove_name
from typed import typed

_NAME = "mevrouw Jansen"
_WITH_OWNER = TEXT.replace("  status:", "  owner: mevrouw Jansen   # sinds mei\n  status:")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path, _WITH_OWNER)
    made.adopt_with_consent()
    return made


def _version(desk: Desk, name: str = "voorgelegd-2026-02-03") -> Path:
    return desk.root / "versions" / "pesten" / f"de-brug@{name}.md"


def _remove(desk: Desk, path: Path, name: str, *, agrees: bool = True) -> tuple[Removed, ...]:
    return remove_name(desk.root, path, name, TODAY, lambda _: agrees)


def test_the_name_goes_from_every_version_and_nothing_else_does(desk: Desk) -> None:
    before = desk.bytes()
    code = protocol_fingerprint(desk.protocol)
    done = _remove(desk, desk.path, "mevrouw  Jansen")
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
    _remove(desk, _version(desk), _NAME)
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
    _remove(desk, _version(desk), _NAME)
    _remove(desk, _version(desk), "mentor van de klas")
    kept = read_protocol_text(_version(desk).read_text("utf-8")).protocol
    assert len(kept.facts.removed_names) == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("mevrouw Pietersen", "name-gone"),
        ("evrouw Jansen", "name-gone"),
        ("de", "name-short"),
        ("", "name-short"),
        ("vakje-x", "name-gone"),
        ("vaststelling", "name-fixed"),
        ("approvals", "name-fixed"),
        ("niet", "name-of-rule"),
        ("Alleen", "name-of-rule"),
        ("Ouders bellen mevrouw Jansen", "name-of-rule"),
        ("De leerling wordt een week geschorst.", "name-of-rule"),
    ],
)
def test_what_cannot_be_removed(desk: Desk, name: str, code: str) -> None:
    assert desk.refused(lambda: _remove(desk, desk.path, name)) == code


def test_a_version_that_was_touched_is_left_alone(desk: Desk) -> None:
    path = _version(desk)
    path.write_text(path.read_text("utf-8").replace("een week", "twee weken"), "utf-8")
    assert desk.refused(lambda: _remove(desk, path, _NAME)) == "name-touched"


def test_the_command_tells_both_codes(desk: Desk) -> None:
    words = ("remove-name", "protocols/pesten/de-brug.md", "--name", _NAME)
    done = typed(*words, cwd=desk.root)
    assert done.returncode == 0, done.stderr
    assert "de controlecode was" in done.stderr
    assert "geschiedenis van git" in done.stderr
    again = typed(*words, cwd=desk.root)
    assert (again.returncode, "Traceback" in again.stderr) == (2, False)


@pytest.mark.parametrize("name", ["mentor", "leerling", "Ouders", "Jansen", "een week geschorst"])
def test_what_is_perhaps_no_name_is_shown_and_asked(desk: Desk, name: str) -> None:
    before = desk.bytes()
    assert desk.refused(lambda: _remove(desk, desk.path, name, agrees=False)) == "name-unsure"
    assert desk.bytes() == before
    assert len(_remove(desk, desk.path, name)) == 2


def test_each_sentence_is_shown(desk: Desk) -> None:
    shown: list[Standing] = []

    def confirm(places: Sequence[Standing]) -> bool:
        shown.extend(places)
        return False

    desk.refused(lambda: remove_name(desk.root, _version(desk), "Jansen", TODAY, confirm))
    assert [one.sentence for one in shown] == [
        "owner: mevrouw Jansen # sinds mei",
        "Ouders bellen mevrouw Jansen, telefoon 010 123 45 67.",
    ]


@pytest.mark.parametrize(
    ("name", "is_asked"),
    [
        ("J. Jansen", True),
        ("J.H. van der Berg", False),
        ("mevrouw A. de Vries", False),
        ("meester Bakker", False),
        ("J. van der Berg", False),
        ("A. Foto", True),
        ("A. Leerlingen", True),
        ("mevrouw Directeur", True),
        ("Rode Kruis", True),
    ],
)
def test_a_name_by_its_form_is_not_asked_about(tmp_path: Path, name: str, is_asked: bool) -> None:
    desk = Desk(tmp_path, TEXT.replace("mevrouw Jansen", name))
    desk.ask()
    if is_asked:
        assert desk.refused(lambda: _remove(desk, desk.path, name, agrees=False)) == "name-unsure"
    else:
        assert len(_remove(desk, desk.path, name, agrees=False)) == 1


def test_one_initial_is_no_name_without_a_title(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT.replace("mevrouw Jansen", "mevrouw J. Jansen"))
    desk.ask()
    assert len(_remove(desk, desk.path, "J. Jansen", agrees=False)) == 1


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _texts(desk: Desk) -> dict[Path, bytes]:
    """Return every file but the sign that somebody is at work."""
    return {path: content for path, content in desk.bytes().items() if path.suffix}


def test_the_command_asks_at_a_terminal_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("remove-name", "protocols/pesten/de-brug.md", "--name", "mentor")
    before = _texts(desk)
    monkeypatch.setattr(sys, "stdin", io.StringIO("ja\n"))
    refused = typed(*words, cwd=desk.root)
    assert (refused.returncode, _texts(desk) == before) == (2, True)
    assert "Wie pest, gaat naar de mentor." in refused.stderr
    assert "typ er --yes bij" in refused.stderr
    monkeypatch.setattr(sys, "stdin", _Terminal("nee\n"))
    assert (typed(*words, cwd=desk.root).returncode, _texts(desk) == before) == (2, True)
    monkeypatch.setattr(sys, "stdin", _Terminal("ja\n"))
    assert typed(*words, cwd=desk.root).returncode == 0
    yes = typed(*words[:-1], "leerling", "--yes", cwd=desk.root)
    assert (yes.returncode, "De leerling wordt een week geschorst." in yes.stderr) == (0, True)
