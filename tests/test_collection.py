"""What stands beside the protocols is found in their own folder only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import read_collection, source_path
from protocolkit.document.facts import Facts, Organisation, Source
from protocolkit.document.model import Protocol

_GOOD = "---\nprotocol: {organisation: {name: X}}\n---\n\n# T\n\n{#a}\n1. Een.\n"


def _with_source(file: str) -> Protocol:
    facts = Facts(organisation=Organisation(name="X"), source=Source(file=file))
    return Protocol(facts=facts, title=(), parts=(), subject="s", slug="x")


@pytest.mark.parametrize("file", ["../geheim.txt", "bron/../../t/x.txt", "/etc/passwd"])
def test_a_source_outside_the_folder_of_its_subject_is_none(tmp_path: Path, file: str) -> None:
    assert source_path(tmp_path, _with_source(file)) is None


def test_a_source_stands_in_the_folder_of_its_subject(tmp_path: Path) -> None:
    found = source_path(tmp_path, _with_source("bron/x.txt"))
    assert found == (tmp_path / "protocols" / "s" / "bron" / "x.txt").resolve()
    assert source_path(tmp_path, _with_source("")) is None


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "s"
    folder.mkdir(parents=True)
    (folder / "goed.md").write_text(_GOOD, "utf-8")
    (folder / "kapot.md").write_bytes(b"\xff\xfe\0")
    found = read_collection(tmp_path)
    assert [protocol.slug for protocol in found.protocols] == ["goed"]
    assert "file-not-text" in [problem.code.name for problem in found.problems]
    assert found.subjects[0].concordance is None


def test_protocols_come_in_one_order_whatever_they_say(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "s"
    folder.mkdir(parents=True)
    for slug in ("zee", "aarde", "lucht"):
        (folder / f"{slug}.md").write_text(_GOOD, "utf-8")
    protocols = read_collection(tmp_path).protocols
    assert [protocol.slug for protocol in protocols] == ["aarde", "lucht", "zee"]
    assert {replace(protocol, slug="") for protocol in protocols} == {
        replace(protocols[0], slug="")
    }


def test_without_a_folder_of_protocols_reading_stops(tmp_path: Path) -> None:
    with pytest.raises(ProtocolkitError):
        read_collection(tmp_path)
