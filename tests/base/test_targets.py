"""What may be written where a person says, and what is left of a process that was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from protocolkit.base.files import write_bytes
from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.targets import check_target, check_target_folder
from protocolkit.base.unfinished_files import beside_names, clear_left_over


def _code(path: Path, root: Path | None = None) -> str:
    try:
        check_target(path, root)
    except ProtocolkitError as reason:
        return reason.problem.code.name
    return ""


@pytest.mark.parametrize("name", ["a.md", "De Brug (1).md", "é.json", ".verborgen", "console.md"])
def test_a_name_for_every_computer_is_fit(tmp_path: Path, name: str) -> None:
    assert _code(tmp_path / name) == ""


@pytest.mark.parametrize(
    "name",
    ["con.md", "NUL", "aux.tar.gz", "a\\b.md", "a:b", "a?", "a\nb", "a\x00b", "a.", "a ", "COM1"],
)
def test_a_name_that_some_computer_does_not_take_is_refused(tmp_path: Path, name: str) -> None:
    assert _code(tmp_path / name) == "target-name"
    assert _code(tmp_path / name / "a.md") == "target-name"


def test_what_stands_there_is_a_file_or_nothing(tmp_path: Path) -> None:
    root = tmp_path / "p"
    (root / "map").mkdir(parents=True)
    (tmp_path / "elders").mkdir()
    (root / "bestand").write_text("x", "utf-8")
    os.mkfifo(root / "pijp")
    (root / "link").symlink_to(root / "bestand")
    (root / "dood").symlink_to(tmp_path / "weg")
    (root / "uit").symlink_to(tmp_path / "elders", target_is_directory=True)
    assert _code(root / "bestand", root) == ""
    assert _code(root / "nieuw" / "diep", root) == ""
    assert _code(root / "map", root) == "file-kind"
    assert _code(root / "pijp", root) == "file-kind"
    assert _code(root / "link", root) == "target-link"
    assert _code(root / "dood", root) == "target-link"
    assert _code(root / "uit" / "a.md", root) == "target-link"
    assert _code(root / "uit" / "a.md") == ""
    assert _code(root / "map" / ".." / "a.md", root) == "target-up"
    assert _code(Path("map") / ".." / "a.md") == "target-up"
    assert _code(Path("..") / "a.md", root) == "target-up"
    assert _code(Path("..") / ".." / "a.md") == ""
    assert _code(root / ("x" * 300), root) == "file-unwritable"


def test_a_folder_is_filled_where_one_is_or_nothing(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x", "utf-8")
    (tmp_path / "naar-map").symlink_to(tmp_path, target_is_directory=True)
    for name in ("", "nieuw", "../elders", "naar-map"):
        check_target_folder(tmp_path / name)
    for name in ("bestand", "con"):
        with pytest.raises(ProtocolkitError):
            check_target_folder(tmp_path / name)


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(ProtocolkitError) as stopped:
        write_bytes(tmp_path / "pijp", b"x")
    assert stopped.value.problem.code.name == "file-kind"
    assert (tmp_path / "pijp").is_fifo()


def test_a_name_as_long_as_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    assert write_bytes(path, b"x")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.process
def test_what_a_killed_process_was_writing_is_cleared_by_the_next(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, signal, sys\n"
        "from protocolkit.base.files import write_bytes\n"
        "pathlib.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_bytes(pathlib.Path(sys.argv[1]), b'half')\n"
    )
    target, others = tmp_path / "map" / "a.md", tmp_path / "map" / f".b.md.x{beside_names('')[1]}"
    command = [sys.executable, "-c", code, str(target)]
    assert subprocess.run(command, check=False).returncode < 0
    (left,) = target.parent.iterdir()
    others.write_text("van wie nog bezig is", "utf-8")
    assert left.read_bytes() == b"half"
    write_bytes(target.parent / "c.md", b"heel")
    assert sorted(path.name for path in target.parent.iterdir()) == sorted([others.name, "c.md"])
    clear_left_over(tmp_path / "is er niet")
