"""How many broken ideas the tests beside a module notice, one change at a time.

Each of ``mutants.py`` is made in a copy of the package, and the tests beside its module are run
against that: those that need no browser, no other program and no website, with few examples for
each property. Prints who was caught and by which test, and how many in all:

    .venv/bin/python benchmarks/mutations.py            # two at a time, a few minutes
    .venv/bin/python benchmarks/mutations.py ledger     # those whose module has this in its name

Or changes that nobody chose (``random_mutants.py``), against all tests of the module's room, the
quick ones first; those with a browser, LibreOffice or npm are left out:

    .venv/bin/python benchmarks/mutations.py --random 20261130
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mutants import MUTANTS, Mutant
from random_mutants import RandomMutant, draw

ROOT = Path(__file__).parents[1]
_AT_A_TIME = 2
_LOOP = "not (browser or npm or office or build or process)"
_REST = "(build or process) and not (browser or npm or office)"
_PASSED, _FAILED, _NONE_THERE = 0, 1, 5
# A change may make a loop that has no end.
_MOST_SECONDS = 1_800
_NEVER_ENDS = "a test that does not end"
_DRAWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the tests made of a mutant: which test caught it, ``""`` when none did."""

    mutant: Mutant | RandomMutant
    caught_by: str


def main() -> None:
    """Try the mutants that are asked for and print what came of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("words", nargs="*", default=[""])
    parser.add_argument("--random", type=int, metavar="SEED")
    asked = parser.parse_args()
    mutants: Sequence[Mutant | RandomMutant] = MUTANTS
    if asked.random is not None:
        mutants = draw(asked.random, _DRAWN)
    chosen = [mutant for mutant in mutants if any(word in mutant.module for word in asked.words)]
    if asked.random is None:
        _check_untouched(test for mutant in chosen for test in mutant.tests)
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        outcomes: list[Outcome] = []
        for outcome in pool.map(_try, chosen):
            said = f"caught by {outcome.caught_by}" if outcome.caught_by else "NOT CAUGHT"
            print(f"{outcome.mutant.module}: {outcome.mutant.idea}\n    {said}", flush=True)
            outcomes.append(outcome)
    caught = [outcome.caught_by for outcome in outcomes if outcome.caught_by]
    _check_untouched(name for name in caught if name != _NEVER_ENDS)
    print(f"{len(caught)} of {len(outcomes)} caught by the tests beside the module")


def mutated(text: str, mutant: Mutant) -> str:
    """Return the text of a module with the change in it; it must stand there exactly once."""
    if text.count(mutant.old) != 1:
        raise SystemExit(f"{mutant.module} has this {text.count(mutant.old)} times: {mutant.old}")
    return text.replace(mutant.old, mutant.new)


def _check_untouched(tests: Iterable[str]) -> None:
    """Stop when tests fail in a copy without any change: nothing would be known."""
    with tempfile.TemporaryDirectory() as folder:
        done = _run(sorted(set(tests)), _copied(Path(folder)))
    if done.returncode != _PASSED:
        raise SystemExit(f"these tests fail without any change:\n{done.stdout[-3000:]}")


def _try(mutant: Mutant | RandomMutant) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        package = _copied(Path(folder))
        module = package / "protocolkit" / mutant.module
        if isinstance(mutant, RandomMutant):
            module.write_text(mutant.text, "utf-8")
        else:
            module.write_text(mutated(module.read_text("utf-8"), mutant), "utf-8")
        for needs in (_LOOP, _REST) if isinstance(mutant, RandomMutant) else (_LOOP,):
            caught_by = _caught_by(mutant, package, needs)
            if caught_by:
                break
    return Outcome(mutant=mutant, caught_by=caught_by)


def _caught_by(mutant: Mutant | RandomMutant, package: Path, needs: str) -> str:
    try:
        done = _run(mutant.tests, package, needs)
    except subprocess.TimeoutExpired:
        return _NEVER_ENDS
    if done.returncode in (_PASSED, _NONE_THERE):
        return ""
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    if done.returncode != _FAILED and not failed:
        raise SystemExit(f"{mutant.module}: the tests did not run\n{done.stdout[-3000:]}")
    return failed[0].partition(" ")[2].partition(" - ")[0]


def _copied(folder: Path) -> Path:
    for name in ("tools", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder / "tools"


def _run(
    tests: Sequence[str], package: Path, needs: str = f"({_LOOP}) or ({_REST})"
) -> subprocess.CompletedProcess[str]:
    words = ["-m", "pytest", "-n0", "-q", "-x", "-m", needs, "--hypothesis-profile=quick", *tests]
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment,
        timeout=_MOST_SECONDS,
    )


if __name__ == "__main__":
    main()
