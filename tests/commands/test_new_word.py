"""A Word file that is to be opened: the system's program speaks no word to who answers here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from protocolkit.commands import new_word
from protocolkit.commands.new_word import offer_to_open

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(
        sys.platform in {"darwin", "win32", "cygwin"}, reason="the system itself opens files there"
    ),
]


def _offered(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> list[str]:
    """Return what is said when a file is opened with this program, or with none at all."""
    said: list[str] = []
    if script:
        program = folder / "xdg-open"
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin" if script else str(folder))
    monkeypatch.setattr(new_word, "confirmed", lambda _text: True)
    monkeypatch.setattr(new_word, "say", said.append)
    offer_to_open(folder / "protocol.docx")
    return said


@pytest.mark.parametrize("script", ["echo 'no method available' >&2\nexit 3", ""])
def test_where_nothing_opens_it_is_told_where_the_file_is(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    script: str,
) -> None:
    (line,) = _offered(tmp_path, monkeypatch, script)
    assert line.startswith("Het lukte niet om het hier te openen.")
    assert str(tmp_path / "protocol.docx") in line
    assert capfd.readouterr() == ("", "")


def test_what_was_opened_is_not_spoken_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    script = f"echo '{tmp_path}: opening' && echo \"$1\" > {tmp_path}/opened"
    assert _offered(tmp_path, monkeypatch, script) == []
    assert (tmp_path / "opened").read_text("utf-8").strip() == str(tmp_path / "protocol.docx")
    assert capfd.readouterr() == ("", "")


@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")
def test_a_program_that_is_still_busy_has_opened_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_word, "_SECONDS", 0.1)
    assert _offered(tmp_path, monkeypatch, "exec sleep 1") == []
