"""An Akoma Ntoso file of any kind to the parts of a protocol, and all that is not its text.

What has a heading, or a number over several parts, is a section; what has a number or stands by
itself is a clause; what lies in a clause is a point of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Kind,
    Paragraph,
    PointList,
    Section,
    Table,
)
from protocolkit.document.richtext import RichText, Text, plain, tidy
from protocolkit.document.tree import Part, by_block
from protocolkit.exchange.akn_names import SHORT_LEVEL
from protocolkit.importing.extract.akoma_ntoso.blocks import Blocks, loose_words, on_one_line
from protocolkit.importing.extract.akoma_ntoso.elements import (
    CLAUSES,
    HEADS,
    SECTIONS,
    child,
    children,
    holds_blocks,
    is_list_sign,
    may_be_point,
    name_of,
)
from protocolkit.importing.extract.akoma_ntoso.lines import words_of
from protocolkit.importing.extract.akoma_ntoso.notes import Notes
from protocolkit.importing.extract.akoma_ntoso.opened import OpenedAkn, facts_of, is_head, notes_of
from protocolkit.importing.extract.akoma_ntoso.versions import refuse_versions
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.safe_xml import depth_of, read_xml
from protocolkit.importing.source import codes
from protocolkit.reading.words_left_out import LeftOut
from protocolkit.text.words import BULLET

_ROOT = "akomaNtoso"
_DEEPEST = 6
# Laws have some fifteen; each takes several steps to read.
_DEEPEST_PARTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AknFile:
    """What an Akoma Ntoso file holds; ``facts`` is our own JSON in it, None when it is not ours.

    ``cover`` are the rows of its cover page, with a tab between cells; that of a file which is not
    ours is text. Anchors are its own names, ``""`` where it has none. ``merged`` are the tables
    with merged cells.
    """

    title: RichText
    parts: tuple[Part, ...]
    notes: tuple[Footnote, ...]
    left_out: tuple[LeftOut, ...]
    cover: tuple[str, ...]
    facts: str | None
    merged: tuple[Table, ...] = ()


def extract_akn(content: bytes, location: Location) -> AknFile:
    """Read a file. Raises :class:`ProtocolkitError` when it is unsafe, damaged, or another XML."""
    root = read_xml(content, location)
    if depth_of(root) > _DEEPEST_PARTS:
        raise ProtocolkitError(problem(codes.TOO_DEEP, location, limit=str(_DEEPEST_PARTS)))
    if name_of(root) != _ROOT:
        raise ProtocolkitError(problem(codes.UNKNOWN_KIND, location, kind="xml"))
    opened = OpenedAkn(root)
    refuse_versions(root, location)
    notes = Notes(opened.notes)
    blocks = Blocks(notes, location)
    reader = _Reader(blocks, is_ours=opened.facts is not None)
    parts = tuple(reader.inside(root, 2))
    footnotes = tuple(reader.footnotes(notes))
    return AknFile(
        title=reader.title,
        parts=parts,
        notes=footnotes,
        left_out=tuple(opened.left_out),
        cover=tuple(reader.cover),
        facts=opened.facts,
        merged=tuple(blocks.merged),
    )


def held_words(content: bytes, location: Location) -> Iterator[str]:
    """Yield every text in a file by another way: all but our own facts in the head of a file.

    The sign that calls a note which the file does not have is text too.
    """
    root = read_xml(content, location)
    heads = [one for one in root.iter() if is_head(one, root)]
    facts = next(facts_of(heads), None)
    called = {f"#{note.get('eId', '')}" for head in heads for note in notes_of(head)}
    signs = {sign for sign in root.iter() if _is_sign(sign)}
    inside = {one for sign in signs for one in sign.iterdescendants()}
    for element in root.iter():
        if element in inside:
            continue
        text = str(element.text or "") if element is not facts else ""
        yield BULLET if element in signs else text
        yield element.tail or ""
        yield element.get("alt", "")
        if name_of(element) == "noteRef" and element.get("href", "") not in called:
            yield element.get("marker", "")


def _is_sign(element: Element) -> bool:
    """Tell whether an element is the sign before a point, which is a bullet here."""
    above = element.getparent()
    return (
        name_of(element) == "num"
        and above is not None
        and may_be_point(above)
        and is_list_sign(words_of(element))
    )


class _Reader:
    """Reads the parts of one file."""

    def __init__(self, blocks: Blocks, *, is_ours: bool) -> None:
        self._blocks = blocks
        self._is_ours = is_ours
        self.title: RichText = ()
        self.cover: list[str] = []

    def inside(self, element: Element, level: int, but: Container[str] = ()) -> Iterator[Part]:
        """Yield the parts in a container, without the children of some names.

        ``level`` is that of a section that stands there.
        """
        yield from _clauses(loose_words(element.text))
        for found in element:
            name = name_of(found)
            if name in but:
                pass
            elif name == "coverPage" and self._is_ours:
                self._read_cover(found)
            elif name in SECTIONS or name in CLAUSES:
                yield from self._part(found, level)
            elif self._is_title(found):
                self.title = on_one_line(self._blocks.line(found))
            elif holds_blocks(found) and name not in ("p", "blockList", "ul", "ol", "table"):
                yield from self.inside(found, level)
            elif len(found) and name not in ("p", "blockList", "ul", "ol", "table"):
                yield from self._containers(found, level)
            else:
                yield from _clauses(self._blocks.of(found))
            yield from _clauses(loose_words(found.tail))

    def footnotes(self, notes: Notes) -> Iterator[Footnote]:
        """Yield the notes, those that stand in the text too; a note may hold another one."""
        for label, element in notes.found():
            yield Footnote(label=label, blocks=self._blocks.inside(element))

    def _containers(self, element: Element, level: int) -> Iterator[Part]:
        """Yield the parts of an element that may be a container of containers, or a line."""
        if any(holds_blocks(one) for one in element.iter()):
            yield from self.inside(element, level)
        else:
            yield from _clauses(self._blocks.of(element))

    def _is_title(self, element: Element) -> bool:
        """Tell whether a line is the title of the document and nothing else."""
        found = child(element, "docTitle")
        return (
            not self.title
            and found is not None
            and len(element) == 1
            and not (element.text or "").strip()
            and not (found.tail or "").strip()
        )

    def _read_cover(self, element: Element) -> None:
        for line in element.iter():
            if name_of(line) == "tr":
                self.cover.append("\t".join(words_of(cell) for cell in line))
            elif name_of(line) == "p" and name_of(line.getparent()) not in ("td", "th"):
                self.cover.append(words_of(line))

    def _part(self, element: Element, level: int) -> Iterator[Part]:
        heading = [*children(element, "heading", "subheading")]
        number = self._blocks.number(element)
        if heading and level <= _DEEPEST:
            yield self._section(element, number, heading, level)
        elif name_of(element) in CLAUSES or heading:
            yield from self._clause(element, number)
        elif number and level <= _DEEPEST:
            yield self._section(element, "", [*children(element, "num")], level)
        elif number:
            yield from self._clause(element, number)
        else:
            yield from self.inside(element, level)

    def _section(
        self, element: Element, marker: str, heading: list[Element], level: int
    ) -> Section:
        kind, own = _classes(element)
        lines = (self._blocks.line(one) for one in heading)
        title = tidy(one for line in lines for one in (Text(" "), *on_one_line(line)))
        marks = self._blocks.called_at_number(element) if marker else ()
        return Section(
            anchor=element.get("eId", ""),
            level=max(own, level),
            marker=marker,
            title=(*marks, *_without_first_space(title)),
            short=element.get("title", "") if self._is_ours else "",
            kind=kind,
            parts=tuple(self.inside(element, max(own, level) + 1, HEADS)),
        )

    def _clause(self, element: Element, number: str) -> Iterator[Part]:
        anchor, (kind, _) = element.get("eId", ""), _classes(element)
        blocks = self._blocks.of_clause(element)
        if number:
            yield Clause(anchor=anchor, marker=number, blocks=blocks, kind=kind)
        else:
            yield from _clauses(blocks, anchor, kind)


def _clauses(
    blocks: tuple[Block, ...] | Iterator[Block] | list[Block],
    anchor: str = "",
    kind: Kind = Kind.RULE,
) -> Iterator[Part]:
    """Yield what has no number: each paragraph and table a clause, each point of a list too."""

    def whole(block: Paragraph | Table) -> tuple[Clause, ...]:
        return (Clause(anchor="", blocks=(block,), kind=kind),)

    def points(found: PointList) -> tuple[Clause, ...]:
        return tuple(
            Clause(anchor=one.anchor, marker=one.marker, blocks=one.blocks, kind=kind)
            for one in found.points
        )

    found = [
        one
        for block in blocks
        for one in by_block(block, paragraph=whole, points=points, table=whole)
    ]
    for number, one in enumerate(found):
        yield (
            one
            if number or one.anchor
            else Clause(anchor=anchor, marker=one.marker, blocks=one.blocks, kind=one.kind)
        )


def _classes(element: Element) -> tuple[Kind, int]:
    """Return the kind of text that an element says it is, and the level it says (0: none)."""
    words = element.get("class", "").split()
    kind = next((kind for kind in Kind if kind.value in words), Kind.RULE)
    levels = (int(found[1]) for word in words if (found := SHORT_LEVEL.fullmatch(word)))
    return kind, next(levels, 0)


def _without_first_space(content: RichText) -> RichText:
    first = content[0] if content else None
    if not isinstance(first, Text) or not plain(content).strip():
        return ()
    return tidy((Text(first.text.lstrip(" ")), *content[1:]))
