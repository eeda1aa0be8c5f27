"""What is asked of git is a revision or a file, whatever a user types for one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from programs import Git
from protocolkit.base.git import (
    changed_since,
    earlier_bytes,
    earlier_text,
    has_revision,
    last_change,
)


@pytest.fixture
def repository(tmp_path: Path, git: Git) -> Path:
    (tmp_path / "x.md").write_text("een", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "een")
    (tmp_path / "x.md").write_text("twee", "utf-8")
    return tmp_path


def test_an_option_is_no_revision(repository: Path) -> None:
    assert changed_since(repository, "HEAD", ".") == ("x.md",)
    assert changed_since(repository, f"--output={repository / 'buiten'}", ".") is None
    # a folder and a range hold no file under its own name: all would seem new
    assert changed_since(repository, "HEAD:", ".") is None
    assert changed_since(repository, "HEAD..HEAD", ".") is None
    # Git would write what it shows into 'buiten:./x.md'.
    (repository / "buiten:.").mkdir()
    assert earlier_text(repository, "HEAD", "x.md") == "een"
    assert earlier_text(repository, "--output=buiten", "x.md") == ""
    assert not list((repository / "buiten:.").iterdir())
    assert not (repository / "buiten").exists()


def test_the_last_day_on_which_a_kind_of_file_changed_is_told(repository: Path) -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", last_change(repository, ".", ".md"))
    assert last_change(repository, ".", ".yml") == ""
    assert last_change(repository, "elders", ".md") == ""
    assert last_change(repository.parent, ".", ".md") == ""


def test_git_is_not_even_asked_about_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def answer(_root: Path, *words: str) -> bytes:
        asked.append(words)
        return b"een\0"

    monkeypatch.setattr("protocolkit.base.git._bytes", answer)
    assert changed_since(Path(), "--output=buiten", ".") is None
    assert earlier_text(Path(), "--output=buiten", "x.md") == ""
    assert earlier_bytes(Path(), "--output=buiten", "x.md") is None
    assert not has_revision(Path(), "--output=buiten")
    assert asked == []
    assert changed_since(Path(), "HEAD", ".") == ("een",)
    assert earlier_bytes(Path(), "HEAD", "x.md") == b"een\0"
    assert has_revision(Path(), "HEAD")
    assert [words[0] for words in asked] == ["rev-parse", "diff", "show", "rev-parse"]
