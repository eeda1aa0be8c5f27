"""Where every command writes: a name that cannot be is refused, and nothing is written."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

import pytest
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ThemeError

from small_site import make_project
from typed import typed

_TEXT = "Protocol pesten\n\n1. De school maakt afspraken.\n2. De leerling houdt zich daaraan.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "p")
    (root / "bron.txt").write_text(_TEXT, "utf-8")
    answers = "subject: regels\nadopts: aa\norganisation: {name: obs De Wal, kind: school}\n"
    (root / "antwoorden.yml").write_text(answers, "utf-8")
    (tmp_path / "elders").mkdir()
    (root / "uit").symlink_to(tmp_path / "elders", target_is_directory=True)
    (root / "link.md").symlink_to(tmp_path / "elders" / "x.md")
    (root / "map.md").mkdir()
    os.mkfifo(root / "pijp.md")
    return root


_WRITING = {
    "import": ("import", "bron.txt", "-s", "regels", "-n", "De Wal", "-y"),
    "new": ("new", "--answers", "antwoorden.yml", "-y"),
    "export": ("export", "protocols/regels/aa.md"),
    "align": ("align", "protocols/regels", "--uncurated", "--keep"),
    "reasons": ("reasons", "protocols/regels/aa.md", "--since", "niets", "--reasons"),
}
# Their last word asks for the name.
_NAMING = ("align", "reasons")
_BAD = {
    "con.md": "'con.md' kan geen naam zijn",
    "a\\b.md": "kan geen naam zijn",
    "map.md/../x.md": "'..' kan geen deel zijn",
    "map.md": "een map",
    "pijp.md": "een doorgeefbestand",
    "link.md": "een link naar een andere plek",
    "x" * 300 + ".md": "de naam is te lang",
}


def _state(folder: Path) -> list[str]:
    return sorted(path.as_posix() for path in folder.rglob("*") if ".cache" not in path.parts)


@pytest.mark.parametrize("command", [*_WRITING])
def test_a_bad_name_is_refused_by_every_command(project: Path, command: str) -> None:
    before = _state(project.parent)
    for name, said in _BAD.items():
        if command == "export" and name == "map.md":  # several go into a folder
            continue
        output = () if command in _NAMING else ("--force", "-o")
        done = typed(*_WRITING[command], *output, name, cwd=project)
        assert done.returncode == 2, (name, done.stderr)
        assert said in done.stderr, (name, done.stderr)
        assert _state(project.parent) == before


@pytest.mark.parametrize("command", ["import", "new"])
def test_a_protocol_is_not_written_where_it_will_not_be_read(project: Path, command: str) -> None:
    before = _state(project.parent)
    for name, said in {
        "protocols/regels/index.md": "'index.md' kan niet in een webadres staan",
        "protocols/regels/De Wal.md": "kan niet in een webadres staan",
        "protocols/wal.md": "wordt niet gelezen",
        "protocols/regels/bron/wal.md": "wordt niet gelezen",
        "uit/wal.md": "een link naar een andere plek",
    }.items():
        done = typed(*_WRITING[command], "-o", name, cwd=project)
        assert done.returncode == 2, (name, done.stderr)
        assert said in done.stderr, (name, done.stderr)
        assert _state(project.parent) == before


@pytest.mark.parametrize(
    "name", [".", "..", "docs", "protocols", "protocols/regels/html", "versions", "conf.py", "nul"]
)
def test_a_website_is_not_put_among_what_it_is_made_from(project: Path, name: str) -> None:
    before = _state(project.parent)
    done = typed("build", "-o", name, cwd=project)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(name)
    assert _state(project.parent) == before


@pytest.mark.parametrize("name", ["conf.py", "con", "link.md", "pijp.md", "x" * 300])
def test_a_repository_is_not_made_over_something(project: Path, name: str) -> None:
    before = _state(project.parent)
    done = typed("init", name, "--subject", "pesten", cwd=project)
    assert done.returncode == 2, done.stderr
    assert "init --help" not in done.stderr
    assert _state(project.parent) == before


@pytest.mark.parametrize("command", ["import", "new", "export"])
@pytest.mark.parametrize("number", [28, 30, 13])
def test_a_full_disk_is_told_with_place_and_cure(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: str, number: int
) -> None:
    before = _state(project / "protocols")

    def full(*_: object, **_given: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "mkstemp", full)
    done = typed(*_WRITING[command], "-o", "nieuw", cwd=project)
    assert done.returncode == 2, done.stderr
    assert "dit kan niet worden geschreven: " in done.stderr
    assert os.strerror(number) not in done.stderr
    assert "[file-unwritable]" in done.stderr
    assert _state(project / "protocols") == before


def test_what_the_computer_refuses_elsewhere_is_no_bug_of_ours(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "protocols/regels")

    importlib.import_module("protocolkit.commands.check")
    monkeypatch.setattr(sys.modules["protocolkit.commands.check"], "read_collection", refuse)
    done = typed("check", cwd=project)
    assert done.returncode == 2
    assert done.stderr.startswith("protocols/regels: dit kan niet: ")
    assert "Traceback" not in done.stderr
    assert "Permission" not in done.stderr


def test_a_disk_that_stops_sphinx_is_told_as_any_other(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **_given: object) -> None:
        reason = OSError(28, os.strerror(28), "_build/html/index.html")
        raise ThemeError("An error happened in rendering the page index.") from reason

    monkeypatch.setattr(StandaloneHTMLBuilder, "handle_page", full)
    done = typed("build", "-q", cwd=project)
    assert done.returncode == 2
    (said,) = (line for line in done.stderr.splitlines() if "[file-unwritable]" in line)
    assert said.startswith("_build/html/index.html: dit kan niet worden geschreven: de schijf is")
    assert "An error" not in done.stderr
