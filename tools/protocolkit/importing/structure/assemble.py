"""The tree of sections and items to those of a protocol: kinds, anchors, and how sure each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked, mark
from protocolkit.document.model import Clause, Kind, Paragraph, Section
from protocolkit.document.outline import clause_text, section_number
from protocolkit.document.richtext import RichText, Text, plain
from protocolkit.importing.structure.growing_tree import Item, Part
from protocolkit.importing.structure.kinds import kind_of_clause, kind_of_heading
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.importing.structure.naming import Names, heading_home
from protocolkit.reading.body import split_marker
from protocolkit.text.markers import PARAGRAPH_MARKER, SECTION_MARKER, is_article

DOUBT_KIND = mark("the kind of text is a guess")
_INITIAL = re.compile(r"[A-Z]\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The sections and clauses of a document, each with a name, and where each came from."""

    parts: tuple[Clause | Section, ...]
    origins: tuple[Origin, ...]


def assemble(root: Part, names: Names) -> Assembled:
    """Make sections and clauses of a tree; each gets its anchor from ``names``."""
    assembler = _Assembler(names)
    parts = assembler.parts(root, (), Kind.RULE)
    return Assembled(parts=parts, origins=tuple(assembler.origins))


class _Assembler:
    """Goes through a tree once; keeps the origin of each part."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.origins: list[Origin] = []

    def parts(
        self, part: Part, path: tuple[Section, ...], above: Kind
    ) -> tuple[Clause | Section, ...]:
        """Return the sections and clauses in a part; ``path`` are the sections around it."""
        found: list[Clause | Section] = []
        mixed = _is_mixed(part)
        ends = _paragraphs_at_end(part.parts)
        for number, child in enumerate(part.parts):
            if isinstance(child, Part):
                # a chapter 'Slot' may hold rules of its own under headings
                inside = Kind.RULE if above is Kind.CLOSING else above
                found.append(self._section(child, path, inside))
            else:
                is_last = number >= ends and _is_end(part, number)
                found.append(self._clause(child, path, above, mixed=mixed, is_last=is_last))
        return tuple(found)

    def _section(self, part: Part, path: tuple[Section, ...], above: Kind) -> Section:
        block = part.block
        assert block is not None, "only the document has no heading"
        marker, title = _heading(block.marker, part.title)
        guess = kind_of_heading(plain(title))
        kind = guess or above
        shell = Section(anchor="x", level=part.level, title=title, marker=marker, kind=kind)
        anchor = self._names.keep(block.first.anchor) or self._names.section(
            plain(title), section_number((*path, shell)), shell.number, marker
        )
        self.origins.append(
            Origin(
                anchor=anchor,
                begin=block.first.begin,
                end=block.lines[-1].end,
                page=block.first.page,
                doubts=_doubts(block.doubts, is_guess=guess is not None),
            )
        )
        named = replace(shell, anchor=anchor)
        return replace(named, parts=self.parts(part, (*path, named), kind))

    def _clause(
        self, item: Item, path: tuple[Section, ...], above: Kind, *, mixed: bool, is_last: bool
    ) -> Clause:
        clause = Clause(anchor="x", blocks=item.blocks(), marker=item.marker, kind=above)
        kind = above
        if not item.marker:
            text = clause_text(clause)
            kind = kind_of_clause(text, above, is_last=is_last, is_preamble=not path)
        clause = replace(clause, kind=kind)
        home = heading_home(path[-1] if path else None)
        anchor = self._names.keep(item.block.first.anchor) or self._names.clause(
            clause, section_number(path), home, mixed=mixed
        )
        begin, end = _span(item)
        self.origins.append(
            Origin(
                anchor=anchor,
                begin=begin,
                end=end,
                page=item.block.first.page,
                doubts=_doubts(list(_all_doubts(item)), is_guess=kind is not above),
            )
        )
        return _with_marker(replace(clause, anchor=anchor))


def _with_marker(clause: Clause) -> Clause:
    """Return a clause with the number that nothing around it told, as the reader takes it.

    An initial ('K. de Wit, directeur') is none, nor is what a sentence names ('Artikel 5 van ...').
    """
    first = next(iter(clause.blocks), None)
    if clause.marker or not isinstance(first, Paragraph):
        return clause
    marker, rest = split_marker(first.content, PARAGRAPH_MARKER)
    is_named = is_article(marker) and plain(rest)[:1].islower()
    if not marker or is_named or _INITIAL.fullmatch(marker):
        return clause
    return replace(clause, marker=marker, blocks=(Paragraph(rest), *clause.blocks[1:]))


def _heading(marker: str, title: RichText) -> tuple[str, RichText]:
    """Split a heading as the reader will, so that both see the same marker."""
    whole = (Text(f"{marker} "), *title) if marker else title
    if title and isinstance(title[0], Text) and marker:
        whole = (Text(f"{marker} {title[0].text}"), *title[1:])
    elif marker and not title:
        whole = (Text(marker),)
    return split_marker(whole, SECTION_MARKER)


def _doubts(doubts: Sequence[Marked], *, is_guess: bool) -> tuple[Marked, ...]:
    return tuple(dict.fromkeys([*doubts, DOUBT_KIND] if is_guess else doubts))


def _all_doubts(item: Item) -> Iterator[Marked]:
    """Yield the doubts of an item and of all that lies under it."""
    yield from item.doubts
    for part in item.parts:
        if isinstance(part, Item):
            yield from _all_doubts(part)


def _span(item: Item) -> tuple[int, int]:
    lines = list(_lines(item))
    return min(begin for begin, _ in lines), max(end for _, end in lines)


def _lines(item: Item) -> Iterator[tuple[int, int]]:
    yield item.block.first.begin, item.block.lines[-1].end
    for piece in item.block.pieces:
        yield piece.begin, piece.end
    yield from ((line.begin, line.end) for line in item.more)
    for part in item.parts:
        if isinstance(part, Item):
            yield from _lines(part)


def _is_mixed(part: Part) -> bool:
    items = [child for child in part.parts if isinstance(child, Item)]
    return len({bool(item.marker) for item in items}) > 1


def _paragraphs_at_end(parts: Sequence[Part | Item]) -> int:
    """Return from which part on only paragraphs follow."""
    number = len(parts)
    while number and isinstance(part := parts[number - 1], Item) and not part.marker:
        number -= 1
    return number


def _is_end(part: Part, number: int) -> bool:
    """Tell whether a clause stands within the last few of its section."""
    return len(part.parts) - number <= 6
