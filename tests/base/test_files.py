"""Files are read whole or not at all, and written whole or left as they were."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from protocolkit.base import files
from protocolkit.base.files import (
    check_inside,
    encoded_like,
    read_bytes,
    read_text,
    write_bytes,
    write_text,
)
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError


def _code(stopped: pytest.ExceptionInfo[ProtocolkitError]) -> str:
    return stopped.value.problem.code.name


def test_a_text_file_is_read_with_one_kind_of_line_end(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("\ufeffeen\r\ntwee\rdrie\n".encode())
    assert read_text(path, None) == "een\ntwee\ndrie\n"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "file-missing"),
        (b"a\xff", "file-not-text"),
        (b"a\0b", "file-not-text"),
        (b"x" * 11, "file-too-large"),
    ],
)
def test_what_is_no_text_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, code: str
) -> None:
    monkeypatch.setattr(files, "MAXIMUM_BYTES", 10)
    path = tmp_path / "x.md"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProtocolkitError) as stopped:
        read_text(path, tmp_path, "protocols/s/x.md")
    assert _code(stopped) == code
    assert stopped.value.problem.location.path == "protocols/s/x.md"


def test_equal_content_is_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "map" / "x.txt"
    assert write_text(path, "een")
    before = path.stat().st_ino
    assert not write_text(path, "een")
    assert path.stat().st_ino == before
    assert write_text(path, "twee")
    assert path.read_text("utf-8") == "twee"


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path) -> None:
    taken = tmp_path / "x"
    (taken / "vol").mkdir(parents=True)
    with pytest.raises(ProtocolkitError) as stopped:
        write_bytes(taken, b"nieuw")
    assert _code(stopped) == "file-unwritable"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["vol", "x"]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "protocols"
    root.mkdir()
    (tmp_path / "geheim.txt").write_text("wachtwoord", "utf-8")
    (root / "x.md").symlink_to(tmp_path / "geheim.txt")
    check_inside(root / "y.md", root)
    with pytest.raises(ProtocolkitError) as stopped:
        check_inside(root / "x.md", root)
    assert _code(stopped) == "file-outside"


def test_a_file_that_a_viewer_holds_is_said_to_be_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows answers: replacing what somebody reads is a lack of permission there."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")

    def held(_self: Path, _target: Path) -> None:
        refusal = PermissionError(13, "The process cannot access the file")
        refusal.winerror = 32  # type: ignore[attr-defined]
        raise refusal

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ProtocolkitError) as refused:
        write_bytes(path, b"after")
    said = refused.value.problem.line(translator("nl"))
    assert "een ander programma heeft het open" in said
    assert "Sluit het bestand" in said
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"]


def test_a_path_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    with pytest.raises(ProtocolkitError) as refused:
        write_bytes(path, b"1")
    assert "de naam is te lang" in refused.value.problem.line(translator("nl"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"een\n", b"x\ny\n"),
        (b"een\r\n", b"x\r\ny\r\n"),
        ("\ufeffeen\n".encode(), "\ufeffx\ny\n".encode()),
        ("\ufeffeen\r\n".encode(), "\ufeffx\r\ny\r\n".encode()),
        (b"", b"x\ny\n"),
    ],
)
def test_a_file_keeps_its_line_ends_and_its_mark(before: bytes, after: bytes) -> None:
    assert encoded_like("x\ny\n", before) == after


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, look = tmp_path / "file", os.fstat
    path.write_bytes(b"0123456789")

    def seen_before(handle: int) -> Any:
        return SimpleNamespace(st_mode=look(handle).st_mode, st_size=3)

    monkeypatch.setattr(os, "fstat", seen_before)
    assert files.read_bytes(path, None) == b"0123456789"
    assert files.read_bytes(path, None, limit=10) == b"0123456789"
    with pytest.raises(ProtocolkitError):
        files.read_bytes(path, None, limit=9)


@pytest.mark.parametrize(("size", "is_read"), [(20_000_000, True), (20_000_001, False)])
def test_a_file_of_more_than_twenty_million_bytes_is_not_read(
    tmp_path: Path, size: int, is_read: bool
) -> None:
    path = tmp_path / "groot.md"
    with path.open("wb") as file:
        file.truncate(size)
    if is_read:
        assert len(read_bytes(path, None)) == size
        return
    with pytest.raises(ProtocolkitError):
        read_bytes(path, None)
