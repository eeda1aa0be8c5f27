"""Notes on the page of their marks, and each word on one page.

Typst gives a note its place before it knows that the lines with its mark go to the next page, and
leaves it there. So where that happens a page begins before these lines, which go there anyway. So
one does before a low paragraph with a mark whose note finds no room on its page below those of the
marks before it; and before one that holds a web address, or another word in which a line may break,
of which a part stands on the next page. In a high paragraph such a word begins a line.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from protocolkit.base.objects import Object
from protocolkit.paper.house.fonts import Fonts
from protocolkit.paper.pdf.lines import Content
from protocolkit.paper.pdf.querying import queried

_LABEL = "<_strays>"
_MOST_TRIES = 25
_WORD = '"word"'
_HOLDING = frozenset("content parts blocks items header rows cells".split())

Holds = Callable[[object], bool]
"""Tells whether something that the template receives is what is to stand on one page."""


def with_notes_in_place(name: str, data: Object, project: Path | None, fonts: Fonts) -> Object:
    """Return the data of a protocol's template in which pages begin where that is needed.

    One after the other: what comes behind a page that begins elsewhere is laid out anew.
    """
    tried: set[tuple[str, Any]] = set()
    may_stray = bool(data["notes"]) or _WORD in json.dumps(data["body"])
    for _ in range(_MOST_TRIES if may_stray else 0):
        found = _strays(queried(_LABEL, name, data, project, fonts))
        strays = [one for one in found if one not in tried]
        if not strays:
            break
        body = _content(data["body"])
        for kind, said in strays:
            tried.add((kind, said))
            holds = is_word(said) if kind == "word" else marks_note(said)
            if kind == "note" or is_in_low(body, holds):
                body, _ = page_begun(body, holds)
                break
            if kind == "word":
                # in a high paragraph it begins a line, which moves no page
                body = [_made_whole(part, said) for part in body]
        data = {**data, "body": body}
    return data


def _strays(told: list[Any]) -> list[tuple[str, Any]]:
    """Return what a template says of its pages; an earlier one may say it otherwise."""
    return [(kind, said) for kind, said in told] if all(map(_is_stray, told)) else []


def _is_stray(one: object) -> bool:
    """Tell whether something is a kind of stray with what is said of it."""
    return isinstance(one, list) and [type(said) for said in one] in ([str, str], [str, int])


def marks_note(anchor: str) -> Holds:
    """Return what tells the mark that the note of an anchor stands with."""

    def holds(value: object) -> bool:
        is_mark = isinstance(value, dict) and value.get("kind") == "mark"
        return is_mark and _object(value)["anchor"] == anchor and _object(value)["role"] == "first"

    return holds


def is_word(place: int) -> Holds:
    """Return what tells the word of a place."""
    return lambda value: isinstance(value, dict) and value.get("place") == place


def is_in_low(value: object, holds: Holds) -> bool:
    """Tell whether what is to stand on one page is in a paragraph of few lines, or a heading."""
    if isinstance(value, list):
        return any(is_in_low(inner, holds) for inner in value)
    if not isinstance(value, dict):
        return False
    if value.get("kind") == "paragraph":
        return bool(value["is_low"]) and _count(value, holds) > 0
    if value.get("kind") == "section" and _count(value["content"], holds):
        return True
    return any(is_in_low(inner, holds) for key, inner in value.items() if key in _HOLDING)


def _made_whole(value: object, place: int) -> object:
    """Return the same in which the word of a place stands on one line, if one holds it."""
    if isinstance(value, list):
        return [_made_whole(inner, place) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.get("place") == place:
        return {**value, "whole": value["fits"]}
    return {
        key: _made_whole(inner, place) if key in _HOLDING else inner for key, inner in value.items()
    }


def page_begun(parts: Content, holds: Holds) -> tuple[Content, bool]:
    """Return parts in which a page begins before what first holds something.

    Also whether it is to begin before all of them, which is for whoever holds them: what announces
    something stays with it.
    """
    place = next((n for n, part in enumerate(parts) if _count(part, holds)), None)
    if place is None:
        return parts, False
    part = _object(parts[place])
    made, is_whole = _inside(part, holds)
    if not is_whole:
        return [*parts[:place], made, *parts[place + 1 :]], False
    while place and _leads(_object(parts[place - 1])):
        place -= 1
    if not place:
        return parts, True
    begun = {**_object(parts[place]), "begins": True}
    return [*parts[:place], begun, *parts[place + 1 :]], False


def _inside(part: Object, holds: Holds) -> tuple[Object, bool]:
    """Return the same of what is inside a part."""
    kind = part["kind"]
    if kind == "section" and not _count(part["content"], holds):
        parts, is_whole = page_begun(_content(part["parts"]), holds)
        return {**part, "parts": parts}, is_whole
    if kind == "clause":
        blocks, is_whole = page_begun(_content(part["blocks"]), holds)
        return {**part, "blocks": blocks}, is_whole
    return _in_list(part, holds) if kind == "list" else (part, True)


def _in_list(part: Object, holds: Holds) -> tuple[Object, bool]:
    items = [_object(item) for item in _content(part["items"])]
    place = next(n for n, item in enumerate(items) if _count(item, holds))
    blocks, is_whole = page_begun(_content(items[place]["blocks"]), holds)
    if is_whole and not place:
        return part, True
    items[place] = (
        {**items[place], "begins": True} if is_whole else {**items[place], "blocks": blocks}
    )
    return {**part, "items": items}, False


def _count(value: object, holds: Holds) -> int:
    """Return how often something stands in the words of a value, not in where they lead."""
    if holds(value):
        return 1
    if isinstance(value, dict):
        return sum(_count(inner, holds) for key, inner in value.items() if key in _HOLDING)
    return sum(_count(inner, holds) for inner in value) if isinstance(value, list) else 0


def _leads(part: Object) -> bool:
    """Tell whether a part announces the next one."""
    blocks = part.get("blocks")
    if isinstance(blocks, list):
        return bool(blocks) and _leads(_object(blocks[-1]))
    return bool(part.get("leads"))


def _content(value: object) -> Content:
    assert isinstance(value, list)
    return value


def _object(value: object) -> Object:
    assert isinstance(value, dict)
    return value
