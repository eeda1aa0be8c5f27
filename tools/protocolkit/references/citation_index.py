"""What a protocol's clauses and sections can be called by, and where a citation of them leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from protocolkit.base.told_once import told_once
from protocolkit.document.model import Clause, Protocol, Section
from protocolkit.document.outline import PlacedClause, placed_clauses, section_number, sections
from protocolkit.document.richtext import plain
from protocolkit.document.tree import (
    Part,
    by_part,
    clauses_of,
    paragraphs_of,
    points_of,
    sections_of,
)
from protocolkit.references.citations import Citation, Unit
from protocolkit.references.headings import headings_by_number
from protocolkit.text.function_words import FUNCTION_WORDS
from protocolkit.text.markers import find_style, is_article, parse_number
from protocolkit.text.numbers import Number

_SEE = re.compile(
    r"\b[Zz]ie(?:\s+(?:ook|verder|hiervoor))?\s*(?P<colon>:?)\s*"
    r"(?:(?:het|de)\s+)?(?P<unit>(?:hoofdstuk|paragraaf|onderdeel|kopje)\s+)?"
    r"(?P<quote>[‘’“”„\"']?)(?P<title>\w[^.;:()\n‘’“”\"]{2,120})"
)
_WORD = re.compile(r"\w+(?:['’\-/]\w+)*")
_NAME_LENGTH = 2


@dataclass(frozen=True, slots=True)
class CitationTarget:
    """What a citation leads to: an anchor, "" for nothing, and the point that it names there.

    ``point`` is "" for the whole of it. A point may have an anchor of its own or that of its
    clause, and a text may have two points of one name.
    """

    anchor: str = ""
    point: str = ""


_NOWHERE = CitationTarget()


@told_once
def citation_index(protocol: Protocol) -> CitationIndex:
    """Return what a protocol's clauses and sections can be called by."""
    return CitationIndex(protocol)


