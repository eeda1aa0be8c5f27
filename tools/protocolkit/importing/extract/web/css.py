"""Style sheets of a saved web page: which rules there are, and what they say of an element.

What is for the screen alone does not count: a page is read as printed. Of a rule that asks for a
certain width, or for what only a running page knows, it cannot be told whether it counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.attached import NOTHING, Carriage
from protocolkit.importing.extract.web.chooser import MOST_STEPS, Chooser
from protocolkit.importing.extract.web.css_rules import UNLAYERED, Block, blocks, own_part
from protocolkit.importing.extract.web.css_text import STRING, lowered, plain_style, unquoted
from protocolkit.importing.extract.web.css_values import Declarations, is_value, plain_name
from protocolkit.importing.extract.web.framed import words_in
from protocolkit.importing.extract.web.selectors import (
    PARTS_OF_TEXT,
    Selector,
    is_readable,
    made_selectors,
    selectors,
    weight,
)

_MOST_RULES = 60_000
_CONTENT = re.compile(
    rf"""(?:^|[;\s])content\s{{0,20}}:((?:{STRING}|[^;"]){{0,200}})""", re.IGNORECASE | re.DOTALL
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
    rf"url\(\s*(?P<address>{STRING})|(?P<text>{STRING})"
    rf"|attr\(\s{{0,20}}(?P<name>[\w-]+)|(?P<count>counters?\()",
    re.DOTALL,
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_OWN = (UNLAYERED + 1, 0, 0, 0, 0)
_NAME = re.compile(r"-?-?[a-z_][\w-]{0,100}|--[\w-]{1,100}", re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$")


_Weight = tuple[int, int, int, int, int]
"""How strong a rule is: its layer, its selector, its place."""


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: Selector
    weight: _Weight
    said: tuple[tuple[str, str, bool], ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Made:
    """A rule for a piece that a browser makes of an element or beside it (``before``)."""

    selector: Selector
    piece: str
    weight: _Weight
    said: tuple[tuple[str, str, bool], ...]
    content: str

    @property
    def kept(self) -> Declarations:
        """The values that the rule keeps under names of its own."""
        return {name: value for name, value, _ in self.said if name.startswith("--")}


class StyleSheets:
    """All rules of a page, found by what an element is called; its sheets were made plain.

    ``is_old`` says that browsers read the page as those of old did: names count in any capitals.
    """

    def __init__(
        self,
        sheets: Iterable[str],
        location: Location = NOWHERE,
        carried: Carriage = NOTHING,
        *,
        is_old: bool = False,
    ) -> None:
        self._carried = carried
        self._rules: dict[str, list[_Rule]] = {}
        self._made: dict[str, list[_Made]] = {}
        self._chooser = Chooser(location, is_old=is_old)
        # an element is asked for several times
        self._known: dict[Element, tuple[Declarations, Declarations]] = {}
        self._count = 0
        self.defined: set[str] = set()
        self._frames: dict[str, list[Declarations]] = {}
        self.paper: Declarations = {}
        self._papers: list[str] = []
        for block in blocks(sheets):
            if block.is_paper:
                self._papers.append(block.body)
                if block.chosen.lower() == "@page":
                    paper = declarations(own_part(block.body))
                    self.paper.update((name, value) for name, value, _ in paper)
                continue
            if block.frames:
                moment = {name: value for name, value, _ in declarations(block.body)}
                self._frames.setdefault(block.frames, []).append(moment)
                continue
            said = tuple(declarations(block.body))
            self._make(block, said)
            self.defined.update(name for name, _, _ in said if name.startswith("--"))
            is_read = bool(said) and is_readable(block.chosen)
            for selector in selectors(block.chosen) if said else ():
                strength = self._weight(selector, block.layer)
                rule = _Rule(selector, strength, said, block.is_sure and is_read)
                self._rules.setdefault(selector[-1].key.lower(), []).append(rule)

    def _weight(self, selector: Selector, layer: int) -> _Weight:
        self._count += 1
        self._chooser.step(MOST_STEPS if self._count > _MOST_RULES else 0)
        return (layer, *weight(selector), self._count)

    def _make(self, block: Block, said: tuple[tuple[str, str, bool], ...]) -> None:
        """Remember a rule for pieces that are made: words before an element, its first line."""
        content = _CONTENT.search(block.body)
        is_unseen = bool(_UNSEEN.search(block.body))
        for selector, piece in made_selectors(block.chosen):
            if piece in PARTS_OF_TEXT or (content is not None and not is_unseen):
                made = _Made(
                    selector,
                    piece,
                    self._weight(selector, block.layer),
                    said,
                    content[1] if content is not None else "",
                )
                self._made.setdefault(selector[-1].key.lower(), []).append(made)

    def _made_of(self, element: Element) -> list[_Made]:
        """Return the rules for pieces of an element, the strongest last."""
        found = [
            rule
            for key in (self._names(element) if self._made else ())
            for rule in self._made.get(key, ())
            if self._chooser.chooses(rule.selector, element) is not False
        ]
        return sorted(found, key=lambda rule: ("!important" in rule.content, rule.weight))

    def moments(self, said: Declarations) -> Iterator[Declarations]:
        """Yield what is said at moments of a movement that an element makes."""
        names = f"{said.get('animation', '')} {said.get('animation-name', '')}".split()
        for name in names if self._frames else ():
            yield from self._frames.get(name, ())

    def piece(self, element: Element, name: str) -> Declarations:
        """Return what is said of a piece that is made in an element, ``before`` or ``after`` it."""
        rules = (rule for rule in self._made_of(element) if rule.piece == name)
        return {name: value for rule in rules for name, value, _ in rule.said}

    def made_on_paper(self) -> str:
        """Return the words that the style puts at the edges of each page; numbers are none."""
        pieces = (piece for body in self._papers for piece in re.split("[{}]", body))
        contents = (content[1] for piece in pieces if (content := _CONTENT.search(piece)))
        found = (_said(content, None, self._carried) for content in contents)
        return " ".join(words for words in found if any(sign.isalpha() for sign in words))

    def made(self, element: Element, custom: Declarations) -> str:
        """Return the words that the style puts before or after an element; signs are none.

        A number that only the running page counts is ``1``. ``custom`` are the values that are kept
        under a name for the element.
        """
        found = {
            rule.piece: _filled_in(rule.content, {**custom, **rule.kept}) or rule.content
            for rule in self._made_of(element)
        }
        if "quotes" in (said := self.of(element)[1]):
            found["quotes"] = said["quotes"]
        words = " ".join(_said(content, element, self._carried) for content in found.values())
        return words.strip() if any(sign.isalnum() for sign in words) else ""

    def of_a_part(self, element: Element) -> Declarations:
        """Return what is said of the first line or letter of an element, as of itself."""
        rules = (rule for rule in self._made_of(element) if rule.piece in PARTS_OF_TEXT)
        return {name: value for rule in rules for name, value, _ in rule.said}

    @staticmethod
    def _names(element: Element) -> list[str]:
        """Return what an element is called in the last part of a selector."""
        names = (*_split(element, "class", "."), *_split(element, "id", "#"))
        return [str(element.tag), "*", *dict.fromkeys(name.lower() for name in names)]

    def of(self, element: Element) -> tuple[Declarations, Declarations]:
        """Return what the rules and the element's own style say of it, the strongest only.

        First what is sure, then what is said if every rule counts of which that cannot be told.
        """
        if element not in self._known:
            self._known[element] = self._of(element)
        return self._known[element]

    def _of(self, element: Element) -> tuple[Declarations, Declarations]:
        found = [
            (rule, answer)
            for key in self._names(element)
            for rule in self._rules.get(key, ())
            if (answer := self._chooser.chooses(rule.selector, element)) is not False
        ]
        self._chooser.step(sum(len(rule.said) for rule, _ in found))
        own = [
            (is_important, _OWN, name, value)
            for name, value, is_important in declarations(plain_style(element.get("style") or ""))
        ]
        sure = _strongest((r for r, answer in found if answer and r.is_sure), own)
        if all(answer and rule.is_sure for rule, answer in found):
            return sure, sure
        return sure, _strongest((rule for rule, _ in found), own)


def _strongest(rules: Iterable[_Rule], own: list[tuple[bool, _Weight, str, str]]) -> Declarations:
    said = [
        (is_important, _turned(rule.weight) if is_important else rule.weight, name, value)
        for rule in rules
        for name, value, is_important in rule.said
    ]
    found: Declarations = {}
    for _, _, name, value in sorted([*said, *own], key=lambda one: one[:2]):
        if name == "all":
            # all that was said before is taken back, but for what is kept under a name
            found = {known: kept for known, kept in found.items() if known.startswith("--")}
        # what is said last stands last: it counts more than what is said of several at once
        found.pop(name, None)
        found[name] = value
    return found


def _turned(weight: _Weight) -> _Weight:
    """Return how strong what a rule insists on is: the first layer is then the strongest."""
    return (UNLAYERED - weight[0], *weight[1:])


def said_words(value: str, carried: Carriage) -> str:
    """Return the words that a value puts on the page: its strings, and drawings by address."""
    return _said(value, None, carried)


def _said(content: str, element: Element | None, carried: Carriage) -> str:
    """Return the text that a ``content`` prints beside an element; "" for the address of a link."""
    pieces: list[str] = []
    for found in _PART.finditer(content):
        if found["address"] is not None:
            document = carried.find(unquoted(found["address"]))
            pieces.append(words_in(document, carried) if document is not None else "")
        elif found["text"] is not None:
            pieces.append(_PRIVATE.sub("", unquoted(found["text"])))
        elif found["name"] is not None and found["name"].lower() == "href":
            return ""
        elif found["name"] is not None and element is not None:
            pieces.append(element.get(found["name"].lower()) or "")
        elif found["count"] is not None:
            pieces.append("1")
    return "".join(pieces)


def with_custom(
    said: Declarations, custom: Declarations, defined: Collection[str] = ()
) -> tuple[Declarations, bool]:
    """Return what is said with values that are kept under a name (``var()``) put in.

    Also tells whether all of that is known which decides whether words are seen. ``defined`` are
    the names that a page gives a value somewhere: elsewhere it says nothing by them.
    """
    if not any("var(" in value for value in said.values()):
        return said, True
    found = {name: _filled_in(value, custom) for name, value in said.items()}
    unset = {name for name in defined if name not in custom}
    untold = [
        name
        for name, value in found.items()
        if value is None and unset.isdisjoint(name for name, _ in _VAR.findall(said[name]))
    ]
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
    """Yield the properties that a plain style says, each with its value and whether it insists.

    What no browser takes for a value of its property is not said.
    """
    for piece in text.split(";"):
        name, colon, value = piece.partition(":")
        name, value = plain_name(lowered(name.strip())), lowered(value.strip())
        plain = _IMPORTANT.sub("", value).strip()
        if colon and plain and _NAME.fullmatch(name) and is_value(name, plain):
            yield name, plain, plain != value


def _split(element: Element, name: str, sign: str) -> list[str]:
    return [f"{sign}{word}" for word in dict.fromkeys((element.get(name) or "").split())]
