"""Inline tokens to rich text. What is not known is printed as its source and reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from protocolkit.base.problems import Code
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    tidy,
    walk,
    without_emphasis,
    without_loose_breaks,
)
from protocolkit.reading import codes
from protocolkit.reading.found_problems import Report
from protocolkit.text.lists import read_markers
from protocolkit.text.markers import find_starts
from protocolkit.text.numerals import Numerals

_WEB_TARGET = re.compile(r"^(?:https?://|mailto:|tel:)", re.IGNORECASE)
_PROTOCOL_TARGET = re.compile(
    r"^(?:(?:(?:\.\./){2}[a-z0-9-]+/[a-z0-9-]+/)?[a-z0-9][a-z0-9-]*\.md)?#[A-Za-z0-9_-]+$"
    r"|^(?:(?:\.\./){2}[a-z0-9-]+/[a-z0-9-]+/)?[a-z0-9][a-z0-9-]*\.md$"
)
# What looks like MyST, HTML or a template, and is only text here.
_SYNTAX = re.compile(
    r"\{[a-z][\w:+.-]*\}(?=`)|(?<!\{)\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|</?[A-Za-z][^<>]*>|<!--|^\([\w-]+\)=$"
    r"|^:{3,}.*$|^%\s",
    re.MULTILINE,
)
_ATTRIBUTE_LINE = re.compile(r"^\s*\{[#.][^{}]*\}\s*$")
_NOTE_CALL = re.compile(r"\[\^([^\]\s]{1,200})\]")
_SHOWN = 40


def read_inlines(node: SyntaxTreeNode, report: Report, line: int) -> RichText:
    """Turn an ``inline`` node into rich text; ``line`` is where it begins."""
    rich = _trimmed(tidy(_inlines(node.children, report, line)))
    _report_traps(node.content, report, line)
    _report_syntax(rich, report, line)
    return rich


def _trimmed(rich: RichText) -> RichText:
    """Cut spaces off the ends of every line and breaks off the ends of all: they mean nothing."""
    lines: list[Inline] = [HardBreak(), *rich, HardBreak()]
    trimmed: list[Inline] = []
    for before, inline, after in zip(lines[:-2], rich, lines[2:], strict=True):
        if isinstance(inline, Text):
            text = inline.text.lstrip() if isinstance(before, HardBreak) else inline.text
            text = text.rstrip() if isinstance(after, HardBreak) else text
            trimmed.append(Text(text))
        else:
            trimmed.append(inline)
    return without_loose_breaks(tidy(trimmed))


def is_link_target(target: str) -> bool:
    """Tell whether a link may lead there; of another one only the words are kept."""
    return bool(_WEB_TARGET.match(target) or _PROTOCOL_TARGET.match(target))


def clean_text(text: str, report: Report, line: int) -> str:
    """Make control characters spaces: they mean nothing, and Word and XML refuse them."""
    if text.isprintable():
        return text
    kept = []
    for character in text:
        if unicodedata.category(character) == "Cc" and character not in "\n\t":
            report.add(codes.CONTROL_CHARACTER, line, name=f"U+{ord(character):04X}")
            kept.append(" ")
        else:
            kept.append(character)
    return "".join(kept)


def _inlines(nodes: Iterable[SyntaxTreeNode], report: Report, line: int) -> Iterator[Inline]:
    for node in nodes:
        if node.type == "text":
            yield Text(clean_text(node.content, report, line))
        elif node.type == "softbreak":
            line += 1
            yield Text(" ")
        elif node.type == "hardbreak" and node.markup and not _is_in_cell(node):
            yield from _as_text(node, report, line)
        elif node.type == "hardbreak":
            line += not node.markup
            yield HardBreak()
        elif node.type in ("em", "strong"):
            strong = node.type == "strong"
            inner = tuple(_inlines(node.children, report, line))
            content = without_emphasis(inner, strong=strong)
            yield Emphasis(content=content, strong=strong)
        elif node.type == "link":
            yield from _link(node, report, line)
        elif node.type == "footnote_ref":
            yield NoteMark(str(node.meta["label"]))
        else:
            yield from _as_text(node, report, line)


def _is_in_cell(node: SyntaxTreeNode) -> bool:
    """Tell whether a node stands in a table, where ``<br>`` is the only way to break a line."""
    around = node.parent
    while around is not None and around.type not in ("td", "th"):
        around = around.parent
    return around is not None


def _link(node: SyntaxTreeNode, report: Report, line: int) -> Iterator[Inline]:
    target = str(node.attrs.get("href", ""))
    content = tidy(_inlines(node.children, report, line))
    if not content:
        source = f"[]({target})"
        report.add(codes.SYNTAX_AS_TEXT, line, text=shown_start(source))
        yield Text(source)
        return
    if title := str(node.attrs.get("title", "")):
        report.add(codes.SYNTAX_AS_TEXT, line, text=shown_start(title))
        content = tidy([*content, Text(f' "{title}"')])
    if is_link_target(target):
        yield Link(target=target, content=content)
    else:
        report.add(codes.LINK_REFUSED, line, target=shown_start(target))
        yield from content


def _as_text(node: SyntaxTreeNode, report: Report, line: int) -> Iterator[Inline]:
    """Print what is not known as its source text."""
    if node.type == "code_inline":
        source = f"{node.markup}{node.content}{node.markup}"
    elif node.type == "image":
        title = str(node.attrs.get("title", ""))
        title = f' "{title}"' if title else ""
        source = f"![{node.content}]({node.attrs.get('src', '')}{title})"
    else:
        source = node.content or node.markup
    report.add(codes.SYNTAX_AS_TEXT, line, text=shown_start(source))
    yield Text(clean_text(source, report, line).replace("\n", " "))


def _report_traps(source: str, report: Report, line: int) -> None:
    for offset, text in enumerate(source.split("\n")):
        if _ATTRIBUTE_LINE.match(text):
            report.add(codes.ATTRIBUTE_SWALLOWED, line + offset, text=shown_start(text.strip()))
        elif offset and (code := _swallowed(text.strip())):
            report.add(code, line + offset, text=shown_start(text.strip()))


def _swallowed(text: str) -> Code | None:
    """Return what is wrong with a line of a paragraph that begins as an item or a point does."""
    starts = [found for found in find_starts(text) if found.marker != text]
    counted = read_markers((starts[0].marker,)) if starts else None
    if counted and counted[0].numerals in (None, Numerals.DECIMAL):
        return codes.ITEM_SWALLOWED
    is_point = any(found.style.is_unknown_to_markdown for found in starts)
    return codes.POINTS_AS_TEXT if is_point else None


def _report_syntax(rich: RichText, report: Report, line: int) -> None:
    text = "".join(inline.text for inline in walk(rich) if isinstance(inline, Text))
    for found in _SYNTAX.finditer(text):
        report.add(codes.SYNTAX_AS_TEXT, line, text=shown_start(found[0]))
    for found in _NOTE_CALL.finditer(text):
        report.add(codes.NOTE_MISSING, line, label=found[1])


def shown_start(text: str) -> str:
    """Return what a message shows of a text: its beginning, where it is long."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
