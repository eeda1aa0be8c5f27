"""How long a dossier of forty clauses takes: the whole command, and each paper in one process.

    .venv/bin/python benchmarks/dossier_speed.py
    .venv/bin/python benchmarks/dossier_speed.py --repeats 9 --seed 4

A copy of this repository's protocols, of which OPONOA's has its first forty clauses and a later
version with edits of every kind (``rough_edits.py``), so that a dossier has every paper but the
decision form: what other boards have too. Medians: of the clock and of the processor, which counts
on a machine with others at work. The first paper of a process also loads what makes it.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from protocolkit.base.messages import translator
from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.collection import read_collection
from protocolkit.document.model import Clause, Protocol
from protocolkit.document.outline import clauses
from protocolkit.document.tree import map_parts
from protocolkit.dossier.papers import Contents, papers
from protocolkit.dossier.proposal_file import NO_PROPOSAL
from protocolkit.paper.redline.signature import Signature
from protocolkit.reading.writer import write_protocol
from protocolkit.was_wordt.reasons_file import NO_REASONS

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import seeds
from rough_edits import roughly_edited

_CLAUSES, _EDITS = 40, 12
_NAME = "protocols/sociale-media/oponoa.md"
_TRANSLATE = translator("nl")


def main() -> None:
    """Make two versions, time the command on them, then each paper."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--seed", type=int, default=3)
    asked = parser.parse_args()
    old = _first_clauses(seeds.protocol("oponoa"))
    new = roughly_edited(old, asked.seed, _EDITS)
    found = compare_versions(version_of(old), version_of(new)).counts.counted
    print(f"{len(list(clauses(old)))} clauses; {found} changes")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(seeds.ROOT / "protocols", root / "protocols")
        (root / _NAME).write_text(write_protocol(new), "utf-8")
        (root / "oud.md").write_text(write_protocol(old), "utf-8")
        _command(root, asked.repeats)
        _papers(root, old, new, asked.repeats)


def _first_clauses(protocol: Protocol) -> Protocol:
    kept = {clause.anchor for clause in list(clauses(protocol))[:_CLAUSES]}

    def keep(clause: Clause) -> Clause | None:
        return clause if clause.anchor in kept else None

    return replace(protocol, parts=map_parts(protocol.parts, keep))


def _command(root: Path, repeats: int) -> None:
    """Print how long the command takes, with its own beginning and all that it writes."""
    typed = [sys.executable, "-m", "protocolkit", "dossier", _NAME, "--since", "oud.md"]
    walls, works = [], []
    for number in range(repeats):
        wall, work = time.perf_counter(), _children()
        done = [*typed, "-o", f"stukken-{number}"]
        subprocess.run(done, cwd=root, check=True, capture_output=True)
        walls.append(time.perf_counter() - wall)
        works.append(_children() - work)
    _row("the whole command", walls, works)


def _children() -> float:
    """Return how long programs that ended were at work, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _papers(root: Path, old: Protocol, new: Protocol, repeats: int) -> None:
    """Print how long each paper takes."""
    (subject,) = read_collection(root).subjects
    walls: defaultdict[str, list[float]] = defaultdict(list)
    works: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(repeats):
        contents = Contents(
            protocol=new,
            changes=compare_versions(version_of(old), version_of(new)),
            proposal=NO_PROPOSAL,
            reasons=NO_REASONS,
            signature=Signature(author="Stichting De Linde", day=""),
            root=root,
            subject=subject,
        )
        for paper in papers(contents, _TRANSLATE):
            for one, make in paper.files.items():
                wall, work = time.perf_counter(), time.process_time()
                make()
                name = f"{paper.name}.{one.value}"
                walls[name].append(time.perf_counter() - wall)
                works[name].append(time.process_time() - work)
    for name, found in walls.items():
        _row(name, found, works[name])


def _row(name: str, walls: list[float], works: list[float]) -> None:
    wall, work = (statistics.median(found) * 1000 for found in (walls, works))
    print(f"{name:36}{wall:8.0f} ms {work:8.0f} ms of the processor")


if __name__ == "__main__":
    main()
