"""Lines of a redline in the PDF: markers that words hang beside, and what announces a table.

A line that announces a table stays on its page, and goes along to a page on its side, as in Word.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from protocolkit.base.objects import Object
from protocolkit.document.richtext import Text
from protocolkit.paper.redline.blocks import Blocks
from protocolkit.paper.redline.paper_tables import words_of
from protocolkit.paper.redline.passages import State
from protocolkit.paper.shared.kept_lines import introduces

_GONE = frozenset({State.REMOVED.value, State.AWAY.value})


def with_lines(blocks: Blocks) -> Blocks:
    """Return blocks in which lines have ``marker`` and ``leads``, and lists ``leads``.

    A marker is the runs before the words; what leads announces the table that follows it, and a
    list that does has nothing else in it.
    """
    lines = [_line(block) for block in blocks]
    made: Blocks = []
    for block, after in zip(lines, [*lines[1:], None], strict=True):
        is_before = after is not None and after["kind"] == "table"
        rest, tail = _parted([block]) if is_before else ([block], [])
        made += [*rest, *({**one, "leads": True} for one in tail)]
    return made


def _line(block: Object) -> Object:
    held: Any = block
    if block["kind"] == "list":
        return {**block, "leads": False, "items": [with_lines(item) for item in held["items"]]}
    if block["kind"] not in ("paragraph", "heading"):
        return block
    marker, words = _cut(held["runs"], held["marker_signs"])
    return {**block, "leads": False, "marker": marker, "runs": words}


def _parted(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """Return blocks without what announces something at their end, and that, in its lists."""
    *before, last = blocks
    if last["kind"] == "paragraph":
        return (before, [last]) if _announces(last) else (blocks, [])
    if last["kind"] != "list":
        return blocks, []
    items: Any = last["items"]
    *others, item = items
    rest, tail = _parted(item) if item else ([], [])
    if not tail:
        return blocks, []
    kept = [*others, rest] if rest else others
    return [*before, *([{**last, "items": kept}] if kept else [])], [{**last, "items": [tail]}]


def _announces(paragraph: Any) -> bool:
    """Tell whether the words as they are now announce something, and no note stands in them."""
    runs = [run for run in paragraph["runs"] if run["state"] not in _GONE]
    has_note = any(piece["kind"] == "note" for run in runs for piece in run["pieces"])
    return not has_note and introduces((Text(words_of(runs)),))


def _cut(runs: Iterable[Any], signs: int) -> tuple[Blocks, Blocks]:
    """Return the runs of so many signs, spaces not counted, and those of the rest."""
    marker: Blocks = []
    rest: Blocks = []
    for run in runs:
        if signs <= 0 or rest:
            rest.append(run)
            continue
        first, second, signs = _cut_pieces(run["pieces"], signs)
        if not second:
            marker.append(run)
            continue
        if first:
            marker.append({**run, "end": "", "pieces": first})
        rest.append({**run, "begin": "" if first else run["begin"], "pieces": second})
    return marker, rest


def _cut_pieces(pieces: Iterable[Any], signs: int) -> tuple[Blocks, Blocks, int]:
    """Return pieces of so many signs, the rest, and how many signs are lacking."""
    first: Blocks = []
    rest: Blocks = []
    for piece in pieces:
        text = str(piece.get("text", ""))
        at = 0
        while at < len(text) and (signs > 0 or text[at].isspace()) and not rest:
            signs -= not text[at].isspace()
            at += 1
        if at:
            first.append({**piece, "text": text[:at]})
        if at < len(text) or not text:
            rest.append({**piece, "text": text[at:]} if text else piece)
    return first, rest, signs
