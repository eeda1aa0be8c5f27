"""What a school is held to: the board's text as it stands, and what was kept only where it asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.facts import Provenance
from protocolkit.document.outline import clauses
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.board_texts import board_texts, texts_for
from protocolkit.versions.frozen import freeze

_TEXT = """---
protocol:
  title: Proef
  organisation: {name: De Brug}
---

# Proef

{#a1}
1. Bellen mag niet.
"""


def test_kept_texts_are_read_only_where_a_school_does_not_follow(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    path = folder / "de-brug.md"
    path.write_text(_TEXT, "utf-8")
    freeze(tmp_path, path, "2026-1")
    board = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
    taken = tuple(
        Provenance(anchor=one.anchor, topic="t", choice=BOARD_WIDE, source=Place("de-brug", "a1"))
        for one in clauses(board)
    )
    school = replace(board, slug="de-es", facts=replace(board.facts, provenance=taken))
    assert texts_for(school, board, tmp_path).kept == ()
    stranger = replace(school, facts=replace(board.facts, provenance=()))
    (kept,) = texts_for(stranger, board, tmp_path).kept
    assert kept.title == board.title
    other = replace(board, slug="de-linde")
    assert texts_for(stranger, other, tmp_path).kept == ()


def test_a_school_whose_board_is_not_there_is_held_to_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    board = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
    taken = (Provenance(anchor="a1", topic="t", choice=BOARD_WIDE),)
    facts = replace(board.facts, provenance=taken, based_on="de-brug")
    school = replace(board, slug="de-es", facts=facts)
    assert board_texts(school, tmp_path) is None
    (folder / "de-brug.md").write_text(_TEXT, "utf-8")
    found = board_texts(school, tmp_path)
    assert found is not None
    assert found.now.title == board.title
    assert board_texts(replace(school, facts=board.facts), tmp_path) is None
