"""A Word file to a source: paragraphs with their printed markers, notes, tables, links.

Our own walk over the XML: it sees what stands in content controls, takes inserted text along,
leaves deleted text out, and counts lists as Word prints them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.word_package import MC, Element, Relationship, W, WordPackage
from protocolkit.importing.extract.word_runs import RunReader, Runs
from protocolkit.importing.extract.word_styles import (
    Counter,
    Look,
    Numbering,
    Styles,
    indent,
    numbering,
    outline_level,
    value,
)
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Carried, Line, MarkKind, Source, SourceBuilder

_MACROS = mark("The file holds macros (a program). They were not opened or taken along.")
_INSERTED = mark("{count} tracked insertions were taken along as accepted.")
_DELETED = mark("{count} tracked deletions were left out.")
_COMMENTS = mark("{count} comments were left out.")
_BOXES = mark("{count} text boxes were put where they are anchored.")
_CONTENTS = mark("The table of contents was left out.")
_OURS = mark("Cover and contents were left out: this program made them.")
_NOTICES = (
    ("inserted", _INSERTED),
    ("deleted", _DELETED),
    ("comments", _COMMENTS),
    ("boxes", _BOXES),
)
# Styles that only our own Word files have.
_OUR_STYLES = ("CoverOrganisation", "SuppliedTitle", "AfterTable")
_LONGEST_HEADING = 250
_MOST_LINES = 100_000


def extract_word(content: bytes, location: Location = NOWHERE) -> Source:
    """Return a Word file as a source.

    Raises :class:`ProtocolkitError` when it is damaged, unsafe, protected or far too large.
    """
    package = WordPackage(content, location)
    return _Extractor(package, location).extract()


@dataclass(slots=True)
class _Row:
    """A row of a table that is being gathered."""

    cells: list[Runs] = field(default_factory=list)


class _Extractor:
    """Walks one document and its notes."""

    def __init__(self, package: WordPackage, location: Location) -> None:
        self._package = package
        self._location = location
        self._styles = Styles(package.part(package.beside("styles")))
        self._numbering = Numbering(package.part(package.beside("numbering")))
        self._builder = SourceBuilder()
        self._counter = Counter()
        self._relations = package.relationships(package.main)
        self._tables = 0
        self._gap = 0.0
        self._is_ours = all(self._styles.has(name) for name in _OUR_STYLES)
        self._notes: dict[str, str] = {}

    def extract(self) -> Source:
        root = self._package.part(self._package.main)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise self._package.refusal(codes.DAMAGED)
        blocks = list(self._blocks(body))
        if self._is_ours:
            blocks = self._without_front(blocks)
        for block in blocks:
            self._add(block)
        self._add_notes()
        self._tell(body)
        record = self._package.record()
        return self._builder.build(
            is_ours=self._is_ours, carried=None if record is None else Carried(record=record)
        )

    def _without_front(self, blocks: list[Element]) -> list[Element]:
        """Leave out what our own files have before the text: cover and contents."""
        breaks = [
            n for n, block in enumerate(blocks) if block.find(f"{W}pPr/{W}sectPr") is not None
        ]
        if not breaks:
            return blocks
        self._builder.notice(_OURS)
        return [
            block
            for block in blocks[breaks[-1] + 1 :]
            if value(block.find(f"{W}pPr"), "pStyle") != "SuppliedTitle"
        ]

    # -- walking ------------------------------------------------------------------------------

    def _blocks(self, parent: Element) -> Iterator[Element]:
        """Yield paragraphs and tables, also those inside content controls and insertions."""
        for child in parent:
            if child.tag in (f"{W}p", f"{W}tbl"):
                yield child
            elif child.tag == f"{W}sdt":
                if self._is_contents(child):
                    self._builder.notice(_CONTENTS)
                    continue
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    yield from self._blocks(content)
            elif child.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
                yield from self._blocks(child)
            elif child.tag == f"{MC}AlternateContent":
                chosen = child.find(f"{MC}Choice")
                if chosen is not None:
                    yield from self._blocks(chosen)

    @staticmethod
    def _is_contents(control: Element) -> bool:
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"

    def _add(self, block: Element) -> None:
        if len(self._builder.lines) > _MOST_LINES:
            raise ProtocolkitError(
                problem(codes.TOO_MUCH_TEXT, self._location, limit=str(_MOST_LINES))
            )
        if block.tag == f"{W}tbl":
            self._table(block)
        else:
            self._paragraph(block)

    def _reader(self, relations: dict[str, Relationship]) -> RunReader:
        return RunReader(relations, self._counter, self._notes, self._styles)

    # -- paragraphs ---------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element) -> None:
        reader = self._reader(self._relations)
        runs = reader.read(paragraph)
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle")
        look = self._styles.look(style)
        if style.startswith("TOC") or look.name.startswith(("toc ", "inhopg ")):
            return
        if not runs.text.strip():
            self._gap += 1
            for box in reader.boxes:
                self._box(box)
            return
        marker, depth, left = self._marker(properties, look)
        if self._is_ours:
            marker, runs = _without_marker(runs)
        elif level := outline_level(properties):
            look = replace(look, level=level)
        for line in [runs] if self._is_ours else runs.lines():
            self._emit(line, look, marker, depth, left)
            marker, depth = "", 0
        for box in reader.boxes:
            self._box(box)

    def _box(self, box: Element) -> None:
        self._counter.add("boxes")
        for block in self._blocks(box):
            self._add(block)

    def _marker(self, properties: Element | None, look: Look) -> tuple[str, int, float]:
        number, depth = numbering(properties)
        if not number and look.number:
            number, depth = look.number, look.depth
        left = indent(properties)
        if not number or number == "0":
            return "", 0, left if left >= 0 else max(look.left, 0.0)
        if left < 0:
            left = self._numbering.left(number, depth)
        return self._numbering.marker(number, depth), depth + 1, max(left, 0.0)

    def _emit(self, runs: Runs, look: Look, marker: str, depth: int, left: float) -> None:
        is_long = len(runs.text) > _LONGEST_HEADING
        level = 0 if is_long and look.level != 1 else look.level
        prefix = f"{marker} " if marker else ""
        marks = tuple(
            replace(found, begin=found.begin + len(prefix), end=found.end + len(prefix))
            for found in runs.marks
        )
        is_bold = (look.is_bold or runs.is_bold) and not self._is_ours
        is_plain = not (is_bold or (level and not self._is_ours))
        self._builder.add(
            Line(
                text=prefix + runs.text,
                begin=0,
                gap=self._gap,
                indent=left,
                right=len(prefix) + len(runs.text),
                size=runs.size or look.size or 11.0,
                is_bold=is_bold and not level,
                is_whole=True,
                level=level,
                marker=len(marker),
                depth=depth if marker else 0,
                anchor=self._anchor(runs.bookmarks),
                is_exact=self._is_ours,
            ),
            [m for m in marks if is_plain or m.kind is not MarkKind.STRONG],
        )
        self._gap = 0.0

    def _anchor(self, bookmarks: list[str]) -> str:
        if not self._is_ours:
            return ""
        names = [name for name in bookmarks if not name.startswith(("_", "noot_"))]
        return names[0].replace("_", "-") if names else ""

    # -- tables -------------------------------------------------------------------------------

    def _table(self, table: Element) -> None:
        rows = [self._row(row) for row in self._rows(table)]
        rows = [row for row in rows if any(cell.text.strip() for cell in row.cells)]
        width = max((len(row.cells) for row in rows), default=0)
        if width < 2:
            for cell in table.iter(f"{W}tc"):
                for block in self._blocks(cell):
                    self._add(block)
            return
        self._tables += 1
        left = indent_of_table(table)
        for row in rows:
            self._emit_row(row, left)
        self._gap = 0.0

    def _rows(self, table: Element) -> Iterator[Element]:
        for child in table:
            if child.tag == f"{W}tr":
                if child.find(f"{W}trPr/{W}del") is None:
                    yield child
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    yield from self._rows(content)
            elif child.tag == f"{W}ins":
                yield from self._rows(child)

    def _row(self, row: Element) -> _Row:
        gathered = _Row()
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            reader = self._reader(self._relations)
            runs = Runs()
            for paragraph in cell.iter(f"{W}p"):
                runs.append(self._in_cell(paragraph, reader))
            gathered.cells.append(runs)
            span = value(cell.find(f"{W}tcPr"), "gridSpan")
            gathered.cells += [Runs() for _ in range(int(span) - 1 if span.isdigit() else 0)]
        return gathered

    def _in_cell(self, paragraph: Element, reader: RunReader) -> Runs:
        """Return a paragraph of a cell with the marker that Word prints before it."""
        runs = reader.read(paragraph)
        properties = paragraph.find(f"{W}pPr")
        if self._is_ours or not runs.text.strip():
            return runs
        marker, _, _ = self._marker(properties, self._styles.look(value(properties, "pStyle")))
        if not marker:
            return runs
        marked = Runs(text=marker)
        marked.append(runs)
        return marked

    def _emit_row(self, row: _Row, left: float) -> None:
        text, spans, marks = "", [], []
        begin = self._builder.offset
        for number, cell in enumerate(row.cells):
            if number:
                text += "\t"
            spans.append((begin + len(text), begin + len(text) + len(cell.text)))
            shift = len(text)
            marks += [
                replace(found, begin=found.begin + shift, end=found.end + shift)
                for found in cell.marks
                if found.kind is not MarkKind.BREAK
            ]
            text += cell.text
        self._builder.add(
            Line(
                text=text,
                begin=0,
                indent=left,
                right=len(text),
                size=11.0,
                is_whole=True,
                cells=tuple(spans),
                table=self._tables,
                anchor=self._anchor([name for cell in row.cells for name in cell.bookmarks]),
                is_exact=self._is_ours,
            ),
            marks,
        )

    # -- notes --------------------------------------------------------------------------------

    def _add_notes(self) -> None:
        """Add the notes in the order of their marks, each beginning with its mark."""
        roots = {kind: self._note_elements(f"{kind}s", kind) for kind in ("footnote", "endnote")}
        if self._notes:
            self._builder.skip()
        for key, label in list(self._notes.items()):
            kind, _, number = key.partition(" ")
            elements, relations = roots[kind]
            note = elements.get(number)
            first = True
            for paragraph in note.iter(f"{W}p") if note is not None else ():
                runs = self._reader(relations).read(paragraph)
                if not runs.text.strip() and not first:
                    continue
                self._emit_note(runs, label, is_first=first)
                first = False

    def _emit_note(self, runs: Runs, label: str, *, is_first: bool) -> None:
        stripped = runs.text.lstrip()
        if is_first and self._is_ours and "\t" in runs.text:
            # whatever the author called the note, this program set it before a tab
            stripped = runs.text.partition("\t")[2].lstrip()
        elif is_first and stripped.startswith(f"{label}\t"):
            stripped = stripped[len(label) :].lstrip()
        cut = len(runs.text) - len(stripped)
        prefix = f"[{label}] " if is_first else ""
        marks = [
            replace(
                found,
                begin=max(found.begin - cut, 0) + len(prefix),
                end=found.end - cut + len(prefix),
            )
            for found in runs.marks
            if found.end > cut and found.kind is not MarkKind.NOTE
        ]
        self._builder.add(
            Line(text=prefix + stripped, begin=0, size=9.0, is_whole=True, note=label), marks
        )

    def _note_elements(
        self, part: str, kind: str
    ) -> tuple[dict[str, Element], dict[str, Relationship]]:
        name = self._package.beside(part)
        root = self._package.part(name) if name else None
        found = {
            note.get(f"{W}id", ""): note
            for note in (root.iter(f"{W}{kind}") if root is not None else ())
            if not note.get(f"{W}type")
        }
        return found, self._package.relationships(name) if name else {}

    def _tell(self, body: Element) -> None:
        if self._package.has_macros:
            self._builder.notice(_MACROS)
        comments = sum(1 for _ in body.iter(f"{W}commentReference"))
        if comments:
            self._counter.add("comments", comments)
        for name, text in _NOTICES:
            if count := self._counter.counts.get(name):
                self._builder.notice(text, count=str(count))


def _without_marker(runs: Runs) -> tuple[str, Runs]:
    """Split off the marker that this program set before a tab."""
    marker, tab, text = runs.text.partition("\t")
    if not tab:
        return "", runs
    cut = len(runs.text) - len(text)
    marks = [
        replace(found, begin=max(found.begin - cut, 0), end=found.end - cut)
        for found in runs.marks
        if found.end > cut
    ]
    rest = Runs(text=text, marks=marks, bookmarks=runs.bookmarks, size=runs.size)
    return marker.strip(), rest


def indent_of_table(table: Element) -> float:
    """Return how far a table stands from the margin, in points."""
    found = table.find(f"{W}tblPr/{W}tblInd")
    width = found.get(f"{W}w", "0") if found is not None else "0"
    return float(width) / 20 if width.lstrip("-").isdigit() else 0.0
