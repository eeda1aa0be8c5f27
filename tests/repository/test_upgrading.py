"""``protocol upgrade``: an earlier repository becomes today's, but for what a person changed."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from keep_repository import kept_wheel
from one_protocol import files_in
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.repository.made_record import MADE_RECORD, digest_of
from protocolkit.repository.new_repository import (
    PYTHON_FILE,
    NewRepository,
    is_of_persons,
    make_repository,
    repository_files,
)
from protocolkit.repository.own_wheel import Wheel, given_wheel
from seeds import ROOT
from typed import Typed, typed

_EARLIER = sorted((ROOT / "tests" / "data").glob("repository-*.zip"))
_ASKED = NewRepository(name="Besturen in 't Gooi & Eemland", subject="Pesten op school")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Wheel:
    """Return a small wheel of what runs, which is in a file of its name."""
    made = kept_wheel()
    path = tmp_path_factory.mktemp("wheel") / made.name
    path.write_bytes(made.content)
    _WHEEL.append(path)
    return given_wheel(path)


_WHEEL: list[Path] = []


def _upgrade(folder: Path, *words: str) -> Typed:
    return typed("upgrade", "--wheel", str(_WHEEL[-1]), *words, cwd=folder)


@pytest.fixture
def folder(tmp_path: Path, wheel: Wheel) -> Path:
    """Return the earliest repository that there is."""
    return _unpacked(_EARLIER[0], tmp_path / "p")


def _unpacked(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as package:
        package.extractall(folder)
    return folder


@pytest.mark.parametrize("archive", _EARLIER, ids=lambda path: path.stem)
def test_an_earlier_repository_becomes_as_one_of_today(
    tmp_path: Path, wheel: Wheel, archive: Path
) -> None:
    folder = _unpacked(archive, tmp_path / "p")
    before = files_in(folder)
    done = _upgrade(folder, "--yes")
    assert (done.returncode, "Klaar." in done.stderr) == (0, True), done.stderr
    after = files_in(folder)
    today = repository_files(_ASKED, wheel)
    assert after.keys() == today.keys()
    for name, content in after.items():
        assert content == (before if is_of_persons(name) else today)[name], name
    done = _upgrade(folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Deze map is bij de tijd." in done.stderr
    assert list(check_collection(read_collection(folder))) == []


def test_a_new_repository_is_up_to_date(tmp_path: Path, wheel: Wheel) -> None:
    make_repository(tmp_path / "p", _ASKED, wheel)
    before = files_in(tmp_path / "p")
    assert _upgrade(tmp_path / "p").returncode == 0
    assert files_in(tmp_path / "p") == before


def test_what_the_program_alone_uses_comes_back(tmp_path: Path, wheel: Wheel) -> None:
    make_repository(tmp_path / "p", _ASKED, wheel)
    before = files_in(tmp_path / "p")
    shutil.rmtree(tmp_path / "p" / "schemas")
    assert _upgrade(tmp_path / "p", "--yes").returncode == 0
    assert files_in(tmp_path / "p") == before


def test_a_dry_run_shows_all_and_changes_nothing(folder: Path) -> None:
    before = files_in(folder)
    for words in (("--dry-run",), ()):
        done = _upgrade(folder, *words)
        assert done.returncode == 1
        assert "Vernieuwd: Makefile\n--- Makefile\n" in done.stdout
        assert re.search(r"\n-(.*)\n\+(.*)\n", done.stdout)
        assert "Nieuw: wheels/repository.json" not in done.stdout
        assert files_in(folder) == before
    assert "protocol" in done.stderr
    assert "upgrade --yes" in done.stderr


def test_what_a_person_changed_stays_and_the_new_text_comes_beside(
    folder: Path, wheel: Wheel
) -> None:
    own = {
        "Makefile": b"build:\n\techo eigen\n",
        "conf.py": (folder / "conf.py").read_bytes() + b"html_baseurl = 'https://x.nl'\n",
        "protocols/pesten-op-school/topics.yml": b"title: Eigen\n",
        "index.md": b"# Eigen\n",
        "docs/eigen.md": b"# Eigen\n",
    }
    for name, content in own.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / ".gitlab-ci.yml").unlink()
    done = _upgrade(folder, "--yes")
    assert done.returncode == 1
    assert "Dit hebt u zelf veranderd: Makefile\n--- Makefile\n" in done.stdout
    assert "staat in Makefile.nieuw" in done.stderr
    after = files_in(folder)
    assert {name: after[name] for name in own} == own
    assert after["Makefile.nieuw"] == repository_files(_ASKED, wheel)["Makefile"]
    assert ".gitlab-ci.yml" not in after
    done = _upgrade(folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert files_in(folder) == after


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("replies", "code", "makefile"),
    [("nee\n", 2, "eigen"), ("ja\nnee\n", 1, "eigen"), ("ja\nja\n", 0, "nieuw"), ("", 2, "eigen")],
)
def test_a_person_is_asked_before_anything_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, replies: str, code: int, makefile: str
) -> None:
    (folder / "Makefile").write_text("eigen\n", "utf-8")
    before = files_in(folder)
    monkeypatch.setattr(sys, "stdin", _Terminal(replies))
    done = _upgrade(folder)
    assert done.returncode == code, done.stderr
    after = files_in(folder)
    assert (after == before) == (code == 2)
    assert (after["Makefile"] == b"eigen\n") == (makefile == "eigen")
    assert ("Makefile.nieuw" in after) == (code == 1)


def test_a_disk_that_fails_leaves_the_repository_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, replace = files_in(folder), Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "topics.schema.json" and not failed:
            failed.append(target)
            raise OSError(28, "full")
        return replace(self, target)

    failed: list[Path] = []
    monkeypatch.setattr(Path, "replace", failing)
    done = _upgrade(folder, "--yes")
    assert done.returncode == 2
    assert "schijf is vol" in done.stderr
    assert failed
    assert files_in(folder) == before


def _with_earlier_makefile(folder: Path, wheel: Wheel) -> None:
    """Make a repository of which the record says that it was given another Makefile."""
    make_repository(folder, _ASKED, wheel)
    record = json.loads((folder / MADE_RECORD).read_text("utf-8"))
    record["files"]["Makefile"] = digest_of(b"toen\n")
    (folder / MADE_RECORD).write_text(json.dumps(record), "utf-8")


def test_the_record_tells_what_was_given(tmp_path: Path, wheel: Wheel) -> None:
    folder = tmp_path / "p"
    _with_earlier_makefile(folder, wheel)
    (folder / "Makefile").write_bytes(b"toen\r\n")
    (folder / "README.md").write_bytes(b"eigen\n")
    done = _upgrade(folder, "--yes")
    assert (done.returncode, "README" in done.stdout) == (0, False)
    assert (folder / "Makefile").read_bytes() == repository_files(_ASKED, wheel)["Makefile"]
    assert (folder / "README.md").read_bytes() == b"eigen\n"


def test_what_a_person_changed_and_we_too_is_told(tmp_path: Path, wheel: Wheel) -> None:
    folder = tmp_path / "p"
    _with_earlier_makefile(folder, wheel)
    (folder / "Makefile").write_bytes(b"eigen\n")
    done = _upgrade(folder, "--yes")
    assert done.returncode == 1
    assert (folder / "Makefile").read_bytes() == b"eigen\n"


def test_older_wheels_and_their_versions_go(folder: Path, wheel: Wheel) -> None:
    old = folder / "wheels" / "protocolkit-0.0.9-py3-none-any.whl"
    old.write_bytes((folder / "wheels" / wheel.name).read_bytes())
    (folder / "wheels" / "versions-3.1.txt").write_text("sphinx==1\n", "utf-8")
    (folder / "wheels" / "eigen.txt").write_text("x\n", "utf-8")
    assert _upgrade(folder, "--yes").returncode == 0
    names = {path.name for path in (folder / "wheels").iterdir()}
    versions = f"versions-{sys.version_info.major}.{sys.version_info.minor}.txt"
    assert names == {wheel.name, versions, "repository.json", "eigen.txt"}
    assert (folder / PYTHON_FILE).is_file()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("newer", "nieuwer dan deze"),
        ("none", "geen protocolkit in de map 'wheels'"),
        ("damaged", "dit bestand is beschadigd"),
        ("record", "nieuwere protocolkit: het heeft indeling 9"),
    ],
)
def test_what_cannot_be_upgraded_is_told_and_left(folder: Path, change: str, said: str) -> None:
    (wheel,) = (folder / "wheels").glob("*.whl")
    if change == "newer":
        wheel.rename(wheel.with_name("protocolkit-9.10-py3-none-any.whl"))
    elif change == "none":
        wheel.unlink()
    else:
        texts = {"damaged": "[]", "record": '{"format": "protocolkit-repository", "version": 9}'}
        (folder / MADE_RECORD).write_text(texts[change], "utf-8")
    before = files_in(folder)
    done = _upgrade(folder, "--yes")
    assert done.returncode == 2
    assert said in done.stderr
    assert files_in(folder) == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04kapot", b"\0" * 1000])
def test_of_a_wheel_that_says_nothing_everything_is_asked(folder: Path, content: bytes) -> None:
    (wheel,) = (folder / "wheels").glob("*.whl")
    wheel.write_bytes(content)
    done = _upgrade(folder, "--yes")
    assert done.returncode == 1
    assert "Dit hebt u zelf veranderd: Makefile" in done.stdout
    assert (folder / "Makefile.nieuw").is_file()
