"""A Word file to a source: paragraphs with their printed markers, notes, tables, links.

Our own walk over the XML: it sees what stands in content controls, takes inserted text along,
names what a reader of the printed page does not see, and counts lists as Word prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.shared.paragraph import Runs
from protocolkit.importing.extract.word.all_words import local_name
from protocolkit.importing.extract.word.altchunks import chunk_source
from protocolkit.importing.extract.word.blocks import Block, Chunk, Paragraphs, Stray, Table, blocks
from protocolkit.importing.extract.word.bound_text import Bound
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.contents import Contents
from protocolkit.importing.extract.word.drawings import Box, Drawings
from protocolkit.importing.extract.word.fields import FieldEnds
from protocolkit.importing.extract.word.file_record import FileRecord
from protocolkit.importing.extract.word.hints import leave_out_hints
from protocolkit.importing.extract.word.lines import LineMaker, without_marker
from protocolkit.importing.extract.word.merged_cells import doubted
from protocolkit.importing.extract.word.notes import Notes
from protocolkit.importing.extract.word.numbering import Numbering, is_worded, names_a_part
from protocolkit.importing.extract.word.own_cover import Beginning
from protocolkit.importing.extract.word.own_labels import OwnLabels
from protocolkit.importing.extract.word.package import SUBDOCUMENT, R, W, WordPackage
from protocolkit.importing.extract.word.page_look import has_no_room, page_colour, page_size
from protocolkit.importing.extract.word.parts import leave_out_other_parts
from protocolkit.importing.extract.word.properties import (
    indent,
    numbering,
    outline_level,
    value,
)
from protocolkit.importing.extract.word.run_values import Counter, FileTools
from protocolkit.importing.extract.word.run_values import Paragraph as Read
from protocolkit.importing.extract.word.runs import RunReader
from protocolkit.importing.extract.word.sight import ParagraphSight, Sight, Surroundings
from protocolkit.importing.extract.word.styles import Look, Styles
from protocolkit.importing.extract.word.tabbed_rows import with_tabbed_rows
from protocolkit.importing.extract.word.table_lines import TableLines
from protocolkit.importing.extract.word.tables import Cell, Tables, described, strays
from protocolkit.importing.extract.word.told import tell
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import OUTSIDE
from protocolkit.importing.source.limits import Progress, Stage, check_amount, tell_nobody
from protocolkit.importing.source.lines import Carried, Doubt, Source, SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason

# Styles that only our own Word files have.
_OUR_STYLES = ("CoverOrganisation", "SuppliedTitle", "AfterTable")
# Progress is told after each time this many blocks.
_OFTEN = 500


def extract_word(
    content: bytes, location: Location = NOWHERE, progress: Progress = tell_nobody
) -> Source:
    """Return a Word file as a source; ``progress`` hears of its paragraphs and tables.

    Raises :class:`ProtocolkitError` when it is damaged, unsafe, protected or far too large.
    """
    package = WordPackage(content, location)
    return _Extractor(package, location, progress).extract()


class _Extractor:
    """Walks one document and its notes."""

    def __init__(self, package: WordPackage, location: Location, progress: Progress) -> None:
        self._package, self._location, self._progress = package, location, progress
        root = package.part(package.main)
        body = root.find(f"{W}body") if root is not None else None
        if root is None or body is None:
            raise package.refusal(codes.DAMAGED)
        check_amount(sum(1 for _ in body.iter(f"{W}p")), 0, location)
        self._body, self._blocks = body, 0
        settings = package.part(package.beside("settings"))
        self._colours = Colours(package.part(package.beside("theme")), settings)
        self._styles = Styles(package.part(package.beside("styles")))
        self._numbering = Numbering(package.part(package.beside("numbering")))
        self._sight = Sight(self._styles, self._colours, *page_size(body))
        self._drawings = Drawings(self._sight, self._colours)
        self._tables = Tables(self._styles, self._colours, self._sight)
        self._counter = Counter()
        self._field_ends = FieldEnds()
        self._bound = Bound(package)
        self._builder = SourceBuilder()
        self._is_ours = all(self._styles.has(name) for name in _OUR_STYLES)
        self._record = FileRecord(package.record(), is_ours=self._is_ours)
        self._labels = OwnLabels(self._record)
        self._contents = Contents(body, self._styles, self._record)
        self._lines = LineMaker(self._builder, self._record)
        self._notes = Notes(package, self._builder, self._lines)
        self._page = Surroundings(
            behind=page_colour(root, settings, self._colours),
            is_unsure=has_no_room(body),
            elsewhere=self._bound.elsewhere(body),
        )
        places = (self._builder, self._lines, self._tables, self)
        self._table_lines = TableLines(*places)
        self._beginning = Beginning(body, *places, has_record=self._record.text is not None)
        self._chunks: list[str] = []
        self._relations = package.relationships(package.main)

    def extract(self) -> Source:
        reader = self._reader(self._package.main)
        self.inside(self._body, self._page, reader)
        self._beginning.add_typed()
        self._builder.leave_out(reader.flush(), LeftOutReason.FIELD)
        self._notes.add(self._reader, self._pieces, self._page)
        tell(self._package, self._builder, self._counter)
        leave_out_other_parts(self._package, self._builder, (*self._notes.parts, *self._chunks))
        leave_out_hints(self._package, self._builder)
        self._builder.notices += (*self._labels.notices, *self._contents.notices)
        carried = Carried(record=self._record.text, front=self._beginning.shown)
        shown = carried if self._is_ours or carried.record is not None else None
        return with_tabbed_rows(self._builder.build(is_ours=self._is_ours, carried=shown))

    def _reader(self, part: str) -> RunReader:
        relations = self._package.relationships(part) if part else {}
        tools = FileTools(
            styles=self._styles,
            sight=self._sight,
            drawings=self._drawings,
            calls=self._notes.calls,
            counter=self._counter,
            field_ends=self._field_ends,
            listed=self._listed,
            bound=self._bound,
            labels=self._labels,
            contents=self._contents,
        )
        return RunReader(relations, tools)

    # -- blocks -------------------------------------------------------------------------------

    def _add(self, block: Block, reader: RunReader) -> None:
        check_amount(len(self._builder.lines), self._builder.offset, self._location)
        self._blocks += 1
        if self._blocks % _OFTEN == 0 and self._blocks <= len(self._body):
            self._progress(Stage.PARTS, self._blocks, len(self._body))
        if isinstance(block, Stray):
            self._builder.leave_out(block.text, block.reason)
        elif isinstance(block, Chunk):
            self._chunk(block)
        elif self._is_ours:
            self._beginning.add(block, reader)
        else:
            self.place(block, reader)

    def place(self, block: Paragraphs | Table, reader: RunReader) -> None:
        """Add a paragraph or a table as it is read."""
        if isinstance(block, Table):
            self._table_lines.add(block, reader)
        else:
            self._paragraph(block, reader)

    def inside(self, parent: Element, around: Surroundings, reader: RunReader) -> None:
        """Add all that stands in a part of the file as blocks of the text."""
        for block in blocks(parent, around):
            self._add(block, reader)

    def _chunk(self, chunk: Chunk) -> None:
        relation = self._relations.get(chunk.element.get(f"{R}id", ""))
        if relation is None or relation.is_outside:
            self._counter.add("outside")
            self._builder.doubt(OUTSIDE)
            return
        if relation.kind == SUBDOCUMENT:
            raise self._package.refusal(codes.SUBDOCUMENT)
        self._builder.include(chunk_source(self._package, relation.target), relation.target)
        self._chunks.append(relation.target)

    # -- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, block: Paragraphs, reader: RunReader) -> None:
        self.place_read(block, reader.read(block.elements, block.around), reader)

    def place_read(self, block: Paragraphs, read: Read, reader: RunReader) -> None:
        """Add a paragraph whose runs have been read."""
        runs, properties = read.runs, block.elements[-1].find(f"{W}pPr")
        style = value(properties, "pStyle")
        look = self._styles.look(style)
        gone = self._contents.gone(block, runs.text) if runs.has_words else None
        if gone is not None:
            self._builder.leave_out(runs.held, gone)
            runs = runs.unseen()
        marker, depth, left = self._marker(properties, look, read.sight, runs)
        if marker and (doubt := self._numbering.doubt(*self._place_in_list(properties, look))):
            runs.doubts.append(Doubt(begin=0, end=0, text=doubt))
        is_bare = not (runs.text or runs.left_out) and names_a_part(marker)
        if (is_worded(marker) or is_bare) and not self._is_ours:
            # a list that prints words: they are read with those of its item, and without one too
            runs, marker, depth = runs.after(f"{marker} "), "", 0
        if not runs.has_words:
            self._lines.leave(runs)
        else:
            self._emit(runs, look, properties, (marker, depth, left))
        for box in read.boxes:
            self._box(box, reader)

    def _emit(
        self,
        runs: Runs,
        look: Look,
        properties: Element | None,
        place: tuple[str, int, float],
    ) -> None:
        marker, depth, left = place
        if self._is_ours:
            marker, runs = without_marker(runs)
        elif level := outline_level(properties):
            look = replace(look, level=level)
        may_head = not (marker or look.level)
        for line in [runs] if self._is_ours else runs.lines(may_head=may_head):
            self._lines.emit(line, look, marker, depth, left)
            marker, depth = "", 0

    def _box(self, box: Box, reader: RunReader) -> None:
        self._counter.add("boxes")
        inside = reader.apart()
        self.inside(box.content, box.around, inside)
        self._builder.leave_out(inside.flush(), LeftOutReason.FIELD)

    def _marker(
        self, properties: Element | None, look: Look, sight: ParagraphSight, runs: Runs
    ) -> tuple[str, int, float]:
        """Count a paragraph on and return what is printed before it, and where; unseen, named."""
        number, depth = self._place_in_list(properties, look)
        left = indent(properties)
        if not number or number == "0":
            return "", 0, left if left >= 0 else max(look.left, 0.0)
        if left < 0:
            left = self._numbering.left(number, depth)
        if sight.gone is not None:
            return "", 0, max(left, 0.0)
        marker = self._numbering.marker(number, depth)
        printed = properties.find(f"{W}rPr") if properties is not None else None
        gone = sight.of_run(printed, self._numbering.properties(number, depth)).gone
        if gone is not None:
            runs.leave_before(marker, gone)
            marker = ""
        return marker, depth + 1, max(left, 0.0)

    def _listed(self, properties: Element | None) -> Element | None:
        """Return how its list sets a paragraph, None when it is in none."""
        number, depth = self._place_in_list(
            properties, self._styles.look(value(properties, "pStyle"))
        )
        return self._numbering.paragraph(number, depth) if number and number != "0" else None

    def _place_in_list(self, properties: Element | None, look: Look) -> tuple[str, int]:
        """Return the list and depth of a paragraph: its own, else what its style says or is."""
        number, depth = numbering(properties)
        if not number:
            number = look.number
            tied = self._numbering.depth_of(number, value(properties, "pStyle"))
            depth = next((said for said in (depth, tied, look.depth) if said >= 0), 0)
        return number, max(depth, 0)

    # -- tables -------------------------------------------------------------------------------

    def cell(self, cell: Cell, reader: RunReader) -> tuple[Runs, int]:
        """Return the text of a cell, and how many columns it takes."""
        return doubted(self._joined(cell.element, cell.around, reader), cell.element), cell.span

    def _joined(self, parent: Element, around: Surroundings, reader: RunReader) -> Runs:
        """Return all that stands in a cell, a note or a box as one text."""
        whole = Runs()
        for runs in self._pieces(parent, around, reader):
            whole.append(runs)
        return whole

    def _pieces(self, parent: Element, around: Surroundings, reader: RunReader) -> Iterator[Runs]:
        """Yield what stands in a cell, a note or a box: a paragraph, a row of a table in it."""
        for block in blocks(parent, around):
            if isinstance(block, Paragraphs):
                yield from self._paragraph_in_cell(block, reader)
            elif isinstance(block, Table):
                about = Runs()
                about.leave(described(block.element), LeftOutReason.DESCRIPTION)
                for words, reason in strays(block.element):
                    about.leave(f"{words} ", reason)
                yield about
                for row in self._tables.rows(block.element, block.around):
                    whole = Runs()
                    for cell in row:
                        whole.append(self._joined(cell.element, cell.around, reader))
                    yield whole
            elif isinstance(block, Stray):
                made = Runs()
                made.leave(block.text, block.reason)
                yield made
            else:
                raise self._package.refusal(codes.FOREIGN_PART, kind=local_name(block.element))

    def _paragraph_in_cell(self, block: Paragraphs, reader: RunReader) -> Iterator[Runs]:
        """Yield a paragraph with the marker that Word prints before it, then its boxes."""
        read = reader.read(block.elements, block.around)
        runs, properties = read.runs, block.elements[-1].find(f"{W}pPr")
        if not self._is_ours:
            look = self._styles.look(value(properties, "pStyle"))
            marker, _, _ = self._marker(properties, look, read.sight, runs)
            is_printed = bool(marker) and (runs.has_words or is_worded(marker))
            runs = runs.after(f"{marker} ") if is_printed else runs
        yield runs
        for box in read.boxes:
            self._counter.add("boxes")
            inside = reader.apart()
            whole = self._joined(box.content, box.around, inside)
            whole.leave(inside.flush(), LeftOutReason.FIELD)
            yield whole
