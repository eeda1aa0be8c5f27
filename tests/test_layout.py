"""Only ``protocols/<subject>/<organisation>.md`` is a document; what looks like one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.checking.check import check_collection
from protocolkit.collection import read_collection
from protocolkit.layout import (
    document_files,
    document_place,
    folder_name,
    is_name,
    strays,
    subject_names,
)

_FIT = ("a", "1e-school", "de-brug", "x" * 80)
_UNFIT = (
    *("", "X", "[x]", "a b", "a_b", "-a", "a-", "a--b", "é", "a\n"),
    *("con", "com1", "index", "matrix", "x" * 81),
)


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


def test_a_circle_of_links_is_walked_once(tmp_path: Path) -> None:
    root = _repository(tmp_path, "a/x.md")
    for name in ("een", "twee"):
        (root / "protocols" / "a" / name).symlink_to(root, target_is_directory=True)
    assert list(strays(root)) == []


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
