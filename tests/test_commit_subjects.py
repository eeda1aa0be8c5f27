"""Subjects of commits say something, and are short enough to be listed whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from programs import Git, Start
from seeds import ROOT

_SHORT, _LONG = f"text: {'é' * 65}", f"text: {'é' * 66}"


def _script(folder: Path) -> Path:
    (folder / ".ci").mkdir()
    return Path(shutil.copy(ROOT / ".ci" / "subjects", folder / ".ci"))


@pytest.mark.parametrize(("subject", "code"), [(_SHORT, 0), (_LONG, 1)])
def test_a_message_has_a_short_subject(
    tmp_path: Path, start: Start, subject: str, code: int
) -> None:
    script, message = _script(tmp_path), tmp_path / "message"
    message.write_text(f"# from git\n{subject}\n\n{'x' * 99}\n", "utf-8")
    done = start(str(script), str(message), cwd=tmp_path)
    assert done.returncode == code
    assert (_LONG in done.stderr) == bool(code)


def test_a_message_of_one_word_is_refused(tmp_path: Path, start: Start) -> None:
    script, message = _script(tmp_path), tmp_path / "message"
    message.write_text("x\n\ntext: what it is about\n", "utf-8")
    done = start(str(script), str(message), cwd=tmp_path)
    assert done.returncode == 1
    assert "one word: x" in done.stderr


def test_commits_are_looked_at_after_the_first_that_is_held_to_it(
    tmp_path: Path, start: Start, git: Git
) -> None:
    script = _script(tmp_path)
    assert "no history" in start(str(script), cwd=tmp_path).stdout
    git(tmp_path, "init", "-q")
    for subject in (_LONG, _SHORT, f"{_LONG}é"):
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", subject)
    assert "no history" in start(str(script), cwd=tmp_path).stdout

    def after(first: str) -> tuple[int, int]:
        done = start("env", f"SUBJECTS_AFTER={first}", str(script), cwd=tmp_path)
        return done.returncode, done.stderr.count("\n")

    assert after("HEAD") == (0, 0)
    assert after("HEAD~1") == after("HEAD~2") == (1, 1)
