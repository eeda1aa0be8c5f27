"""Bookmarks around the words of papers beside a text: they tell which of those are still ours.

What somebody writes in such a paper is told by them when it comes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from docx.oxml.ns import qn

from protocolkit.exchange.own_words import own_words_name
from protocolkit.paper.docx.elements import Element, element

_PARAGRAPH, _SETTING = qn("w:p"), qn("w:pPr")
_RUN, _STRUCK = qn("w:r"), f"{qn('w:rPr')}/{qn('w:strike')}"
_TEXT, _HYPHEN = qn("w:t"), qn("w:noBreakHyphen")
_SPACES = (qn("w:tab"), qn("w:br"))
# Behind the ids of the bookmarks that a paper has for its own links.
_FIRST_ID = 100_000


def mark_own_words(body: Iterable[Element]) -> None:
    """Put a bookmark around the words of each paragraph, also of those in tables."""
    numbers = count(1)
    for made in body:
        for one in made.iter(_PARAGRAPH):
            if (words := _words(one)).strip():
                _mark(one, words, next(numbers))


def _mark(paragraph: Element, words: str, number: int) -> None:
    name = _FIRST_ID + number
    begin = element("bookmarkStart", id=name, name=own_words_name(words, number))
    setting = paragraph.find(_SETTING)
    paragraph.insert(0 if setting is None else 1, begin)
    paragraph.append(element("bookmarkEnd", id=name))


def _words(paragraph: Element) -> str:
    """Return the words of a paragraph, but for those that we print struck."""
    said = ""
    for run in paragraph.iter(_RUN):
        if run.find(_STRUCK) is None:
            for one in run:
                said += " " if one.tag in _SPACES else "-" if one.tag == _HYPHEN else ""
                said += (one.text or "") if one.tag == _TEXT else ""
    return said
