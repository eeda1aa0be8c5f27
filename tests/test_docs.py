"""The documentation is true: its example reads, its commands and files exist."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from protocolkit.commands import main
from protocolkit.document.facts import Status
from protocolkit.document.model import Kind
from protocolkit.document.outline import clauses, labels
from protocolkit.reading.reader import read_protocol_text
from seeds import ROOT

_GUIDE = ROOT / "docs" / "gebruik"
_DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _example() -> str:
    text = (_GUIDE / "bronformaat.md").read_text("utf-8")
    settings, body = re.findall(r"```(?:yaml|markdown)\n(.*?)```", text, re.DOTALL)
    return str(settings) + "\n" + str(body)


def test_the_example_of_the_format_has_no_problem() -> None:
    reading = read_protocol_text(_example())
    assert [found.code.name for found in reading.problems] == []
    found = labels(reading.protocol)
    assert (found["art-3-2"], found["art-3-2a"]) == ("3.2", "3.2a")
    assert len(list(clauses(reading.protocol))) == 5


def test_the_guide_names_every_kind_and_status() -> None:
    text = (_GUIDE / "bronformaat.md").read_text("utf-8")
    assert not [kind.value for kind in Kind if f"`.{kind.value}`" not in text]
    assert not [status.value for status in Status if status.value not in text]


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    makes = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"build", "check", "serve", "clean", "test"} <= makes
    for name in main.commands:
        assert f"make {name}" in text or f"protocol {name}" in text


@pytest.mark.parametrize("path", _DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_that_the_docs_link_to_exist(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", text):
        assert (path.parent / target).exists(), target


def test_what_the_docs_name_by_its_full_name_exists() -> None:
    named = {
        name
        for path in (ROOT / "docs" / "develop").glob("*.md")
        for name in re.findall(r"`(protocolkit(?:\.\w+)+)`", path.read_text("utf-8"))
    }
    assert len(named) > 5
    assert [name for name in named if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        module, _, last = name.rpartition(".")
        return bool(module) and hasattr(import_module(module), last)
    return True


def test_modules_that_the_docs_name_exist() -> None:
    package = ROOT / "tools" / "protocolkit"
    for path in (ROOT / "docs" / "develop").glob("*.md"):
        for name in re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.(?:py|typ))`", path.read_text("utf-8")):
            places = (package / name, ROOT / name, ROOT / "templates" / "typst" / name)
            assert any(place.exists() for place in places), f"{path.name}: {name}"
