"""Every file is opened through one gate: regular, inside its folder, of bounded size."""

from __future__ import annotations

import ast
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

import protocolkit
from protocolkit.base.files import read_bytes, read_text, why
from protocolkit.base.problems import ProtocolkitError
from protocolkit.base.resources import template_path
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.commands.align_subject import read_state
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.paper.house.style import read_house_style

_PACKAGE = Path(protocolkit.__file__).parent
_OWN_STATE = "what an earlier build of ours left beside Sphinx's state, in the folder of the build"
_INSIDE_A_ZIP = "a part of a package whose bytes came through the gate"
# Who opens something without the gate, and why.
WITHOUT = {
    "alignment.meaning": "what the system says of its processor, which no folder of ours holds",
    "base.files": "it is the gate",
    "base.holding": "its own lock, which holds no more than who has it",
    "base.messages": "our own catalogue, which the gate's messages need first",
    "base.resources": "what came along in a package of ours",
    "text.typeface": "a font that came along in a package",
    "repository.own_wheel": "what the installation says of itself, through importlib.metadata",
    "importing.extract.word.zip_parts": _INSIDE_A_ZIP,
    "repository.earlier_templates": _INSIDE_A_ZIP,
    "site.engine.language": "our own catalogue and Sphinx's; writes what Sphinx reads of it",
    "site.engine.gone_pages": _OWN_STATE,
    "site.search_index": "what Sphinx just wrote",
}
_OPENING = frozenset({"open", "fdopen", "read_text", "read_bytes"})


def _opening(path: Path) -> Iterator[str]:
    """Yield every call in a module that opens a file by itself."""
    for call in (node for node in _nodes(path, "open", *_OPENING) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Attribute) and call.func.attr in _OPENING:
            yield ast.unparse(call.func)
        elif isinstance(call.func, ast.Name) and call.func.id == "open":
            yield "open"


def test_nothing_opens_a_file_but_the_gate_and_a_written_list() -> None:
    found = {
        ".".join(path.relative_to(_PACKAGE).with_suffix("").parts)
        for path in _PACKAGE.rglob("*.py")
        if any(_opening(path))
    }
    assert found == set(WITHOUT)


def test_commands_write_no_file_that_they_did_not_look_at() -> None:
    """What a person may have open is written by ``base.replacing``, which compares first."""
    direct = {"write_bytes", "write_text"}
    found = {
        path.name
        for room in ("commands", "importing", "repository", "drafting")
        for path in (_PACKAGE / room).rglob("*.py")
        if direct & {name.id for name in _nodes(path, *direct) if isinstance(name, ast.Name)}
    }
    assert found == set()


def _nodes(path: Path, *names: str) -> Iterator[ast.AST]:
    """Yield all that stands in a module in which one of these names does."""
    text = path.read_text("utf-8")
    if any(name in text for name in names):
        yield from ast.walk(ast.parse(text))


def test_who_opens_is_found(tmp_path: Path) -> None:
    module = tmp_path / "x.py"
    module.write_text("open(a)\nb.open()\nc.read_text()\nd().read_bytes()\nread_text(e)\n", "utf-8")
    assert list(_opening(module)) == ["open", "b.open", "c.read_text", "d().read_bytes"]


def _code(path: Path, inside: Path | None, limit: int = 100) -> str:
    """Return the code with which the gate refuses a path, ``""`` when it opens it."""
    try:
        read_bytes(path, inside, limit=limit)
    except ProtocolkitError as reason:
        return reason.problem.code.name
    return ""


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "map").mkdir()
    (tmp_path / "nul").symlink_to("/dev/zero")
    (tmp_path / "kring").symlink_to(tmp_path / "kring")
    (tmp_path / "dood").symlink_to(tmp_path / "weg")
    for inside in (tmp_path, None):
        assert _code(tmp_path / "pijp", inside) == "file-kind"
        assert _code(tmp_path / "map", inside) == "file-kind"
        assert _code(tmp_path / "nul", inside) == "file-kind"
        assert _code(tmp_path / "kring", inside) == "file-unreadable"
        assert _code(tmp_path / "dood", inside) == "file-missing"
        assert _code(tmp_path / "weg", inside) == "file-missing"


def test_a_socket_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as found:
        found.bind("s")
        assert _code(Path("s"), tmp_path) == "file-unreadable"


