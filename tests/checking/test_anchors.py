from __future__ import annotations

from pathlib import Path

import pytest

from programs import Git
from protocolkit.base.git import changed_since, earlier_text
from protocolkit.base.problems import ProtocolkitError
from protocolkit.checking.anchors import check_anchors, check_versions
from protocolkit.collection import read_collection
from protocolkit.reading.reader import read_protocol_text
from seeds import SLUGS, protocol

_ONE = "# T\n\n{#h}\n## H\n\n{#a}\n1. De leerling laat zijn telefoon tijdens de les in de kluis.\n"


def _codes(before: str, now: str) -> list[tuple[str, str]]:
    problems = check_anchors(read_protocol_text(before).protocol, read_protocol_text(now).protocol)
    return [(found.code.name, found.anchor) for found in problems]


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        (_ONE, []),
        (_ONE.replace("1.", "2."), []),
        (_ONE.replace("in de kluis", "thuis"), []),
        (_ONE.replace("{#a}", "{#b}"), [("anchor-lost", "a")]),
        (_ONE.replace("{#h}", "{#i}"), [("anchor-lost", "h")]),
        (
            _ONE.replace("De leerling laat zijn telefoon tijdens de les in de kluis",
                         "Ouders geven elk jaar schriftelijk toestemming voor foto’s"),
            [("anchor-reused", "a")],
        ),
    ],
)  # fmt: skip
def test_an_anchor_stays_with_its_text(now: str, codes: list[tuple[str, str]]) -> None:
    assert _codes(_ONE, now) == codes


def test_a_retired_anchor_is_not_lost() -> None:
    now = "---\nprotocol: {organisation: {name: X}, retired: [a]}\n---\n" + _ONE.replace("#a", "#b")
    assert _codes(_ONE, now) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_protocol_kept_all_its_own_anchors(slug: str) -> None:
    assert list(check_anchors(protocol(slug), protocol(slug))) == []


def test_versions_come_from_git(tmp_path: Path, git: Git) -> None:
    folder = tmp_path / "map"
    (folder / "protocols" / "s").mkdir(parents=True)
    path = folder / "protocols" / "s" / "x.md"
    path.write_text(_ONE, "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "een")
    assert changed_since(folder, "HEAD", "protocols") == ()
    path.write_text(_ONE + "\n", "utf-8")
    assert changed_since(folder, "HEAD", "protocols") == ("protocols/s/x.md",)
    assert earlier_text(folder, "HEAD", "protocols/s/x.md") == _ONE
    assert earlier_text(folder, "HEAD", "protocols/s/y.md") == ""


@pytest.mark.process
def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    assert changed_since(tmp_path, "HEAD", "protocols") is None
    assert earlier_text(tmp_path, "HEAD", "x.md") == ""
    (tmp_path / "protocols").mkdir()
    collection = read_collection(tmp_path)
    assert check_versions(collection, None) == ()
    with pytest.raises(ProtocolkitError) as stopped:
        check_versions(collection, "HEAD")
    assert stopped.value.problem.code.name == "revision-unknown"


def test_a_revision_that_is_not_in_the_history_is_told(tmp_path: Path, git: Git) -> None:
    whole, shallow = tmp_path / "heel", tmp_path / "ondiep"
    path = whole / "protocols" / "s" / "x.md"
    path.parent.mkdir(parents=True)
    git(whole, "init", "-q")
    for text in (_ONE, _ONE.replace("{#a}", "{#b}")):
        path.write_text(text, "utf-8")
        git(whole, "add", ".")
        git(whole, "commit", "-qm", "een")
    git(tmp_path, "clone", "-q", "--depth", "1", whole.as_uri(), str(shallow))
    (found,) = check_versions(read_collection(whole), "HEAD~1")
    assert found.code.name == "anchor-lost"
    assert check_versions(read_collection(shallow), None) == ()
    named = ((whole, ""), (whole, "bestaat-niet"), (whole, "--output=x"), (shallow, "HEAD~1"))
    for folder, revision in named:
        with pytest.raises(ProtocolkitError) as stopped:
            check_versions(read_collection(folder), revision)
        assert stopped.value.problem.code.name == "revision-unknown"


def test_a_lost_anchor_is_found_against_the_last_commit(tmp_path: Path, git: Git) -> None:
    path = tmp_path / "protocols" / "s" / "x.md"
    path.parent.mkdir(parents=True)
    path.write_text(_ONE, "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "een")
    assert check_versions(read_collection(tmp_path), "HEAD") == ()
    path.write_text(_ONE.replace("{#a}", "{#b}"), "utf-8")
    (found,) = check_versions(read_collection(tmp_path), "HEAD")
    assert (found.code.name, found.anchor) == ("anchor-lost", "a")
    assert found.location.path == "protocols/s/x.md"


def test_protocols_and_subjects_that_are_gone_are_told(tmp_path: Path, git: Git) -> None:
    folder = tmp_path / "protocols"
    topics = (
        "themes: [{id: t, title: Telefoons}]\n"
        "topics:\n- {id: kluis, title: De kluis, theme: t, clauses: {x: [a], y: [a]}}\n"
    )
    for place in ("s/x.md", "s/y.md", "t/x.md", "t/versie.txt"):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(_ONE, "utf-8")
    (folder / "s" / "topics.yml").write_text(topics, "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "een")
    for place in ("s/y.md", "t/x.md", "t/versie.txt"):
        (folder / place).unlink()
    git(tmp_path, "commit", "-qam", "weg")
    assert check_versions(read_collection(tmp_path), None) == ()
    found = check_versions(read_collection(tmp_path), "HEAD~1")
    assert [(one.code.name, one.location.path) for one in found] == [
        ("protocol-gone", "protocols/s/y.md"),
        ("protocol-gone", "protocols/t/x.md"),
        ("subject-gone", "protocols/t"),
    ]
    assert [str(dict(one.values)["topics"]) for one in found[:2]] == [
        "'De kluis'",
        "none of the topics",
    ]
