"""A protocol's body: headings to sections, items and paragraphs to clauses with anchors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from markdown_it.tree import SyntaxTreeNode

from protocolkit.base.location import Location
from protocolkit.document.model import (
    ANCHOR,
    ANCHOR_LENGTH,
    Block,
    Clause,
    Footnote,
    Kind,
    Paragraph,
    Section,
)
from protocolkit.document.richtext import RichText, Text, on_one_line, plain, tidy
from protocolkit.document.tree import walk_points
from protocolkit.reading import codes
from protocolkit.reading.attributes import Attributes
from protocolkit.reading.blocks import LISTS, BlockReader
from protocolkit.text.markers import PARAGRAPH_MARKER, SECTION_MARKER

# What is set in by a tab is a paragraph to us, as it is when it is written without the tab.
_MAY_BEGIN_WITH_MARKER = ("paragraph", "code_block")
# Set in by this much or more, a list stands under the clause above it.
_SET_IN = "  "


@dataclass(slots=True)
class Body:
    """What the body of a file holds, as it is being read."""

    title: RichText = ()
    parts: tuple[Clause | Section, ...] = ()
    notes: tuple[Footnote, ...] = ()


@dataclass(slots=True)
class _Open:
    """A section whose parts are still being read; level 0 is the document itself."""

    level: int
    attributes: Attributes
    kind: Kind
    marker: str = ""
    title: RichText = ()
    location: Location = field(default_factory=lambda: Location(""))
    parts: list[Clause | Section] = field(default_factory=list)


class BodyReader:
    """Builds the tree of sections and clauses of one file."""

    def __init__(self, blocks: BlockReader, retired: tuple[str, ...]) -> None:
        self._blocks = blocks
        self._report = blocks.report
        self._retired = frozenset(retired)
        self._anchors: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._open = [_Open(level=0, attributes=Attributes(), kind=Kind.RULE)]
        self._title: RichText | None = None
        self._notes: dict[str, Footnote] = {}

    def read(self, root: SyntaxTreeNode) -> Body:
        """Read all blocks below the root."""
        for above, node in zip((None, *root.children), root.children, strict=False):
            if node.type == "heading":
                self._heading(node)
            elif node.type in LISTS and self._are_points(above, node):
                self._points(node)
            elif node.type in LISTS:
                self._items(node)
            elif node.type == "footnote_reference":
                self._note(node)
            else:
                self._paragraph(node)
            # a note that is set in under an item is a note as any other
            while self._blocks.notes_inside:
                self._note(self._blocks.notes_inside.pop(0))
        while len(self._open) > 1:
            self._close()
        return Body(self._title or (), tuple(self._open[0].parts), tuple(self._notes.values()))

    @property
    def found_title(self) -> bool:
        """Whether the body has a heading of level 1."""
        return self._title is not None

    def _heading(self, node: SyntaxTreeNode) -> None:
        level, line = int(node.tag[1]), self._blocks.line_of(node)
        attributes, title = self._blocks.attributes(node), on_one_line(self._blocks.inlines(node))
        if level == 1 and not self._title:
            self._title = title
            if self._open[0].parts or len(self._open) > 1:
                self._report.add(codes.TITLE_NOT_FIRST, line)
            return
        if level == 1:
            self._report.add(codes.TITLE_TWICE, line)
        while self._open[-1].level >= level:
            self._close()
        above = self._open[-1]
        if level > max(above.level, 1) + 1:
            above_level = str(max(above.level, 1))
            self._report.add(codes.LEVEL_SKIPPED, line, level=str(level), above=above_level)
        marker, rest = split_marker(title, SECTION_MARKER)
        anchored = self._anchored(attributes, f"hs-{marker or plain(rest)}", line)
        self._open.append(
            _Open(
                level=level,
                attributes=anchored,
                kind=attributes.kind or above.kind,
                marker=marker,
                title=rest,
                location=self._report.at(line),
            )
        )

    def _close(self) -> None:
        done = self._open.pop()
        self._open[-1].parts.append(
            Section(
                anchor=done.attributes.anchor,
                level=done.level,
                title=done.title,
                parts=tuple(done.parts),
                marker=done.marker,
                short=done.attributes.short,
                kind=done.kind,
                location=done.location,
            )
        )

    def _items(self, node: SyntaxTreeNode) -> None:
        attributes = self._blocks.attributes(node)
        following = Attributes(kind=attributes.kind, numerals=attributes.numerals)
        for number, item in enumerate(node.children):
            own = attributes if number == 0 else following
            marker = self._blocks.marker(item, own)
            self._clause(item, own, marker, self._blocks.blocks(item.children))

    def _are_points(self, above: SyntaxTreeNode | None, node: SyntaxTreeNode) -> bool:
        """Tell whether a list is set in under a clause that CommonMark has no number for."""
        if above is None or above.type not in _MAY_BEGIN_WITH_MARKER or "id" in node.attrs:
            return False
        clause = next(reversed(self._open[-1].parts), None)
        if not isinstance(clause, Clause) or not clause.marker:
            return False
        is_right_above = clause.location.line == self._blocks.line_of(above)
        line = self._blocks.lines[self._blocks.line_of(node) - self._blocks.offset - 1]
        return is_right_above and line.startswith(_SET_IN)

    def _points(self, node: SyntaxTreeNode) -> None:
        """Add a list to the clause above it, as its points."""
        clause = self._open[-1].parts[-1]
        assert isinstance(clause, Clause)
        points = self._blocks.blocks([node])
        self._open[-1].parts[-1] = replace(clause, blocks=(*clause.blocks, *points))
        for anchor in (point.anchor for point in walk_points(points) if point.anchor):
            self._register(anchor, self._blocks.line_of(node))

    def _paragraph(self, node: SyntaxTreeNode) -> None:
        attributes, marker = self._blocks.attributes(node), ""
        blocks = self._blocks.blocks([node])
        may_begin = node.type in _MAY_BEGIN_WITH_MARKER and not attributes.is_unmarked
        if may_begin and blocks and isinstance(blocks[0], Paragraph):
            marker, rest = split_marker(blocks[0].content, PARAGRAPH_MARKER)
            blocks = (Paragraph(rest),)
        if blocks:
            self._clause(node, attributes, marker, blocks)

    def _clause(
        self,
        node: SyntaxTreeNode,
        attributes: Attributes,
        marker: str,
        blocks: tuple[Block, ...],
    ) -> None:
        line = self._blocks.line_of(node)
        above = self._open[-1]
        stem = f"{above.attributes.anchor or 'tekst'}-{marker}"
        anchored = self._anchored(attributes, stem, line)
        above.parts.append(
            Clause(
                anchor=anchored.anchor,
                blocks=blocks,
                marker=marker,
                kind=attributes.kind or above.kind,
                location=self._report.at(line),
            )
        )
        for anchor in (point.anchor for point in walk_points(blocks) if point.anchor):
            self._register(anchor, line)

    def _note(self, node: SyntaxTreeNode) -> None:
        label, line = str(node.meta["label"]), self._blocks.line_of(node)
        kept, count = label, 1
        while kept in self._notes:
            count += 1
            kept = f"{label}-{count}"
        if kept != label:
            self._report.add(codes.NOTE_TWICE, line, label=label, kept=kept)
        note = Footnote(
            label=kept,
            blocks=self._blocks.blocks(node.children),
            location=self._report.at(line),
        )
        if not note.blocks:
            self._report.add(codes.NOTE_EMPTY, line, note.anchor, label=kept)
        self._notes[kept] = note
        self._register(note.anchor, line)

    def _anchored(self, attributes: Attributes, stem: str, line: int) -> Attributes:
        """Return attributes with an anchor that is sound and unique, reporting what was not."""
        anchor = attributes.anchor
        if not anchor:
            anchor = self._invented(stem)
            self._report.add(codes.ANCHOR_MISSING, line, anchor)
        elif not ANCHOR.match(anchor) or len(anchor) > ANCHOR_LENGTH:
            self._report.add(codes.ANCHOR_BAD, line, anchor)
            anchor = self._invented(anchor)
        elif anchor in self._retired:
            self._report.add(codes.ANCHOR_RETIRED, line, anchor)
        if anchor in self._anchors:
            self._register(anchor, line)
            anchor = self._invented(anchor)
        self._register(anchor, line)
        return Attributes(
            anchor=anchor,
            kind=attributes.kind,
            numerals=attributes.numerals,
            short=attributes.short,
        )

    def _register(self, anchor: str, line: int) -> None:
        if anchor in self._anchors:
            first = str(self._anchors[anchor])
            self._report.add(codes.ANCHOR_TWICE, line, anchor, first=first)
        else:
            self._anchors[anchor] = line

    def _invented(self, stem: str) -> str:
        """Return an unused anchor made from a stem; the same text gives the same one."""
        base = slug(stem)
        candidate, count = base, self._counts.get(base, 1)
        while candidate in self._anchors or candidate in self._retired:
            count += 1
            candidate = f"{base[: ANCHOR_LENGTH - len(str(count)) - 1].rstrip('-')}-{count}"
        self._counts[base] = count
        return candidate


def slug(text: str) -> str:
    """Make a sound anchor from any text: ``hs-1-inleiding``."""
    letters = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower())
    words = [word for word in letters.split("-") if word]
    joined = "-".join(words)[:ANCHOR_LENGTH].strip("-")
    return joined if ANCHOR.match(joined) else slug(f"a-{joined}")


def split_marker(rich: RichText, pattern: re.Pattern[str]) -> tuple[str, RichText]:
    """Split the marker off the beginning of rich text, if a pattern finds one there.

    The white space inside it is no part of it: 'Artikel  3' is called 'Artikel 3'.
    """
    if not rich or not isinstance(rich[0], Text):
        return "", rich
    text = rich[0].text
    # What follows the text (emphasis, a link) counts as the word that a marker needs after it.
    found = pattern.match(text if len(rich) == 1 else f"{text}\ufffd")
    if found is None:
        return "", rich
    rest = tidy([Text(text[found.end("marker") :].lstrip()), *rich[1:]])
    return " ".join(found["marker"].split()), rest
