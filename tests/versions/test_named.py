"""The version that a person names: files, git's, kept ones, nothing; and what is said of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import Git
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.document.outline import protocol_text
from protocolkit.repository_layout import CHOICES_FILE
from protocolkit.site.engine.addresses import CLEAN_TEMPLATE, DOWNLOADS
from protocolkit.versions.frozen import freeze
from protocolkit.versions.named import check_different, open_version

_HEAD = "---\nprotocol:\n  title: Proef\n  organisation: {name: De Brug}\n---\n\n# Proef\n\n"


def _text(words: str) -> str:
    return f"{_HEAD}{{#a1}}\n1. {words}\n"


@pytest.fixture
def root(tmp_path: Path, git: Git) -> Path:
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_text("De mentor belt."), "utf-8")
    (tmp_path / "oud.txt").write_text("Proef\n\n1. De mentor schreef.\n", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "een")
    git(tmp_path, "tag", "mei")
    path.write_text(_text("De mentor mailt."), "utf-8")
    (tmp_path / "oud.txt").write_text("Proef\n\n1. De mentor schrijft.\n", "utf-8")
    (tmp_path / "nieuw.md").write_text(_text("De mentor zwijgt."), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("protocols/pesten/de-brug.md", "mailt"),
        ("pesten/de-brug", "mailt"),
        ("protocols/pesten/de-brug.md@HEAD", "belt"),
        ("protocols/pesten/de-brug.md@mei", "belt"),
        ("nieuw.md", "zwijgt"),
        ("oud.txt", "schrijft"),
        ("oud.txt@mei", "schreef"),
    ],
)
def test_a_version_is_found_by_its_name(root: Path, name: str, words: str) -> None:
    version = open_version(name, root)
    assert words in protocol_text(version.protocol)
    assert version.path == name
    assert version.fingerprint.startswith("2:")


@pytest.mark.parametrize(
    ("fault", "line", "code"),
    [
        (("title: Proef", "title: [Proef"), 4, "yaml-syntax"),
        (("\n---\n\n# Proef", "\n\n# Proef"), 1, "front-matter-missing"),
    ],
)
def test_settings_that_cannot_be_read_are_no_change_of_the_text(
    root: Path, fault: tuple[str, str], line: int, code: str
) -> None:
    (root / "nieuw.md").write_text(_text("De mentor zwijgt.").replace(*fault), "utf-8")
    with pytest.raises(ProtocolkitError) as refused:
        open_version("nieuw.md", root)
    assert refused.value.problem.code.name == code
    assert str(refused.value.problem.location) == f"nieuw.md:{line}"


def test_nothing_is_a_version_without_words(root: Path) -> None:
    version = open_version("niets", root)
    assert (protocol_text(version.protocol).strip(), version.fingerprint) == ("", "")


def test_a_file_goes_before_a_revision_of_the_same_spelling(root: Path) -> None:
    path = root / "protocols" / "pesten" / "de-brug.md"
    freeze(root, path, "mei")
    path.write_text(_text("De mentor wacht."), "utf-8")
    assert "mailt" in protocol_text(open_version("protocols/pesten/de-brug.md@mei", root).protocol)
    assert "mailt" in protocol_text(open_version("versions/pesten/de-brug@mei.md", root).protocol)
    beside = root / "protocols" / "pesten" / "de-brug.md@HEAD"
    beside.write_text(_text("De mentor lacht."), "utf-8")
    assert "lacht" in protocol_text(open_version(str(beside), root).protocol)


def test_a_version_knows_its_kind_by_its_place(root: Path) -> None:
    names = ("protocols/pesten/de-brug.md", "protocols/pesten/de-brug.md@HEAD", "nieuw.md")
    subjects = [open_version(name, root).protocol.subject for name in names]
    assert subjects == ["pesten", "pesten", ""]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("niet-hier.md", "version-missing"),
        ("nergens/x.md@HEAD", "version-missing"),
        ("protocols/pesten/de-brug.md@v9", "version-unknown"),
        ("protocols/pesten/de-brug.md@--output=x", "version-unknown"),
        ("nieuw.md@HEAD", "version-without-file"),
    ],
)
def test_what_is_not_there_is_said_with_the_cure(root: Path, name: str, code: str) -> None:
    with pytest.raises(ProtocolkitError) as caught:
        open_version(name, root)
    assert caught.value.problem.code.name == code


@pytest.mark.parametrize(
    "name",
    [
        "versions/pesten/de-brug@2031-1.md",
        "protocols/pesten/de-brug.md@2031-1",
        "pesten/de-brug@2031-1",
    ],
)
@pytest.mark.parametrize("has_git", [True, False])
def test_a_version_that_was_not_kept_names_those_that_were(
    root: Path, tmp_path_factory: pytest.TempPathFactory, name: str, has_git: bool
) -> None:
    home = root if has_git else tmp_path_factory.mktemp("los")
    path = home / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_text("De mentor mailt."), "utf-8")
    freeze(home, path, "2025-1")
    freeze(home, path, "2026-1")
    with pytest.raises(ProtocolkitError) as caught:
        open_version(name, home)
    found = caught.value.problem
    assert found.code.name == "version-not-kept"
    assert "'2031-1'" in found.message(translator("nl"))
    for version in ("2025-1", "2026-1"):
        assert f"versions/pesten/de-brug@{version}.md" in found.hint(translator("nl"))


def test_for_the_choices_of_a_template_its_text_is_named(root: Path) -> None:
    """With the place where a build puts it."""
    (root / "protocols" / "pesten" / CHOICES_FILE).write_text("order: []\n", "utf-8")
    with pytest.raises(ProtocolkitError) as caught:
        open_version(f"protocols/pesten/{CHOICES_FILE}", root)
    assert caught.value.problem.code.name == "version-choices"
    place = f"_build/html/{DOWNLOADS}/pesten/{CLEAN_TEMPLATE}.md"
    assert place in caught.value.problem.hint(translator("nl"))


def test_outside_git_that_is_said(tmp_path: Path, git: Git) -> None:
    (tmp_path / "x.md").write_text(_text("De mentor belt."), "utf-8")
    with pytest.raises(ProtocolkitError) as caught:
        open_version("x.md@HEAD", tmp_path)
    assert caught.value.problem.code.name == "version-no-git"


def test_the_same_file_twice_is_refused(root: Path) -> None:
    check_different("nieuw.md", "oud.txt", root)
    with pytest.raises(ProtocolkitError) as caught:
        check_different("pesten/de-brug", "protocols/pesten/de-brug.md", root)
    assert caught.value.problem.code.name == "version-twice"


def test_a_kept_version_is_found_without_git(tmp_path: Path) -> None:
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    path.parent.mkdir(parents=True)
    path.write_text(_text("De mentor belt."), "utf-8")
    freeze(tmp_path, path, "mei")
    path.write_text(_text("De mentor mailt."), "utf-8")
    for name in ("protocols/pesten/de-brug.md@mei", "versions/pesten/de-brug@mei.md"):
        assert "belt" in protocol_text(open_version(name, tmp_path).protocol)
