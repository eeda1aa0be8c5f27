"""Selectors of style sheets, read: what each asks of an element, and how strong it is.

Whether an element is as they ask: ``chooser.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from protocolkit.importing.extract.web.css_text import unquoted

_LONGEST = 24
_INSIDE = r"(?:[^()]|\([^()]{0,200}\)){0,200}"
_PIECE = r"(?:[.#](?:[\w-]|\\.)+|\[[^\]]{1,400}\]|::?[\w-]+(?:\(" + _INSIDE + r"\))?)"
_COMPOUND = re.compile(rf"(\*|[a-zA-Z][\w-]*)?((?:{_PIECE})*)")
_SIMPLE = re.compile(_PIECE)
_WORD = re.compile(rf"[>+~]|(?:[^\s>+~\[(]|\[[^\]]{{0,400}}\]|\({_INSIDE}\))+")
_ATTRIBUTE = re.compile(
    r"""\[\s*([\w-]+)\s*(?:([~|^$*]?)=\s*["']?([^"'\]]*?)["']?\s*([iIsS]?))?\]"""
)
_SPACE = re.compile(r"^(?:\*|[\w-]{1,40})?\|(?!=)")
_PSEUDO = re.compile(rf"(::?)([\w-]+)(?:\(({_INSIDE})\))?")
# Pieces that a browser makes itself: such a rule says nothing of the element.
_MADE = frozenset("before after marker first-line first-letter".split())
_BESIDE = re.compile(r"::?(before|after|marker|first-line|first-letter)\s*$", re.IGNORECASE)
PARTS_OF_TEXT = frozenset(("first-line", "first-letter"))
"""Pieces that a browser makes of the text itself."""

LISTS = frozenset("is where matches any -webkit-any -moz-any".split())
"""Pseudo-classes that ask for one of a list of selectors."""


@dataclass(frozen=True, slots=True)
class Compound:
    """What is asked of one element, and how it must stand to the one before (``combinator``)."""

    name: str
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: tuple[tuple[str, str, str, bool], ...]
    pseudos: tuple[tuple[str, str], ...]
    combinator: str

    @property
    def key(self) -> str:
        """What an element must be called, to find rules for it soon."""
        if self.ids:
            return f"#{min(self.ids)}"
        return f".{min(self.classes)}" if self.classes else self.name


Selector = tuple[Compound, ...]


def selectors(text: str) -> Iterator[Selector]:
    """Yield the selectors of a list; one that cannot be read, or is of no element, is left out."""
    for piece in parted(text):
        found = selector(piece)
        if found:
            yield found


def is_readable(text: str) -> bool:
    """Tell whether every selector of a list can be read: a browser takes none of them otherwise."""
    return all(selector(piece) or _BESIDE.search(piece) for piece in parted(text))


def made_selectors(text: str) -> Iterator[tuple[Selector, str]]:
    """Yield the selectors of a list for a piece that a browser makes of an element, with which."""
    for piece in parted(text):
        made = _BESIDE.search(piece)
        if made is None:
            continue
        bare = piece[: made.start()]
        found = selector(bare if bare and bare[-1] not in " >+~" else f"{bare}*")
        if found:
            yield found, made[1].lower()


def weight(selector: Selector) -> tuple[int, int, int]:
    """Return how strong a selector is (W3C Selectors 4, 17)."""
    ids = classes = names = 0
    for one in selector:
        ids += len(one.ids)
        classes += len(one.classes) + len(one.attributes)
        names += one.name != "*"
        for name, said in one.pseudos:
            inner = _inner_weight(name, said)
            ids, classes, names = ids + inner[0], classes + inner[1], names + inner[2]
    return ids, classes, names


def _inner_weight(name: str, said: str) -> tuple[int, int, int]:
    """Return how much a pseudo-class adds: those that hold selectors, the strongest of these."""
    if name == "where":
        return 0, 0, 0
    if name not in LISTS and name not in ("not", "has"):
        return 0, 1, 0
    found = (selector(piece) for piece in parted(said))
    return max((weight(one) for one in found if one), default=(0, 0, 0))


def parted(text: str) -> Iterator[str]:
    """Yield the pieces between the commas that are outside brackets."""
    open_brackets, begin = 0, 0
    for place, sign in enumerate(text):
        if sign in "([":
            open_brackets += 1
        elif sign in ")]":
            open_brackets -= 1
        elif sign == "," and open_brackets <= 0:
            yield text[begin:place]
            begin = place + 1
    yield text[begin:]


@lru_cache(maxsize=1_000)
def selector(text: str) -> Selector:
    """Return one selector; none, which is empty, when it cannot be read or is of no element."""
    made: list[Compound] = []
    combinator = ""
    position = 0
    stripped = text.strip()
    for found in _WORD.finditer(stripped):
        if stripped[position : found.start()].strip():
            return ()
        position = found.end()
        if found[0] in (">", "+", "~"):
            combinator = found[0]
            continue
        compound = _compound(found[0], combinator or " ")
        if compound is None or len(made) == _LONGEST:
            return ()
        made.append(compound)
        combinator = ""
    return () if stripped[position:].strip() or combinator else tuple(made)


def _compound(word: str, combinator: str) -> Compound | None:
    found = _COMPOUND.fullmatch(_SPACE.sub("", word))
    if found is None:
        return None
    simple = _SIMPLE.findall(found[2] or "")
    attributes = [_ATTRIBUTE.fullmatch(one) for one in simple if one[0] == "["]
    pseudos = [_PSEUDO.fullmatch(one) for one in simple if one[0] == ":"]
    if None in attributes or any(p and (p[1] == "::" or p[2] in _MADE) for p in pseudos):
        return None
    return Compound(
        name=(found[1] or "*").lower(),
        classes=frozenset(_unescaped(one) for one in simple if one[0] == "."),
        ids=frozenset(_unescaped(one) for one in simple if one[0] == "#"),
        attributes=tuple(
            (a[1].lower(), a[2] or "", unquoted(a[3] or ""), (a[4] or "").lower() == "i")
            for a in attributes
            if a
        ),
        pseudos=tuple((p[2].lower(), (p[3] or "").strip()) for p in pseudos if p),
        combinator=combinator,
    )


def _unescaped(piece: str) -> str:
    return re.sub(r"\\(.)", r"\1", piece[1:])
