"""What commands leave that are killed, have no room, may not write, or run twice at once.

    .venv/bin/python benchmarks/kills.py                    # 210 kills over six commands
    .venv/bin/python benchmarks/kills.py --kills 40 --only update,build --seed 3

Each time a fresh project, a command, and SIGKILL at a moment drawn between its first and last; then
the same command again. What must hold: the folder is then byte for byte what an undisturbed run
leaves, and no temporary file remains. Sphinx's own state and our cache are no result and are not
compared. A limit on the size of files stands for a full disk: the command must say so (exit code
2, no traceback), leave whole files only, and do its work when there is room again. Two at once
must leave what one leaves. Linux only.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import importlib
import json
import os
import pkgutil
import resource
import shutil
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from protocolkit import commands

ROOT = Path(__file__).parents[1]
_SUBJECT = "sociale-media"
_DRAFT = f"protocols/{_SUBJECT}/de-regenboog.md"
_OLD, _NEW = "dreigt te ontsporen", "uit de hand loopt"
_NO_RESULT = frozenset({".cache", "__pycache__"})
_SPHINX_STATE = ".doctrees"
_REFUSED = 2
_CAPABILITIES_3 = 0x20080522
_LATE = (
    "furo",
    "myst_parser.sphinx_ext.main",
    "sphinx.builders.html",
    "sphinx.environment",
    "typst",
)
_CONF = """\
extensions = ["protocolkit"]
language = "nl"
html_theme = "furo"
include_patterns = ["index.md", "protocols/**"]
"""
_INDEX = "# Begin\n\n```{protocol-overview}\n```\n\n```{toctree}\n:glob:\n\nprotocols/*/*\n```\n"
_BOARD = """\
---
protocol:
  organisation: {{name: Stichting {name}, kind: bestuur}}
---

# Protocol {name}

