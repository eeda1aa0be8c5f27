"""Notes on the page of their marks.

Typst gives a note its place before it knows that the lines with its mark go to the next page, and
leaves it there. So where that happens a page begins before these lines, which go there anyway.
"""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.objects import Object
from protocolkit.paper.house.fonts import Fonts
from protocolkit.paper.pdf.lines import Content
from protocolkit.paper.pdf.querying import queried

_LABEL = "<_strays>"
_MOST_TRIES = 25


def with_notes_in_place(name: str, data: Object, project: Path | None, fonts: Fonts) -> Object:
    """Return the data of a protocol's template in which pages begin where a note asks for that.

    One after the other: what comes behind a page that begins elsewhere is laid out anew.
    """
    tried: set[str] = set()
    while data["notes"] and len(tried) < _MOST_TRIES:
        strays = queried(_LABEL, name, data, project, fonts)
        stray = next((str(anchor) for anchor in strays if anchor not in tried), None)
        if stray is None:
            break
        tried.add(stray)
        body, _ = page_begun(_content(data["body"]), stray)
        data = {**data, "body": body}
    return data


def page_begun(parts: Content, note: str) -> tuple[Content, bool]:
    """Return parts in which a page begins before what first calls a note.

    Also whether it is to begin before all of them, which is for whoever holds them: what announces
    something stays with it.
    """
    place = next((n for n, part in enumerate(parts) if _calls(part, note)), None)
    if place is None:
        return parts, False
    part = _object(parts[place])
    made, is_whole = _inside(part, note)
    if not is_whole:
        return [*parts[:place], made, *parts[place + 1 :]], False
    while place and _leads(_object(parts[place - 1])):
        place -= 1
    if not place:
        return parts, True
    begun = {**_object(parts[place]), "begins": True}
    return [*parts[:place], begun, *parts[place + 1 :]], False


def _inside(part: Object, note: str) -> tuple[Object, bool]:
    """Return the same of what is inside a part."""
    kind = part["kind"]
    if kind == "section" and not _calls(part["content"], note):
        parts, is_whole = page_begun(_content(part["parts"]), note)
        return {**part, "parts": parts}, is_whole
    if kind == "clause":
        blocks, is_whole = page_begun(_content(part["blocks"]), note)
        return {**part, "blocks": blocks}, is_whole
    return _in_list(part, note) if kind == "list" else (part, True)


def _in_list(part: Object, note: str) -> tuple[Object, bool]:
    items = [_object(item) for item in _content(part["items"])]
    place = next(n for n, item in enumerate(items) if _calls(item, note))
    blocks, is_whole = page_begun(_content(items[place]["blocks"]), note)
    if is_whole and not place:
        return part, True
    items[place] = (
        {**items[place], "begins": True} if is_whole else {**items[place], "blocks": blocks}
    )
    return {**part, "items": items}, False


def _leads(part: Object) -> bool:
    """Tell whether a part announces the next one."""
    blocks = part.get("blocks")
    if isinstance(blocks, list):
        return bool(blocks) and _leads(_object(blocks[-1]))
    return bool(part.get("leads"))


def _calls(value: object, note: str) -> bool:
    """Tell whether something holds the mark that a note stands with."""
    if isinstance(value, dict):
        is_mark = value.get("kind") == "mark" and value.get("role") == "first"
        if is_mark and value["anchor"] == note:
            return True
        return any(_calls(inner, note) for inner in value.values())
    return isinstance(value, list) and any(_calls(inner, note) for inner in value)


def _content(value: object) -> Content:
    assert isinstance(value, list)
    return value


def _object(value: object) -> Object:
    assert isinstance(value, dict)
    return value
