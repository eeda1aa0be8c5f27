"""``protocol update`` as somebody types it: shows, asks, and changes only what was asked for."""

from __future__ import annotations

import importlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import drafted
from programs import Git
from protocolkit.base.problems import ProtocolkitError
from protocolkit.commands import main
from seeds import ROOT

# Every version before is asked of git.
pytestmark = pytest.mark.process

_NAME = "protocols/sociale-media/de-regenboog.md"
_OLD = "Als online communicatie dreigt te ontsporen dient de medewerker direct"
_NEW = "Als online communicatie dreigt te ontsporen zoekt de medewerker meteen"
_ANCHOR = "discussie-ontspoort"


@pytest.fixture(autouse=True)
def _known_template(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("protocolkit.commands.update_work")
    monkeypatch.setattr(module, "template_of", drafted.known_template)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with a draft in it that was just made."""
    root = tmp_path_factory.mktemp("fresh")
    shutil.copytree(ROOT / "protocols", root / "protocols")
    answers = root / "a.yml"
    given = "subject: sociale-media\norganisation: {name: Stichting De Regenboog}\n"
    answers.write_text(given, "utf-8")
    done = _run("new", "-C", str(root), "--answers", str(answers), "--yes")
    assert done.return_value == 0, done.output
    return root


@pytest.fixture
def folder(tmp_path: Path, fresh: Path) -> Path:
    """Return a copy of that repository."""
    shutil.copytree(fresh, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, list(words), input=typed, standalone_mode=False)


def _update(folder: Path, *words: str, typed: str = "") -> Result:
    return _run("update", str(folder / _NAME), *words, typed=typed)


def _change_source(folder: Path) -> None:
    for path in (folder / "protocols" / "sociale-media").glob("*.md"):
        if path.name != Path(_NAME).name:
            path.write_text(path.read_text("utf-8").replace(_OLD, _NEW), "utf-8")


def test_without_options_it_only_shows(folder: Path) -> None:
    _change_source(folder)
    before = (folder / _NAME).read_bytes()
    done = _update(folder)
    assert done.return_value == 1
    assert "Veranderd in de bron, niet door u: 1" in done.stdout
    shown = " ".join(done.stdout.split())
    assert "[-dient-] {+zoekt+} de medewerker [-direct-] {+meteen+}" in shown
    assert (folder / _NAME).read_bytes() == before


@pytest.mark.parametrize("words", [["--accept", _ANCHOR], ["--all"]])
def test_what_was_asked_for_is_taken_over_and_nothing_else(folder: Path, words: list[str]) -> None:
    _change_source(folder)
    before = (folder / _NAME).read_text("utf-8").split("\n")
    done = _update(folder, *words)
    assert done.stdout == f"{_NAME}\n"
    after = (folder / _NAME).read_text("utf-8").split("\n")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) == 2
    assert _NEW in changed[1]
    assert "Veranderd in de bron" not in _update(folder).stdout


def test_changed_on_both_sides_is_never_taken_over_by_all(folder: Path) -> None:
    path = folder / _NAME
    path.write_text(path.read_text("utf-8").replace(_OLD, "Bij ruzie gaat de medewerker"), "utf-8")
    _change_source(folder)
    before = path.read_bytes()
    done = _update(folder)
    assert "Veranderd in de bron en ook door u: 1" in done.stdout
    shown = done.stdout.partition("hier nu:")[2]
    assert "Bij ruzie gaat de medewerker" in shown.partition("nu in de bron:")[0]
    _update(folder, "--all")
    assert path.read_bytes() == before


def test_the_earlier_words_come_from_git(folder: Path, git: Git) -> None:
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        git(folder, *words)
    path = folder / _NAME
    path.write_text(path.read_text("utf-8").replace(_OLD, "Bij ruzie gaat de medewerker"), "utf-8")
    _change_source(folder)
    shown = _update(folder).stdout.partition("toen overgenomen:")[2]
    assert _OLD.split("medewerker", maxsplit=1)[0] in shown.partition("hier nu:")[0]


def test_asked_one_by_one(folder: Path) -> None:
    _change_source(folder)
    done = _update(folder, "--ask", typed="2\n" + "\n" * 2 + "j\n" + "\n" * 20)
    assert done.exception is None, done.output
    text = (folder / _NAME).read_text("utf-8")
    assert text.count("kies een formulering") == 5
    assert _NEW in text


def test_a_reply_that_does_not_fit_is_asked_again_and_stop_keeps_what_was_chosen(
    folder: Path,
) -> None:
    before = (folder / _NAME).read_text("utf-8").count("kies een formulering")
    done = _update(folder, "--ask", typed="99\nx\n2\nstop\n")
    assert done.exception is None, done.output
    assert "Typ een nummer van 1" in done.stderr
    assert "met 'terug' gaat u terug" in done.stderr
    after = (folder / _NAME).read_text("utf-8").count("kies een formulering")
    assert after == before - 1


def test_an_open_topic_is_chosen_by_its_id(folder: Path) -> None:
    wrong = _update(folder, "-a", "prive-contact")
    assert isinstance(wrong.exception, ProtocolkitError)
    known = dict(wrong.exception.problem.values)["known"].split(", ")
    done = _update(folder, "-a", f"prive-contact={known[0]}")
    assert done.exception is None, done.output
    assert (folder / _NAME).read_text("utf-8").count("kies een formulering") == 5


def test_an_unknown_anchor_lists_those_that_wait(folder: Path) -> None:
    done = _update(folder, "-a", "nergens")
    assert isinstance(done.exception, ProtocolkitError)
    assert done.exception.problem.code.name == "update-anchor"
    assert "prive-contact" in dict(done.exception.problem.values)["known"]


def test_a_protocol_that_was_not_drafted_is_refused() -> None:
    done = _run("update", str(ROOT / "protocols" / "sociale-media" / "oponoa.md"))
    assert isinstance(done.exception, ProtocolkitError)
    assert done.exception.problem.code.name == "update-unknown"


def test_what_can_be_taken_over_is_asked_with_yes_or_no(folder: Path) -> None:
    """Anything else is asked again; Enter alone takes nothing over."""
    _change_source(folder)
    done = _update(folder, "--ask", typed="\n" * 3 + "misschien\n" + "\n" * 20)
    assert done.exception is None, done.output
    assert done.stderr.count("Overnemen? (ja/nee)") == 2
    assert "Welk nummer?" in done.stderr
    assert _NEW not in (folder / _NAME).read_text("utf-8")


def test_the_example_of_what_to_type_is_taken_over_as_it_stands(folder: Path) -> None:
    shown = _update(folder)
    example = shown.stdout.rstrip().rpartition("--accept ")[2]
    assert "=" in example
    done = _update(folder, "--accept", example)
    assert done.exception is None, done.output
    assert "Overgenomen" in done.stderr
