"""The word diff of ``differences.py`` beside difflib and rapidfuzz, in one run on the same pairs.

Pairs are clauses of the protocols in a folder that stand in one topic, and consecutive versions
of texts that are named. Each engine gets the same tokens of words.md. Printed per engine: the
median and the slowest time per pair, the number of pieces and of changed pieces per pair, the
share of changes of a single word, of names torn apart, and whether both sides were replayed.

    .venv/bin/python benchmarks/word_diff.py protocols/sociale-media [OLD.txt NEW.txt ...]
"""

from __future__ import annotations

import difflib
import itertools
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Indel

from protocolkit.document.names import names_of
from protocolkit.document.outline import clause_text, placed_clauses
from protocolkit.reading.reader import read_protocol
from protocolkit.text.differences import phrase_differences, word_differences
from protocolkit.text.words import tokens
from protocolkit.wording.thesaurus_file import canonical

Words = tuple[str, ...]
Pieces = list[tuple[Words, Words]]
Engine = Callable[[Words, Words, Sequence[str]], Pieces]
_LEAST_SHARED = 0.4
_REPEATS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two word sequences, and the names that stand in them."""

    old: Words
    new: Words
    names: tuple[str, ...] = ()


def main(arguments: list[str]) -> None:
    """Print one table for the pairs of a folder, and one for each pair of files."""
    folders = [Path(a) for a in arguments if Path(a).is_dir()]
    files = [Path(a) for a in arguments if Path(a).is_file()]
    for folder in folders:
        _print(f"{folder}: clauses of two boards", list(_clause_pairs(folder)))
    for old, new in itertools.pairwise(files):
        pair = Pair(old=tokens(old.read_text("utf-8")), new=tokens(new.read_text("utf-8")))
        _print(f"{old.name} and {new.name}", [pair])


def _clause_pairs(folder: Path) -> Iterator[Pair]:
    """Give pairs of clauses of different protocols that share enough content to be compared."""
    found = []
    for path in sorted(folder.glob("*.md")):
        protocol = read_protocol(path).protocol
        names = names_of(protocol)
        for placed in placed_clauses(protocol):
            text = clause_text(placed.clause)
            found.append((path, names, tokens(text), frozenset(canonical(text, names))))
    for one, other in itertools.combinations(found, 2):
        shared = 2 * len(one[3] & other[3]) / max(len(one[3]) + len(other[3]), 1)
        if one[0] != other[0] and shared >= _LEAST_SHARED:
            yield Pair(old=one[2], new=other[2], names=one[1] + other[1])


def _print(title: str, pairs: list[Pair]) -> None:
    print(f"\n{title}: {len(pairs)} pairs, {sum(len(p.old) for p in pairs)} words on the left")
    print(
        f"{'':26}{'ms median':>10}{'ms most':>9}{'pieces':>8}{'changes':>9}"
        f"{'one word':>10}{'names torn':>12}{'replays':>9}"
    )
    for name, engine in ENGINES.items():
        print(f"{name:26}{_figures(engine, pairs)}")


def _figures(engine: Engine, pairs: list[Pair]) -> str:
    times: list[float] = []
    pieces = changes = single = torn = 0
    replays = True
    for pair in pairs:
        best = float("inf")
        for _ in range(_REPEATS):
            start = time.perf_counter()
            made = engine(pair.old, pair.new, pair.names)
            best = min(best, time.perf_counter() - start)
        times.append(best * 1000)
        changed = [piece for piece in made if piece[0] != piece[1]]
        pieces, changes = pieces + len(made), changes + len(changed)
        single += sum(1 for old, new in changed if max(len(old), len(new)) == 1)
        torn += sum(_torn(made, name) for name in pair.names)
        replays &= sum((old for old, _ in made), ()) == pair.old
        replays &= sum((new for _, new in made), ()) == pair.new
    count = len(pairs)
    return (
        f"{statistics.median(times):10.2f}{max(times):9.2f}{pieces / count:8.1f}"
        f"{changes / count:9.1f}{100 * single / max(changes, 1):9.0f}%{torn:12}"
        f"{'yes' if replays else 'NO':>9}"
    )


def _torn(pieces: Pieces, name: str) -> int:
    """Count how often a name stands partly in one piece and partly in the next."""
    unit = tokens(name)
    count = 0
    for side in (0, 1):
        whole = sum((piece[side] for piece in pieces), ())
        inside = sum(_occurrences(piece[side], unit) for piece in pieces)
        count += _occurrences(whole, unit) - inside
    return count


def _occurrences(words: Words, unit: Words) -> int:
    return sum(words[at : at + len(unit)] == unit for at in range(len(words) - len(unit) + 1))


def _phrases(old: Words, new: Words, names: Sequence[str]) -> Pieces:
    return [(piece.old, piece.new) for piece in phrase_differences(old, new, names)]


def _raw(old: Words, new: Words, names: Sequence[str]) -> Pieces:
    del names
    made: Pieces = []
    at_old = at_new = 0
    for place in word_differences(old, new):
        if at_old < place.old_start:
            made.append((old[at_old : place.old_start], new[at_new : place.new_start]))
        made.append((place.old, place.new))
        at_old = place.old_start + len(place.old)
        at_new = place.new_start + len(place.new)
    if at_old < len(old):
        made.append((old[at_old:], new[at_new:]))
    return made


def _difflib(old: Words, new: Words, names: Sequence[str]) -> Pieces:
    del names
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d]) for _, a, b, c, d in codes]


def _rapidfuzz(old: Words, new: Words, names: Sequence[str]) -> Pieces:
    """Join what Indel deletes and inserts in one place, as the others do."""
    del names
    made: Pieces = []
    for code in Indel.opcodes(old, new):
        piece = (old[code.src_start : code.src_end], new[code.dest_start : code.dest_end])
        is_change = code.tag != "equal"
        if made and is_change and made[-1][0] != made[-1][1]:
            made[-1] = (made[-1][0] + piece[0], made[-1][1] + piece[1])
        else:
            made.append(piece)
    return made


ENGINES: dict[str, Engine] = {
    "phrase_differences": _phrases,
    "diff-match-patch, raw": _raw,
    "difflib": _difflib,
    "rapidfuzz Indel": _rapidfuzz,
}

if __name__ == "__main__":
    main(sys.argv[1:])
