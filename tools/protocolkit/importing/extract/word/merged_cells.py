"""Cells of a Word table that are one over more rows: in a plain table the lower ones are empty."""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.source.doubts import MERGED


def doubted(runs: Runs, cell: Element) -> Runs:
    """Doubt the text of a cell that goes on with the cell above it; return it."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is not None and merge.get(f"{W}val", "continue") == "continue":
        runs.doubt_here(MERGED)
    return runs