class CitationIndex:
    """What a protocol's clauses and sections can be called by."""

    def __init__(self, protocol: Protocol) -> None:
        self._siblings: dict[str, list[Clause]] = {}
        self._clauses: list[tuple[str, Clause]] = []
        for placed in placed_clauses(protocol):
            own = placed.clause.number
            if own is None:
                continue
            is_whole = is_article(placed.clause.marker)
            above = None if is_whole else section_number(placed.sections)
            self._clauses.append((str(own.under(above)), placed.clause))
            if not is_whole:
                self._siblings.setdefault(_home(placed), []).append(placed.clause)
        self._sections = list(_numbered(protocol.parts, None))
        self._headings = headings_by_number(protocol)
        titles = ((_words(plain(one.title)), one.anchor) for one in sections(protocol))
        self._titles = [title for title in titles if title[0]]

    def is_own(self, citation: Citation, placed: PlacedClause | None) -> bool:
        """Tell whether a citation speaks of this document: an annex may be another file."""
        if citation.unit is Unit.HEADING and not citation.is_external:
            return (citation.word, citation.number) in self._headings
        if citation.is_external or citation.unit is not Unit.MEMBER:
            return not citation.is_external
        return placed is not None and bool(self._beside(placed))

    def target(self, citation: Citation, placed: PlacedClause | None) -> str:
        """Return the anchor that a citation leads to, or ``""``."""
        return self.place(citation, placed).anchor

    def place(self, citation: Citation, placed: PlacedClause | None) -> CitationTarget:
        """Return the anchor that a citation leads to, with the point that it names there."""
        if citation.unit is Unit.MEMBER:
            return _member(self._beside(placed), citation.member, citation.point)
        found = self._named(citation, placed)
        return _inside(found, citation.member, citation.point) if found else _NOWHERE

    def titles_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the places where a text says 'see' and then names a section by its title.

        A title counts when it is there in full, or when the words begin with it; of several the
        shortest, which is the outermost (``Sancties en gevolgen`` for all of its parts).
        """
        for found in _SEE.finditer(text):
            words = _words(found["title"])
            is_marked = any(found[name] for name in ("colon", "unit", "quote"))
            fitting = sorted(
                (title != words, len(title), anchor)
                for title, anchor in self._titles
                if (title == words and is_marked)
                or (_is_name(title) and words[: len(title)] == title)
            )
            if fitting and (len(fitting) == 1 or fitting[0][:2] != fitting[1][:2]):
                _, length, target = fitting[0]
                start = found.start("title")
                last = list(_WORD.finditer(text, start))[length - 1]
                yield start, last.end(), target

    def _beside(self, placed: PlacedClause | None) -> list[Clause]:
        """Return the numbered clauses under the same heading."""
        return self._siblings.get(_home(placed), []) if placed else []

    def _named(self, citation: Citation, placed: PlacedClause | None) -> Clause | Section | None:
        """Return what a number names: in full first, then beside the clause, then anywhere.

        '§ 3.2' is the second member of § 3 where no section has that number.
        """
        number = citation.number
        if citation.unit is Unit.HEADING:
            return _only(self._headings.get((citation.word, number), ()))
        in_sections = [section for own, section in self._sections if own == number]
        in_full = [clause for own, clause in self._clauses if own == number]
        if citation.unit is Unit.SECTION:
            return _only(in_sections or (in_full if "." in number else []))
        items: list[Clause | Section] = [*in_full, *in_sections]
        marked = [item for item in items if is_article(item.marker)]
        groups: tuple[Sequence[Clause | Section], ...] = (
            marked,
            in_full if "." in number else [],
            in_sections,
            [clause for clause in self._beside(placed) if str(clause.number) == number],
            [clause for _, clause in self._clauses if str(clause.number) == number],
        )
        return next((only for group in groups if (only := _only(group))), None)


def _home(placed: PlacedClause) -> str:
    return placed.sections[-1].anchor if placed.sections else ""


def _numbered(parts: Iterable[Part], above: Number | None) -> Iterator[tuple[str, Section]]:
    for section in sections_of(parts):
        own, number = section.number, above
        if own is not None:
            number = own if is_article(section.marker) else own.under(above)
            yield str(number), section
        yield from _numbered(section.parts, number)


def _only(items: Sequence[Clause | Section]) -> Clause | Section | None:
    return items[0] if len(items) == 1 else None


def _inside(item: Clause | Section, member: str, point: str) -> CitationTarget:
    """Return the place of a member and point inside something, nowhere if it has none such."""
    if not member and not point:
        return CitationTarget(item.anchor)
    return by_part(
        item,
        clause=lambda clause: _inside_clause(clause, member, point),
        section=lambda section: _inside_section(section, member, point),
    )


def _inside_clause(clause: Clause, member: str, point: str) -> CitationTarget:
    said = " ".join(filter(None, (member, point)))
    if found := _point(clause, point or member).anchor:
        return CitationTarget(found, said)
    return (
        CitationTarget(clause.anchor, said)
        if not point and _has_paragraph(clause, member)
        else _NOWHERE
    )


def _inside_section(section: Section, member: str, point: str) -> CitationTarget:
    clauses = clauses_of(section.parts)
    if not member:
        if first := _first(clauses, point):
            return CitationTarget(first)
        return _point(clauses[0], point) if len(clauses) == 1 else _NOWHERE
    return _member(clauses, member, point)


def _member(clauses: Sequence[Clause], member: str, point: str) -> CitationTarget:
    """Return the place of a member of an article, or of a point in or below it, or nowhere."""
    places = [place for place, clause in enumerate(clauses) if str(clause.number) == member]
    if len(places) > 1:
        # Points may count in figures too: 1°, (1).
        places = [place for place in places if _counts_members(clauses[place])]
    if len(places) != 1:
        return _NOWHERE
    named, following = clauses[places[0]], clauses[places[0] + 1 :]
    if not point:
        return CitationTarget(named.anchor)
    inside = _point(named, point)
    return inside if inside.anchor else CitationTarget(_first(_flattened(named, following), point))


def _flattened(member: Clause, following: Iterable[Clause]) -> Iterator[Clause]:
    """Yield the points of a member that stand below it as clauses: up to the next member."""
    own = find_style(member.marker)
    for clause in following:
        if _counts_members(clause) or find_style(clause.marker) is own:
            return
        yield clause


def _counts_members(clause: Clause) -> bool:
    style = find_style(clause.marker)
    return style is not None and style.counts_members


def _first(clauses: Iterable[Clause], name: str) -> str:
    return next((clause.anchor for clause in clauses if str(clause.number) == name), "")


def _point(clause: Clause, name: str) -> CitationTarget:
    """Return the place of a point (at its clause's anchor without one of its own), or nowhere."""
    points = points_of(clause.blocks)
    named = [point for point in points if str(parse_number(point.marker)) == name]
    return CitationTarget(named[0].anchor or clause.anchor, name) if named else _NOWHERE


def _has_paragraph(clause: Clause, member: str) -> bool:
    """Tell whether an article's members are its paragraphs, without a number, and this is one."""
    count = len(paragraphs_of(clause.blocks))
    return member.isdigit() and 0 < int(member) <= count


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def _is_name(title: tuple[str, ...]) -> bool:
    return len([word for word in title if word not in FUNCTION_WORDS]) >= _NAME_LENGTH
