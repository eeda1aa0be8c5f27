"""The table of contents: which headings it lists and where it stands, the same in PDF and Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from math import ceil

from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.document.richtext import plain
from protocolkit.document.tree import Part, sections_of
from protocolkit.text.words import tokens

DEEPEST_LINE = 3
# With fewer headings the text is its own table of contents.
_FEWEST_LINES = 3
# A shorter list would leave most of a page empty, and a shorter text, of 6 pages of 400 words, asks
# for none.
_LINES_FOR_PAGE, _WORDS_FOR_PAGE = 20, 2400
# Points: what a cover has room for, and what each thing on it takes, on the wide side.
_COVER_HEIGHT = 660
_ALWAYS, _TITLE_LINE, _NOTICE, _ROW, _LINE = 110, 35, 34, 17, 15
_TABLE, _TABLE_ROW, _REMARK, _SIGNATURES, _LOGO = 48, 19, 26, 95, 80
_QR_CODE = 72
_TITLE_SIGNS, _ROW_SIGNS, _LINE_SIGNS, _BODY_SIGNS, _DAY_SIGNS = 26, 54, 66, 24, 20


class ContentsPlace(Enum):
    """Where the table of contents stands; the values are those that the templates know."""

    NOWHERE = ""
    COVER = "cover"
    ABOVE = "above"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """One heading: how deep it lies (from 1), its marker, its words, and where it stands."""

    depth: int
    marker: str
    title: str
    anchor: str


def contents_lines(protocol: Protocol) -> tuple[ContentsLine, ...]:
    """Return the lines of the table of contents; none when the document has too few headings.

    A heading without words cannot be listed.
    """
    lines = tuple(_lines(protocol.parts, 1))
    return lines if len(lines) >= _FEWEST_LINES else ()


def contents_place(protocol: Protocol, cover: Cover, *, has_logo: bool) -> ContentsPlace:
    """Return where the table of contents stands: on the cover if it fits, or else above the text.

    A long one of a long text has a page of its own.
    """
    lines = contents_lines(protocol)
    if not lines:
        return ContentsPlace.NOWHERE
    if _cover_height(cover, has_logo=has_logo) + _contents_height(lines) <= _COVER_HEIGHT:
        return ContentsPlace.COVER
    is_long = len(protocol_tokens(protocol)) >= _WORDS_FOR_PAGE
    return ContentsPlace.PAGE if len(lines) >= _LINES_FOR_PAGE and is_long else ContentsPlace.ABOVE


def _contents_height(lines: Iterable[ContentsLine]) -> int:
    return _TABLE + sum(_LINE * _rows(f"{line.marker} {line.title}", _LINE_SIGNS) for line in lines)


def _cover_height(cover: Cover, *, has_logo: bool) -> int:
    """Return about how much of a cover is taken, in points."""
    remarks = (cover.remark, cover.correction, cover.citation, cover.code, cover.check)
    height = _ALWAYS + _LOGO * has_logo + _TITLE_LINE * _rows(cover.title, _TITLE_SIGNS)
    height += sum(_NOTICE * _rows(said, _LINE_SIGNS) for said in cover.notices)
    height += sum(_ROW * _rows(value, _ROW_SIGNS) for _, value in cover.rows)
    height += sum(_REMARK for said in remarks if said) + _QR_CODE * bool(cover.check_address)
    if cover.approvals:
        rows = (max(_rows(a.body, _BODY_SIGNS), _rows(a.date, _DAY_SIGNS)) for a in cover.approvals)
        height += _TABLE + _TABLE_ROW * sum(rows)
    return height + (_SIGNATURES if cover.signatories else 0)


def _rows(text: str, signs: int) -> int:
    return ceil(len(text) / signs)


def _lines(parts: Iterable[Part], depth: int) -> Iterator[ContentsLine]:
    if depth > DEEPEST_LINE:
        return
    for section in sections_of(parts):
        title = " ".join(plain(section.title).split())
        if tokens(f"{section.marker} {title}"):
            yield ContentsLine(
                depth=depth, marker=section.marker, title=title, anchor=section.anchor
            )
        yield from _lines(section.parts, depth + 1)
