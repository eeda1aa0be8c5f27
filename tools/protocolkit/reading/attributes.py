"""Anchor lines: ``{#art-3 .toelichting}`` to an anchor, a kind and a few settings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from protocolkit.document.model import Kind
from protocolkit.reading import codes
from protocolkit.reading.found_problems import Report
from protocolkit.text.numerals import Numerals

_KINDS = {kind.value: kind for kind in Kind}
_STYLES = {numerals.value: numerals for numerals in Numerals}

# Signs that an attribute's value cannot hold, and their codes; no other code is one.
_ENDS_VALUE = re.compile(r"[\"{}%\\]|&(?=#\d{2,3};)")
_CODE = re.compile("&#(34|37|38|92|123|125);")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What an anchor line says. ``kind`` is None when it is the surrounding section's.

    ``marker`` replaces the printed marker of a list item, for those that CommonMark cannot
    count (``14a.``); an empty one (``marker=""``) says that a paragraph has none, whatever it
    begins with: ``K. de Wit, directeur``. ``numerals`` are how a list counts; ``short`` is a
    section's name in labels.
    """

    anchor: str = ""
    kind: Kind | None = None
    numerals: Numerals = Numerals.DECIMAL
    short: str = ""
    marker: str = ""
    is_unmarked: bool = False


def read_attributes(node: SyntaxTreeNode, report: Report, line: int) -> Attributes:
    """Read the attributes that the line above a block gave it."""
    kind: Kind | None = None
    found = {key: str(value) for key, value in node.attrs.items()}
    for name in found.pop("class", "").split():
        if name in _KINDS and kind is None:
            kind = _KINDS[name]
        else:
            _unknown(f".{name}", report, line)
    style = found.pop("style", Numerals.DECIMAL.value)
    if style not in _STYLES and node.type != "td":
        _unknown(f"style={style}", report, line)
    attributes = Attributes(
        anchor=found.pop("id", ""),
        kind=kind,
        numerals=_STYLES.get(style, Numerals.DECIMAL),
        short=_unescaped(found.pop("short", "")),
        is_unmarked=found.get("marker") == "",
        marker=_unescaped(found.pop("marker", "")),
    )
    found.pop("start", None)
    for key in found:
        _unknown(key, report, line)
    return attributes


def _unknown(name: str, report: Report, line: int) -> None:
    known = ", ".join(_KINDS)
    report.add(codes.ATTRIBUTE_UNKNOWN, line, name=name, known=known)


def write_attribute(text: str) -> str:
    """Return a text as the value of an attribute; what would end it becomes its code."""
    return _ENDS_VALUE.sub(lambda found: f"&#{ord(found[0])};", text)


def _unescaped(value: str) -> str:
    return _CODE.sub(lambda found: chr(int(found[1])), value)
