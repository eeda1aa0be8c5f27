"""A kept alignment: what it says of a protocol that comes later, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from protocolkit.alignment import alignment_file as file_module
from protocolkit.alignment.alignment_file import (
    ALIGNMENT_OLDER,
    NOT_AN_ALIGNMENT,
    Alignment,
    read_alignment,
    write_alignment,
)
from protocolkit.alignment.clause_vectors import Vectors
from protocolkit.alignment.propose import PilotedProposal, ReadTexts, propose_piloted
from protocolkit.alignment.uncurated import alignment_of, joined_json
from protocolkit.base.files import FILE_MISSING
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError
from seeds import collection


@cache
def piloted() -> PilotedProposal:
    return propose_piloted(collection().protocols)


def kept(read: ReadTexts | None = None) -> Alignment:
    protocols = collection().protocols
    found = propose_piloted(protocols, read=read) if read else piloted()
    return alignment_of(protocols, found, translator("nl"))


def letters(texts: Sequence[str]) -> Vectors:
    """Count letters: a stand-in for a sentence model."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return {text: (np.array([text.count(one) for one in alphabet], np.float32),) for text in texts}


def test_two_boards_are_kept_as_they_are_proposed() -> None:
    """A note that tells of the text meets a clause that does not: in both ways it is no topic."""
    two = [p for p in collection().protocols if p.slug in ("borger-odoorn", "oponoa")]
    found = propose_piloted(two)
    assert set(found.rows) <= set(found.proposal.topics)
    assert found.rows


@pytest.mark.parametrize("read", [None, letters])
def test_what_is_kept_reads_back_and_says_the_same(tmp_path: Path, read: ReadTexts | None) -> None:
    path = tmp_path / "kept.npz"
    before = kept(read)
    write_alignment(path, before)
    after = read_alignment(path)
    assert after.topics == before.topics
    newcomer = replace(collection().protocols[2], slug="newcomer")
    told = joined_json([newcomer], after, read)
    assert told == joined_json([newcomer], before, read)
    # what was kept with a model is told otherwise without it, and needs none
    assert (told == joined_json([newcomer], after)) == (read is None)


def test_the_same_alignment_gives_the_same_bytes(tmp_path: Path) -> None:
    write_alignment(tmp_path / "one", kept())
    piloted.cache_clear()
    write_alignment(tmp_path / "other", kept())
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_copy_of_a_board_joins_what_the_board_is_in() -> None:
    protocols = collection().protocols
    source = protocols[2]
    newcomer = replace(source, slug="newcomer")
    found = json.loads(joined_json([newcomer], kept()))
    joined = {clause["anchor"]: clause["topics"] for clause in found["joined"][0]["clauses"]}
    together = {
        member.anchor
        for topic in piloted().proposal.topics
        if not topic.is_alone
        for member in topic.members
        if member.organisation == source.slug
    }
    assert {anchor for anchor, topics in joined.items() if topics} >= together
    assert set(joined) >= together


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 broken"])
def test_what_is_no_kept_alignment_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kept.npz"
    path.write_bytes(content)
    with pytest.raises(ProtocolkitError) as caught:
        read_alignment(path)
    assert caught.value.problem.code is NOT_AN_ALIGNMENT


def test_nothing_is_unpickled(tmp_path: Path) -> None:
    path = tmp_path / "kept.npz"
    np.savez(path, content=np.array([{"a": print}], dtype=object))
    with pytest.raises(ProtocolkitError):
        read_alignment(path)


def test_one_of_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.npz"
    with monkeypatch.context() as older:
        older.setattr(file_module, "origin", lambda: "an older version")
        write_alignment(path, kept())
    with pytest.raises(ProtocolkitError) as caught:
        read_alignment(path)
    assert caught.value.problem.code is ALIGNMENT_OLDER


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProtocolkitError) as caught:
        read_alignment(tmp_path / "none.npz")
    assert caught.value.problem.code is FILE_MISSING
