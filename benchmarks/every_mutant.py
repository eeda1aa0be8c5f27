"""Every named number and every condition of some rooms changed, one at a time, in one run.

``mutations.py --random`` draws thirty changes and starts the tests anew for each. Here the package
is loaded once with all its numbers and conditions watched. First each file of tests runs in
a process of its own and tells which tests come to what; then each change is switched on in a copy
of the process as it was after loading, and only the tests of its room that come to it run, until
one fails. Prints what none of them noticed, and how many were caught:

    .venv/bin/python benchmarks/every_mutant.py --limits             # named numbers of all rooms
    .venv/bin/python benchmarks/every_mutant.py --limits text        # of modules with such a name
    .venv/bin/python benchmarks/every_mutant.py --conditions review

Of conditions only those that tests come to with one answer are tried: of the others nearly none
passes unnoticed. A number becomes twice as large and half as large (``--factor``), a condition its
denial. What no test of the room reads is told as unread: also what is read only while modules are
loaded (a pattern with a limit in it), and what only builds and other programs come to.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import os
import pickle
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

import pytest

from random_mutants import EQUIVALENT, numbers_of, room_tests
from unseen_conditions import SEES, Conditions, Watcher

_ROOT = Path(__file__).parents[1]
_PACKAGE = _ROOT / "tools" / "protocolkit"
# Of the processor: a change may make a loop that has no end, and very many tests come to some.
_MOST_SECONDS, _ENOUGH_SECONDS = 60, 10
_LONGEST_WAIT = 120
_LOOP = "not (browser or npm or office or build or process)"
_AT_A_TIME = 2
_FACTOR = 2
_BOTH = 2
# Each test that ran, how long, and the places that it came to with what stood there.
_Seen = list[tuple[int, float, set[tuple[int, bool]]]]
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is switched on: a watched place, and by how much its number is multiplied, if it is."""

    place: int
    factor: float | None = None

    def of(self, value: object) -> object:
        """Return what a value becomes."""
        if self.factor is None or not isinstance(value, int | float):
            return not value
        made = (value or 1) * self.factor
        return int(made) if isinstance(value, int) else made


class Numbers(ast.NodeTransformer):
    """Puts a call around each reading of a number that has a name at the top of a module."""

    def __init__(self, places: dict[str, int]) -> None:
        self._places = places

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Watch a name that is read."""
        if not isinstance(node.ctx, ast.Load) or node.id not in self._places:
            return node
        called = ast.Name(SEES, ast.Load())
        made = ast.Call(called, [ast.Constant(self._places[node.id]), node], [])
        return ast.copy_location(made, node)


class Mutable(Watcher):
    """The package with its numbers and conditions watched, of which one can be changed."""

    def __init__(self) -> None:
        self.limits: dict[tuple[str, str], int] = {}
        self.on: Change | None = None
        self.come_to: set[tuple[int, bool]] = set()
        self.found: list[tuple[str, int, str]] = []
        for path in sorted(_PACKAGE.rglob("*.py")):
            module = path.relative_to(_PACKAGE).as_posix()
            lines = (text := path.read_text("utf-8")).splitlines()
            for name, number in _alone(numbers_of(ast.parse(text))):
                self.limits[module, name] = len(self.found)
                self.found.append((module, number.lineno, lines[number.lineno - 1] + f"  # {name}"))
        before = self.found
        super().__init__()
        self.found = [*before, *self.found[len(before) :]]

    def _instrumented(self, module: str, tree: ast.Module) -> ast.Module:
        if not self.found:
            self.found = [("", 0, "")] * len(self.limits)
        Conditions(module, self.found).visit(tree)
        Numbers(dict(self._names(module, tree))).visit(tree)
        return tree

    def _names(self, module: str, tree: ast.Module) -> Iterator[tuple[str, int]]:
        """Yield the numbers that a module names, and those that it imports by name."""
        yield from ((name, n) for (home, name), n in self.limits.items() if home == module)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("protocolkit."):
                home = "/".join(str(node.module).split(".")[1:]) + ".py"
                for alias in node.names:
                    if (home, alias.name) in self.limits:
                        yield alias.asname or alias.name, self.limits[home, alias.name]

    def see(self, number: int, value: object) -> object:
        """Note that the present test comes to a place; return its value, or what it became."""
        self.come_to.add((number, bool(value)))
        return self.on.of(value) if self.on is not None and self.on.place == number else value


class Runner:
    """Stands in the place of pytest's own loop over the tests that it read."""

    def __init__(self, package: Mutable, asked: argparse.Namespace) -> None:
        self._package = package
        self._asked = asked
        self._failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep that a test failed."""
        self._failed = self._failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all tests once, then for each change those that come to it."""
        sys.stdout.flush()
        items = session.items
        with tempfile.TemporaryDirectory() as folder:
            files = [list(own) for _, own in groupby(range(len(items)), lambda n: items[n].path)]
            every = [partial(self._seen, items, own) for own in files]
            seen: dict[int, list[int]] = defaultdict(list)
            seconds: dict[int, float] = {}
            answers: dict[int, set[bool]] = defaultdict(set)
            for own, by_test in zip(files, _in_copies(every, Path(folder)), strict=True):
                if by_test is None:
                    said = f"not run: {items[own[0]].nodeid.partition('::')[0]}"
                    print(said, file=sys.__stderr__, flush=True)
                for test, long, places in by_test or ():
                    seconds[test] = long
                    for place, answer in sorted(places):
                        answers[place].add(answer)
                        if test not in seen[place][-1:]:
                            seen[place].append(test)
            changes = [c for c in self._changes() if len(answers[c.place]) < _BOTH]
            tests = [
                sorted(self._of_room(items, change, seen[change.place]), key=seconds.__getitem__)
                for change in changes
            ]
            pairs = zip(changes, tests, strict=True)
            jobs = [partial(self._is_caught, items, change, own) for change, own in pairs]
            print(len(items), "tests,", len(changes), "changes", file=sys.__stderr__, flush=True)
            self._tell(changes, tests, _in_copies(jobs, Path(folder)))
        return True

    def _seen(self, items: Sequence[pytest.Item], own: Sequence[int]) -> _Seen:
        found = []
        for at, number in enumerate(own):
            self._package.come_to = set()
            following = items[own[at + 1]] if at + 1 < len(own) else None
            begun = time.process_time()
            items[number].ihook.pytest_runtest_protocol(item=items[number], nextitem=following)
            found.append((number, time.process_time() - begun, self._package.come_to))
        return found

    def _changes(self) -> Iterator[Change]:
        for place, (module, _, said) in enumerate(self._package.found):
            is_limit = place < len(self._package.limits)
            if (
                not any(word in module for word in self._asked.words)
                or (module, said.partition("  #")[0]) in EQUIVALENT
                or not (self._asked.limits if is_limit else self._asked.conditions)
            ):
                continue
            if is_limit:
                yield Change(place=place, factor=self._asked.factor)
                yield Change(place=place, factor=1 / self._asked.factor)
            else:
                yield Change(place=place)

    def _of_room(
        self, items: Sequence[pytest.Item], change: Change, seen: Iterable[int]
    ) -> list[int]:
        room = room_tests(self._package.found[change.place][0])
        return [n for n in seen if any(items[n].nodeid.startswith(own) for own in room)]

    def _is_caught(self, items: Sequence[pytest.Item], change: Change, tests: list[int]) -> bool:
        self._package.on = change
        signal.setitimer(signal.ITIMER_PROF, _MOST_SECONDS)
        begun = time.process_time()
        for at, number in enumerate(tests):
            if time.process_time() > begun + _ENOUGH_SECONDS:
                break
            following = items[tests[at + 1]] if at + 1 < len(tests) else None
            items[number].ihook.pytest_runtest_protocol(item=items[number], nextitem=following)
            if self._failed:
                return True
        return False

    def _tell(
        self, changes: list[Change], tests: list[list[int]], caught: Iterable[object]
    ) -> None:
        left = 0
        for change, own, is_caught in zip(changes, tests, caught, strict=True):
            if is_caught is False:
                left += 1
                module, line, said = self._package.found[change.place]
                became = f" * {change.factor:g}" if change.factor else ""
                kind = f"unnoticed by {len(own)} tests" if own else "unread"
                told = f"{kind}: {module}:{line}: {said}{became}"
                print(told, file=sys.__stderr__, flush=True)
        print(f"{len(changes) - left} of {len(changes)} caught", file=sys.__stderr__, flush=True)


