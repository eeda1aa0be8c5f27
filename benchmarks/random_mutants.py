"""Changes drawn at random: one number or one condition in each of so many modules.

For ``mutations.py``. A number that has a name becomes ten times as large or as small, a condition
its denial. Nobody chose them, so what is caught of them says how much the tests notice; a list
that somebody made says only that what was thought of is held.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PACKAGE = ROOT / "tools" / "protocolkit"
_TESTS = ROOT / "tests"
_GUARDS = ("TYPE_CHECKING", "__name__")
_FACTOR = 10

EQUIVALENT: dict[tuple[str, str], str] = {
    ("text/differences.py", "_FIRST_CHARACTER = 0x100"): "words are told apart by any signs",
    ("text/words.py", "_SHORT = 1_000"): "it says which texts' words are remembered, and no more",
}
"""Changes that change nothing that can be seen, by module and line, with the reason.

A limit, a width or a threshold is none of them: what is refused, cut or drawn by it can be seen.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place of a module that can be changed; offsets are in the bytes of its text."""

    begin: int
    end: int
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomMutant:
    """A module with one place changed: its whole text, and the line before and after."""

    module: str
    line: int
    old: str
    new: str
    text: str
    tests: tuple[str, ...]

    @property
    def idea(self) -> str:
        """What was changed."""
        return f"line {self.line}: {self.old} -> {self.new}"


def draw(seed: int, number: int, package: Path = _PACKAGE) -> tuple[RandomMutant, ...]:
    """Draw changes in as many modules; a module more or less changes what others get in nothing."""
    modules = [path.relative_to(package).as_posix() for path in package.rglob("[!_]*.py")]
    modules.sort(key=lambda module: random.Random(f"{seed} {module}").random())
    found = []
    for module in modules:
        generator = random.Random(f"{seed} {module}")
        text = (package / module).read_text("utf-8")
        places = sites(text, generator)
        generator.shuffle(places)
        made = (_mutant(module, text, place) for place in places)
        mutant = next((one for one in made if (one.module, one.old) not in EQUIVALENT), None)
        if mutant is not None:
            found.append(mutant)
        if len(found) == number:
            break
    return tuple(found)


def sites(text: str, generator: random.Random) -> list[Site]:
    """Return the named numbers and the conditions of a module, each with what it becomes."""
    content, tree = text.encode(), ast.parse(text)
    starts = [0]
    for line in content.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def site(node: ast.expr, new: str) -> Site:
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        return Site(begin=begin, end=end, new=new)

    def source_of(node: ast.expr) -> str:
        place = site(node, "")
        return content[place.begin : place.end].decode()

    found = [site(node, _other(node.value, generator)) for _, node in numbers_of(tree)]
    for condition in _conditions(tree):
        source = source_of(condition)
        if not any(guard in source for guard in _GUARDS):
            found.append(site(condition, f"(not ({source}))"))
    return found


def numbers_of(tree: ast.Module) -> Iterator[tuple[str, ast.Constant]]:
    """Yield the numbers that get a name at the top of a module, alone or in one tuple."""
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        pairs: Iterable[tuple[ast.expr, ast.expr]] = [(target, node.value)]
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = zip(target.elts, node.value.elts, strict=True)
        elif isinstance(node.value, ast.Tuple):
            pairs = ((target, value) for value in node.value.elts)
        for name, value in pairs:
            if isinstance(value, ast.Constant) and type(value.value) in (int, float):
                yield ast.unparse(name), value


def _other(value: object, generator: random.Random) -> str:
    assert isinstance(value, int | float)
    is_larger = value == 0 or generator.random() < 0.5
    if isinstance(value, float):
        return repr((value or 1.0) * _FACTOR if is_larger else value / _FACTOR)
    return str((value or 1) * _FACTOR if is_larger else value // _FACTOR)


def _conditions(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.IfExp):
            yield node.test
        elif isinstance(node, ast.comprehension):
            yield from node.ifs


def _mutant(module: str, text: str, place: Site) -> RandomMutant:
    content = text.encode()
    changed = content[: place.begin] + place.new.encode() + content[place.end :]
    line = content.count(b"\n", 0, place.begin)
    lines = content.count(b"\n", place.begin, place.end) + 1
    after = place.new.count("\n") + 1
    return RandomMutant(
        module=module,
        line=line + 1,
        old=_shown(text.splitlines()[line : line + lines]),
        new=_shown(changed.decode().splitlines()[line : line + after]),
        text=changed.decode(),
        tests=room_tests(module),
    )


def _shown(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


def room_tests(module: str) -> tuple[str, ...]:
    """Return the tests of the room that a module stands in, those most likely of it first.

    These are those that bear its name, and then those that import it. Of a room with rooms inside
    it they are those that stand in the room itself, if there are any.
    """
    path = Path(module)
    folder = _TESTS / path.parent
    while not folder.exists():
        folder = folder.parent
    named = sorted(folder.rglob(f"test_{path.stem}.py"))
    imported = ".".join(("protocolkit", *path.with_suffix("").parts))
    room = sorted(folder.glob("test_*.py"), key=lambda test: (not _imports(test, imported), test))
    room = room or [folder]
    return tuple(dict.fromkeys(test.relative_to(ROOT).as_posix() for test in (*named, *room)))


def _imports(test: Path, module: str) -> bool:
    return f"from {module} import" in test.read_text("utf-8")
