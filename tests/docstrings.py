"""The examples in the docstrings of a room's modules, run by a test of that room."""

from __future__ import annotations

import doctest
import importlib
from functools import cache
from pathlib import Path

from random_mutants import room_tests
from seeds import ROOT

_PACKAGE = ROOT / "tools" / "protocolkit"


@cache
def modules_with_examples() -> dict[str, list[str]]:
    """Return the modules with an example in a docstring, by the folder of their tests."""
    found: dict[str, list[str]] = {}
    for path in sorted(_PACKAGE.rglob("*.py")):
        if "    >>> " in path.read_text("utf-8"):
            module = path.relative_to(_PACKAGE).as_posix()
            folder = Path(room_tests(module)[-1]).parent.as_posix()
            found.setdefault(folder, []).append(module)
    return found


def check_examples(test: str) -> None:
    """Run the examples of all modules whose tests stand in the folder of this one."""
    folder = Path(test).parent.relative_to(ROOT).as_posix()
    runner = doctest.DocTestRunner(verbose=False)
    said: list[str] = []
    for module in modules_with_examples()[folder]:
        name = f"protocolkit.{module.removesuffix('.py').replace('/', '.')}"
        for example in doctest.DocTestFinder().find(importlib.import_module(name)):
            runner.run(example, out=said.append)
    assert not said, "".join(said)
    assert runner.tries
