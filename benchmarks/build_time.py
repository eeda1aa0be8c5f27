"""How long a build takes beside plain Sphinx, and paper beside pandoc, of the same five protocols.

Prints four comparisons as medians of five interleaved runs, each a process of its own: how long it
took, and how long the processor was at work for it, which others at work change little. A ratio is
that of the medians; the goals are those of issue 15:

- the pages of the protocols alone, beside plain Sphinx making HTML of the same sources and theme;
- everything from nothing: comparison, topics, composer, template, PDF and Word;
- one protocol edited, everything up to date again, beside plain Sphinx after the same edit;
- PDF and Word of the five, beside pandoc making Word and Typst, and typst-py making PDF of that.

Pandoc comes from ``pip install -e '.[benchmarks]'``; without it the last is left out::

    .venv/bin/python benchmarks/build_time.py
    .venv/bin/python benchmarks/build_time.py --runs 3

With ``--scale`` it measures very many generated protocols instead (``build_scale.py``), of any
number; the usual ones take half an hour::

    .venv/bin/python benchmarks/build_time.py --scale
    .venv/bin/python benchmarks/build_time.py --scale --boards 20 --protocols 50 --runs 1
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_scale import Sizes, scale_lines
from measured_run import Run, run_measured

ROOT = Path(__file__).parents[1]
_SOURCES = ("conf.py", "protocols", "templates")
_OUR_INDEX = "# Index\n\n```{protocol-overview}\n```\n"
_EDITED = Path("protocols") / "sociale-media" / "verkruisen.md"
# 1: problems found, which the edit makes: its words are not in the source of the protocol.
_FINE = (0, 1)
_USUAL, _FEW = 5, 3
_SIZES = ("boards", "topics", "protocols", "clauses", "papers")
_PLAIN = """\
extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_block"]
language = "nl"
html_theme = "furo"
"""
PAPER = """\
import sys
from pathlib import Path
from protocolkit.base.messages import translator
from protocolkit.collection import read_collection
from protocolkit.document.cover import make_cover
from protocolkit.exchange.record import Record
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.shared.file_formats import PAPER_FORMATS
from protocolkit.paper.writers import protocol_writer
from protocolkit.references import with_reference_links
root, out, translate = Path(sys.argv[1]), Path(sys.argv[2]), translator()
for protocol in read_collection(root).protocols:
    cover, linked = make_cover(protocol, translate), with_reference_links(protocol)
    extras = Extras(record=Record(protocol=protocol))
    for form in PAPER_FORMATS:
        made = protocol_writer(form)(linked, cover, translate, project=root, extras=extras)
        (out / f"{protocol.slug}.{form.value}").write_bytes(made)
"""
_PANDOC = """\
import subprocess, sys
from pathlib import Path
import pypandoc, typst
pandoc, out = pypandoc.get_pandoc_path(), Path(sys.argv[1])
for name in sys.argv[2:]:
    for form in ("docx", "typst"):
        made = out / f"{Path(name).stem}.{form}"
        subprocess.run([pandoc, "-s", "-f", "markdown", "-t", form, "-o", made, name], check=True)
    typst.compile(str(made), output=str(made.with_suffix(".pdf")))
"""

Make = Callable[[int], list[str]]
"""The words of a command, by the number of the run."""


@dataclass(slots=True, kw_only=True)
class Contest:
    """Two ways to the same thing, each run by number, and what they took; ``goal``: the ratio."""

    title: str
    goal: float
    ours: Make
    other_name: str
    theirs: Make
    our_runs: list[Run] = field(default_factory=list)
    their_runs: list[Run] = field(default_factory=list)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int)
    parser.add_argument("--scale", action="store_true", help="very many generated protocols")
    for one in _SIZES:
        parser.add_argument(f"--{one}", type=int, default=getattr(Sizes(), one))
    asked = parser.parse_args()
    if asked.scale:
        sizes = Sizes(**{one: getattr(asked, one) for one in _SIZES}, runs=asked.runs or _FEW)
        print("\n".join(scale(sizes)))
    else:
        _compare(asked.runs or _USUAL)


def scale(sizes: Sizes) -> list[str]:
    """Return what very many protocols came to."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        return scale_lines(sizes, scratch, lambda words: _measured(words, scratch), _PLAIN, PAPER)


def _compare(runs: int) -> None:
    """Print the figures of the five protocols."""
    with tempfile.TemporaryDirectory() as name:
        contests = list(_contests(Path(name)))
        run_contests(contests, runs, Path(name))
        for contest in contests:
            print(told(contest))
        print(_for_each(contests[1], Path(name) / "all-0"))
    if not _has_pandoc():
        print("pandoc: left out, it is not installed (pip install -e '.[benchmarks]')")


def run_contests(contests: list[Contest], runs: int, scratch: Path) -> None:
    """Run all of them by turns."""
    for number in range(runs):
        for contest in contests:
            contest.our_runs.append(_measured(contest.ours(number), scratch))
            contest.their_runs.append(_measured(contest.theirs(number), scratch))


