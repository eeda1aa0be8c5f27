"""Every command in the guide is understood, and every one that is set apart runs, page by page."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from import_quality import own_pdf, own_word
from programs import Git
from protocolkit.commands import main
from protocolkit.reading.reader import read_protocol_text
from seeds import ROOT
from typed import typed

_GUIDE = ROOT / "docs" / "gebruik"
_PAGES = sorted(_GUIDE.glob("*.md"))
_SET_APART = re.compile(r"^ *```(?:sh|bash)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
_IN_TEXT = re.compile(r"`(protocol [a-z][^`\n]*)`")
# What stands for a word of the reader's own.
_OWN_WORDS = re.compile(r"MAP|BESTAND|…")

_RUN_BY = {
    "was-wordt": "commands/test_was_wordt.py",
    "versies": "commands/test_freeze.py",
    "reacties": "review/test_word_review.py",
    "stukken-voor-de-mr": "dossier/test_dossier.py",
    "voorleggen": "decisions/test_submitting_and_deciding.py",
    "huisstijl": "paper/test_house_style.py",
    "onderwerpen": "commands/test_guide.py",
    "importeren": "commands/test_guide.py",
    "eigen-repository": "commands/test_guide.py",
}
"""Where the commands of a page are typed, one after another; of ``huisstijl`` they are ``check``
and ``build``, whose work is tried there."""

_TEXT = """---
protocol:
  title: Pesten
  organisation: {{name: {name}, kind: bestuur}}
---

# Pesten

{{#a1}}
1. {words}
"""


def _set_apart(page: str) -> list[str]:
    """Return the commands of a page that stand by themselves, without remarks behind them."""
    text = (_GUIDE / f"{page}.md").read_text("utf-8")
    lines = (line for block in _SET_APART.findall(text) for line in block.splitlines())
    return [line.partition(" #")[0].strip() for line in lines if line.strip()]


def _named() -> Iterator[tuple[str, str]]:
    for path in _PAGES:
        in_text = _IN_TEXT.findall(_BLOCK.sub("", path.read_text("utf-8")))
        found = [*_set_apart(path.stem), *in_text]
        for line in dict.fromkeys(found):
            if line.startswith("protocol ") and "<" not in line:
                yield path.stem, line


_NAMED = list(_named())


def test_pages_with_commands_are_run_somewhere() -> None:
    pages = {path.stem for path in _PAGES if _set_apart(path.stem)}
    assert pages == set(_RUN_BY)
    assert all((ROOT / "tests" / path).is_file() for path in _RUN_BY.values())
    assert len(_NAMED) > 60


@pytest.mark.parametrize(("page", "line"), _NAMED)
def test_a_command_is_understood(page: str, line: str) -> None:
    name, *words = shlex.split(line.partition(" > ")[0])[1:]
    assert name in main.commands
    if "--help" not in words:
        words = [_OWN_WORDS.sub("een", word) for word in words]
        known = {option for param in main.commands[name].params for option in param.opts}
        assert {w.partition("=")[0] for w in words if w.startswith("-")} <= known, page


def test_each_page_is_found_from_the_roles() -> None:
    """A reader who begins at a role gets to every page; two clicks at most."""
    roles = ("beleidsmedewerker", "mr-lid", "beheerder")
    index = (_GUIDE / "index.md").read_text("utf-8")
    linked = set()
    for role in roles:
        assert f"({role}.md)" in index
        linked |= set(
            re.findall(r"\]\(([a-z-]+)\.md\)", (_GUIDE / f"{role}.md").read_text("utf-8"))
        )
    assert {path.stem for path in _PAGES} - {"index", *roles} <= linked


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer every question by stopping, or with nothing more to say."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))


def _runs(root: Path, lines: list[str]) -> None:
    """Type lines one after another; none may be refused, though some find something."""
    for line in lines:
        words = shlex.split(line.partition(" > ")[0])
        if words[0] == "protocol":
            done = typed(*words[1:], cwd=root)
            assert done.returncode in {0, 1}, f"{line}: {done.stderr}"


def test_importeren(tmp_path: Path, answering: None) -> None:
    protocol = read_protocol_text(
        _TEXT.format(name="De Brug", words="Wie pest, gaat naar de mentor."), "x.md"
    ).protocol
    (tmp_path / "oud.docx").write_bytes(own_word(protocol))
    (tmp_path / "oud.pdf").write_bytes(own_pdf(protocol))
    shutil.copy(tmp_path / "oud.docx", tmp_path / "protocol-van-de-school.docx")
    ask, at_once, chosen = _set_apart("importeren")
    assert typed(*shlex.split(at_once)[1:], cwd=tmp_path).returncode == 0
    assert "mentor" in (tmp_path / "protocols" / "pesten" / "de-brug.md").read_text("utf-8")
    # Nobody answers, and there is no such choice in this document: both are said, in words.
    assert typed(*shlex.split(ask)[1:], cwd=tmp_path).returncode in {0, 2}
    (tmp_path / "protocols" / "pesten" / "de-brug.md").unlink()
    assert "lijst-41" in typed(*shlex.split(chosen)[1:], cwd=tmp_path).stderr


def test_onderwerpen(tmp_path: Path, answering: None) -> None:
    source = ROOT / "protocols" / "sociale-media"
    subject = tmp_path / "protocols" / "sociale-media"
    shutil.copytree(source, subject)
    for name in ("een", "twee"):
        text = _TEXT.format(name=f"Stichting {name}", words="Een telefoon ligt in de kluis.")
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    shutil.copytree(source, tmp_path / "map-met-protocollen", ignore=shutil.ignore_patterns("bron"))
    _runs(tmp_path, _set_apart("onderwerpen"))


def test_eigen_repository(tmp_path: Path, git: Git, answering: None) -> None:
    first, *lines = _set_apart("eigen-repository")
    assert typed(*shlex.split(first)[1:], cwd=tmp_path).returncode == 0
    root = tmp_path / "onze-protocollen"
    path = root / "protocols" / "pesten" / "de-brug.md"
    before = _TEXT.format(name="De Brug", words="Wie pest, gaat naar de mentor.")
    path.write_text(before, "utf-8")
    git(root, "init", "-q")
    for text in (before, before.replace("de mentor", "de directeur")):
        path.write_text(text, "utf-8")
        git(root, "add", ".")
        git(root, "commit", "-qm", "Tekst", "--allow-empty")
    (root / "versions" / "pesten").mkdir(parents=True)
    assert typed("freeze", str(path), "2026-1", cwd=root).returncode == 0
    old, new = (
        read_protocol_text(text, "x.md").protocol for text in (before, path.read_text("utf-8"))
    )
    (root / "oud.docx").write_bytes(own_word(old))
    (root / "nieuw.docx").write_bytes(own_word(new))
    (root / "nieuw.pdf").write_bytes(own_pdf(new))
    made = typed("export", str(path), "--output", "de-brug.json", cwd=root)
    assert made.returncode == 0, made.stderr
    for line in lines:
        if "--from-json" in line:
            path.unlink()
        for written in re.findall(r"(?:-o|--output) (\S+\.\w+)", line):
            (root / written).unlink(missing_ok=True)
        _runs(root, [line])
