"""Where the references of a Markdown file lead: addresses, their titles, and definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Definition:
    """Where a reference leads, and the title that goes with it."""

    target: str
    title: str


# A line may end in a title, but no paragraph.
_END = r"\n(?![ \t]*\n)"
_TITLE = (
    rf'(?:"(?P<double>(?:[^"\\\n]|\\.|{_END}){{0,2000}})"'
    rf"|'(?P<single>(?:[^'\\\n]|\\.|{_END}){{0,2000}})'"
    r"|\((?P<round>(?:[^()\\\n]|\\.){0,2000})\))"
)
_IN_SIGNS = r"<(?P<in_signs>[^<>\n]{0,2000})>"
_BARE = r"(?P<bare>[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
ADDRESS = re.compile(rf"\(\s*(?:{_IN_SIGNS}|{_BARE})(?:\s+{_TITLE})?\s*\)")
"""The address of a link, between round brackets, with its title."""

_DEFINED = re.compile(
    r"^ {0,3}\[(?P<label>(?!\^)(?:[^\[\]\\\n]|\\.){1,200})\]:[ \t]*\n?[ \t]*"
    rf"(?:{_IN_SIGNS}|(?P<bare>\S{{1,2000}}))(?:[ \t]*\n?[ \t]+{_TITLE})?[ \t]*$",
    re.MULTILINE,
)
# '[Let op]: lees dit' is a sentence for most who write it.
_LEADS_SOMEWHERE = re.compile(
    r"^(?:[A-Za-z][A-Za-z0-9+.-]{1,20}:|www\.|[#/.]|[^\s/]+\.\w{2,5}(?:[#?/]|$))"
)


def definitions(
    text: str, code: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, str, Definition]]:
    """Yield the definitions of references: where each stands, its label, and where it leads."""
    for found in _DEFINED.finditer(text):
        target = found["in_signs"] if found["bare"] is None else found["bare"]
        is_code = any(begin <= found.start() < end for begin, end in code)
        if not is_code and (found["bare"] is None or _LEADS_SOMEWHERE.match(target)):
            yield *found.span(), label_of(found["label"]), Definition(target, title_of(found))


def label_of(text: str) -> str:
    """Return the label of a reference as it is compared: without case and extra spaces."""
    return " ".join(text.split()).casefold()


def title_of(found: re.Match[str]) -> str:
    """Return the title beside an address that was found, ``""`` when it has none."""
    return found["double"] or found["single"] or found["round"] or ""


def address(target: str) -> str:
    """Return an address as it may stand between round brackets."""
    plain = re.fullmatch(r"[^\s()<>]*", target)
    return target if plain else "<" + re.sub(r"[<>\n]", "", target) + ">"
