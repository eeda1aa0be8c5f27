"""A header or footer of a Word file as lines, words and pictures, each checked by itself.

Text boxes have their own place. What it does not know stays out and is told: drawings, shapes in
groups, fields that a program fills in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.base.messages import mark, message
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import local_name
from protocolkit.importing.extract.word.package import MC, A, R, W, WordPackage
from protocolkit.paper.house.colours import is_readable
from protocolkit.paper.house.house_pictures import WP, PictureReader
from protocolkit.paper.house.letterhead import (
    HouseBox,
    HousePicture,
    Line,
    Piece,
    Sign,
    Story,
    Strip,
    Words,
)
from protocolkit.paper.house.margins import Margins, Tell, twips

_MOST_LINES, _MOST_CELLS, _MOST_SIGNS = 40, 8, 2_000
_SIZES = (6.0, 28.0)
_JUSTIFIED = {"center": 1, "right": 2, "end": 2}
_STOPS = {"center": 1, "right": 2, "end": 2, "decimal": 2}
_BOX = f"{W}txbxContent"
# Between a picture and words: as wide as the letters are high.
_ROOM = "\u2003"
_OLD_DRAWING = mark("a drawing of an older Word: save the picture in it as PNG")
_GROUPED = mark("shapes in a group: save them as one picture, in PNG, and put that in their place")
_GROUPS = frozenset(("wgp", "wpc", "lockedCanvas"))
_FIELDS = {"PAGE": Sign.PAGE, "NUMPAGES": Sign.PAGES, "SECTIONPAGES": Sign.PAGES}


@dataclass(frozen=True, slots=True)
class StoryReader:
    """Reads the headers and footers of one file; ``margins`` are those of its page."""

    package: WordPackage
    margins: Margins
    tell: Tell

    def story(self, part: str, *, is_foot: bool) -> Story:
        """Return what stands in one header or footer, ``part`` by name."""
        root = self.package.part(part)
        if root is None:
            return Story()
        reader = _Reader(self, part, is_foot=is_foot)
        blocks = list(reader.blocks(root))
        if len(blocks) > _MOST_LINES:
            self.tell(message(mark("a header or footer of more than 40 lines")))
        return Story(lines=_trimmed(tuple(blocks[:_MOST_LINES])), placed=tuple(reader.placed))


class _Reader:
    """Reads one header or footer."""

    def __init__(self, file: StoryReader, part: str, *, is_foot: bool) -> None:
        self._file = file
        related = file.package.relationships(part)
        self._pictures = PictureReader(
            file.package, related, file.margins, file.tell, is_foot=is_foot
        )
        self.placed: list[HousePicture | HouseBox] = []
        self._is_in_box = False

    def blocks(self, holder: Element) -> Iterator[Line | Strip]:
        """Yield the lines and the rows of tables that stand in an element."""
        for child in holder:
            if child.tag == f"{W}p":
                yield self._line(child)
            elif child.tag == f"{W}tbl":
                for row in child.iterfind(f"{W}tr"):
                    yield self._strip(row)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
                yield from self.blocks(child)

    def _strip(self, row: Element) -> Strip:
        cells = list(row.iterfind(f"{W}tc"))[:_MOST_CELLS]
        widths = [
            max(twips(width.get(f"{W}w")) if width is not None else 0, 1)
            for width in (cell.find(f"{W}tcPr/{W}tcW") for cell in cells)
        ]
        return Strip(cells=tuple(tuple(self._cell(cell)) for cell in cells), shares=tuple(widths))

    def _cell(self, cell: Element) -> Iterator[Line]:
        """Yield the lines of a cell; a table in a cell is read line by line."""
        in_boxes = {one for box in cell.iter(_BOX) for one in box.iter(f"{W}p")}
        yield from (self._line(one) for one in cell.iter(f"{W}p") if one not in in_boxes)

    def _line(self, paragraph: Element) -> Line:
        zones: list[list[Piece]] = [[], [], []]
        said = paragraph.find(f"{W}pPr/{W}jc")
        zone = _JUSTIFIED.get(said.get(f"{W}val", ""), 0) if said is not None else 0
        stops = _tab_stops(paragraph)
        for piece in self._pieces(paragraph):
            if piece is None:
                zone = stops.pop(0) if stops else 2
            else:
                zones[zone].append(piece)
        left, middle, right = (tuple(_apart(_joined(found))) for found in zones)
        return Line(left=left, middle=middle, right=right)

    def _pieces(self, paragraph: Element) -> Iterator[Piece | None]:
        """Yield what stands in a paragraph; None is a tab."""
        fields: list[str] = []
        is_result = False
        for run in _runs(paragraph):
            if run.tag == f"{W}fldSimple":
                yield from self._field(run.get(f"{W}instr", ""), _text(run))
                continue
            for child in run:
                if child.tag == f"{W}fldChar":
                    kind = child.get(f"{W}fldCharType", "")
                    is_result = kind == "separate"
                    if kind == "begin":
                        fields = [""]
                    elif kind == "end" and fields:
                        yield from self._field(fields[0], "".join(fields[1:]))
                        fields = []
                elif child.tag == f"{W}instrText" and fields:
                    fields[0] += child.text or ""
                elif fields and is_result and child.tag == f"{W}t":
                    fields.append(child.text or "")
                elif not fields:
                    yield from self._content(child, run)

    def _field(self, instruction: str, shown: str) -> Iterator[Piece]:
        name = (instruction.split() or [""])[0].upper()
        if name in _FIELDS:
            yield _FIELDS[name]
        elif name == "HYPERLINK":
            yield from _words(shown, None)
        else:
            self._file.tell(message(mark("the field {name} in a header or footer"), name=name[:20]))

    def _content(self, child: Element, run: Element) -> Iterator[Piece | None]:
        if child.tag == f"{W}t":
            yield from _words(child.text or "", run.find(f"{W}rPr"))
        elif child.tag in (f"{W}tab", f"{W}ptab"):
            yield None
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield Sign.BREAK
        elif child.tag in (f"{W}noBreakHyphen", f"{W}softHyphen"):
            yield from _words("-" if child.tag == f"{W}noBreakHyphen" else "", None)
        elif child.tag == f"{W}drawing":
            yield from self._drawing(child)
        elif child.tag == f"{MC}AlternateContent":
            drawing = next(child.iter(f"{W}drawing"), None)
            if drawing is not None:
                yield from self._drawing(drawing)
        elif child.tag in (f"{W}pict", f"{W}object"):
            self._file.tell(message(_OLD_DRAWING))

    def _drawing(self, drawing: Element) -> Iterator[Piece]:
        frame = next((one for one in drawing if one.tag in (f"{WP}inline", f"{WP}anchor")), None)
        found = [one.get(f"{R}embed", "") for one in drawing.iter(f"{A}blip")]
        boxes = list(drawing.iter(_BOX))
        if any(local_name(one) in _GROUPS for one in drawing.iter()):
            self._file.tell(message(_GROUPED))
            return
        if boxes and (frame is None or len(boxes) > 1 or self._is_in_box):
            self._file.tell(message(mark("a text box: write its words in the header or footer")))
            return
        if boxes and frame is not None:
            yield from () if _is_unseen(frame) else self._box(boxes[0], frame)
            return
        if frame is None or len(found) != 1:
            self._file.tell(message(mark("a drawing that is no picture")))
            return
        if (picture := self._pictures.picture(found[0], frame)) is None:
            return
        if frame.tag == f"{WP}inline":
            yield picture
        elif (placed := self._pictures.placed(picture, frame)) is not None:
            self.placed.append(placed)

    def _box(self, content: Element, frame: Element) -> Iterator[Piece]:
        """Yield the words of a text box that stands in a line; one with its own place is kept."""
        self._is_in_box = True
        lines = [line for block in self.blocks(content) for line in _lines_of(block)]
        self._is_in_box = False
        if frame.tag == f"{WP}anchor":
            placed = self._pictures.placed(self._pictures.box(lines[:_MOST_LINES], frame), frame)
            self.placed += [placed] if placed is not None else []
            return
        for number, line in enumerate(lines):
            if number:
                yield Sign.BREAK
            for zone in line.zones():
                yield from zone


def _is_unseen(frame: Element) -> bool:
    named = frame.find(f"{WP}docPr")
    return named is not None and named.get("hidden", "0") not in ("0", "false")


def _lines_of(block: Line | Strip) -> Iterator[Line]:
    """Yield a line, or those of the cells of a row."""
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for cell in block.cells for line in cell)


def _runs(holder: Element) -> Iterator[Element]:
    """Yield runs and simple fields, also those in links, controls and what was added."""
    for child in holder:
        if child.tag in (f"{W}r", f"{W}fldSimple"):
            if not _is_hidden(child):
                yield child
        elif child.tag in (
            f"{W}hyperlink",
            f"{W}sdt",
            f"{W}sdtContent",
            f"{W}ins",
            f"{W}smartTag",
        ):
            yield from _runs(child)


def _is_hidden(run: Element) -> bool:
    found = run.find(f"{W}rPr/{W}vanish")
    return found is not None and found.get(f"{W}val", "1") not in ("0", "false", "off")


def _text(holder: Element) -> str:
    return "".join(found.text or "" for found in holder.iter(f"{W}t"))


def _words(text: str, look: Element | None) -> Iterator[Words]:
    """Yield words with the look of their run; one that could not be read is left to ours."""
    if not text:
        return

    def value(tag: str, usual: str = "") -> str:
        found = look.find(f"{W}{tag}") if look is not None else None
        return found.get(f"{W}val", "1") if found is not None else usual

    colour, size = f"#{value('color').lower()}", twips(value("sz")) / 2
    yield Words(
        text=text[:_MOST_SIGNS],
        bold=value("b", "0") not in ("0", "false", "off"),
        italic=value("i", "0") not in ("0", "false", "off"),
        colour=colour if is_readable(colour) else "",
        size=min(max(size, _SIZES[0]), _SIZES[1]) if size else 0.0,
    )


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield pieces, with words of one look as one; Word cuts them up at will."""
    last: Piece | None = None
    for piece in pieces:
        joined = _as_one(last, piece)
        if last is not None and joined is None:
            yield last
        last = joined or piece
    if last is not None:
        yield last


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces, with room between a picture and the words that stand right beside it."""
    found = list(pieces)
    for before, piece, after in zip([None, *found], found, [*found[1:], None], strict=False):
        if isinstance(piece, Words):
            begins = isinstance(before, HousePicture) and not piece.text[:1].isspace()
            ends = isinstance(after, HousePicture) and not piece.text[-1:].isspace()
            yield replace(piece, text=f"{_ROOM * begins}{piece.text}{_ROOM * ends}")
        else:
            yield piece


def _as_one(one: Piece | None, other: Piece) -> Words | None:
    """Return two runs of words of one look as one, None for anything else."""
    if not isinstance(one, Words) or not isinstance(other, Words):
        return None
    is_alike = replace(one, text="") == replace(other, text="")
    return replace(one, text=one.text + other.text) if is_alike else None


def _tab_stops(paragraph: Element) -> list[int]:
    """Return to which zone each tab leads; Word's own header has one in the middle, one right."""
    found = [
        (twips(stop.get(f"{W}pos")), _STOPS.get(stop.get(f"{W}val", ""), 0))
        for stop in paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab")
        if stop.get(f"{W}val") != "clear"
    ]
    return [zone for _, zone in sorted(found)] or [1, 2]


def _trimmed(blocks: tuple[Line | Strip, ...]) -> tuple[Line | Strip, ...]:
    """Return blocks without the empty lines that they end in."""
    count = len(blocks)
    while count and blocks[count - 1] == Line():
        count -= 1
    return blocks[:count]
