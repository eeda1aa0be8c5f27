"""The shape of a protocol as JSON: the model's own dataclasses, with the limits of their fields."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import get_args

from protocolkit.base.messages import mark
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import RECORDS
from protocolkit.document.model import (
    ANCHOR,
    ANCHOR_LENGTH,
    Block,
    Clause,
    Paragraph,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.place import Place
from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark
from protocolkit.document.richtext import Text as RichWords
from protocolkit.exchange.shapes import Count, Items, Named, Plan, Shape, Shapes, Text, shapes_of

DATE = r"^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$"
"""A whole or partial date of ISO 8601, or nothing."""

# Whatever a file or folder may be called, and never a way out of it.
_FILE_NAME_PATTERN = r"^(?!\.{1,2}$)[^/\\:\u0000-\u001f]*$"
_DEEPEST_HEADING = 6

_ANCHOR = Text(
    pattern=ANCHOR.pattern,
    longest=ANCHOR_LENGTH,
    form=mark("small letters, digits and single hyphens, a letter first, such as art-3-1"),
)
_POINT_ANCHOR = Text(
    pattern=f"^(?:{ANCHOR.pattern.strip('^$')})?$", longest=ANCHOR_LENGTH, form=_ANCHOR.form
)
_DATED = Text(pattern=DATE, form=mark("a date such as 2020-03-04, 2020-03 or 2020"))
_FILE_NAME = Text(
    pattern=_FILE_NAME_PATTERN, form=mark("the name of one file or folder, without a path")
)
_LABEL = Text(pattern=r"^[^\s\]]+$", form=mark("a short name without spaces, such as 1 or *"))
_LEVEL = Count(least=2, most=_DEEPEST_HEADING)

_LIMITS: dict[str, Shape] = {
    "Protocol.subject": _FILE_NAME,
    "Protocol.slug": _FILE_NAME,
    "Clause.anchor": _ANCHOR,
    "Section.anchor": _ANCHOR,
    "Point.anchor": _POINT_ANCHOR,
    "Section.level": _LEVEL,
    "Footnote.label": _LABEL,
    "NoteMark.label": _LABEL,
    "Text.text": Text(pattern=r"^[^\n\r]+$", form=mark("a text of one line that is not empty")),
    "Paragraph.content": Items(item=Named("inline"), least=1),
    "Emphasis.content": Items(item=Named("inline"), least=1),
    "Link.content": Items(item=Named("inline"), least=1),
    "PointList.points": Items(item=Named("point"), least=1),
    "Table.header": Items(item=Items(item=Named("inline")), least=1),
}

_PLAN = Plan(
    unions={
        frozenset({RichWords, Emphasis, Link, NoteMark, HardBreak}): "inline",
        frozenset(get_args(Block)): "block",
        frozenset({Clause, Section}): "part",
    },
    tags={
        RichWords: "text",
        Emphasis: "emphasis",
        Link: "link",
        NoteMark: "note-mark",
        HardBreak: "break",
        Paragraph: "paragraph",
        PointList: "points",
        Table: "table",
        Clause: "clause",
        Section: "section",
    },
    limits=_LIMITS,
    travels_too=frozenset({"Protocol.subject", "Protocol.slug"}),
    printed={Place: Text(parse=Place.parse)},
)


@cache
def protocol_shapes() -> Shapes:
    """Return every shape that a protocol has, by its name; most runs read and write none."""
    days = {
        f"{made.__name__}.{name}": _DATED
        for made in RECORDS
        for name, about in declared(made).items()
        if about.is_date
    }
    return shapes_of(Protocol, replace(_PLAN, limits={**days, **_LIMITS}))
