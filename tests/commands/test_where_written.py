"""A new protocol replaces no file of another kind, and goes nowhere that is not for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from one_protocol import headed
from typed import typed

_TEXT = (
    headed("Pesten")
    + """{#a1}
1. De mentor belt de ouders.
"""
)
_OWN = "protocols/pesten/de-brug.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in (
        (_OWN, _TEXT),
        ("versions/pesten/oud.txt", "x"),
        ("conf.py", "project = 'x'\n"),
        ("README.md", "# Lees mij\n"),
        (".git/HEAD", "ref: x\n"),
        ("kaal", "1. De mentor belt de ouders.\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def _held(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (".git/x.md", "target-git"),
        (".git", "target-git"),
        (".GIT/x.md", "target-git"),
        ("versions/pesten/x.md", "document-among-versions"),
        ("versions/pesten/x@2026-1.md", "document-among-versions"),
        ("versions", "document-among-versions"),
        ("conf.py", "file-unwritable"),
        ("README.md", "replaces-other"),
    ],
)
def test_a_place_that_is_not_for_a_protocol(root: Path, place: str, code: str) -> None:
    before = _held(root)
    for words in (
        ("new", "--adopt", "de-brug", "--name", "De Toren", "--no-word"),
        ("import", _OWN, "--organisation", "De Toren"),
    ):
        done = typed(*words, "--subject", "pesten", "--yes", "--force", "-o", place, cwd=root)
        assert (done.returncode, f"[{code}]" in done.stderr) == (2, True), done.stderr
        assert _held(root) == before


def test_a_protocol_elsewhere_is_replaced_when_asked(root: Path) -> None:
    (root / "README.md").write_text(_TEXT, "utf-8")
    words = ("new", "--subject", "pesten", "--adopt", "de-brug", "--name", "De Toren", "--no-word")
    done = typed(*words, "--yes", "--force", "-o", "README.md", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "De Toren" in (root / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", [" ", "…", "\t-"])
def test_a_name_without_a_word_is_none(root: Path, name: str) -> None:
    before = _held(root)
    words = ("new", "--subject", "pesten", "--adopt", "de-brug", "--name", name, "--yes")
    done = typed(*words, "--no-word", cwd=root)
    assert (done.returncode, "[new-name]" in done.stderr) == (2, True), done.stderr
    assert _held(root) == before


@pytest.mark.parametrize("option", ["--since", "--against"])
def test_a_file_whose_name_says_nothing_is_no_version(root: Path, option: str) -> None:
    before = _held(root)
    done = typed("dossier", _OWN, option, "kaal", "-o", f"../{root.name}-stukken", cwd=root)
    assert (done.returncode, "[version-kind]" in done.stderr) == (2, True), done.stderr
    assert typed("compare", "kaal", _OWN, cwd=root).returncode == 2
    assert _held(root) == before


def test_a_dossier_does_not_go_into_the_folder_of_git(root: Path) -> None:
    before = _held(root)
    done = typed("dossier", _OWN, "-o", ".git/stukken", cwd=root)
    assert (done.returncode, "[target-git]" in done.stderr) == (2, True), done.stderr
    assert _held(root) == before
