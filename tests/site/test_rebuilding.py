"""An incremental build equals a build from nothing, byte for byte, whatever changed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from programs import Start
from seeds import ROOT
from small_site import make_project
from warm import Command

_SUBJECT = Path("protocols") / "sociale-media"


def _repository(folder: Path) -> Path:
    folder.mkdir()
    for name in ("conf.py", "index.md"):
        shutil.copy(ROOT / name, folder)
    for name in ("docs", "protocols", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _edit(folder: Path) -> None:
    _replace(folder / _SUBJECT / "verkruisen.md", "geen vertrouwelijke", "geen geheime")


def _rename_organisation(folder: Path) -> None:
    _replace(folder / _SUBJECT / "oponoa.md", "name: Stichting OPONOA", "name: Stichting Anders")


def _change_title(folder: Path) -> None:
    _replace(folder / _SUBJECT / "oponoa.md", "# Protocol sociale media", "# Andere titel")


def _delete(folder: Path) -> None:
    (folder / _SUBJECT / "verkruisen.md").unlink()


def _rename_file(folder: Path) -> None:
    (folder / _SUBJECT / "verkruisen.md").rename(folder / _SUBJECT / "de-toekomst.md")


def _change_topics(folder: Path) -> None:
    _replace(
        folder / _SUBJECT / "topics.yml", "title: Mag je tijdens de les", "title: Mag je in de les"
    )


@pytest.mark.parametrize(
    "change",
    [_edit, _rename_organisation, _change_title, _delete, _rename_file, _change_topics],
)
def test_incremental_equals_from_nothing(
    tmp_path: Path, change: Callable[[Path], None], command: Command
) -> None:
    folder = _repository(tmp_path / "map")
    command("build", "-C", folder, "-o", tmp_path / "out" / "html")
    change(folder)
    command("build", "-C", folder, "-o", tmp_path / "out" / "html")
    command("build", "-C", folder, "-o", tmp_path / "fresh" / "html", "--fresh")
    assert (tmp_path / "fresh" / "html" / "downloads" / "sociale-media" / "oponoa.pdf").is_file()
    incremental, fresh = _files(tmp_path / "out" / "html"), _files(tmp_path / "fresh" / "html")
    assert sorted(incremental) == sorted(fresh)
    assert [name for name in fresh if incremental[name] != fresh[name]] == []


def test_the_same_bytes_in_another_folder_locale_and_time_zone(
    tmp_path: Path, command: Command, start: Start
) -> None:
    one = _repository(tmp_path / "map")
    other = _repository(tmp_path / "een heel andere map é")
    abroad = ("LANG=en_US.UTF-8", "LANGUAGE=en", "LC_ALL=C", "TZ=Asia/Tokyo")
    words = (sys.executable, "-m", "protocolkit", "build")
    command("build", "-C", one, "-o", tmp_path / "html")
    start("env", *abroad, *words, "-C", other, "-o", tmp_path / "elders" / "html")
    here, there = _files(tmp_path / "html"), _files(tmp_path / "elders" / "html")
    assert (tmp_path / "html" / "downloads" / "sociale-media" / "matrix.xlsx").is_file()
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_unchanged_paper_is_not_made_again(tmp_path: Path, command: Command) -> None:
    folder = _repository(tmp_path / "map")
    assert "14 pdf" in command("build", "-C", folder, "-o", tmp_path / "html").stderr
    assert "pdf-" not in command("build", "-C", folder, "-o", tmp_path / "html").stderr
    _edit(folder)
    # Those of the protocol, of the comparison and of the template.
    assert "6 pdf" in command("build", "-C", folder, "-o", tmp_path / "html").stderr
    (tmp_path / "html" / "downloads" / "sociale-media" / "oponoa.pdf").unlink()
    assert "1 pdf" in command("build", "-C", folder, "-o", tmp_path / "html").stderr


def test_paper_that_is_not_as_it_was_left_is_made_again(tmp_path: Path, command: Command) -> None:
    words = ("build", "-C", make_project(tmp_path / "p"), "-o", tmp_path / "html")
    command(*words)
    before = _files(tmp_path / "html")
    damaged = tmp_path / "html" / "downloads" / "regels" / "aa.docx"
    damaged.write_bytes(damaged.read_bytes()[:1000])
    assert "1 pdf" in command(*words).stderr
    assert _files(tmp_path / "html") == before


def test_paper_that_cannot_be_made_any_more_is_withdrawn(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p")
    words = ("build", "-C", project, "-o", tmp_path / "html")
    command(*words)
    paper = tmp_path / "html" / "downloads" / "regels" / "aa.pdf"
    assert paper.is_file()
    broken = project / "templates" / "typst" / "protocol.typ"
    broken.parent.mkdir(parents=True)
    broken.write_text("#panic()", "utf-8")
    assert "pdf-failed" in command(*words).stderr
    assert not paper.exists()
    assert paper.with_suffix(".docx").is_file()
    broken.unlink()
    command(*words)
    assert paper.is_file()


def test_a_strangers_file_in_the_output_is_left_alone(tmp_path: Path, command: Command) -> None:
    folder = _repository(tmp_path / "map")
    command("build", "-C", folder, "-o", tmp_path / "html")
    strange = tmp_path / "html" / "downloads" / "eigen.txt"
    strange.write_text("van mij", "utf-8")
    _delete(folder)
    command("build", "-C", folder, "-o", tmp_path / "html")
    assert strange.read_text("utf-8") == "van mij"
    assert not list((tmp_path / "html").rglob("verkruisen*"))
