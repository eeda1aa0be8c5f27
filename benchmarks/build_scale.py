"""How long builds of very many protocols take: ``build_time.py --scale`` runs these.

Three parts, each of generated boards (:mod:`generated_project`), each run a process of its own:

- many boards with topics: the site without paper from nothing, and again after one clause of one
  board was edited;
- very many protocols without topics, the pages alone, beside plain Sphinx making HTML of the same
  files with the same theme, by turns. Both list every page in one ``toctree``, which the theme
  draws at the side of each page;
- PDF and Word of some of these, by the document; what is loaded before the first counts.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generated_project import SUBJECT, write_project
from measured_run import Run

Measure = Callable[[list[str]], Run]
"""Runs a command: words for Python, the first one a module or a script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many of everything; the defaults are those of the goals in issue 15."""

    boards: int = 200
    topics: int = 60
    protocols: int = 1000
    clauses: int = 50
    papers: int = 100
    runs: int = 3


def scale_lines(sizes: Sizes, folder: Path, measure: Measure, plain: str, paper: str) -> list[str]:
    """Return what all of it came to; ``plain`` is a ``conf.py``, ``paper`` a script."""
    return [
        *_compared(sizes, folder / "compared", measure),
        *_alone(sizes, folder / "alone", measure, plain),
        *_papers(sizes, folder / "papers", measure, paper),
    ]


def _compared(sizes: Sizes, folder: Path, measure: Measure) -> list[str]:
    project = folder / "project"
    write_project(project, sizes.boards, sizes.topics)
    made = ["protocolkit", "build", "-q", "-C", str(project), "-o", str(folder / "html")]
    first = measure(made)
    _edit(project)
    again = measure(made)
    name = f"{sizes.boards} boards × {sizes.topics} topics, without paper"
    return [
        f"{name} (goal: at most 60 s): {_told([first])}",
        f"one board edited (goal: at most 5 s): {_told([again])}",
    ]


def _alone(sizes: Sizes, folder: Path, measure: Measure, conf: str) -> list[str]:
    project, plain = folder / "project", folder / "plain"
    write_project(project, sizes.protocols, sizes.clauses, has_topics=False)
    shutil.copytree(project / "protocols", plain / "protocols")
    (plain / "conf.py").write_text(conf, "utf-8")
    (plain / "index.md").write_text(
        "# Begin\n\n```{toctree}\n:glob:\n\nprotocols/*/*\n```\n", "utf-8"
    )
    ours: list[Run] = []
    theirs: list[Run] = []
    for number in range(sizes.runs):
        # nothing that an earlier run kept
        shutil.rmtree(project / ".cache", ignore_errors=True)
        for source, runs in ((project, ours), (plain, theirs)):
            place = folder / f"{source.name}-{number}"
            runs.append(measure(["sphinx", "-Q", "-b", "html", str(source), str(place)]))
            shutil.rmtree(place)
    name = f"pages of {sizes.protocols} protocols × {sizes.clauses} clauses, nothing compared"
    lines = [f"{name} (goal: at most 1.25 ×, under 2 GB)"]
    for what in ("seconds", "processor"):
        mine, other = (statistics.median(getattr(r, what) for r in runs) for runs in (ours, theirs))
        lines.append(f"    {what}: {mine:.1f} s, {other:.1f} s, ratio {mine / other:.2f}")
    most, other = (max(run.megabytes for run in runs) for runs in (ours, theirs))
    return [*lines, f"    memory: {most:.0f} MB, {other:.0f} MB", "    beside plain Sphinx"]


def _papers(sizes: Sizes, folder: Path, measure: Measure, text: str) -> list[str]:
    project, out, script = folder / "project", folder / "out", folder / "paper.py"
    write_project(project, sizes.papers, sizes.clauses, has_topics=False)
    out.mkdir()
    script.write_text(text, "utf-8")
    run = measure([str(script), str(project), str(out)])
    count = len(list(out.iterdir()))
    name = f"PDF and Word of {sizes.papers} of them, one after another"
    goal = "at most 120 ms a document, under 2 GB"
    each = f"{1000 * run.seconds / count:.0f} ms, {1000 * run.processor / count:.0f} ms processor"
    return [f"{name} (goal: {goal}): {each} for each of {count} files; {run.megabytes:.0f} MB"]


def _edit(project: Path) -> None:
    """Change the words of one clause of one board."""
    path = next((project / "protocols" / SUBJECT).glob("bestuur-*.md"))
    lines = path.read_text("utf-8").split("\n")
    at = max(number for number, line in enumerate(lines) if line and not line.startswith("{"))
    lines[at] += " Ook in de pauze."
    path.write_text("\n".join(lines), "utf-8")


def _told(runs: Sequence[Run]) -> str:
    run = runs[-1]
    return f"{run.seconds:.1f} s, {run.processor:.1f} s processor, {run.megabytes:.0f} MB"