def told(contest: Contest) -> str:
    """Return what a contest came to: seconds, and those of the processor, with both ratios."""
    lines = [f"{contest.title} (goal: at most {contest.goal:g} ×)"]
    for name in ("seconds", "processor"):
        ours, theirs = (
            statistics.median(getattr(run, name) for run in runs)
            for runs in (contest.our_runs, contest.their_runs)
        )
        lines.append(f"    {name}: {ours:.2f} s, {theirs:.2f} s, ratio {ours / theirs:.2f}")
    return "\n".join([*lines, f"    beside {contest.other_name}"])


def _for_each(everything: Contest, place: Path) -> str:
    """Return how many milliseconds of the processor each page and each file came to."""
    took = statistics.median(run.processor for run in everything.our_runs) * 1000
    files = [path for path in (place / "html").rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    papers = [path for path in files if path.suffix in {".pdf", ".docx"}]
    return (
        f"everything: {len(pages)} pages, {len(papers)} PDF and Word files, {len(files)} files in "
        f"all; {took / len(pages):.0f} ms of the processor for each page, "
        f"{took / len(files):.1f} ms for each file"
    )


def _contests(folder: Path) -> Iterator[Contest]:
    repository, alone, plain = folder / "repository", folder / "alone", folder / "plain"
    _our_sources(repository)
    _our_sources(alone)
    for topics in alone.rglob("topics.yml"):
        topics.unlink()
    _plain_sources(plain)

    def whole(place: Path) -> list[str]:
        return ["protocolkit", "build", "-q", "-C", str(repository), "-o", str(place / "html")]

    def fresh(place: Path) -> list[str]:
        shutil.rmtree(repository / ".cache", ignore_errors=True)
        return whole(place)

    def pages(number: int) -> list[str]:
        shutil.rmtree(alone / ".cache", ignore_errors=True)
        return sphinx(alone, folder / f"pages-{number}", "-D", "protocolkit_paper=0")

    yield Contest(
        title="the pages of the protocols alone",
        goal=1.5,
        ours=pages,
        other_name="plain sphinx-build -b html of the same sources and theme",
        theirs=lambda number: sphinx(plain, folder / f"plain-{number}"),
    )
    yield Contest(
        title="everything from nothing: topics, comparison, composer, template, PDF and Word",
        goal=2.5,
        ours=lambda number: fresh(folder / f"all-{number}"),
        other_name="the same",
        theirs=lambda number: sphinx(plain, folder / f"again-{number}"),
    )
    yield Contest(
        title="one protocol edited, everything up to date again",
        goal=1.6,
        ours=_edited(whole(folder / "edited"), repository),
        other_name="plain sphinx-build -b html after the same edit",
        theirs=_edited(sphinx(plain, folder / "plain-edited"), plain),
    )
    if _has_pandoc():
        yield Contest(
            title="PDF and Word of the five",
            goal=1,
            ours=lambda number: _script(folder, "paper", PAPER, str(repository), number=number),
            other_name="pandoc making Word and Typst, typst-py making PDF",
            theirs=lambda number: _script(
                folder,
                "pandoc",
                _PANDOC,
                *map(str, _protocols(plain)),
                number=number,
                is_last=False,
            ),
        )


def sphinx(sources: Path, place: Path, *options: str) -> list[str]:
    """Return the words of a build of HTML by Sphinx itself."""
    return ["sphinx", "-Q", "-b", "html", *options, str(sources), str(place)]


def _edited(made: list[str], root: Path) -> Make:
    """Return a command that builds again after an edit; what it builds is made the first time."""

    def again(number: int) -> list[str]:
        if number == 0:
            subprocess.run([sys.executable, "-m", *made], check=False, capture_output=True)
        with (root / _EDITED).open("a", encoding="utf-8") as file:
            file.write(f"\nNog een zin, nummer {number}.\n")
        return made

    return again


def _script(
    folder: Path, name: str, text: str, *names: str, number: int, is_last: bool = True
) -> list[str]:
    """Return the words that run a script with names and the folder where it writes."""
    script, out = folder / f"{name}.py", folder / f"{name}-{number}"
    script.write_text(text, "utf-8")
    out.mkdir()
    return [str(script), *((*names, str(out)) if is_last else (str(out), *names))]


def _has_pandoc() -> bool:
    return importlib.util.find_spec("pypandoc") is not None


def _our_sources(folder: Path) -> None:
    for name in _SOURCES:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (folder / "index.md").write_text(_OUR_INDEX, "utf-8")


def _plain_sources(folder: Path) -> None:
    shutil.copytree(ROOT / "protocols", folder / "protocols")
    (folder / "conf.py").write_text(_PLAIN, "utf-8")
    listed = "\n".join(
        path.relative_to(folder).with_suffix("").as_posix() for path in _protocols(folder)
    )
    (folder / "index.md").write_text(f"# Index\n\n```{{toctree}}\n{listed}\n```\n", "utf-8")


def _protocols(folder: Path) -> list[Path]:
    return sorted(folder.glob("protocols/*/*.md"))


def _measured(words: list[str], scratch: Path) -> Run:
    first = [] if words[0].endswith(".py") else ["-m"]
    return run_measured([sys.executable, *first, *words], scratch / "said.txt", _FINE)


if __name__ == "__main__":
    main()
