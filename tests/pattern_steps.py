"""How many steps a regular expression takes, counted as its engine tries them, and what to try.

Python's engine tells no counts, so this follows the parsed pattern in the same order: greedy or
not, one way after another, back where a way ends. The texts are made of the pattern: what stands
before a repeat, what it repeats many times, and a sign that lets it fail.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import protocolkit
from protocolkit.text.late_patterns import _Late

_parser: Any = importlib.import_module("re._parser")
_MANY = 30
_FAILS = "\x00"
_CATEGORIES: dict[str, tuple[str, Callable[[str], bool]]] = {
    "DIGIT": ("1", str.isdecimal),
    "SPACE": (" ", str.isspace),
    "WORD": ("a", lambda sign: sign.isalnum() or sign == "_"),
}


def compiled_patterns() -> dict[str, re.Pattern[str]]:
    """Return every pattern of the package by where it stands: compiled ones, and literal ones."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(protocolkit.__path__, "protocolkit."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        name = module.name.removeprefix("protocolkit.")
        for key, value in vars(loaded).items():
            for number, pattern in enumerate(_inside(value, 0)):
                found.setdefault(f"{name}.{key}.{number}", pattern)
        path = Path(loaded.__file__ or "")
        for line, pattern in _literal(ast.parse(path.read_text("utf-8"))):
            found[f"{name}:{line}"] = pattern
    unique: dict[tuple[str, int], str] = {}
    for place, pattern in found.items():
        unique.setdefault((pattern.pattern, pattern.flags), place)
    return {place: found[place] for place in unique.values()}


