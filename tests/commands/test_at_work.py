"""Two at once, and somebody who saves a file while a command is at work: no text is lost."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest

from decided import TEXT, TODAY, Desk
from one_protocol import files_in
from programs import Begin
from protocolkit.base import files
from protocolkit.base import holding as holding_module
from protocolkit.base.holding import holding
from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.replacing import FILE_CHANGED
from protocolkit.versions.removed_names import remove_name
from small_site import make_project
from typed import typed

# An update asks git for earlier versions.
pytestmark = pytest.mark.process

_DRAFT = "protocols/regels/de-brug.md"
_ANSWERS = """\
subject: regels
adopts: aa
organisation: {name: De Brug, kind: school}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """A command that writes: its module, what is typed, and the file that it writes."""

    module: str
    words: tuple[str, ...]
    file: str


_NEW = _Writing(module="new", words=("new", "--answers", "a.yml", "--yes", "--force"), file=_DRAFT)
_WRITING = (
    _NEW,
    _Writing(module="update", words=("update", _DRAFT, "--all"), file=_DRAFT),
    _Writing(
        module="import_",
        words=("import", "bron.txt", "--subject", "regels", "--organisation", "Cc", "--force"),
        file="protocols/regels/cc.md",
    ),
    _Writing(
        module="align_subject",
        words=("align", "regels", "--write"),
        file="protocols/regels/topics.yml",
    ),
    _Writing(
        module="export",
        words=("export", "protocols/regels/aa.md", "--output", "uit.json", "--force"),
        file="uit.json",
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository in which each of the commands has something to write."""
    folder = make_project(tmp_path / "p")
    (folder / "a.yml").write_text(_ANSWERS, "utf-8")
    (folder / "bron.txt").write_text("Protocol\n\n1. Eerste regel.\n\n2. Tweede regel.\n", "utf-8")
    (folder / "uit.json").write_text("{}\n", "utf-8")
    topics = folder / "protocols" / "regels" / "topics.yml"
    topics.write_text("title: Regels\n", "utf-8")
    return folder


def _prepare(folder: Path, writing: _Writing) -> None:
    if writing.module != "update":
        return
    done = typed(*_NEW.words, cwd=folder)
    assert done.returncode == 0, done.stderr
    board = folder / "protocols" / "regels" / "aa.md"
    board.write_text(board.read_text("utf-8").replace("Eerste regel", "Nieuwe regel"), "utf-8")


@pytest.mark.parametrize("writing", _WRITING, ids=lambda writing: writing.module)
def test_what_somebody_saved_meanwhile_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, writing: _Writing
) -> None:
    _prepare(folder, writing)
    module = importlib.import_module(f"protocolkit.commands.{writing.module}")
    at_work = module.at_work

    @contextlib.contextmanager
    def after_somebody_saved(root: Path, command: str) -> Iterator[None]:
        (folder / writing.file).write_text("van iemand anders\n", "utf-8")
        with at_work(root, command):
            yield

    before = files_in(folder)
    with monkeypatch.context() as patch:
        patch.setattr(module, "at_work", after_somebody_saved)
        done = typed(*writing.words, cwd=folder)
    assert done.returncode == 2, done.stderr
    assert "terwijl deze opdracht bezig was; er is niets geschreven" in done.stderr
    assert writing.file in done.stderr
    assert files_in(folder) == {**before, writing.file: b"van iemand anders\n"}


@pytest.mark.parametrize("writing", _WRITING[1:], ids=lambda writing: writing.module)
def test_what_somebody_saved_after_it_was_read_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, writing: _Writing
) -> None:
    """Not only while a command writes: from the moment at which it first read the file.

    ``new`` is not among them: it reads its place last, and --force says that it may be replaced.
    """
    _prepare(folder, writing)
    path = folder / writing.file
    if not path.exists():
        path.write_text("# Eerder\n", "utf-8")
    before, saved = files_in(folder), path.read_bytes() + b"# van iemand anders\n"
    read, own = files._read, path.stat().st_ino

    def then_somebody_saves(file: BinaryIO, most: int) -> bytes:
        content = read(file, most)
        if os.fstat(file.fileno()).st_ino == own and content != saved:
            path.write_bytes(saved)
        return content

    with monkeypatch.context() as patch:
        patch.setattr(files, "_read", then_somebody_saves)
        done = typed(*writing.words, cwd=folder)
    assert "terwijl deze opdracht bezig was; er is niets geschreven" in done.stderr
    assert (done.returncode, files_in(folder)) == (2, {**before, writing.file: saved})


@pytest.mark.parametrize("writing", _WRITING, ids=lambda writing: writing.module)
def test_a_command_hears_who_is_at_work_and_writes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, writing: _Writing
) -> None:
    _prepare(folder, writing)
    before = files_in(folder)
    with holding(folder, "protocol build"):
        monkeypatch.setattr(holding_module, "_held", set())
        done = typed(*writing.words, cwd=folder)
    assert done.returncode == 2
    assert "'protocol build' is bezig in deze map (proces " in done.stderr
    assert files_in(folder) == before
    done = typed(*writing.words, cwd=folder)
    assert done.returncode < 2, done.stderr
    assert files_in(folder) != before


def test_a_list_of_versions_saved_while_a_person_is_asked_stays(tmp_path: Path) -> None:
    desk = Desk(tmp_path, TEXT)
    desk.adopt_with_consent()
    index = desk.root / "versions" / "versions.json"

    def agrees(_: object) -> bool:
        index.write_bytes(index.read_bytes() + b"\n")
        return True

    before = desk.bytes()
    with pytest.raises(ProtocolkitError) as refused:
        remove_name(desk.root, desk.path, "Jansen", TODAY, agrees)
    assert refused.value.problem.code is FILE_CHANGED
    assert desk.bytes() == {**before, index: before[index] + b"\n"}


def test_a_second_build_hears_who_is_at_work(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with holding(folder, "protocol build"):
        monkeypatch.setattr(holding_module, "_held", set())
        done = typed("build", cwd=folder)
    assert done.returncode == 2
    assert "Wacht tot dat klaar is" in done.stderr
    assert not (folder / "_build").exists()


def test_two_builds_and_two_imports_at_the_same_moment(tmp_path: Path, begin: Begin) -> None:
    """Whoever comes second is told, or begins when the first is done: never half of each."""
    folder = make_project(tmp_path / "p")
    (folder / "bron.txt").write_text("Protocol\n\n1. Eerste regel.\n", "utf-8")
    program = (sys.executable, "-m", "protocolkit")
    importing = ("import", folder / "bron.txt", "--subject", "regels", "--organisation", "Cc")
    typed_at_once = [("build",), ("build",), importing, importing]
    with contextlib.ExitStack() as ended:
        begun = [
            ended.enter_context(begin(*program, *words, cwd=folder)) for words in typed_at_once
        ]
        told = [process.communicate()[1] for process in begun]
    codes = [process.returncode for process in begun]
    # 1: an import was first, and its clause is in no topic yet
    assert min(codes[:2]) < 2, told
    for code, said in zip(codes, told, strict=True):
        second = ("is bezig in deze map", "bestaat al", "is veranderd terwijl")
        assert code < 2 or any(words in said for words in second), said
    made = (folder / "protocols" / "regels" / "cc.md").is_file()
    assert made == (0 in codes[2:])
    assert not [path for path in folder.rglob(".*.md.*") if path.is_file()]
    assert (folder / "_build" / "html" / "downloads" / "regels" / "aa.pdf").is_file()
