"""Whether alignment holds for all boards of the country: time, memory, growth and quality.

Generates protocols of 5, 275 and 1,100 boards with known truth, aligns each set from files in a
process of its own, and prints what that took and how good it was:

    .venv/bin/python benchmarks/national_scale.py
    .venv/bin/python benchmarks/national_scale.py --boards 5 50 --format markdown

The figures for five boards are the mean of five generated sets. Links are counted exactly. Linux
only, for the memory. No command adds one protocol to an aligned set, so what that takes is timed
in this process: reading the file and finding the topics of the pilot that its clauses join.
"""

from __future__ import annotations

import argparse
import math
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligned import align_command, read_aligned
from generator import Board, make_boards, write_boards
from measured_run import Run, run_measured
from origins import Truth, count_links
from protocolkit.alignment.many import PILOT_BOARDS, join, make_pilot
from protocolkit.alignment.propose import LEAST_SCORE
from protocolkit.document.place import Place
from protocolkit.reading.reader import read_protocol
from protocolkit.wording.thesaurus_file import general_thesaurus
from scores import Counts
from seed_clauses import Seeds, read_seeds
from tables import Form, Table, number, render

ROOT = Path(__file__).parents[1]
_SUBJECT = "sociale-media"
_BOARDS = (5, 275, 1_100)
_SMALL = 20
"""Below this many boards, chance decides much, and the mean of several sets is taken."""

_SETS = 5
_ADDED = 5
_SECONDS, _MEGABYTES, _EXPONENT, _WORSE, _ADDING = 60.0, 2_000.0, 1.3, 0.05, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What aligning sets of one size took, the worst of them, and their mean quality."""

    boards: int
    clauses: int
    run: Run
    precision: float
    recall: float
    error_rate: float


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--boards", type=int, nargs="+", default=_BOARDS)
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    asked = parser.parse_args()
    protocols = (ROOT / "protocols" / _SUBJECT).glob("*.md")
    seeds = read_seeds(protocols, ROOT / "benchmarks" / "labels", _SUBJECT)
    outcomes = [_measure(seeds, boards) for boards in sorted(asked.boards)]
    tables = (_sizes(outcomes), _targets(outcomes, _seconds_to_add(seeds)))
    print(render(tables, Form(asked.format)))


def _measure(seeds: Seeds, boards: int) -> _Outcome:
    runs, counts, clauses = [], [], 0
    for seed in range(1, 1 + (_SETS if boards < _SMALL else 1)):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "protocollen"
            folder.mkdir()
            made = write_boards(make_boards(seeds, boards, seed), folder)
            output = Path(name) / "aligned.json"
            runs.append(run_measured(align_command([folder]), output, accepted=(0, 1)))
            counts.append(score(output.read_text("utf-8"), made, seeds))
        clauses += sum(len(board.origins) for board in made)
    return _Outcome(
        boards=boards,
        clauses=clauses // len(runs),
        run=Run(
            seconds=max(run.seconds for run in runs),
            processor=max(run.processor for run in runs),
            megabytes=max(run.megabytes for run in runs),
        ),
        precision=statistics.mean(count.precision for count in counts),
        recall=statistics.mean(count.recall for count in counts),
        error_rate=statistics.mean(count.error_rate for count in counts),
    )


def _seconds_to_add(seeds: Seeds) -> float:
    """Return the median seconds of reading one more protocol and joining it to aligned ones."""
    thesaurus = general_thesaurus()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        boards = write_boards(make_boards(seeds, PILOT_BOARDS + _ADDED, 1), folder)
        paths = [folder / f"{board.slug}.md" for board in boards]
        known = [read_protocol(path, path.name).protocol for path in paths[:PILOT_BOARDS]]
        pilot = make_pilot(known, thesaurus, LEAST_SCORE)
        taken = []
        for path in paths[PILOT_BOARDS:]:
            began = time.perf_counter()
            join(read_protocol(path, path.name).protocol, pilot, thesaurus, LEAST_SCORE)
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def score(printed: str, boards: Sequence[Board], seeds: Seeds) -> Counts:
    """Count the links of an alignment of generated boards against their truth."""
    origins = {
        Place(board.slug, anchor): origin
        for board in boards
        for anchor, origin in board.origins.items()
    }
    aligned = read_aligned(printed)
    lost = set(origins) - aligned.clauses
    if lost:
        raise SystemExit(f"{len(lost)} clauses are missing from the output, {min(lost)} among them")
    return count_links(aligned.topics, origins, Truth(seeds))


def _sizes(outcomes: list[_Outcome]) -> Table:
    rows = tuple(
        (
            f"{one.boards:,}",
            f"{one.clauses:,}",
            f"{one.run.seconds:.1f} s",
            f"{one.run.megabytes:,.0f} MB",
            number(one.precision),
            number(one.recall),
            number(one.error_rate),
        )
        for one in outcomes
    )
    remark = (
        f"Generated boards; `protocol align --uncurated --format json` in a process of its own, "
        f"starting and reading included. Below {_SMALL} boards: quality is the mean of {_SETS} "
        f"sets, time and memory the largest."
    )
    head = ("boards", "clauses", "time", "memory", "precision", "recall", "AER")
    return Table(title="National scale", head=head, rows=rows, remark=remark)


def _targets(outcomes: list[_Outcome], adding: float) -> Table:
    small, large = outcomes[0], outcomes[-1]
    rows = [
        _row(f"seconds at {large.boards:,}", large.run.seconds, _SECONDS),
        _row(f"megabytes at {large.boards:,}", large.run.megabytes, _MEGABYTES),
    ]
    if len(outcomes) > 2:
        middle = outcomes[-2]
        exponent = math.log(large.run.seconds / middle.run.seconds) / math.log(
            large.boards / middle.boards
        )
        rows.append(_row(f"growth from {middle.boards:,}: n to the power", exponent, _EXPONENT))
    worse = large.error_rate - small.error_rate
    rows.append(_row(f"AER at {large.boards:,} above that at {small.boards}", worse, _WORSE))
    rows.append(_row("seconds to read and join one more, in process", adding, _ADDING))
    head = ("target", "measured", "at most", "met")
    return Table(title="National scale: targets", head=head, rows=tuple(rows))


def _row(name: str, value: float, limit: float) -> tuple[str, str, str, str]:
    return name, f"{value:,.2f}", f"{limit:,.2f}", "yes" if value <= limit else "no"


if __name__ == "__main__":
    main()
