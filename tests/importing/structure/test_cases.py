"""Documents in many ways of numbering, each with the outline that it must get.

``x.txt`` is the document as extracted, ``x.outline`` what it is: headings with their level, items
with their marker, points indented. Written anew with ``UPDATE_OUTLINES=1``, and then reviewed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocolkit.checking.numbering import check_numbering
from protocolkit.document.model import Block, Clause, Paragraph, PointList, Protocol, Section
from protocolkit.document.outline import clause_text
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.text.words import tokens
from seeds import ROOT

_CASES = sorted((ROOT / "tests" / "cases" / "importing").glob("*.txt"))


def _import(path: Path) -> Imported:
    return import_source(extract_text(path.read_bytes()), Wishes(subject="x"))


def _outline(protocol: Protocol) -> str:
    lines = [f"= {plain(protocol.title)}", *_parts(protocol.parts)]
    lines += [f"[^{note.label}] {clause_text(note)}" for note in protocol.notes]
    return "\n".join(lines) + "\n"


def _parts(parts: tuple[Clause | Section, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Section):
            yield f"{'#' * part.level} {part.marker}|{plain(part.title)}"
            yield from _parts(part.parts)
        else:
            yield from _item(part.marker, part.blocks, "  ")


def _item(marker: str, blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    begin = f"{indent}{marker}|"
    for block in blocks:
        if isinstance(block, Paragraph):
            yield begin + " / ".join(plain(block.content).split("\n"))
        elif isinstance(block, PointList):
            for point in block.points:
                yield from _item(point.marker, point.blocks, indent + "  ")
        else:
            for row in (block.header, *block.rows):
                yield f"{begin}{' || '.join(plain(cell) for cell in row)}"
        begin = f"{indent}  ..."


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_a_document_gets_its_outline(path: Path) -> None:
    found = _outline(_import(path).protocol)
    expected = path.with_suffix(".outline")
    if os.environ.get("UPDATE_OUTLINES"):
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_every_word_is_accounted_for(path: Path) -> None:
    found = _import(path)
    removed = sum(len(tokens(change.text)) for change in found.ledger.changes)
    assert abs(len(tokens(found.source.text)) - found.words) <= removed
    assert _import(path).markdown == found.markdown


def test_chapters_in_roman_numerals_and_letters_up_to_j_do_not_jump() -> None:
    path = next(path for path in _CASES if path.stem == "feesten-romeins-en-letters")
    jumps = [found.anchor for found in check_numbering(_import(path).protocol)]
    # chapter V begins at 14 and the last one at 3.1.7
    assert jumps == ["art-v-14", "art-3-1-7"]


def test_decisions_and_dates_are_found_with_their_words() -> None:
    path = next(path for path in _CASES if path.stem == "verzuim-paragraaf")
    facts = _import(path).protocol.facts
    assert [(a.body, a.right.value, a.date) for a in facts.approvals] == [
        ("GMR", "instemming", "2023-04-12"),
        ("CvB", "vaststelling", "2023-04-20"),
    ]
    assert facts.organisation.name == "Vereniging Christelijk Onderwijs Noorderland"
    assert facts.status.value == "vastgesteld"
