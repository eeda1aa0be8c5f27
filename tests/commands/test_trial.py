"""``--dry-run``: a command says what it would write, and leaves every file alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from decided import TEXT
from protocolkit.commands import main
from typed import Typed, typed

_FILE = "protocols/pesten/de-brug.md"
_VERSION = "versions/pesten/de-brug@2026.md"
_CONSENT = ("--body", "MR", "--right", "instemming")
_STORY = (
    ("init", "nieuw"),
    ("import", "brief.txt", "-s", "pesten", "-n", "De Berg", "--yes"),
    ("submit", _FILE, *_CONSENT, "--sent", "2026-02-03", "--before", "2026-03-31"),
    ("submit", _FILE, "--list", "lijst.xlsx"),
    ("form", _FILE, "-o", "papier/formulier.docx"),
    ("correct", _FILE, "--body", "MR", "--before", "2026-03-30", "--reason", "verkeerd getypt"),
    ("approve", _FILE, "--body", "MR", "--decision", "verleend", "--date", "2026-03-10"),
    ("approve", _FILE, "--body", "CvB", "--decision", "vastgesteld", "--date", "2026-03-20"),
    ("archive", _FILE, "-o", "archief"),
    ("freeze", _FILE, "2026"),
    ("edit",),
    ("reasons", _FILE, "--since", _VERSION),
    ("compare", _VERSION, _FILE, "-o", "verschil.xlsx"),
    ("redline", _VERSION, _FILE, "-o", "verschil.docx"),
    ("was-wordt", _FILE, "--since", _VERSION, "-o", "tabel.docx"),
    ("dossier", _FILE, "--since", _VERSION, "-o", "dossier"),
    ("export", _FILE, "--format", "akn", "-o", "uit.xml"),
    ("comments", "dossier/2-protocol.docx", "--answers"),
    ("align", "pesten", "--write"),
    ("council", "MR", "--into", "MR De Dijk", "--date", "2026-08-01"),
    ("remove-name", _FILE, "--name", "Jansen", "--yes"),
)
_TOLD = re.compile(r"^(?:Nieuw|Gewijzigd|Weggehaald): (.+)$", re.MULTILINE)
_NEVER = {"check", "status"}
"""They write nothing."""


def _files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def _told(done: Typed) -> set[str]:
    return set(_TOLD.findall(done.stdout))


def _begin(root: Path) -> None:
    (root / _FILE).parent.mkdir(parents=True)
    (root / _FILE).write_text(TEXT, "utf-8")
    words = "Protocol pesten\n\n1. Wie pest, gaat naar de mentor.\n\n2. Ouders bellen de school.\n"
    (root / "brief.txt").write_text(words, "utf-8")


def _told_and_done(root: Path) -> Iterator[tuple[str, set[str], set[str]]]:
    """Try each command of the story and then give it: what was told, what was written."""
    for command in _STORY:
        if command == ("edit",):
            text = (root / _FILE).read_text("utf-8").replace("een week", "twee weken")
            (root / _FILE).write_text(text, "utf-8")
            continue
        before = _files(root)
        tried = typed(*command, "--dry-run", cwd=root)
        assert _files(root) == before, command
        given = typed(*command, cwd=root)
        assert (given.returncode, tried.returncode) == (0, 0), given.stderr
        after = _files(root)
        written = {name for name in {*before, *after} if before.get(name) != after.get(name)}
        yield command[0], _told(tried), written


def test_what_a_trial_tells_is_what_is_written(tmp_path: Path) -> None:
    _begin(tmp_path)
    given = []
    for name, told, written in _told_and_done(tmp_path):
        assert told == written, name
        assert written, name
        given.append(name)
    assert {*given} == {command[0] for command in _STORY} - {"edit"}


def test_every_command_that_writes_can_be_tried() -> None:
    can = {
        name
        for name, command in main.commands.items()
        if any("--dry-run" in param.opts for param in command.params)
    }
    assert can == set(main.commands) - _NEVER


def test_the_lines_that_would_change_are_shown(tmp_path: Path) -> None:
    _begin(tmp_path)
    days = ("--sent", "2026-02-03", "--before", "2026-03-31")
    tried = typed("submit", _FILE, *_CONSENT, *days, "--dry-run", cwd=tmp_path)
    assert tried.stderr.startswith("Dit is een proef: wat hieronder staat, gebeurt niet.\n")
    assert "er is niets geschreven. Zonder --dry-run zouden dit de bestanden zijn:" in tried.stderr
    lines = tried.stdout.split(f"Gewijzigd: {_FILE}\n")[1].splitlines()
    assert "  -   status: concept" in lines
    assert "  +   status: voorgelegd" in lines


def test_a_trial_that_writes_nothing_says_so(tmp_path: Path) -> None:
    _begin(tmp_path)
    tried = typed("export", _FILE, "--dry-run", cwd=tmp_path)
    assert not _told(tried)
    assert "er is niets geschreven. Zonder --dry-run ook niet." in tried.stderr


@pytest.mark.parametrize("words", [(), ("--dry-run",)])
def test_a_trial_refuses_what_the_command_refuses(tmp_path: Path, words: tuple[str, ...]) -> None:
    _begin(tmp_path)
    (tmp_path / "vol.docx").write_text("van iemand", "utf-8")
    before = _files(tmp_path)
    again = ("redline", "niets", _FILE, "-o", "vol.docx")
    refused = typed(*again, *words, cwd=tmp_path)
    assert refused.returncode == 2
    assert _files(tmp_path) == before