def test_a_file_stays_inside_its_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "uit"
    for place in (folder, outside, folder / "diep"):
        place.mkdir()
        (place / "a").write_text("a", "utf-8")
    (folder / "naar-uit").symlink_to(outside / "a")
    (folder / "map-uit").symlink_to(outside, target_is_directory=True)
    (folder / "naar-in").symlink_to(folder / "diep" / "a")
    (tmp_path / "naar-map").symlink_to(folder, target_is_directory=True)
    assert _code(folder / "naar-uit", folder) == "file-outside"
    assert _code(folder / "map-uit" / "a", folder) == "file-outside"
    assert _code(folder / ".." / "uit" / "a", folder) == "file-outside"
    assert _code(folder / "naar-uit", None) == ""
    assert _code(folder / "naar-in", folder) == ""
    assert _code(tmp_path / "naar-map" / "a", folder) == ""
    assert _code(folder / "a", tmp_path / "naar-map") == ""
    assert _code(outside / "a", folder) == "file-outside"


def test_a_file_is_no_larger_than_it_may_be(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"a" * 100)
    assert _code(path, tmp_path, 100) == ""
    assert _code(path, tmp_path, 99) == "file-too-large"


def test_what_is_swapped_while_it_is_opened_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody puts a link in place of a file, and the file back as soon as it is opened."""
    folder = tmp_path / "in"
    folder.mkdir()
    path, secret, aside = folder / "a", tmp_path / "geheim", tmp_path / "opzij"
    path.write_text("a", "utf-8")
    secret.write_text("geheim", "utf-8")
    opening = os.open

    def swapping(name: Path, flags: int) -> int:
        path.rename(aside)
        path.symlink_to(secret)
        handle = opening(name, flags)
        path.unlink()
        aside.rename(path)
        return handle

    monkeypatch.setattr(os, "open", swapping)
    assert _code(path, folder) == "file-outside"
    assert read_text(path, None) == "geheim"


def _repository(folder: Path) -> Path:
    subject = folder / "protocols" / "regels"
    (subject / "bron").mkdir(parents=True)
    text = "---\nprotocol:\n  organisation: {name: A}\n  source: {file: bron/a.txt}\n---\n\n# A\n"
    for slug in ("a", "b"):
        (subject / f"{slug}.md").write_text(text, "utf-8")
        (subject / "bron" / f"{slug}.txt").write_text("A\n", "utf-8")
    (folder / "templates" / "a").mkdir(parents=True)
    return folder


_FILES = (
    "protocols/regels/a.md",
    "protocols/regels/topics.yml",
    "protocols/regels/topics.seen.yml",
    "protocols/regels/voorbeeldprotocol.yml",
    "protocols/regels/thesaurus.yml",
    "protocols/regels/bron/a.txt",
    "protocols/regels/bron/a.ledger.yml",
    "templates/a/style.yml",
    "templates/typst/protocol.typ",
)


def _told(root: Path) -> str:
    """Read all that a repository holds; return the codes of what was told about it."""
    codes = [found.code.name for found in check_collection(read_collection(root))]
    codes += [found.code.name for found in choices_of(root, "regels")[1]]
    codes += [found.code.name for found in read_house_style(root, "a")[1]]
    for reading in (lambda: read_state(root, "regels"), lambda: template_path(_TYPST, root)):
        try:
            reading()
        except ProtocolkitError as reason:
            codes.append(reason.problem.code.name)
    return " ".join(codes)


_TYPST = "typst/protocol.typ"


@pytest.mark.parametrize("name", _FILES)
def test_every_file_of_a_repository_comes_through_the_gate(tmp_path: Path, name: str) -> None:
    root = _repository(tmp_path / "p")
    path, secret = root / name, tmp_path / "geheim"
    assert "file-" not in _told(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    secret.write_text("title: GEHEIM\n", "utf-8")
    path.symlink_to(secret)
    assert "file-outside" in _told(root) or "source-missing" in _told(root)
    path.unlink()
    os.mkfifo(path)
    assert "file-kind" in _told(root) or "source-missing" in _told(root)


@pytest.mark.parametrize("number", [1, 13, 28, 30, 122, 9999])
def test_what_the_computer_says_is_told_in_our_own_words(number: int) -> None:
    reason = OSError(number, os.strerror(number))
    assert os.strerror(number) not in str(why(reason))
