"""What ``protocol check`` tells of tables whose page cannot be turned on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.commands.output import speak
from protocolkit.document.model import Block, PointList, Protocol, Table
from protocolkit.document.tree import rows_of
from protocolkit.paper.shared.columns import turns_page


def wide_table_lines(protocols: Iterable[Protocol]) -> Iterator[str]:
    """Yield a line for each table in a note that asks for a page on its side."""
    text = speak(
        "{path}: the table at {place} has {columns} columns. In a note it cannot turn its page, "
        "so it is set small on paper. Give it a clause of its own."
    )
    for protocol in protocols:
        for place, table in _inside(protocol):
            if turns_page(rows_of(table)):
                columns = str(len(table.header))
                yield text.format(path=protocol.location.path, place=place, columns=columns)


def _inside(protocol: Protocol) -> Iterator[tuple[str, Table]]:
    """Yield the tables in notes, each with where it stands."""
    for note in protocol.notes:
        for table in _tables(note.blocks):
            yield speak("note {label}").format(label=note.label), table


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, PointList):
            for point in block.points:
                yield from _tables(point.blocks)
