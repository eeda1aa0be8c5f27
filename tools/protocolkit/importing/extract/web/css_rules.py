"""The rules of style sheets, one by one: those in other rules too, and under which condition.

What is not for paper does not count. Whether any other condition holds is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.importing.extract.web.media import counts_on_paper
from protocolkit.importing.extract.web.selectors import parted

UNLAYERED = 1_000_000
"""How strong what stands in no layer is."""

_DEEPEST = 12
_MOST_NESTED = 20
_CONDITIONS = ("@media", "@supports", "@layer", "@container", "@scope")
_FRAMES = re.compile(r"@(?:-webkit-)?keyframes\s+(\S{1,100})", re.IGNORECASE)
_AT = re.compile(r"@?[\w-]*")
# What every browser of today does.
_KNOWN = re.compile(
    r"\(\s*(?:display\s*:\s*(?:grid|flex|block|contents)|position\s*:\s*sticky"
    r"|(?:color|width|height|transform|margin|object-fit)\s*:\s*[^()]{1,100}|--\w[^()]{0,100})\s*\)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"@layer\s+([^{};]{1,500});", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """Selectors with what is said of them, and whether that surely counts on paper.

    ``layer`` says how strong it is: what stands in no layer is stronger than what does; ``frames``
    is the name of a movement that this is a moment of, "" when it is none; ``is_paper`` says that
    it is of the paper itself (``@page``).
    """

    chosen: str
    body: str
    is_sure: bool
    layer: int
    frames: str = ""
    is_paper: bool = False


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a rule: whether it surely counts, the rule it is in, and its layer."""

    is_sure: bool = True
    parent: str = ""
    layer: str = ""


def blocks(sheets: Iterable[str]) -> Iterator[Block]:
    """Yield the rules of style sheets that were made plain, in their order."""
    layers: dict[str, int] = {}
    for sheet in sheets:
        for found in _LISTED.finditer(sheet):
            for name in found[1].split(","):
                layers.setdefault(name.strip(), len(layers))
        yield from _blocks(sheet, 0, _Around(), layers)


def _blocks(text: str, depth: int, around: _Around, layers: dict[str, int]) -> Iterator[Block]:
    position, parent = 0, around.parent

    def block(chosen: str, body: str) -> Block:
        place = layers.setdefault(around.layer, len(layers)) if around.layer else UNLAYERED
        return Block(chosen, body, around.is_sure, place)

    if parent and (loose := own_part(text)).strip() and depth:
        yield block(parent, loose)
    while depth < _DEEPEST and (begin := text.find("{", position)) >= 0:
        prelude = _prelude(text[position:begin], parent)
        end = _end_of(text, begin)
        inside = text[begin + 1 : end]
        if ";" in prelude:
            # no selector holds one: a browser drops such a rule
            pass
        elif not prelude.startswith("@"):
            chosen = _nested(prelude, parent)
            if "{" in inside:
                yield from _blocks(inside, depth + 1, replace(around, parent=chosen), layers)
            else:
                yield block(chosen, inside)
        elif prelude.lower().startswith(_CONDITIONS):
            within = _within(prelude, around)
            if within is not None:
                yield from _blocks(inside, depth + 1, within, layers)
        elif prelude.lower().startswith("@page"):
            yield replace(block(prelude, inside), is_paper=True)
        elif found := _FRAMES.match(prelude):
            for moment in _blocks(inside, _DEEPEST - 1, _Around(), layers):
                yield replace(moment, frames=found[1].strip('"'))
        position = end + 1


def _prelude(text: str, parent: str) -> str:
    """Return what stands before a block: after the statements that end before it, if any.

    Inside a rule any declaration is such a statement, elsewhere only what begins with ``@``.
    """
    if parent:
        return text.rpartition(";")[2].strip()
    text = text.strip()
    while text.startswith("@") and ";" in text:
        text = text.partition(";")[2].strip()
    return text


def _within(prelude: str, around: _Around) -> _Around | None:
    """Return what stands around the rules in a rule with a condition, None when none counts."""
    found = _AT.match(prelude)
    name = found[0].lower() if found else ""
    said = prelude[len(name) :].strip()
    if name == "@layer":
        inner = said or f"({len(prelude)})"
        return replace(around, layer=f"{around.layer}.{inner}".strip("."))
    answer = counts_on_paper(said) if name == "@media" else None
    if name == "@supports" and _KNOWN.fullmatch(said):
        answer = True
    return None if answer is False else replace(around, is_sure=around.is_sure and bool(answer))


def own_part(text: str) -> str:
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
