"""Files that a person may have open: replaced as they were found, all of them or none."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from protocolkit.base import files, replacing
from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.replacing import find, replace_file, replace_files


def _state(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def _refused(changes: list[tuple[replacing.Found, bytes | None]]) -> str:
    with pytest.raises(ProtocolkitError) as refused:
        replace_files(changes)
    return f"{refused.value.problem.location} {refused.value.problem.code.name}"


def test_files_are_written_changed_and_taken_away(tmp_path: Path) -> None:
    old, gone, same = tmp_path / "old", tmp_path / "gone", tmp_path / "same"
    for path in (old, gone, same):
        path.write_bytes(b"1")
    old.chmod(0o600)
    new = tmp_path / "a" / "b" / "new"
    changes = [(find(new), b"3"), (find(old), b"2"), (find(gone), None), (find(same), b"1")]
    assert replace_files(changes) == (new, old, gone)
    assert _state(tmp_path) == {
        "a": None,
        "a/b": None,
        "a/b/new": b"3",
        "old": b"2",
        "same": b"1",
    }
    assert old.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("change", ["saved", "removed", "put there"])
def test_what_somebody_did_meanwhile_stays(tmp_path: Path, change: str) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"1")
    if change != "put there":
        second.write_bytes(b"1")
    changes = [(find(first), b"2"), (find(second, "tweede.md"), b"2")]
    if change == "removed":
        second.unlink()
    else:
        second.write_bytes(b"mine")
    before = _state(tmp_path)
    assert _refused(list(changes)) == "tweede.md file-changed"
    assert _state(tmp_path) == before


def test_what_somebody_saves_while_texts_are_put_ready_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_bytes(b"1")
    second.write_bytes(b"1")
    stage = files.stage

    def while_somebody_saves(path: Path, content: bytes, mode: int = 0o644) -> Path:
        second.write_bytes(b"mine")
        return stage(path, content, mode)

    monkeypatch.setattr(replacing, "stage", while_somebody_saves)
    changes = [(find(first), b"2"), (find(second, "tweede.md"), b"2")]
    assert _refused(list(changes)) == "tweede.md file-changed"
    assert _state(tmp_path) == {"first": b"1", "second": b"mine"}


@pytest.mark.parametrize("failing", range(6))
def test_a_disk_that_fails_half_way_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Of six steps - writing three texts beside two files and putting them there - one fails."""
    old, gone, new = tmp_path / "old", tmp_path / "gone", tmp_path / "a" / "new"
    old.write_bytes(b"1")
    gone.write_bytes(b"1")
    before = _state(tmp_path)
    changes = [(find(new), b"2"), (find(old), b"2"), (find(gone), None)]
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1
        if steps == failing + 1:
            raise OSError(errno.ENOSPC, "full")

    stage, replace = files.stage, Path.replace

    def staging(path: Path, content: bytes, mode: int) -> Path:
        count()
        return stage(path, content, mode)

    def putting(self: Path, target: Path) -> Path:
        count()
        return replace(self, target)

    monkeypatch.setattr(replacing, "stage", staging)
    monkeypatch.setattr(Path, "replace", putting)
    assert "file-unwritable" in _refused(list(changes))
    assert _state(tmp_path) == before


def test_who_presses_ctrl_c_finds_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"1")
    changes = [(find(old), b"2"), (find(new), b"2")]
    replace = Path.replace

    def putting(self: Path, target: Path) -> Path:
        if target == new:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", putting)
    with pytest.raises(KeyboardInterrupt):
        replace_files(list(changes))
    assert _state(tmp_path) == {"old": b"1"}


def test_what_is_no_file_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ProtocolkitError):
        find(tmp_path)


def test_one_file_says_whether_it_changed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert replace_file(find(path), b"1")
    assert not replace_file(find(path), b"1")
