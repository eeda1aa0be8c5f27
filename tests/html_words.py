"""The words of a protocol page, read from its HTML by words.md, with code of its own."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from protocolkit.text.words import tokens

_LEFT_OUT = (
    ".headerlink",
    ".footnote-reference",
    "aside.footnote > .label",
    "aside.footnote > .backrefs",
    ".school-mark",
    ".title-supplied",
)
_BLOCKS = frozenset(
    [
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "li",
        "ul",
        "ol",
        "div",
        "table",
        "tr",
        "td",
        "th",
        "aside",
        "br",
        "span",
    ]
)
_SPANS_THAT_SEPARATE = frozenset({"clause-marker"})


def page_words(path: Path) -> tuple[str, ...]:
    """Return the word sequence of the one element that carries the protocol."""
    soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
    carriers = soup.select(".protocol")
    assert len(carriers) == 1
    # A supplied title is the heading of the page; a class on its element marks it.
    for selector in _LEFT_OUT:
        for node in carriers[0].select(selector):
            node.decompose()
    return tokens("".join(_texts(carriers[0])))


def _texts(node: Tag) -> list[str]:
    found: list[str] = []
    for child in node.children:
        if isinstance(child, NavigableString):
            found.append(str(child))
        elif isinstance(child, Tag):
            separates = child.name in _BLOCKS and (
                child.name != "span" or bool(_SPANS_THAT_SEPARATE & set(child.get("class") or ()))
            )
            found += [" "] * separates + _texts(child) + [" "] * separates
    return found
