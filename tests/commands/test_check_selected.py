"""``protocol check`` of one file, and of one check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from programs import Git
from protocolkit.base.problems import ProtocolkitError
from protocolkit.commands import main
from seeds import ROOT

_OWN = "---\nprotocol:\n  organisation: {name: %s}\n---\n\n# Protocol\n\n{#a}\n%s\n"


@pytest.fixture
def folder(tmp_path: Path, git: Git) -> Path:
    """Return a repository with two protocols that each have two oddities."""
    git(tmp_path, "init", "-q")
    own = tmp_path / "protocols" / "pesten"
    own.mkdir(parents=True)
    text = "Als er sprake is een conflict op Twitter, praten wij."
    (own / "een.md").write_text(_OWN % ("Een", text), "utf-8")
    (own / "twee.md").write_text(_OWN % ("Twee", text), "utf-8")
    return tmp_path


def _check(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["check", "-C", str(folder), *words], standalone_mode=False)


def _found(done: Result) -> list[tuple[str, str]]:
    lines = done.stdout.splitlines()
    return [(line.split(":")[0], line.rpartition("[")[2].rstrip("]")) for line in lines]


_EEN, _TWEE = "protocols/pesten/een.md", "protocols/pesten/twee.md"


def test_without_words_everything_is_told(folder: Path) -> None:
    codes = ("aged", "word-missing")
    own = [(path, code) for path in (_EEN, _TWEE) for code in codes]
    assert [one for one in _found(_check(folder)) if one[1] != "topics-missing"] == own


@pytest.mark.parametrize("name", [_EEN, "een"])
def test_a_file_may_be_named_by_its_path_or_its_name(folder: Path, name: str) -> None:
    done = _check(folder, name)
    assert _found(done) == [(_EEN, "aged"), (_EEN, "word-missing")]
    assert "1 protocol gecontroleerd, 2 problemen" in done.stderr


def test_of_a_protocol_the_files_beside_it_are_checked_too(folder: Path) -> None:
    own = folder / "protocols" / "pesten"
    (own / "een.voorstel.yml").write_text("why: De heer Bos vroeg erom.\n", "utf-8")
    (own / "een@2026-1.waarom.yml").write_text('reasons: {a: {reason: "Juf Anna."}}\n', "utf-8")
    (own / "eend.waarom.yml").write_text('reasons: {a: {reason: "Juf Anna."}}\n', "utf-8")
    found = _found(_check(folder, "een", "--select", "person-beside"))
    assert [path for path, _ in found] == [
        "protocols/pesten/een.voorstel.yml",
        "protocols/pesten/een@2026-1.waarom.yml",
    ]


def test_a_folder_means_what_is_in_it(folder: Path) -> None:
    shutil.copytree(folder / "protocols" / "pesten", folder / "protocols" / "pesten-2")
    found = _found(_check(folder, "protocols/pesten", "--select", "aged"))
    assert {path for path, _ in found} == {_EEN, _TWEE}
    assert len(_found(_check(folder, str(folder), "--select", "aged"))) == 4


def test_one_check_may_be_selected_or_more(folder: Path) -> None:
    assert _found(_check(folder, "--select", "aged", "een")) == [(_EEN, "aged")]
    both = _check(folder, "--select", "aged", "--select", "word-missing", "een")
    assert len(_found(both)) == 2
    clean = _check(folder, "--select", "placeholder")
    assert (clean.return_value, clean.stdout) == (0, "")


@pytest.mark.parametrize(
    ("words", "code", "near"),
    [
        (["--select", "leansback"], "check-unknown", "leans-back"),
        (["nergens"], "check-file", "protocols/pesten/de-brug.md"),
        ([str(ROOT / "README.md")], "check-file", ""),
    ],
)
def test_what_is_not_there_is_refused(folder: Path, words: list[str], code: str, near: str) -> None:
    done = _check(folder, *words)
    assert isinstance(done.exception, ProtocolkitError)
    assert done.exception.problem.code.name == code
    assert near in done.exception.problem.hint(lambda text: text)


def test_a_document_that_stands_elsewhere_is_refused_and_not_called_right(folder: Path) -> None:
    (folder / "concept.md").write_text(_OWN % ("Drie", "Als er sprake is een conflict."), "utf-8")
    done = _check(folder, str(folder / "concept.md"))
    assert isinstance(done.exception, ProtocolkitError)
    assert done.exception.problem.code.name == "check-elsewhere"
