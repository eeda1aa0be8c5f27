"""Style sheets of a saved web page: which rules there are, and what they say of an element.

Knows selectors of names, classes, ids and attributes, inside each other or as children. What it
does not know says nothing. What is for the screen alone does not count: a page is read as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.importing.extract.word_package import Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_COMPOUND = re.compile(r"(\*|[a-zA-Z][\w-]*)?((?:[.#][\w-]+|\[[^\]\s]{1,100}\])*)")
_SIMPLE = re.compile(r"[.#][\w-]+|\[[^\]]*\]")
_ATTRIBUTE = re.compile(r"""\[([\w-]+)(?:([~|^$*]?)=["']?([^"'\]]*)["']?)?\]""")
_DEEPEST = 4
_LONGEST = 8
_MOST_RULES = 20_000
_SCREEN = re.compile(r"\b(?:screen|speech|not\s+print)\b", re.IGNORECASE)

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Compound:
    name: str
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...]
    is_parent: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    compounds: tuple[_Compound, ...]
    weight: tuple[int, int, int, int]
    said: tuple[tuple[str, str, bool], ...]


class StyleSheets:
    """All rules of a page, found by what an element is called."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[str, list[_Rule]] = {}
        count = 0
        for sheet in sheets:
            for selectors, body in _blocks(_COMMENT.sub(" ", sheet), 0):
                said = tuple(declarations(body))
                for selector in selectors.split(",") if said else ():
                    compounds = _compounds(selector)
                    count += 1
                    if compounds and count <= _MOST_RULES:
                        rule = _Rule(compounds, (*_weight(compounds), count), said)
                        self._rules.setdefault(_key(compounds[-1]), []).append(rule)

    def of(self, element: Element) -> Declarations:
        """Return what the rules and the element's own style say of it, the strongest only."""
        names = [str(element.tag), "*", *_split(element, "class", "."), *_split(element, "id", "#")]
        found = [
            (is_important, rule.weight, name, value)
            for key in names
            for rule in self._rules.get(key, ())
            if _matches(element, rule.compounds)
            for name, value, is_important in rule.said
        ]
        own = (1_000_000, 0, 0, 0)
        found += [
            (is_important, own, name, value)
            for name, value, is_important in declarations(element.get("style") or "")
        ]
        return {name: value for _, _, name, value in sorted(found, key=lambda one: one[:2])}


def declarations(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the properties that a style says, each with its value and whether it insists."""
    for piece in text.split(";"):
        name, colon, value = piece.partition(":")
        value = value.strip().lower()
        if colon and value:
            plain = value.removesuffix("!important").strip()
            yield name.strip().lower(), plain, plain != value


def _blocks(text: str, depth: int) -> Iterator[tuple[str, str]]:
    position = 0
    while depth < _DEEPEST and (begin := text.find("{", position)) >= 0:
        prelude = text[position:begin].rpartition(";")[2].strip()
        end = _end_of(text, begin)
        inside = text[begin + 1 : end]
        if not prelude.startswith("@"):
            yield prelude, inside
        elif prelude.startswith(("@media", "@supports", "@layer")) and not _SCREEN.search(prelude):
            yield from _blocks(inside, depth + 1)
        position = end + 1


def _end_of(text: str, begin: int) -> int:
    """Return where the block ends that begins there; the end of the text when it never does."""
    open_blocks = 0
    for found in re.compile(r"[{}]").finditer(text, begin):
        open_blocks += 1 if found[0] == "{" else -1
        if not open_blocks:
            return found.start()
    return len(text)


def _compounds(selector: str) -> tuple[_Compound, ...]:
    """Return the parts of a selector, () when one of them is of a kind that is not known here."""
    made: list[_Compound] = []
    is_parent = False
    for word in selector.replace(">", " > ").split():
        if word == ">":
            is_parent = True
            continue
        found = _COMPOUND.fullmatch(word)
        if found is None or len(made) == _LONGEST:
            return ()
        simple = _SIMPLE.findall(found[2] or "")
        attributes = [_ATTRIBUTE.fullmatch(one) for one in simple if one[0] == "["]
        if None in attributes:
            return ()
        made.append(
            _Compound(
                name=(found[1] or "*").lower(),
                classes=frozenset(one[1:] for one in simple if one[0] == "."),
                ids=frozenset(one[1:] for one in simple if one[0] == "#"),
                attributes=tuple((a[1].lower(), a[2] or "", a[3] or "") for a in attributes if a),
                is_parent=is_parent,
            )
        )
        is_parent = False
    return tuple(made)


def _key(compound: _Compound) -> str:
    if compound.ids:
        return f"#{min(compound.ids)}"
    return f".{min(compound.classes)}" if compound.classes else compound.name


def _weight(compounds: tuple[_Compound, ...]) -> tuple[int, int, int]:
    return (
        sum(len(one.ids) for one in compounds),
        sum(len(one.classes) + len(one.attributes) for one in compounds),
        sum(one.name != "*" for one in compounds),
    )


def _split(element: Element, name: str, sign: str) -> list[str]:
    return [f"{sign}{word}" for word in dict.fromkeys((element.get(name) or "").split())]


def _matches(element: Element | None, compounds: tuple[_Compound, ...]) -> bool:
    if element is None or not _is_one(element, compounds[-1]):
        return False
    rest = compounds[:-1]
    if not rest:
        return True
    if compounds[-1].is_parent:
        return _matches(element.getparent(), rest)
    return any(_matches(above, rest) for above in element.iterancestors())


def _is_one(element: Element, compound: _Compound) -> bool:
    if compound.name not in ("*", element.tag):
        return False
    if not compound.classes <= set((element.get("class") or "").split()):
        return False
    if compound.ids and compound.ids != {element.get("id")}:
        return False
    return all(_has(element, *attribute) for attribute in compound.attributes)


def _has(element: Element, name: str, how: str, value: str) -> bool:
    there: str | None = element.get(name)
    if there is None:
        return False
    if how == "~":
        return value in there.split()
    if how == "^":
        return there.startswith(value)
    if how == "$":
        return there.endswith(value)
    if how == "*":
        return value in there
    return not (value or how) or there == value or (how == "|" and there.startswith(f"{value}-"))
