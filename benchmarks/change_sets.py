"""How many words a change set marks for each that an edit truly changed.

Two hundred seeded edits of the five protocols, of every kind and combined (``seeded_edits.py``),
each held to replay and order; then, where laws in several versions are given as files, those:

    .venv/bin/python benchmarks/change_sets.py
    .venv/bin/python benchmarks/change_sets.py FOLDER    # name__v1_date.txt, name__v2_date.txt, ...
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median

from protocolkit.changes.change_set import ChangeSet, lines_of, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.spelling import spelled
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.kind_of_file import import_opened, open_file
from protocolkit.reading.reader import read_protocol
from protocolkit.text.differences import word_differences
from seeded_edits import edited

ROOT = Path(__file__).parents[1]
COUNT = 200
_MOST = 1.2


def main() -> None:
    """Print what change sets mark."""
    protocols = [read_protocol(path).protocol for path in sorted(ROOT.glob("protocols/*/*.md"))]
    _print_edits(protocols)
    for folder in sys.argv[1:]:
        _print_laws(Path(folder))


def _print_edits(protocols: Sequence[Protocol]) -> None:
    true_words = marked_words = 0
    over, times = [], []
    for seed in range(COUNT):
        case = edited(protocols, seed)
        begin = time.perf_counter()
        found = compare_versions(version_of(case.old), version_of(case.new))
        times.append(time.perf_counter() - begin)
        broken = fault(found)
        if broken:
            print(f"seed {seed}: {broken}")
        marked = found.counts.removed_words + found.counts.added_words
        true_words += case.true_words
        marked_words += marked
        if marked > _MOST * case.true_words:
            over.append(f"  seed {seed}: {marked} for {case.true_words}: {', '.join(case.edits)}")
    print(f"{COUNT} edits: {marked_words} words marked for {true_words} changed, ", end="")
    print(f"{marked_words / true_words:.3f} each; {len(over)} over {_MOST}", *over, sep="\n")
    print(f"median {1000 * median(times):.0f} ms, worst {1000 * max(times):.0f} ms")


def fault(found: ChangeSet) -> str:
    """Return which law a change set breaks, "" for none: each side is replayed, in order, once."""
    for side, version in (("old", found.old), ("new", found.new)):
        said: dict[int, str] = {}
        for pair in found.pairs:
            if unit := getattr(pair, side):
                text = "".join(spelled(getattr(piece, side)) for piece in pair.pieces)
                said[unit.order] = said.get(unit.order, "") + text
        units = {u.order: u for p in found.pairs if (u := getattr(p, side))}
        if any(units[order].spelled != text for order, text in said.items()):
            return f"the {side} version is not replayed"
        orders = [unit.order for line in lines_of(found) if (unit := getattr(line, side))]
        if orders != sorted(orders) or set(orders) != set(range(len(units))):
            return f"the {side} version is not in order"
        if not units and protocol_tokens(version.protocol):
            return f"the {side} version is gone"
    return ""


def _print_laws(folder: Path) -> None:
    files = sorted(folder.glob("*__v*.txt"))
    for name, versions in groupby(files, key=lambda path: path.name.partition("__")[0]):
        for number, (old, new) in enumerate(pairwise(_imported(versions)), 1):
            found = compare_versions(version_of(old), version_of(new))
            pieces = word_differences(protocol_tokens(old), protocol_tokens(new))
            true_words = sum(len(piece.old) + len(piece.new) for piece in pieces)
            marked = found.counts.removed_words + found.counts.added_words
            kinds = {k.value: n for k, n in found.counts.kinds.items() if n}
            print(
                f"{name} {number} to {number + 1}: {marked} for {true_words}; {kinds}", fault(found)
            )


def _imported(paths: Iterator[Path]) -> Iterator[Protocol]:
    for path in paths:
        yield import_opened(open_file(path)).protocol


if __name__ == "__main__":
    main()
