"""A protocol to docutils nodes: the page, made from the model and nothing else.

The one element with class ``protocol`` holds exactly the protocol's words, in order. Left out
of them by their class are permalinks (``headerlink``), marks of notes (``footnote-reference``,
``label`` inside a note), what is said of a school's own clauses (``school-mark``) and a supplied
title (``title-supplied``). What stands around the text
is in the elements with class ``title-block`` before it and ``title-block-end`` after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes
from sphinx.addnodes import pending_xref

from protocolkit.base.messages import Translate, translator
from protocolkit.document.adopted import school_words
from protocolkit.document.board_text import BoardTexts
from protocolkit.document.cover import make_cover
from protocolkit.document.model import (
    Block,
    Clause,
    Flush,
    Footnote,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import called_notes, labels, sections
from protocolkit.document.richtext import Emphasis, HardBreak, Link, NoteMark, RichText, Text
from protocolkit.document.tree import by_block, by_part
from protocolkit.site.engine.addresses import protocol_docname
from protocolkit.site.engine.nodes import (
    clause_block,
    clause_item,
    clause_list,
    clause_marker,
    notes_block,
    permalink,
    school_mark,
)
from protocolkit.site.engine.title_block import make_closing_block, make_title_block


def build_doctree(
    protocol: Protocol,
    document: nodes.document,
    language: str,
    version: str = "",
    board: BoardTexts | None = None,
    *,
    basis: str = "",
    unproven: Sequence[str] = (),
) -> None:
    """Append a protocol's text and what stands around it to an empty document.

    ``version`` is the name of one that was kept; its page is nobody's present text. ``board`` is
    the protocol of the board that it was taken over from, where that is there; ``unproven`` are
    the bodies that decided on a kept version that is not as it was kept. ``basis`` is whose it is
    based on.
    """
    translate = translator(language)
    # What holds on which day is put above it when the page is written.
    cover = make_cover(
        protocol, translate, language, board, basis=basis, unproven=unproven, day=None
    )
    document.append(make_title_block(protocol, cover, translate, version))
    document.append(_Page(protocol, translate, is_version=bool(version)).build())
    document.append(make_closing_block(cover))


class _Page:
    """Builds the nodes of one protocol; remembers which notes were marked where."""

    def __init__(self, protocol: Protocol, translate: Translate, *, is_version: bool) -> None:
        self._is_version = is_version
        self._protocol = protocol
        self._translate = translate
        self._labels = labels(protocol)
        self._headings = {section.anchor for section in sections(protocol)}
        self._school = school_words(protocol, translate)
        self._notes = {note.label: note for note in protocol.notes}
        self._marks: dict[str, list[str]] = {}
        # of what is being built: Sphinx tells it of a link that leads nowhere
        self._place = protocol.location

    def build(self) -> nodes.section:
        """Return the section that is the whole protocol."""
        supplied = self._protocol.facts.title_supplied
        section = nodes.section(ids=["protocol"], classes=["protocol"])
        # a board's text is not ours to translate
        title = nodes.title("", "", *self._inlines(self._protocol.title), translatable=False)
        if supplied:
            title["classes"].append("title-supplied")
            note = self._translate("[title added]")
            title += [nodes.Text(" "), nodes.inline("", note, classes=["title-note"])]
        section += title
        section += self._parts(self._protocol.parts)
        if self._protocol.notes:
            section += self._note_list()
        return section

    def _parts(self, parts: Iterable[Clause | Section]) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        for part in parts:
            made = by_part(part, clause=self._clause, section=self._section)
            if not isinstance(made, clause_item):
                found.append(made)
                continue
            last = found[-1] if found else None
            if not isinstance(last, clause_list):
                last = clause_list(classes=["clauses"])
                found.append(last)
            last.append(made)
        return found

    def _clause(self, clause: Clause) -> nodes.Element:
        self._place = clause.location
        return self._marked(clause) if clause.marker else self._unmarked(clause)

    def _section(self, part: Section) -> nodes.Element:
        section = nodes.section(ids=[part.anchor], classes=[f"kind-{part.kind.value}"])
        self._place = part.location
        title = nodes.title(translatable=False)
        if part.marker:
            title += [clause_marker("", part.marker), nodes.Text(" ")]
        title += self._inlines(part.title)
        section += title
        section += self._parts(part.parts)
        return section

    def _marked(self, clause: Clause) -> clause_item:
        item = clause_item(ids=[clause.anchor], classes=self._classes(clause))
        item += clause_marker("", clause.marker)
        item += nodes.container("", *self._with_permalink(clause), classes=["clause-text"])
        return item

    def _unmarked(self, clause: Clause) -> clause_block:
        block = clause_block(ids=[clause.anchor], classes=self._classes(clause))
        block += self._with_permalink(clause)
        return block

    def _with_permalink(self, clause: Clause) -> list[nodes.Node]:
        """Return a clause's blocks with its permalink after the last word."""
        label = self._labels[clause.anchor]
        name = self._translate("Link to this clause: {label}").format(label=label)
        link = permalink(refid=clause.anchor, label=name, short=label)
        blocks = self._blocks(clause.blocks)
        if blocks and isinstance(blocks[-1], nodes.paragraph):
            blocks[-1].append(link)
        else:
            blocks.append(link)
        return [*self._school_mark(clause.anchor), *blocks]

    def _classes(self, clause: Clause) -> list[str]:
        own = ["school-own"] if clause.anchor in self._school else []
        return ["clause", f"kind-{clause.kind.value}", *own]

    def _school_mark(self, anchor: str) -> list[nodes.Node]:
        return [school_mark(text=self._school[anchor].full)] if anchor in self._school else []

    def _blocks(self, blocks: Iterable[Block]) -> list[nodes.Node]:
        return [
            by_block(block, paragraph=self._paragraph, points=self._points, table=self._table)
            for block in blocks
        ]

    def _paragraph(self, found: Paragraph) -> nodes.Node:
        return nodes.paragraph("", "", *self._inlines(found.content))

    def _points(self, found: PointList) -> nodes.Node:
        return clause_list("", *map(self._point, found.points), classes=["points"])

    def _point(self, point: Point) -> clause_item:
        item = clause_item(ids=[point.anchor] if point.anchor else [], classes=["point"])
        item += clause_marker("", point.marker)
        item += nodes.container("", *self._blocks(point.blocks), classes=["clause-text"])
        return item

    def _table(self, table: Table) -> nodes.Node:
        group = nodes.tgroup(cols=len(table.header))
        group += [nodes.colspec(colwidth=1) for _ in table.header]
        group += nodes.thead("", self._row(table, table.header))
        group += nodes.tbody("", *(self._row(table, row) for row in table.rows))
        return nodes.table("", group)

    def _row(self, table: Table, cells: Iterable[RichText]) -> nodes.row:
        made = nodes.row()
        for column, cell in enumerate(cells):
            # the classes that MyST gives, which the theme knows
            side = table.flush_of(column)
            classes = [] if side is Flush.LEFT else [f"text-{side.value}"]
            words = nodes.paragraph("", "", *self._inlines(cell))
            made += nodes.entry("", words, classes=classes)
        return made

    def _note_list(self) -> notes_block:
        block = notes_block(label=self._translate("Notes"))
        block += [self._note(note) for note in called_notes(self._protocol)]
        return block

    def _note(self, note: Footnote) -> nodes.footnote:
        own = ["school-own"] if note.anchor in self._school else []
        self._place = note.location
        footnote = nodes.footnote(ids=[note.anchor], names=[], classes=own)
        footnote += nodes.label("", note.label)
        blocks = self._blocks(note.blocks)
        # A note may call another one: only now are all marks known.
        footnote["backrefs"] = self._marks.get(note.label, [])
        footnote += [*self._school_mark(note.anchor), *blocks]
        return footnote

    def _inlines(self, rich: RichText) -> list[nodes.Node]:
        found: list[nodes.Node] = []
        for inline in rich:
            if isinstance(inline, Text):
                found.append(nodes.Text(inline.text))
            elif isinstance(inline, Emphasis):
                kind = nodes.strong if inline.strong else nodes.emphasis
                found.append(kind("", "", *self._inlines(inline.content)))
            elif isinstance(inline, Link):
                found.append(self._link(inline))
            elif isinstance(inline, NoteMark):
                found.append(self._mark(inline))
            elif isinstance(inline, HardBreak):
                found.append(nodes.raw("", "<br>", format="html"))
        return found

    def _mark(self, mark: NoteMark) -> nodes.Node:
        note = self._notes.get(mark.label)
        if note is None:
            return nodes.Text("")
        places = self._marks.setdefault(mark.label, [])
        place = f"{note.anchor}-terug-{len(places) + 1}"
        places.append(place)
        return nodes.footnote_reference("", mark.label, ids=[place], refid=note.anchor)

    def _link(self, link: Link) -> nodes.Node:
        content = self._inlines(link.content)
        if not link.target.startswith("#") and ".md" not in link.target:
            away = nodes.reference("", "", *content, refuri=link.target)
            away.line = self._place.line
            return away
        own = self._protocol
        file, _, anchor = link.target.partition("#")
        if self._is_version and not file:
            is_there = anchor in self._labels or anchor in self._headings
            return nodes.reference("", "", *content, refid=anchor) if is_there else _inline(content)
        # A kept version leads back to '../../protocols/SUBJECT/NAME.md'.
        *above, slug = file.removesuffix(".md").split("/")
        name = f"{above[-1] if above else own.subject}/{slug or own.slug}"
        xref = pending_xref(
            "",
            nodes.inline("", "", *content),
            refdomain="protocol",
            reftype="clause",
            reftarget=f"{name}#{anchor}" if anchor else name,
            refexplicit=True,
            refwarn=not self._is_version,
            refdoc=protocol_docname(own),
        )
        xref.source, xref.line = self._place.path, self._place.line
        return xref


def _inline(content: list[nodes.Node]) -> nodes.Node:
    return nodes.inline("", "", *content)