def _inside(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, _Late):
        # a pattern that stands for itself until it is used
        yield re.compile(*value._given)
    elif depth < 4 and isinstance(value, dict):
        for item in value.values():
            yield from _inside(item, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _inside(item, depth + 1)
    elif depth < 4 and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from _inside(getattr(value, each.name, None), depth + 1)


def _literal(tree: ast.Module) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Yield the patterns of calls such as ``re.sub("...", ...)``."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        of = node.func.value
        first = node.args[0] if node.args else None
        is_of_re = isinstance(of, ast.Name) and of.id == "re"
        if is_of_re and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node.lineno, re.compile(first.value)


_FITS: dict[tuple[str, int, str, bool], bool] = {}


@cache
def _parsed(pattern: str, flags: int) -> Sequence[Any]:
    return list(_parser.parse(pattern, flags))


class TooManyError(Exception):
    """More steps than anybody waits for."""


class Steps:
    """Searches a pattern in a text and counts what is tried; more than ``most`` raises."""

    def __init__(self, pattern: re.Pattern[str], most: int) -> None:
        self._tree = _parsed(pattern.pattern, pattern.flags)
        self._folds = bool(pattern.flags & re.IGNORECASE)
        self._all = bool(pattern.flags & re.DOTALL)
        self._most = most
        self._text = ""
        self._groups: dict[int, str] = {}
        self.count = 0

    def search(self, text: str) -> int:
        """Return how many steps a search takes that looks from every place on."""
        self._text, self.count = text, 0
        for begin in range(len(text) + 1):
            self._groups = {}
            if next(self._sequence(self._tree, 0, begin), None) is not None:
                break
        return self.count

    def taken(self, method: str, text: str, begin: int = 0) -> int:
        """Return how many steps a method of a pattern takes on a text, from a place in it on."""
        self._text, self.count = text, 0
        while begin <= len(text):
            self._groups = {}
            end = next(self._sequence(self._tree, 0, begin), None)
            if method in ("match", "fullmatch") or (method == "search" and end is not None):
                break
            begin = begin + 1 if end is None else max(end, begin + 1)
        return self.count

    def texts(self, times: int) -> tuple[str, ...]:
        """Return texts that make a repeat of the pattern go on for long, and then fail."""
        made: dict[tuple[str, str], str] = {}
        for before, bodies in self._repeats(self._tree, ""):
            for body in bodies:
                made.setdefault((before[-2:], body), f"{before}{body * times}{_FAILS}")
        return tuple(made.values())

    def _repeats(self, items: Sequence[Any], before: str) -> Iterator[tuple[str, list[str]]]:
        for item in items:
            name, value = str(item[0]), item[1]
            for inner in _branches(name, value):
                yield from self._repeats(inner, before)
            if name.endswith("REPEAT") and (str(value[1]) == "MAXREPEAT" or value[1] >= _MANY):
                yield before, [one for one in _examples(value[2]) if one][:2]
            before += next(iter(_examples([item])), "")

    def _sequence(self, items: Sequence[Any], number: int, at: int) -> Iterator[int]:
        if number == len(items):
            yield at
            return
        if number == len(items) - 1:
            yield from self._item(items[number], at)
            return
        for end in self._item(items[number], at):
            yield from self._sequence(items, number + 1, end)

    def _item(self, item: Any, at: int) -> Iterator[int]:
        self.count += 1
        if self.count > self._most:
            raise TooManyError
        name, value = item[0].name, item[1]
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, body = value
            most = len(self._text) + 1 if most is _parser.MAXREPEAT else most
            ends = self._repeat(body.data, (least, most), 0, at, is_lazy=name == "MIN_REPEAT")
            # one that gives nothing back goes on from its first end alone
            yield from islice(ends, 1 if name == "POSSESSIVE_REPEAT" else None)
        elif name == "SUBPATTERN":
            for end in self._sequence(value[3].data, 0, at):
                if value[0] is not None:
                    self._groups[value[0]] = self._text[at:end]
                yield end
        elif name == "BRANCH":
            for branch in value[1]:
                yield from self._sequence(branch.data, 0, at)
        elif name in ("ASSERT", "ASSERT_NOT"):
            if self._looks(value, at) == (name == "ASSERT"):
                yield at
        else:
            yield from self._sign(name, value, at)

    def _looks(self, value: Any, at: int) -> bool:
        direction, body = value
        if direction > 0:
            return next(self._sequence(body.data, 0, at), None) is not None
        begin = at - body.getwidth()[0]
        return begin >= 0 and any(end == at for end in self._sequence(body.data, 0, begin))

    def _repeat(
        self, body: Any, bounds: tuple[int, int], done: int, at: int, *, is_lazy: bool
    ) -> Iterator[int]:
        if is_lazy and done >= bounds[0]:
            yield at
        if done < bounds[1]:
            for end in self._sequence(body, 0, at):
                if end > at or done < bounds[0]:
                    yield from self._repeat(body, bounds, done + 1, end, is_lazy=is_lazy)
        if not is_lazy and done >= bounds[0]:
            yield at

    def _sign(self, name: str, value: Any, at: int) -> Iterator[int]:
        if name == "AT":
            if self._is_at(str(value), at):
                yield at
        elif name == "GROUPREF":
            if self._text.startswith(self._groups.get(value, _FAILS * 2), at):
                yield at + len(self._groups[value])
        elif name == "ANY" and not self._all and self._text[at : at + 1] == "\n":
            return
        elif at < len(self._text) and self._fits(name, value, self._text[at]):
            yield at + 1

    def _fits(self, name: str, value: Any, sign: str) -> bool:
        """Tell whether an item takes a sign; trees are kept, so each item is told by its place."""
        key = (name, id(value), sign, self._folds)
        if key not in _FITS:
            _FITS[key] = _fits(name, value, sign, folds=self._folds)
        return _FITS[key]

    def _is_at(self, place: str, at: int) -> bool:
        text = self._text
        if "BOUNDARY" in place:
            sides = [at > 0 and _is_word(text[at - 1]), at < len(text) and _is_word(text[at])]
            return (sides[0] != sides[1]) != ("NON" in place)
        if "BEGINNING" in place:
            return at == 0 or (place.endswith("LINE") and text[at - 1] == "\n")
        return at == len(text) or (place != "AT_END_STRING" and text[at] == "\n")


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _fits(name: str, value: Any, sign: str, *, folds: bool) -> bool:
    if name == "ANY":
        return True
    if name in ("LITERAL", "NOT_LITERAL"):
        same = sign == chr(value) or (folds and sign.lower() == chr(value).lower())
        return same == (name == "LITERAL")
    if name == "CATEGORY":
        kind = str(value).removeprefix("CATEGORY_")
        return _CATEGORIES[kind.removeprefix("NOT_")][1](sign) != kind.startswith("NOT_")
    if name == "RANGE":
        return any(value[0] <= ord(one) <= value[1] for one in {sign, sign.lower(), sign.upper()})
    assert name == "IN", name
    is_not: bool = value[0][0].name == "NEGATE"
    fits = any(_fits(n.name, v, sign, folds=folds) for n, v in value[is_not:])
    return fits is not is_not


def _branches(name: str, value: Any) -> Iterator[Any]:
    """Yield what is inside an item of a pattern."""
    if name.endswith("REPEAT"):
        yield value[2]
    elif name == "SUBPATTERN":
        yield value[3]
    elif name == "BRANCH":
        yield from value[1]


def _examples(items: Sequence[Any]) -> Iterator[str]:
    """Yield some short texts that items match, the shortest of each branch."""
    made = [""]
    for item in items:
        name, value = str(item[0]), item[1]
        if name.startswith("ASSERT") or name in ("AT", "GROUPREF"):
            continue
        if name.endswith("REPEAT"):
            one = next(iter(_examples(value[2])), "")
            ways = [one * max(value[0], 1)]
        elif name in ("SUBPATTERN", "BRANCH"):
            ways = [one for inner in _branches(name, value) for one in _examples(inner)]
        else:
            ways = _signs(name, value)
        made = [before + way for before in made[:3] for way in ways[:4]]
    yield from made


_TRIED = " a1.-(A\n,;\"'/x\t"


def _signs(name: str, value: Any) -> list[str]:
    if name == "LITERAL":
        return [chr(value)]
    likely = [sign for sign in _TRIED if _fits(name, value, sign, folds=False)]
    if name == "IN" and not likely:
        likely = [chr(v) for n, v in value if str(n) == "LITERAL"]
        likely += [chr(v[0]) for n, v in value if str(n) == "RANGE"]
    return likely
