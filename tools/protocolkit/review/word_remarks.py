"""The remarks of a Word file, out of the four parts in which Word keeps them.

``comments`` has the words; ``commentsExtended`` which remark answers which and which are resolved,
by the paragraph that a remark ends with; ``commentsExtensible`` the moment in UTC, by the lasting
name that ``commentsIds`` gives to that paragraph. Files of other programs have the first alone, or
the first two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W14, W, WordPackage
from protocolkit.review.word_story import all_text
from protocolkit.text.safe_signs import shown_signs

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_W16CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_W16CEX = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"
_YES = frozenset({"1", "true", "on"})
# LibreOffice keeps what it cannot show of a saved web page, such as '<meta name="changed" …>'.
_PAGE_CODE = re.compile(r"HTML: <[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRemark:
    """A remark as Word keeps it; ``parent`` is the id of the one that it answers."""

    id: str
    author: str
    date: str
    text: str
    parent: str
    resolved: bool

    @property
    def is_of_program(self) -> bool:
        """Whether it is code of a web page that LibreOffice keeps in a remark of nobody."""
        return not self.author and _PAGE_CODE.fullmatch(self.text.strip()) is not None


def read_remarks(package: WordPackage) -> tuple[WordRemark, ...]:
    """Return the remarks of a file, in the order of the file."""
    comments = _root(package, "comments")
    if comments is None:
        return ()
    names = {last: one.get(f"{W}id", "") for one in _each(comments) for last in _paragraphs(one)}
    threads = _threads(_root(package, "commentsExtended"))
    moments = _moments(package)
    found = []
    for one in _each(comments):
        own = next((threads[last] for last in reversed(_paragraphs(one)) if last in threads), None)
        above, resolved = own or ("", False)
        found.append(
            WordRemark(
                id=one.get(f"{W}id", ""),
                author=shown_signs(one.get(f"{W}author", "")),
                date=known_date(shown_signs(one.get(f"{W}date", "") or _moment(one, moments))),
                text=shown_signs(all_text(one)),
                parent=names.get(above, ""),
                resolved=resolved,
            )
        )
    resolved_threads = {one.id for one in found if one.resolved and not one.parent}
    return tuple(
        WordRemark(
            id=one.id,
            author=one.author,
            date=one.date,
            text=one.text,
            parent=one.parent,
            resolved=one.resolved or one.parent in resolved_threads,
        )
        for one in found
    )


def _root(package: WordPackage, kind: str) -> Element | None:
    name = package.beside(kind)
    return package.part(name) if name else None


def _each(comments: Element) -> Iterator[Element]:
    yield from comments.iterchildren(f"{W}comment")


def _paragraphs(comment: Element) -> list[str]:
    """Return the names of the paragraphs of a remark; the last one stands for the remark."""
    names = (one.get(f"{W14}paraId", "").upper() for one in comment.iter(f"{W}p"))
    return [name for name in names if name]


def _threads(extended: Element | None) -> dict[str, tuple[str, bool]]:
    """Return of each paragraph which one its remark answers, and whether it is resolved."""
    found = extended.iter(f"{_W15}commentEx") if extended is not None else ()
    return {
        one.get(f"{_W15}paraId", "").upper(): (
            one.get(f"{_W15}paraIdParent", "").upper(),
            one.get(f"{_W15}done", "").lower() in _YES,
        )
        for one in found
    }


def _moments(package: WordPackage) -> dict[str, str]:
    """Return the moment of each remark by the paragraph that stands for it."""
    names, moments = _root(package, "commentsIds"), _root(package, "commentsExtensible")
    if names is None or moments is None:
        return {}
    known = {
        one.get(f"{_W16CEX}durableId", "").upper(): one.get(f"{_W16CEX}dateUtc", "")
        for one in moments.iter(f"{_W16CEX}commentExtensible")
    }
    return {
        one.get(f"{_W16CID}paraId", "").upper(): known.get(
            one.get(f"{_W16CID}durableId", "").upper(), ""
        )
        for one in names.iter(f"{_W16CID}commentId")
    }


def _moment(comment: Element, moments: dict[str, str]) -> str:
    return next((moments[last] for last in _paragraphs(comment) if last in moments), "")


def known_date(said: str) -> str:
    """Return a date, "" for what LibreOffice writes where it knows none: 0000-00-00."""
    return "" if said.startswith("0000-") else said
