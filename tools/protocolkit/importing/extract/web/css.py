"""Style sheets of a saved web page: which rules there are, and what they say of an element.

What is for the screen alone does not count: a page is read as printed. Of a rule that asks for a
certain width, or for what only a running page knows, it cannot be told whether it counts.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.selectors import (
    Chooser,
    Selector,
    made_selectors,
    parted,
    selectors,
    weight,
)
from protocolkit.text.bounded_numbers import hexadecimal_number

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_DEEPEST = 4
_MOST_NESTED = 20
_MOST_RULES = 20_000
_SCREEN = re.compile(r"\b(?:screen|speech|not\s+print)\b", re.IGNORECASE)
_PRINTED = re.compile(r"@(?:media\s{0,20}(?:print|all)?|layer[^{(]*|supports.*)\s{0,20}", re.DOTALL)
_CONDITIONS = ("@media", "@supports", "@layer", "@container")

_STRING = r"""(?:"(?:[^"\\]|\\.){0,2000}"|'(?:[^'\\]|\\.){0,2000}')"""
_CONTENT = re.compile(
    rf"""(?:^|[;\s])content\s{{0,20}}:((?:{_STRING}|[^;"']){{0,200}})""", re.IGNORECASE | re.DOTALL
)
_VAR = re.compile(r"var\(\s*(--[\w-]{1,100})\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_DEEPEST_VALUE, _LONGEST_VALUE = 12, 2_000
# What decides whether words are seen.
_DECIDING = frozenset(
    "color background background-color display visibility opacity font-size left top right bottom "
    "transform -webkit-text-fill-color text-decoration text-indent position".split()
)
_UNSEEN = re.compile(
    r"display\s{0,20}:\s{0,20}none|visibility\s{0,20}:\s{0,20}hidden", re.IGNORECASE
)
_PART = re.compile(
    rf"(?P<text>{_STRING})|attr\(\s{{0,20}}(?P<name>[\w-]+)|(?P<count>counters?\()", re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: Selector
    weight: tuple[int, int, int, int]
    said: tuple[tuple[str, str, bool], ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """A rule for what stands ``before`` or ``after`` an element, and its content as written."""

    selector: Selector
    side: str
    content: str


class StyleSheets:
    """All rules of a page, found by what an element is called."""

    def __init__(self, sheets: Iterable[str], location: Location = NOWHERE) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        self._made: dict[str, list[_Made]] = {}
        self._chooser = Chooser(location)
        # an element is asked for several times in a row
        self._last: tuple[Element, tuple[Declarations, Declarations]] | None = None
        count = 0
        for sheet in sheets:
            for chosen, body, is_sure in _blocks(_COMMENT.sub(" ", sheet), 0):
                self._make(chosen, body)
                said = tuple(declarations(body))
                for selector in selectors(chosen) if said else ():
                    count += 1
                    if count <= _MOST_RULES:
                        rule = _Rule(selector, (*weight(selector), count), said, is_sure)
                        self._rules.setdefault(selector[-1].key, []).append(rule)

    def _make(self, chosen: str, body: str) -> None:
        """Remember a rule that puts words before or after an element."""
        content = _CONTENT.search(body)
        if content is None or _UNSEEN.search(body):
            return
        for selector, side in made_selectors(chosen):
            key = selector[-1].key
            self._made.setdefault(key, []).append(_Made(selector, side, content[1]))

    def made(self, element: Element) -> str:
        """Return the words that the style puts before or after an element; signs are none.

        A number that only the running page counts is ``1``.
        """
        found: dict[str, str] = {}
        for key in self._names(element) if self._made else ():
            for rule in self._made.get(key, ()):
                if self._chooser.chooses(rule.selector, element) is not False:
                    found[rule.side] = rule.content
        words = " ".join(_said(content, element) for content in found.values())
        return words.strip() if any(sign.isalnum() for sign in words) else ""

    @staticmethod
    def _names(element: Element) -> list[str]:
        """Return what an element is called in the last part of a selector."""
        return [str(element.tag), "*", *_split(element, "class", "."), *_split(element, "id", "#")]

    def of(self, element: Element) -> tuple[Declarations, Declarations]:
        """Return what the rules and the element's own style say of it, the strongest only.

        First what is sure, then what is said if every rule counts of which that cannot be told.
        """
        if self._last is None or self._last[0] is not element:
            self._last = element, self._of(element)
        return self._last[1]

    def _of(self, element: Element) -> tuple[Declarations, Declarations]:
        found = [
            (rule, answer)
            for key in self._names(element)
            for rule in self._rules.get(key, ())
            if (answer := self._chooser.chooses(rule.selector, element)) is not False
        ]
        self._chooser.step(sum(len(rule.said) for rule, _ in found))
        own = [
            (is_important, (1_000_000, 0, 0, 0), name, value)
            for name, value, is_important in declarations(element.get("style") or "")
        ]
        sure = _strongest((r for r, answer in found if answer and r.is_sure), own)
        if all(answer and rule.is_sure for rule, answer in found):
            return sure, sure
        return sure, _strongest((rule for rule, _ in found), own)


def _strongest(
    rules: Iterable[_Rule], own: list[tuple[bool, tuple[int, int, int, int], str, str]]
) -> Declarations:
    said = [
        (is_important, rule.weight, name, value)
        for rule in rules
        for name, value, is_important in rule.said
    ]
    ordered = sorted([*said, *own], key=lambda one: one[:2])
    return {name: value for _, _, name, value in ordered}


def _said(content: str, element: Element) -> str:
    """Return the text that a ``content`` prints beside an element; "" for the address of a link."""
    pieces: list[str] = []
    for found in _PART.finditer(content):
        if found["text"] is not None:
            text = _ESCAPE.sub(_unescaped, found["text"][1:-1])
            pieces.append(text)
        elif found["name"] is not None and found["name"].lower() == "href":
            return ""
        elif found["name"] is not None:
            pieces.append(element.get(found["name"].lower()) or "")
        elif found["count"] is not None:
            pieces.append("1")
    return "".join(pieces)


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[2]
    code = hexadecimal_number(found[1], most=sys.maxunicode)
    return "" if code <= 0 or 0xD800 <= code < 0xE000 or 0xE000 <= code < 0xF900 else chr(code)


def with_custom(said: Declarations, custom: Declarations) -> tuple[Declarations, bool]:
    """Return what is said with values that are kept under a name (``var()``) put in.

    Also tells whether all of that is known which decides whether words are seen.
    """
    if not any("var(" in value for value in said.values()):
        return said, True
    found = {name: _filled_in(value, custom) for name, value in said.items()}
    untold = [name for name, value in found.items() if value is None]
    is_told = not any(name in _DECIDING for name in untold)
    return {name: value for name, value in found.items() if value is not None}, is_told


def _filled_in(value: str, custom: Declarations) -> str | None:
    """Return a value with those that are kept under names, None when one is not known."""
    for _ in range(_DEEPEST_VALUE):
        found = _VAR.search(value)
        if found is None:
            return None if "var(" in value else value
        known = custom.get(found[1], (found[2] or "").strip())
        if not known:
            return None
        value = f"{value[: found.start()]}{known}{value[found.end() :]}"[:_LONGEST_VALUE]
    return None


def declarations(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the properties that a style says, each with its value and whether it insists."""
    for piece in text.split(";"):
        name, colon, value = piece.partition(":")
        value = value.strip().lower()
        if colon and value:
            plain = value.removesuffix("!important").strip()
            yield name.strip().lower(), plain, plain != value


def _blocks(
    text: str, depth: int, *, is_sure: bool = True, parent: str = ""
) -> Iterator[tuple[str, str, bool]]:
    """Yield selectors with what they say, and whether that surely counts on paper."""
    position = 0
    if parent and (loose := _own_part(text)).strip() and depth:
        yield parent, loose, is_sure
    while depth < _DEEPEST and (begin := text.find("{", position)) >= 0:
        prelude = text[position:begin].rpartition(";")[2].strip()
        end = _end_of(text, begin)
        inside = text[begin + 1 : end]
        if not prelude.startswith("@"):
            chosen = _nested(prelude, parent)
            if "{" in inside:
                yield from _blocks(inside, depth + 1, is_sure=is_sure, parent=chosen)
            else:
                yield chosen, inside, is_sure
        elif prelude.startswith(_CONDITIONS) and not _SCREEN.search(prelude):
            is_printed = bool(_PRINTED.fullmatch(prelude))
            yield from _blocks(inside, depth + 1, is_sure=is_sure and is_printed, parent=parent)
        position = end + 1


def _own_part(text: str) -> str:
    """Return what stands in a block outside the blocks in it."""
    pieces, position = [], 0
    while (begin := text.find("{", position)) >= 0:
        pieces.append(text[position:begin].rpartition(";")[0])
        position = _end_of(text, begin) + 1
    return ";".join([*pieces, text[position:]])


def _nested(prelude: str, parent: str) -> str:
    """Return the selectors of a rule that stands in another one, as if it stood by itself."""
    if not parent:
        return prelude
    around, inside = list(parted(parent))[:_MOST_NESTED], list(parted(prelude))[:_MOST_NESTED]
    return ",".join(
        one.replace("&", outer.strip()) if "&" in one else f"{outer.strip()} {one.strip()}"
        for outer in around
        for one in inside
    )


def _end_of(text: str, begin: int) -> int:
    """Return where the block ends that begins there; the end of the text when it never does."""
    open_blocks = 0
    for found in re.compile(r"[{}]").finditer(text, begin):
        open_blocks += 1 if found[0] == "{" else -1
        if not open_blocks:
            return found.start()
    return len(text)


def _split(element: Element, name: str, sign: str) -> list[str]:
    return [f"{sign}{word}" for word in dict.fromkeys((element.get(name) or "").split())]
