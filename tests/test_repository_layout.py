"""Only ``protocols/<subject>/<organisation>.md`` is a document; what looks like one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.repository_layout import (
    FOLDER_LINKED,
    SETTING_UNKNOWN,
    document_files,
    document_place,
    folder_name,
    is_name,
    site_address,
    strays,
    subject_names,
    version_files,
    version_place,
    versions_name,
)

_FIT = ("a", "1e-school", "de-brug", "x" * 80)
_UNFIT = (
    *("", "X", "[x]", "a b", "a_b", "-a", "a-", "a--b", "é", "a\n"),
    *("con", "com1", "index", "matrix", "x" * 81),
)


@pytest.mark.parametrize(
    ("conf", "address"),
    [
        ('html_baseurl = "https://x.nl/"\n', "https://x.nl/"),
        ('a = b = html_baseurl = "https://x.nl/"\n', "https://x.nl/"),
        ("html_baseurl = open('x').read()\n", ""),
        ("import os\n", ""),
        ("def (\n", ""),
    ],
)
def test_the_address_of_the_website_is_read_and_never_run(
    tmp_path: Path, conf: str, address: str
) -> None:
    assert site_address(tmp_path) == ""
    (tmp_path / "conf.py").write_text(conf, "utf-8")
    assert site_address(tmp_path) == address


@pytest.mark.parametrize("name", _FIT)
def test_a_name_of_small_letters_digits_and_hyphens_can_be_used(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", _UNFIT)
def test_no_other_name_can_be_used(name: str) -> None:
    assert not is_name(name)


def _repository(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / "protocols" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("---\nprotocol:\n  organisation: {name: A}\n---\n\n# Tekst\n", "utf-8")
    return folder


def test_documents_are_found_by_their_names(tmp_path: Path) -> None:
    root = _repository(tmp_path, "b/y.md", "a/x.md", "a/[x].md", "A/x.md", "a/c/x.md", "x.md")
    (root / "protocols" / "leeg").mkdir()
    found = [path.relative_to(root).as_posix() for path in document_files(root)]
    assert found == ["protocols/a/x.md", "protocols/b/y.md"]
    assert subject_names(root) == ("a", "b", "leeg")
    assert document_place(root, root / "protocols" / "a" / "x.md") == ("a", "x")
    assert document_place(root, root / "docs" / "a" / "x.md") is None


def test_check_names_what_is_not_read_with_the_cure(tmp_path: Path) -> None:
    root = _repository(
        tmp_path, "a/x.md", "a/bron/x.md", "a/bron/x.rst", "a/bron/x.txt", "x.MD", "a/X.md",
        "a/x.ipynb", "B/y.md", "a/topics.yml",
    )  # fmt: skip
    (root / "protocols" / "a" / "topics.yml").write_text("title: A\n", "utf-8")
    told = {
        (found.location.path, found.code.name)
        for found in check_collection(read_collection(root))
        if found.code.name.startswith("document-")
    }
    assert told == {
        ("protocols/a/bron/x.md", "document-stray"),
        ("protocols/a/bron/x.rst", "document-stray"),
        ("protocols/a/x.ipynb", "document-stray"),
        ("protocols/x.MD", "document-stray"),
        ("protocols/a/X.md", "document-name"),
        ("protocols/B/y.md", "document-name"),
    }


_VERSIONS = ("aa@1.0", "aa@2026-03-04", "aa@..", "aa@voor-mr.2")
_NO_VERSIONS = (
    *("aa", "aa@", "@1", "aa@1@2", "aa@V1", "aa@1_0", "aa@1 0", "AA@1", "con@1", "aa@é"),
    f"aa@{'1' * 81}",
)


def test_a_version_is_named_after_its_protocol(tmp_path: Path) -> None:
    root = _repository(tmp_path, "a/aa.md")
    for name in (*_VERSIONS, *_NO_VERSIONS, "los"):
        for folder in ("a", "A", "a/dieper", "."):
            path = root / "versions" / folder / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("# A\n", "utf-8")
    found = [path.relative_to(root / "versions").as_posix() for path in version_files(root)]
    assert found == sorted(f"a/{name}.md" for name in _VERSIONS)
    assert version_place(root, root / "versions" / "a" / "aa@1.0.md") == ("a", "aa", "1.0")
    assert version_place(root, root / "protocols" / "a" / "aa@1.0.md") is None
    told = {one.location.path for one in strays(root) if one.code.name == "version-stray"}
    every = {path.relative_to(root).as_posix() for path in (root / "versions").rglob("*.md")}
    assert told == every - {f"versions/a/{name}.md" for name in _VERSIONS}


def test_a_version_comes_through_the_gate(tmp_path: Path) -> None:
    root = _repository(tmp_path / "p", "a/aa.md")
    (tmp_path / "geheim").write_text("# GEHEIM\n", "utf-8")
    (root / "versions" / "a").mkdir(parents=True)
    (root / "versions" / "a" / "aa@1.md").symlink_to(tmp_path / "geheim")
    (root / "versions" / "a" / "aa@2.md").symlink_to(root / "protocols" / "a" / "aa.md")
    told = [(one.location.path, one.code.name) for one in read_collection(root).problems]
    assert told == [
        ("versions/a/aa@1.md", "file-outside"),
        ("versions/a/aa@2.md", "file-outside"),
    ]


def test_the_two_folders_have_names_of_their_own(tmp_path: Path) -> None:
    conf = tmp_path / "conf.py"
    assert versions_name(tmp_path) == "versions"
    conf.write_text('protocolkit_versions = "oud"\n', "utf-8")
    assert (folder_name(tmp_path), versions_name(tmp_path)) == ("protocols", "oud")
    for text in ('protocolkit_versions = "protocols"\n', 'protocolkit_folder = "versions"\n'):
        conf.write_text(f"# {text}{text}", "utf-8")
        with pytest.raises(ProtocolkitError) as stopped:
            versions_name(tmp_path)
        assert stopped.value.problem.location.line == 2


def test_a_circle_of_links_is_walked_once(tmp_path: Path) -> None:
    root = _repository(tmp_path, "a/x.md")
    for name in ("een", "twee"):
        (root / "protocols" / "a" / name).symlink_to(root, target_is_directory=True)
    assert [(found.location.path, found.code) for found in strays(root)] == [
        ("protocols/a/een", FOLDER_LINKED),
        ("protocols/a/twee", FOLDER_LINKED),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('protocolkit_folder = "afspraken"', "afspraken"),
        ('protocolkit_folder: str = "afspraken"', "afspraken"),
        ('other = protocolkit_folder = "afspraken"', "afspraken"),
        ("project = 'x'", "protocols"),
        ("not python (", "protocols"),
    ],
)
def test_the_configuration_names_the_folder(tmp_path: Path, line: str, name: str) -> None:
    assert folder_name(tmp_path) == "protocols"
    (tmp_path / "conf.py").write_text(f"import os\n{line}\n", "utf-8")
    assert folder_name(tmp_path) == name


def test_a_setting_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('import os\nprotocolkit_protocols = "x"\n', "utf-8")
    with pytest.raises(ProtocolkitError) as stopped:
        folder_name(tmp_path)
    found = stopped.value.problem
    assert (found.code, found.location.line) == (SETTING_UNKNOWN, 2)
    assert "protocolkit_folder" in found.line(translator())


@pytest.mark.parametrize(
    "value", ['"a/b"', '".."', '""', "1", 'os.environ["X"]', '"a" + "b"', "None"]
)
def test_a_folder_that_is_no_plain_name_is_refused(tmp_path: Path, value: str) -> None:
    (tmp_path / "conf.py").write_text(f"import os\nprotocolkit_folder = {value}\n", "utf-8")
    with pytest.raises(ProtocolkitError) as stopped:
        folder_name(tmp_path)
    assert stopped.value.problem.location.line == 2


def test_every_part_finds_protocols_in_a_folder_of_another_name(tmp_path: Path) -> None:
    root = _repository(tmp_path, "a/x.md", "a/bron/x.md")
    (root / "protocols").rename(root / "afspraken")
    (root / "conf.py").write_text('protocolkit_folder = "afspraken"\n', "utf-8")
    (root / "afspraken" / "a" / "topics.yml").write_text("title: A\nvreemd: 1\n", "utf-8")
    collection = read_collection(root)
    assert [protocol.location.path for protocol in collection.protocols] == ["afspraken/a/x.md"]
    told = {found.location.path for found in check_collection(collection)}
    assert told >= {"afspraken/a/topics.yml", "afspraken/a/bron/x.md"}
    assert not any(path.startswith("protocols") for path in told)
