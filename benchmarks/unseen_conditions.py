"""Which conditions no test of their room comes to: what ``random_mutants.py`` would find, at once.

A condition that no test evaluates can be denied unnoticed. One run of the tests tells them all,
each with the room's other tests in mind: a test elsewhere does not count, as for a mutant.

    .venv/bin/python benchmarks/unseen_conditions.py                # all rooms, the quick tests
    .venv/bin/python benchmarks/unseen_conditions.py review paper   # modules with such a name

Two kinds are told that a test may hold all the same: what is evaluated while tests are read (a
table made at import), and what is kept once a test of another room has asked for it.
"""

from __future__ import annotations

import ast
import builtins
import importlib.machinery
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from random_mutants import room_tests

_ROOT = Path(__file__).parents[1]
_PACKAGE = _ROOT / "tools" / "protocolkit"
QUICK = "not (browser or npm or office or build or process or long)"
SEES = "_a_condition_is_seen"


class Conditions(ast.NodeTransformer):
    """Puts a call around each condition of a module, which hands on its value and is counted."""

    def __init__(self, module: str, found: list[tuple[str, int, str]]) -> None:
        self._module = module
        self._found = found

    def visit_If(self, node: ast.If) -> ast.If:
        """Watch the condition of a statement."""
        self.generic_visit(node)
        node.test = self._watched(node.test)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        """Watch the condition of an expression."""
        self.generic_visit(node)
        node.test = self._watched(node.test)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """Watch the conditions of a comprehension."""
        self.generic_visit(node)
        node.ifs = [self._watched(test) for test in node.ifs]
        return node

    def _watched(self, test: ast.expr) -> ast.expr:
        number = len(self._found)
        self._found.append((self._module, test.lineno, " ".join(ast.unparse(test).split())))
        name = ast.Name(SEES, ast.Load())
        return ast.copy_location(ast.Call(name, [ast.Constant(number), test], []), test)


class Watcher(MetaPathFinder):
    """Loads the package with its conditions watched; as a plugin, knows which test runs."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int, str]] = []
        self._seen: dict[int, set[str]] = defaultdict(set)
        self._test = ""
        self._code: dict[str, CodeType] = {}
        for path in sorted(_PACKAGE.rglob("*.py")):
            module = path.relative_to(_PACKAGE).as_posix()
            tree = self._instrumented(module, ast.parse(path.read_text("utf-8")))
            ast.fix_missing_locations(tree)
            self._code[str(path)] = compile(tree, str(path), "exec", dont_inherit=True)

    def _instrumented(self, module: str, tree: ast.Module) -> ast.Module:
        """Return a module whose conditions are watched."""
        Conditions(module, self.found).visit(tree)
        return tree

    def see(self, number: int, value: object) -> object:
        """Note that the present test came to a condition; return its value."""
        if self._test:
            self._seen[number].add(self._test)
        return value

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return how a module of ours is loaded; None for any other."""
        if fullname.partition(".")[0] != "protocolkit":
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        code = self._code.get(spec.origin or "") if spec is not None else None
        if spec is None or code is None:
            return None
        loader = _Loader(fullname, str(spec.origin))
        loader.code = code
        return importlib.util.spec_from_file_location(fullname, spec.origin, loader=loader)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Keep the file of the test that begins."""
        self._test = nodeid.partition("::")[0]

    def pytest_runtest_logfinish(self) -> None:
        """Keep none: nothing that comes now is of a test."""
        self._test = ""

    def unseen(self) -> Iterator[tuple[str, int, str]]:
        """Yield the module, line and words of each condition that no test of its room came to."""
        for number, (module, line, words) in enumerate(self.found):
            room = room_tests(module)
            if not any(test.startswith(own) for test in self._seen[number] for own in room):
                yield module, line, words


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module whose code was made already."""

    code: CodeType

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - as the class above has it
        """Return the code that was made."""
        return self.code


def main() -> None:
    """Run the quick tests and print what no test of a room came to, module by module."""
    words = sys.argv[1:] or [""]
    watcher = Watcher()
    setattr(builtins, SEES, watcher.see)
    sys.meta_path.insert(0, watcher)
    options = ["-q", "-p", "no:xdist", "--hypothesis-profile=quick", "-m", QUICK]
    pytest.main([*options, str(_ROOT / "tests")], plugins=[watcher])
    by_module: dict[str, list[str]] = defaultdict(list)
    for module, line, said in watcher.unseen():
        by_module[module].append(f"    {line}: {said}")
    shown = {m: lines for m, lines in by_module.items() if any(word in m for word in words)}
    for module, lines in sorted(shown.items(), key=lambda item: (-len(item[1]), item[0])):
        print(module, *lines, sep="\n")
    count = sum(map(len, shown.values()))
    print(f"{count} of {len(watcher.found)} conditions are seen by no test of their room")


if __name__ == "__main__":
    main()