{{#h}}
## 1 Regels

{{#art-1}}
1. Bellen mag in de pauze.

{{#art-2}}
2. Filmen mag niet[^1].

[^1]: Zie de wet.
"""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command, and how its project is made."""

    words: Sequence[str]
    prepare: Callable[[Path], None]
    kills: int


def _boards(folder: Path) -> None:
    shutil.copytree(ROOT / "protocols", folder / "protocols")


def _draft(folder: Path) -> None:
    """Make a draft, and change its sources since then."""
    _boards(folder)
    _new_answers(folder)
    assert _waited(_started(folder, _SCENARIOS["new"].words)) in (0, 1), "the draft was made"
    for path in (folder / "protocols" / _SUBJECT).glob("*.md"):
        if path.name != Path(_DRAFT).name:
            path.write_text(path.read_text("utf-8").replace(_OLD, _NEW), "utf-8")


def _new_answers(folder: Path) -> None:
    given = f"subject: {_SUBJECT}\norganisation: {{name: Stichting De Regenboog}}\n"
    (folder / "antwoorden.yml").write_text(given, "utf-8")


def _with_answers(folder: Path) -> None:
    _boards(folder)
    _new_answers(folder)


def _unanswered(folder: Path) -> None:
    """Leave out of the topics what one board says."""
    _boards(folder)
    path = folder / "protocols" / _SUBJECT / "topics.yml"
    lines = path.read_text("utf-8").split("\n")
    kept = [line for line in lines if not line.strip().startswith("borger-odoorn: [")]
    path.write_text("\n".join(kept), "utf-8")


def _text(folder: Path) -> None:
    bron = ROOT / "protocols" / _SUBJECT / "bron" / "oponoa.txt"
    shutil.copy(bron, folder / "brief.txt")


def _site(folder: Path) -> None:
    subject = folder / "protocols" / "regels"
    subject.mkdir(parents=True)
    (folder / "conf.py").write_text(_CONF, "utf-8")
    (folder / "index.md").write_text(_INDEX, "utf-8")
    for name in ("een", "twee"):
        (subject / f"{name}.md").write_text(_BOARD.format(name=name), "utf-8")
    topic = {"id": "t", "title": "Mag bellen?", "theme": "a"}
    topics = {
        "title": "Regels",
        "themes": [{"id": "a", "title": "Bellen"}],
        "topics": [{**topic, "clauses": {"een": ["art-1"], "twee": ["art-1"]}}],
    }
    (subject / "topics.yml").write_text(json.dumps(topics), "utf-8")


_SCENARIOS = {
    "import": Scenario(
        ("import", "brief.txt", "-s", _SUBJECT, "-n", "Stichting Voorbeeld", "--yes"), _text, 60
    ),
    "new": Scenario(("new", "--answers", "antwoorden.yml", "--yes"), _with_answers, 25),
    "update": Scenario(("update", _DRAFT, "--all"), _draft, 20),
    "align": Scenario(("align", _SUBJECT, "--write"), _unanswered, 30),
    "export": Scenario(("export", _SUBJECT, "-o", "uit", "--force"), _boards, 40),
    "build": Scenario(("build", "-q"), _site, 35),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all, print what is left, and say by the exit code whether anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, help="per command, instead of 210 in all")
    parser.add_argument("--only", default=",".join(_SCENARIOS))
    parser.add_argument("--seed", default="1")
    asked = parser.parse_args(arguments)
    _load_everything()
    began, kills, wrong = time.perf_counter(), 0, 0
    for name in asked.only.split(","):
        with tempfile.TemporaryDirectory() as scratch:
            count = asked.kills or _SCENARIOS[name].kills
            trial = _Trial(_SCENARIOS[name], Path(scratch), Random(f"{asked.seed}-{name}"))
            found = trial.all(count)
        kills, wrong = kills + count, wrong + len(found)
        print(f"{name}: {count} kills of a run of {trial.seconds:.2f} s: {len(found)} faults")
        for fault in dict.fromkeys(found):
            print(f"  {found.count(fault)} × {fault}", flush=True)
    print(f"{kills} kills in {time.perf_counter() - began:.0f} s: {wrong} faults")
    return int(wrong > 0)


class _Trial:
    """One command, again and again, each time in a fresh copy of its project."""

    def __init__(self, scenario: Scenario, scratch: Path, random: Random) -> None:
        self._words, self._scratch, self._random = scenario.words, scratch, random
        self._fresh = scratch / "fresh"
        self._fresh.mkdir()
        scenario.prepare(self._fresh)
        self._tried = scratch / "tried"
        began = time.perf_counter()
        with self._project() as folder:
            self._code = _waited(_started(folder, self._words))
            self.seconds = time.perf_counter() - began
            self._wanted = _files(folder)

    def all(self, kills: int) -> list[str]:
        """Return every fault of so many kills, and of the other accidents."""
        found = [fault for _ in range(kills) for fault in self._killed()]
        limits = (1, 100, 5_000, *(self._random.randrange(200_000) for _ in range(3)))
        found += [fault for limit in limits for fault in self._full(limit)]
        return [*found, *self._read_only(), *self._twice()]

    @contextlib.contextmanager
    def _project(self) -> Iterator[Path]:
        shutil.copytree(self._fresh, self._tried)
        try:
            yield self._tried
        finally:
            shutil.rmtree(self._tried)

    def _killed(self) -> Iterator[str]:
        with self._project() as folder:
            child = _started(folder, self._words)
            time.sleep(self._random.uniform(0, self.seconds))
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            _waited(child)
            yield from self._again(folder, "after a kill")

    def _full(self, limit: int) -> Iterator[str]:
        with self._project() as folder:
            code = _waited(_started(folder, self._words, limit=limit))
            if code not in (self._code, _REFUSED):
                yield f"on a full disk: exit code {code}"
            yield from _strangers(folder, "on a full disk")
            yield from self._again(folder, "after a full disk")

    def _read_only(self) -> Iterator[str]:
        """Run where nothing may be written, and without what lets root do so all the same."""
        with self._project() as folder:
            before = _files(folder)
            code = _waited(_started(folder, self._words, is_frozen=True))
            if code not in (self._code, _REFUSED):
                yield f"in a folder that may not be written: exit code {code}"
            if _files(folder) != before:
                yield "in a folder that may not be written: files changed"

    def _twice(self) -> Iterator[str]:
        with self._project() as folder:
            both = [_started(folder, self._words) for _ in range(2)]
            codes = [_waited(child) for child in both]
            if any(code not in (self._code, _REFUSED) for code in codes):
                yield f"two at once: exit codes {codes}"
            yield from self._again(folder, "after two at once")

    def _again(self, folder: Path, when: str) -> Iterator[str]:
        code = _waited(_started(folder, self._words))
        found = _files(folder)
        wrong = sorted(
            name for name in {*found, *self._wanted} if found.get(name) != self._wanted.get(name)
        )
        if wrong:
            yield f"{when}: exit code {code}, {len(wrong)} files differ, such as {wrong[0]}"
        yield from _strangers(folder, when)


def _strangers(folder: Path, when: str) -> Iterator[str]:
    """Yield what is no file of anybody: names as temporary files have them."""
    for path in folder.rglob(".*.*"):
        if path.is_file() and _is_result(path.relative_to(folder)):
            yield f"{when}: a temporary file of {path.name.split('.')[1]} is left"


def _is_result(path: Path) -> bool:
    return not any(part in _NO_RESULT or part.endswith(_SPHINX_STATE) for part in path.parts)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _is_result(path.relative_to(folder))
    }


def _load_everything() -> None:
    """Load what commands use, so that a kill meets their work and not their beginning."""
    package = importlib.import_module("protocolkit")
    for module in pkgutil.walk_packages(package.__path__, "protocolkit."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in _LATE:
        importlib.import_module(name)


def _started(folder: Path, words: Sequence[str], *, limit: int = 0, is_frozen: bool = False) -> int:
    """Begin a command in a copy of this process, in a group of its own; return its number."""
    child = os.fork()
    if child:
        with contextlib.suppress(OSError):
            os.setpgid(child, child)
        return child
    os.setpgid(0, 0)
    os.chdir(folder)
    quiet = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(quiet, number)
    if is_frozen:
        _freeze(folder)
    if limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    sys.argv = ["protocol", *words]
    code = 3
    try:
        commands.run()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 3
    os._exit(code)


def _freeze(folder: Path) -> None:
    """Let nothing be written in a folder, for this process only."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    # root may write everywhere; without its capabilities it is an owner like any other
    nothing = struct.pack("6I", *[0] * 6)
    ctypes.CDLL(None).capset(struct.pack("Ii", _CAPABILITIES_3, 0), nothing)


def _waited(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    sys.exit(main())
