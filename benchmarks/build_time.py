"""How long a build takes beside plain Sphinx and beside pandoc, on the same five protocols.

Prints three comparisons as medians of five interleaved runs, each a process of its own:

- everything from nothing, beside plain Sphinx making HTML of the same protocols and theme;
- one protocol edited, beside plain Sphinx after the same edit;
- everything from nothing, beside pandoc making HTML, Word and, through Typst, PDF.

Pandoc comes from ``pip install -e '.[benchmarks]'``; without it the third is left out::

    .venv/bin/python benchmarks/build_time.py
"""

from __future__ import annotations

import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
_RUNS = 5
_SOURCES = ("conf.py", "protocols", "templates")
_OUR_INDEX = "# Index\n\n```{protocol-overview}\n```\n"
_EDITED = Path("protocols") / "sociale-media" / "verkruisen.md"
# 1: problems found, which the edit makes: its words are not in the source of the protocol.
_FINE = frozenset({0, 1})
_PLAIN = """\
extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_block"]
language = "nl"
html_theme = "furo"
"""
_PANDOC = """\
import subprocess, sys
from pathlib import Path
import pypandoc, typst
pandoc, out = pypandoc.get_pandoc_path(), Path(sys.argv[1])
for name in sys.argv[2:]:
    for form in ("html", "docx", "typst"):
        made = out / f"{Path(name).stem}.{form}"
        subprocess.run([pandoc, "-s", "-f", "markdown", "-t", form, "-o", made, name], check=True)
    typst.compile(str(made), output=str(made.with_suffix(".pdf")))
"""


@dataclass(slots=True, kw_only=True)
class _Contest:
    """Two ways to the same thing, each run by number, and the seconds that they took."""

    title: str
    ours: Callable[[int], list[str]]
    other_name: str
    theirs: Callable[[int], list[str]]
    our_seconds: list[float] = field(default_factory=list)
    their_seconds: list[float] = field(default_factory=list)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        contests = _contests(Path(name))
        for number in range(_RUNS):
            for contest in contests:
                contest.our_seconds.append(_seconds(contest.ours(number)))
                contest.their_seconds.append(_seconds(contest.theirs(number)))
    for contest in contests:
        mine, other = (
            statistics.median(contest.our_seconds),
            statistics.median(contest.their_seconds),
        )
        print(f"{contest.title}: {mine:.2f} s")
        print(f"    {contest.other_name}: {other:.2f} s, ratio {mine / other:.2f}")
    if not _has_pandoc():
        print("pandoc: left out, it is not installed (pip install -e '.[benchmarks]')")


def _contests(folder: Path) -> list[_Contest]:
    repository, plain = folder / "repository", folder / "plain"
    for name in _SOURCES:
        source, target = ROOT / name, repository / name
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (repository / "index.md").write_text(_OUR_INDEX, "utf-8")
    _plain_sources(plain)

    def whole(place: Path) -> list[str]:
        return ["protocolkit", "build", "-q", "-C", str(repository), "-o", str(place / "html")]

    def stock(place: Path) -> list[str]:
        return ["sphinx", "-Q", "-b", "html", str(plain), str(place)]

    def edited(made: list[str], root: Path) -> Callable[[int], list[str]]:
        subprocess.run([sys.executable, "-m", *made], check=False, capture_output=True)

        def again(number: int) -> list[str]:
            with (root / _EDITED).open("a", encoding="utf-8") as file:
                file.write(f"\nNog een zin, nummer {number}.\n")
            return made

        return again

    found = [
        _Contest(
            title="everything from nothing, comparison, PDF and Word included",
            ours=lambda number: whole(folder / f"ours-{number}"),
            other_name="plain sphinx-build -b html of the same protocols",
            theirs=lambda number: stock(folder / f"plain-{number}"),
        ),
        _Contest(
            title="one protocol edited, everything up to date again",
            ours=edited(whole(folder / "ours-edited"), repository),
            other_name="plain sphinx-build -b html after the same edit",
            theirs=edited(stock(folder / "plain-edited"), plain),
        ),
    ]
    if _has_pandoc():
        found.append(
            _Contest(
                title="everything from nothing, once more",
                ours=lambda number: whole(folder / f"again-{number}"),
                other_name="pandoc making HTML, Word and Typst, typst-py making PDF",
                theirs=lambda number: _pandoc(folder, plain, folder / f"pandoc-{number}"),
            )
        )
    return found


def _pandoc(folder: Path, plain: Path, out: Path) -> list[str]:
    out.mkdir()
    script = folder / "with_pandoc.py"
    script.write_text(_PANDOC, "utf-8")
    protocols = sorted(str(path) for path in (plain / "protocols").glob("*/*.md"))
    return [str(script), str(out), *protocols]


def _has_pandoc() -> bool:
    return importlib.util.find_spec("pypandoc") is not None


def _plain_sources(folder: Path) -> None:
    shutil.copytree(ROOT / "protocols", folder / "protocols")
    (folder / "conf.py").write_text(_PLAIN, "utf-8")
    names = sorted(p.relative_to(folder).with_suffix("") for p in folder.rglob("protocols/*/*.md"))
    listed = "\n".join(name.as_posix() for name in names)
    (folder / "index.md").write_text(f"# Index\n\n```{{toctree}}\n{listed}\n```\n", "utf-8")


def _seconds(words: list[str]) -> float:
    is_script = words[0].endswith(".py")
    command = [sys.executable, *words] if is_script else [sys.executable, "-m", *words]
    began = time.perf_counter()
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    took = time.perf_counter() - began
    if run.returncode not in _FINE:
        raise SystemExit(f"{' '.join(words[:3])} failed:\n{run.stderr}")
    return took


if __name__ == "__main__":
    main()
