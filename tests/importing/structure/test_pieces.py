"""The pieces of a block: its words without the marker, broken ones whole, each with its entry."""

from __future__ import annotations

from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.source.hyphens import Joiner
from protocolkit.importing.structure.line_runs import LineRun
from protocolkit.importing.structure.pieces import BROKEN, fill
from protocolkit.reading.ledger import SourceChangeKind
from protocolkit.text.markers import find_starts


def _filled(text: str, taken: tuple[tuple[int, int], ...] = ()) -> tuple[LineRun, list[object]]:
    source = extract_text(text.encode())
    start = next(iter(find_starts(source.lines[0].text)), None)
    block = LineRun(lines=list(source.lines), start=start)
    changes = fill(block, source.text, Joiner(source.lines), taken)
    assert all(change.text == source.text[change.begin : change.end] for change in changes)
    return block, [(change.kind, change.word, change.reason) for change in changes]


def test_the_marker_is_no_word_of_the_block() -> None:
    block, changes = _filled("1.   Bellen  mag\nniet.\n")
    assert (block.text, changes) == ("Bellen mag niet.", [])


def test_a_broken_word_is_whole_with_an_entry() -> None:
    block, changes = _filled("De leer-\nlingen bellen niet.\n")
    assert block.text == "De leerlingen bellen niet."
    assert changes == [(SourceChangeKind.JOINED, "leerlingen", BROKEN)]
    assert [piece.instead for piece in block.pieces] == ["", "leerlingen", ""]


def test_a_word_stays_broken_where_another_entry_speaks_of_it() -> None:
    block, changes = _filled("De leer-\nlingen bellen niet.\n", taken=((3, 8),))
    assert (block.text, changes) == ("De leer- lingen bellen niet.", [])
