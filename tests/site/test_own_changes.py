"""What we bring along and what a project adds is part of every key: a change of it is followed.

The package is copied, so that its word lists, templates and catalogue can be edited between two
builds, as a developer does. Nothing is removed by hand.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

from catalogue import PACKAGE, TEMPLATES
from programs import Start
from small_site import make_project, site_files
from warm import Command

_SAID = 'msgid "Compare with others"'
_OVERVIEW = "{% for subject in subjects %}<p>Eigen {{ subject.title }}</p>{% endfor %}"
_AGED = """entries:
  - {id: proef, words: [Vierde], changed: x, since: 2019-01-01, source: x, advice: Proefadvies.}
"""
_TERMS = """terms:
  - forms: [regel, opmaak]
"""


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Built:
    """What one build left and said."""

    files: dict[str, bytes]
    said: list[str]

    def text(self, name: str) -> str:
        return self.files[name].decode("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Workshop:
    """A project, and what builds it with the words of a command."""

    project: Path
    run: Callable[..., CompletedProcess[str]]

    def build(self, name: str, *options: str) -> _Built:
        target = self.project.parent / name / "html"
        done = self.run("build", "-q", *options, "-C", self.project, "-o", target)
        # 1 for what is told of the texts
        assert done.returncode in (0, 1), done.stderr
        assert (target / "index.html").is_file(), done.stderr
        said = [line for line in done.stderr.splitlines() if "protocols/" in line]
        return _Built(files=site_files(target), said=said)

    def rebuilt(self) -> _Built:
        """Build on what is there; it must leave and say what a build from nothing does."""
        again, fresh = self.build("site"), self.build("fresh", "--fresh")
        assert sorted(again.files) == sorted(fresh.files)
        assert [name for name in fresh.files if again.files[name] != fresh.files[name]] == []
        assert again.said == fresh.said
        return again


def test_what_we_bring_along(tmp_path: Path, start: Start) -> None:
    """A copy of the package builds; templates stand in it, as in a wheel."""
    own = tmp_path / "own" / "protocolkit"
    # With what Python compiled of it: no code is changed.
    shutil.copytree(PACKAGE, own)
    shutil.copytree(TEMPLATES, own / "templates")
    python = ("env", f"PYTHONPATH={own.parent}", sys.executable, "-m", "protocolkit")
    workshop = _Workshop(project=make_project(tmp_path / "project"), run=partial(start, *python))
    before = workshop.build("site")
    _replace(own / "wording/thesaurus.yml", "\nsame:\n", "\nsame:\n  proefwoord: [proefterm]\n")
    _replace(own / "wording/terms.yml", "terms:\n", _TERMS)
    _replace(own / "checking/aged.yml", "entries:\n", _AGED)
    _replace(own / "drafting/template/systems.yml", "names: [", "names: [Eerste, ")
    _replace(own / "drafting/template/functions.yml", "leiding:\n", "leiding:\n  - proefhoofd\n")
    _replace(own / "templates/typst/paper.typ", "#1c1c1c", "#1c1c1d")
    _replace(own / "templates/html/topic.html", "<h1", "<p>Proefregel</p>\n<h1")
    catalogue = own / "locales/nl/LC_MESSAGES/protocolkit.po"
    _replace(catalogue, f'{_SAID}\nmsgstr "', f'{_SAID}\nmsgstr "Proef: ')
    after = workshop.rebuilt()
    page = after.text("protocols/regels/aa.html")
    assert "Proef: " in page
    assert any("proefterm" in after.text(name) for name in after.files if name.endswith(".js"))
    assert "Proefregel" in after.text("vergelijken/regels/een/index.html")
    assert "Proefadvies" in " ".join(after.said)
    assert "'opmaak' (1×)" in " ".join(after.said)
    changed = {name for name, content in after.files.items() if before.files.get(name) != content}
    assert {"downloads/regels/aa.pdf", "downloads/regels/voorbeeldprotocol.md"} <= changed


def test_what_a_project_adds(tmp_path: Path, command: Command) -> None:
    workshop = _Workshop(project=make_project(tmp_path / "project"), run=command)
    before, project = workshop.build("site"), workshop.project
    assert workshop.build("site") == before
    _replace(project / "protocols/regels/topics.yml", "Mag dit?", "Mag dat?")
    _write(project / "protocols/regels/voorbeeldprotocol.yml", "themes: {t: Proefthema}\n")
    _write(project / "templates/aa/style.yml", 'colour: "#1d5a86"\n')
    _write(project / "templates/html/overview.html", _OVERVIEW)
    after = workshop.rebuilt()
    assert "Eigen Regels" in after.text("index.html")
    assert "Mag dat?" in after.text("vergelijken/regels/een/index.html")
    assert "Proefthema" in after.text("downloads/regels/voorbeeldprotocol.md")
    assert after.files["downloads/regels/aa.pdf"] != before.files["downloads/regels/aa.pdf"]
    assert after.files["downloads/regels/aa.docx"] != before.files["downloads/regels/aa.docx"]