def _alone(found: Iterable[tuple[str, ast.Constant]]) -> Iterator[tuple[str, ast.Constant]]:
    """Yield the numbers with a name of their own, which no tuple has for all that is in it."""
    named = list(found)
    counted = Counter(name for name, _ in named)
    yield from (one for one in named if counted[one[0]] == 1)


def _in_copies(jobs: Sequence[Callable[[], _Answer]], folder: Path) -> Iterator[_Answer | None]:
    """Do each job in a copy of this process, two at a time; yield what each made, in their order.

    One that does not end, or ends otherwise than by its answer, yields None.
    """
    running: dict[int, int] = {}
    done: dict[int, Any] = {}
    at = 0
    for number, job in enumerate(jobs):
        while len(running) >= _AT_A_TIME:
            _wait(running, done, folder)
        child = os.fork()
        if not child:
            # A thread that was there before is not in the copy: what waits for it waits for ever.
            signal.alarm(_LONGEST_WAIT)
            _answer(job, folder / str(number))
        running[child] = number
        while at in done:
            yield done.pop(at)
            at += 1
    while running:
        _wait(running, done, folder)
    yield from (done[n] for n in range(at, len(jobs)))


def _answer(job: Callable[[], object], file: Path) -> None:
    try:
        file.write_bytes(pickle.dumps(job()))
    finally:
        os._exit(0)


def _wait(running: dict[int, int], done: dict[int, Any], folder: Path) -> None:
    child, _ = os.wait()
    number = running.pop(child)
    file = folder / str(number)
    done[number] = pickle.loads(file.read_bytes()) if file.exists() else None
    file.unlink(missing_ok=True)


def main() -> None:
    """Try the changes that are asked for and print what nobody noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("words", nargs="*", default=[""])
    parser.add_argument("--limits", action="store_true")
    parser.add_argument("--conditions", action="store_true")
    parser.add_argument("--factor", type=float, default=_FACTOR)
    package = Mutable()
    setattr(builtins, SEES, package.see)
    sys.meta_path.insert(0, package)
    options = ["-o", "addopts=-p no:xdist -p no:terminal -p no:anyio", "--hypothesis-profile=quick"]
    asked = parser.parse_args()
    runner = Runner(package, asked)
    modules = (module for module, _, _ in package.found if any(w in module for w in asked.words))
    tests = sorted({test for module in set(modules) for test in room_tests(module)})
    pytest.main([*options, "-m", _LOOP, *tests], plugins=[package, runner])


if __name__ == "__main__":
    main()
