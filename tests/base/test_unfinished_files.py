"""What a process that was killed left behind is cleared; what another is writing is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from protocolkit.base.unfinished_files import (
    beside_names,
    clear_left_over,
    clear_left_over_once,
)


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> int:
    """Return the number of a process that does not run."""
    number = 999_999

    def kill(process: int, _signal: int) -> None:
        if process == number:
            raise ProcessLookupError
        if process == 1:
            raise PermissionError

    monkeypatch.setattr(os, "kill", kill)
    return number


def test_a_name_says_whose_it_is_and_fits_on_every_disk() -> None:
    begin, end = beside_names("regels.md")
    assert begin.startswith(".regels.md")
    assert str(os.getpid()) in end
    long = "".join(beside_names("é" * 250))
    assert 40 < len(long.encode()) < 200


def test_only_what_a_dead_process_was_writing_is_cleared(tmp_path: Path, gone: int) -> None:
    keep = (".regels.md.x.beside", "regels.md", f".a.{os.getpid()}.beside", ".a.1.beside")
    for name in (f".regels.md.abc.{gone}.beside", *keep):
        (tmp_path / name).write_text("x", "utf-8")
    folder = tmp_path / f".map.abc.{gone}.beside"
    folder.mkdir()
    (folder / "in").write_text("x", "utf-8")
    deeper = tmp_path / "onder" / f".a.{gone}.beside"
    deeper.parent.mkdir()
    deeper.write_text("x", "utf-8")
    clear_left_over(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*keep, "onder"}
    assert deeper.exists()


def test_where_a_process_cannot_be_asked_nothing_is_cleared(
    tmp_path: Path, gone: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f".a.{gone}.beside"
    path.write_text("x", "utf-8")
    monkeypatch.setattr(os, "name", "nt")
    clear_left_over(tmp_path)
    monkeypatch.undo()
    assert path.exists()


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    clear_left_over(tmp_path / "weg")
    clear_left_over_once(tmp_path / "weg")


def test_what_cannot_be_removed_stays_and_stops_nothing(tmp_path: Path, gone: int) -> None:
    target = tmp_path / "elders"
    target.mkdir()
    (target / "in").write_text("x", "utf-8")
    (tmp_path / f".a.{gone}.beside").symlink_to(target)
    clear_left_over(tmp_path)
    assert (target / "in").exists()
    assert not (tmp_path / f".a.{gone}.beside").is_symlink()
