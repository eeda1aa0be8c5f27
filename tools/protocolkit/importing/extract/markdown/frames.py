"""The open elements of a page that is made of Markdown, and what each becomes as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.markdown.definitions import address
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.elements import BLOCKS
from protocolkit.importing.extract.web.sight import Shown
from protocolkit.importing.source.links import is_safe_target
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import is_out_of_bounds, whole_number

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that hold nothing."""

_HEADING = re.compile(r"h[1-6]")
_LISTS = frozenset(("ul", "ol"))
_CELLS = frozenset(("td", "th"))
_IN_TABLE = frozenset(("table", "thead", "tbody", "tfoot", "tr"))
_HIGHEST = 999_999
_MOST_COLUMNS = 50
# An element that ends one of the same kind which nobody ended.
ENDS = {
    "li": frozenset(("li",)),
    "p": frozenset(("p",)),
    "tr": frozenset(("tr", "td", "th")),
    "td": _CELLS,
    "th": _CELLS,
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
}
"""What an element that is opened closes, when that is open."""


@dataclass(slots=True, kw_only=True)
class Frame:
    """An open element: how it is printed, why it is no text, and what was printed in it so far."""

    tag: str
    element: Element
    shown: Shown
    gone: LeftOutReason | None = None
    parts: list[str] = field(default_factory=list)
    # the items of a list, the cells of a row, the rows of a table
    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    count: int = 1
    # its number is one that no list has
    is_lost: bool = False
    holds_paragraphs: bool = False
    doubt: Marked | None = None

    def begin_count(self, above: Frame | None = None) -> None:
        """Let the items of a list be counted from where it says, or an item in the list above."""
        start = self.element.get("start") if self.tag == "ol" else None
        self.is_lost = is_out_of_bounds(start, least=-_HIGHEST, most=_HIGHEST)
        if self.tag == "li" and above is not None and above.tag == "ol":
            if (value := self.element.get("value")) is not None:
                above.is_lost = is_out_of_bounds(value, least=-_HIGHEST, most=_HIGHEST)
            self.is_lost = above.is_lost
        self.count = whole_number(start, least=-_HIGHEST, most=_HIGHEST, default=1)

    @property
    def is_inline(self) -> bool:
        """Whether it ends where its paragraph ends."""
        return not (
            self.holds_paragraphs
            or self.tag in BLOCKS
            or self.tag in _LISTS | _CELLS | _IN_TABLE | {"li", ""}
            or _HEADING.fullmatch(self.tag)
        )

    @property
    def reason(self) -> LeftOutReason | None:
        """Why what stands right here is no text of the page."""
        return self.gone or self.shown.reason

    @property
    def text(self) -> str:
        """What was printed in it."""
        return "".join(self.parts)


def close(frame: Frame, above: Frame) -> None:
    """Print a closed element in the one around it."""
    if frame.tag == "li" and above.tag in _LISTS:
        _item(frame, above)
    elif frame.tag in _LISTS:
        _list(frame, above)
    elif frame.tag in _CELLS and above.tag == "tr":
        if not above.rows:
            above.rows.append([])
        above.rows[-1].append(_cell(frame.text))
        span = whole_number(frame.element.get("colspan"), least=1, most=_MOST_COLUMNS, default=1)
        above.rows[-1] += [""] * (span - 1)
    elif frame.tag in ("tr", "thead", "tbody", "tfoot") and above.tag in _IN_TABLE:
        above.rows += [row for row in frame.rows if any(row)]
        above.parts.append(frame.text)
    elif frame.tag == "table":
        above.parts.append(f"\n\n{frame.text.strip()}\n\n{_table(frame.rows)}\n\n")
    elif _HEADING.fullmatch(frame.tag):
        above.parts.append(_heading(frame))
    elif frame.tag == "a":
        above.parts.append(_link(frame))
    elif frame.is_inline:
        above.parts.append(frame.text)
    else:
        above.parts.append(f"\n\n{_outdented(frame.text)}\n\n")


def _heading(frame: Frame) -> str:
    words = _flat(frame.text)
    return f"\n\n{'#' * int(frame.tag[1])} {words}\n\n" if words else "\n\n"


def _link(frame: Frame) -> str:
    target, words = (frame.element.get("href") or "").strip(), frame.text
    if not is_safe_target(target) or target.startswith("#") or not words.strip() or "[" in words:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}[{_flat(words)}]({address(target)}){after}"


def _item(frame: Frame, above: Frame) -> None:
    count = whole_number(
        frame.element.get("value"), least=-_HIGHEST, most=_HIGHEST, default=above.count
    )
    above.count = count + 1
    marker = f"{count}." if above.tag == "ol" and count >= 0 and not frame.is_lost else "-"
    words = _flat(frame.text)
    lines = [*frame.lines, *([words] if words else [])]
    # what stands before the first list in it is the item; the rest is below that
    above.lines += [f"{marker} {line}" if not n else f"    {line}" for n, line in enumerate(lines)]


def _list(frame: Frame, above: Frame) -> None:
    stray = _flat(frame.text)
    if above.tag == "li":
        words = _flat(above.text)
        above.parts.clear()
        above.lines += [*([words] if words else []), *frame.lines, *([stray] if stray else [])]
        return
    above.parts.append("\n\n" + "\n".join(frame.lines) + f"\n\n{stray}\n\n")


def _cell(text: str) -> str:
    parts = [_flat(part) for part in re.split(r"\n[ \t]*\n", text)]
    whole = "<br>".join(part for part in parts if part)
    return re.sub(r"(?<!\\)\|", r"\\|", whole)


def _table(rows: Iterable[list[str]]) -> str:
    found = list(rows)
    width = max(map(len, found), default=0)
    if width < 2 or width > _MOST_COLUMNS:
        return "\n\n".join(cell.replace("<br>", "\n\n") for row in found for cell in row)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in found]
    return "\n".join([lines[0], "|---" * width + "|", *lines[1:]])


def _flat(text: str) -> str:
    return " ".join(text.replace("\\\n", " ").split())


def _outdented(text: str) -> str:
    """Return text without the indent of a page's source, which means code in Markdown."""
    lines = text.split("\n")
    depths = [len(line) - len(line.lstrip(" \t")) for line in lines[1:] if line.strip()]
    cut = min(depths, default=0)
    first = lines[0].lstrip(" \t")
    return "\n".join([first, *(line[cut:] if line.strip() else "" for line in lines[1:])])
