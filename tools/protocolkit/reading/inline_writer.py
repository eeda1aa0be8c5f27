"""Rich text to Markdown that reads back as the same value, whatever signs its words hold."""

from __future__ import annotations

import re
import unicodedata

from markdown_it.common.utils import isWhiteSpace

from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    with_breaks_outside,
    without_emphasis,
    without_loose_breaks,
)

_ALWAYS = re.compile(r"[\\`*\[\]<>{}~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# What Markdown takes for a space, which is less than Python does.
_SPACES = "".join(
    sign for sign in filter(str.isspace, map(chr, range(0x3001))) if isWhiteSpace(ord(sign))
)
BREAK = "\\\n"
"""A line break inside a paragraph, as Markdown has it."""
_CELL_BREAK = "<br>"


def write_rich(rich: RichText, *, in_table: bool = False) -> str:
    """Return rich text as Markdown; inside a table's cell a bar is escaped too.

    A line break at either end says nothing, and Markdown has no form for it; one at an end of an
    emphasis or a link stands outside it.
    """
    written = _Writer(_CELL_BREAK if in_table else BREAK)
    written.write(without_loose_breaks(with_breaks_outside(rich)), "*")
    return written.text.replace("|", "\\|") if in_table else written.text


class _Writer:
    """Writes inlines one after the other; what went before decides what must be escaped."""

    def __init__(self, line_break: str) -> None:
        self.text = ""
        self._break = line_break
        # The sign that just ended an emphasis, whose words end here.
        self._ended = ""
        # Whether a sign that ended needs a space or a sign after it to be seen.
        self._wants_sign = False

    def write(self, rich: RichText, sign: str) -> None:
        """Write inlines; an emphasis among them is marked with ``sign``, ``*`` or ``_``."""
        before: Inline | None = None
        for inline in rich:
            if isinstance(inline, Emphasis):
                own = _other(sign) if self._ended == sign else sign
                self._emphasis(inline, own)
            else:
                self._add(self._written(inline, before, sign))
            before = inline

    def _written(self, inline: Inline, before: Inline | None, sign: str) -> str:
        match inline:
            case Text(text):
                written = _ALWAYS.sub(r"\\\g<0>", text)
                # After a note's mark these would make it a link, or a note.
                follows_mark = isinstance(before, NoteMark) and text[:1] in ("(", ":")
                return f"\\{written}" if follows_mark else written
            case NoteMark(label):
                return f"[^{label}]"
            case HardBreak():
                return self._break
            case Link(target=target, content=content):
                inner = _Writer(self._break)
                inner.write(content, sign)
                # '[^' would begin a note's mark
                escape = "\\" if inner.text.startswith("^") else ""
                way = f"<{target}>" if " " in target else _target(target)
                return f"[{escape}{inner.text}]({way})"
        raise TypeError(type(inline).__name__)

    def _add(self, written: str) -> None:
        if not written:
            return
        if written[0] == "[" and self.text.endswith("!"):
            # '![' would begin a picture
            self.text = f"{self.text[:-1]}\\!"
        if self._wants_sign and not _is_border(written[0]):
            written = _as_reference(written[0]) + written[1:]
        self._ended, self._wants_sign = "", False
        self.text += written

    def _emphasis(self, emphasis: Emphasis, sign: str) -> None:
        marks = sign * 2 if emphasis.strong else sign
        inner = _Writer(self._break)
        inner.write(without_emphasis(emphasis.content, strong=emphasis.strong), _other(sign))
        # A space at the border of an emphasis would undo it; outside it says the same.
        content = inner.text.strip(_SPACES)
        before, _, after = inner.text.partition(content) if content else (inner.text, "", "")
        self._add(before)
        if not content:
            return
        needs_border = sign == "_" or _is_border(content[:1])
        if needs_border and self.text and not _is_border(self.text[-1]):
            self.text = self.text[:-1] + _as_reference(self.text[-1])
        self._add(f"{marks}{content}{marks}")
        self._ended = sign
        self._wants_sign = sign == "_" or _is_border(content[-1:])
        self._add(after)


def _other(sign: str) -> str:
    return "_" if sign == "*" else "*"


def _is_border(character: str) -> bool:
    """Tell whether Markdown sees a character as the border of a word: a space or a sign."""
    return (
        not character or isWhiteSpace(ord(character)) or unicodedata.category(character)[0] in "PS"
    )


def _as_reference(character: str) -> str:
    """Return a letter in a form that begins and ends with a sign, and reads as that letter.

    Markdown has no such form for a sign without a look: a space stands around it.
    """
    is_control = unicodedata.category(character) == "Cc"
    return f" {character.strip()} " if is_control else f"&#{ord(character)};"


def _target(target: str) -> str:
    """Return a link's target; brackets that do not pair would end it too soon."""
    return re.sub(r"[()\\<>]", r"\\\g<0>", target) if "(" in target or ")" in target else target
