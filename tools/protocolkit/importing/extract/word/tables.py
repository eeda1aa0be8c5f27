"""The tables of a Word file: which rows and cells are there, and how each is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.document.model import Flush
from protocolkit.importing.extract.shared.colours import WHITE, Backdrop
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.all_words import (
    all_words,
    chosen_branch,
    local_name,
    other_words,
    said_words,
)
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.package import MC, W
from protocolkit.importing.extract.word.properties import points, value
from protocolkit.importing.extract.word.room import has_room
from protocolkit.importing.extract.word.sight import Sight, Surroundings
from protocolkit.importing.extract.word.styles import (
    Properties,
    Styles,
    paragraph_properties,
    run_properties,
)
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import hexadecimal_number, whole_number

# No Word table has more columns than this.
MOST_COLUMNS = 63
_LOWEST_ROW = 1.0
_USUAL_WIDTH = 200.0
_WRAPPERS = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "del", "moveFrom")
_SIDES = {"right": Flush.RIGHT, "end": Flush.RIGHT, "center": Flush.CENTRE}
_FLAGS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, how many columns it takes, and where its text stands."""

    element: Element
    span: int
    around: Surroundings

    @property
    def is_deleted(self) -> bool:
        """Whether somebody took it out and the change is still open."""
        return self.around.gone is LeftOutReason.DELETED

    @property
    def flush(self) -> Flush:
        """To which side its words are set: all its paragraphs with words the same."""
        found = {
            _SIDES.get("" if side is None else side.get(f"{W}val", ""), Flush.LEFT)
            for paragraph in self.element.iter(f"{W}p")
            if any(text.text for text in paragraph.iter(f"{W}t"))
            for side in [paragraph.find(f"{W}pPr/{W}jc")]
        }
        return found.pop() if len(found) == 1 else Flush.LEFT


def columns_of(row: tuple[Cell, ...]) -> int:
    """Return how many columns the cells of a row take that are there."""
    return sum(cell.span for cell in row if not cell.is_deleted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    """What a table's style says of some of its cells."""

    run: Properties
    paragraph: Properties
    shading: Element | None


class Tables:
    """Takes tables apart."""

    def __init__(self, styles: Styles, colours: Colours, sight: Sight) -> None:
        self._styles = styles
        self._colours = colours
        self._sight = sight
        self._formats: dict[str, dict[str, _Format]] = {}

    def rows(self, table: Element, around: Surroundings) -> list[tuple[Cell, ...]]:
        """Return the rows of a table as their cells; the surroundings of each say what is gone."""
        properties = table.find(f"{W}tblPr")
        formats = self._of_style(value(properties, "tblStyle"))
        flags = _flags(properties)
        gone = around.gone or self._off_page(properties)
        shade = self._shade(properties, around.behind)
        outside = replace(around, behind=shade, gone=gone)
        elements = list(_named(table, f"{W}tr"))
        merged: dict[int, bool] = {}
        return [
            self._row(element, outside, formats, _Place(flags, number, len(elements), merged))
            for number, element in enumerate(elements)
        ]

    def _row(
        self,
        row: Element,
        around: Surroundings,
        formats: dict[str, _Format],
        place: _Place,
    ) -> tuple[Cell, ...]:
        gone = around.gone or _gone_row(row)
        cells: list[Cell] = []
        elements = list(_named(row, f"{W}tc"))
        before = row.find(f"{W}trPr")
        column = whole_number(value(before, "gridBefore"), most=MOST_COLUMNS, default=0)
        for open_above in range(column):
            place.merged[open_above] = False
        for number, cell in enumerate(elements):
            properties = cell.find(f"{W}tcPr")
            span = whole_number(
                value(properties, "gridSpan"), least=1, most=MOST_COLUMNS, default=1
            )
            merged = _merged(formats, place.names(number, len(elements)))
            behind = self._shade(properties, self._shaded(merged.shading, around.behind))
            within = Surroundings(
                run=merged.run,
                paragraph=merged.paragraph,
                behind=behind,
                gone=gone or _gone_cell(properties, column, place.merged),
                is_unsure=around.is_unsure or _is_unsure_cell(row, cell),
                is_contents=around.is_contents,
                elsewhere=around.elsewhere,
            ).within(cell)
            column += span
            cells.append(Cell(cell, span, within))
        return tuple(cells)

    def _off_page(self, properties: Element | None) -> LeftOutReason | None:
        floating = properties.find(f"{W}tblpPr") if properties is not None else None
        placed = properties.find(f"{W}tblInd") if properties is not None else None
        left = points(placed.get(f"{W}w")) if placed is not None else None
        down = None
        if floating is not None:
            left, down = points(floating.get(f"{W}tblpX")), points(floating.get(f"{W}tblpY"))
        return LeftOutReason.OFF_PAGE if self._sight.is_off(left or 0.0, down or 0.0) else None

    def _shade(self, properties: Element | None, behind: Backdrop) -> Backdrop:
        return self._shaded(properties.find(f"{W}shd") if properties is not None else None, behind)

    def _shaded(self, shading: Element | None, behind: Backdrop) -> Backdrop:
        colour = self._colours.of_shading(shading)
        if colour is None and shading is not None and shading.get(f"{W}val") == "nil":
            # programs differ: what is around it may show, or the page
            return replace(behind, is_sure=False, bare=WHITE)
        return behind if colour is None else Backdrop(colour)

    def _of_style(self, style: str) -> dict[str, _Format]:
        """Return what a table style says, of the whole table under "" and of its parts."""
        if style not in self._formats:
            found: dict[str, _Format] = {}
            for element in self._styles.chain(style, "table"):
                _lay_over(found, "", element)
                for part in element.findall(f"{W}tblStylePr"):
                    _lay_over(found, part.get(f"{W}type", ""), part)
            self._formats[style] = found
        return self._formats[style]


@dataclass(frozen=True, slots=True)
class _Place:
    """Which row this is, of how many, and which parts of the style the table uses.

    ``merged`` says of each column whether a cell that is merged downwards is open in it.
    """

    flags: frozenset[str]
    row: int
    rows: int
    merged: dict[int, bool]

    def names(self, column: int, columns: int) -> Iterator[str]:
        """Yield the parts of a style that a cell is in, the strongest last."""
        is_first_row = self.row == 0 and "firstRow" in self.flags
        is_last_row = self.row == self.rows - 1 and "lastRow" in self.flags
        is_first = column == 0 and "firstColumn" in self.flags
        is_last = column == columns - 1 and "lastColumn" in self.flags
        yield ""
        if "noVBand" not in self.flags and not (is_first or is_last):
            yield f"band{(column - ('firstColumn' in self.flags)) % 2 + 1}Vert"
        if "noHBand" not in self.flags and not (is_first_row or is_last_row):
            yield f"band{(self.row - ('firstRow' in self.flags)) % 2 + 1}Horz"
        for is_there, name in (
            (is_first, "firstCol"),
            (is_last, "lastCol"),
            (is_first_row, "firstRow"),
            (is_last_row, "lastRow"),
            (is_first_row and is_last, "neCell"),
            (is_first_row and is_first, "nwCell"),
            (is_last_row and is_last, "seCell"),
            (is_last_row and is_first, "swCell"),
        ):
            if is_there:
                yield name


def _lay_over(found: dict[str, _Format], name: str, element: Element) -> None:
    before = found.get(name, _Format(run={}, paragraph={}, shading=None))
    shading = before.shading
    for holder in ("tblPr", "tcPr"):
        said = element.find(f"{W}{holder}/{W}shd")
        shading = shading if said is None else said
    found[name] = _Format(
        run={**before.run, **run_properties(element.find(f"{W}rPr"))},
        paragraph={**before.paragraph, **paragraph_properties(element.find(f"{W}pPr"))},
        shading=shading,
    )


def _merged(formats: dict[str, _Format], names: Iterator[str]) -> _Format:
    run: Properties = {}
    paragraph: Properties = {}
    shading: Element | None = None
    for name in names:
        if name in formats:
            said = formats[name]
            run, paragraph = {**run, **said.run}, {**paragraph, **said.paragraph}
            shading = shading if said.shading is None else said.shading
    return _Format(run=run, paragraph=paragraph, shading=shading)


def _flags(properties: Element | None) -> frozenset[str]:
    """Return which parts of its style a table uses."""
    look = properties.find(f"{W}tblLook") if properties is not None else None
    if look is None:
        return frozenset()
    bits = hexadecimal_number(look.get(f"{W}val"), most=0xFFFF, default=0)
    said = {name: look.get(f"{W}{name}") for name in _FLAGS}
    return frozenset(
        name
        for name, bit in _FLAGS.items()
        if (said[name] in ("1", "true", "on") if said[name] is not None else bits & bit)
    )


def _named(parent: Element, name: str) -> Iterator[Element]:
    """Yield rows or cells, also those inside content controls and the like."""
    for child in parent:
        if child.tag == name:
            yield child
        elif local_name(child) in _WRAPPERS:
            yield from _named(child, name)
        elif child.tag == f"{MC}AlternateContent":
            chosen = chosen_branch(child)
            if chosen is not None:
                yield from _named(chosen, name)


def described(table: Element) -> str:
    """Return the words that describe a table to who does not see it."""
    properties = table.find(f"{W}tblPr")
    said = map(said_words, properties if properties is not None else ())
    return " ".join(words for words in said if words.strip())


def strays(parent: Element) -> Iterator[tuple[str, LeftOutReason]]:
    """Yield the words that stand in a table and in none of its cells, each with the reason."""
    for child in parent:
        name = local_name(child)
        if name == "tr" or name in _WRAPPERS:
            yield from strays(child)
        elif name == "AlternateContent":
            chosen = chosen_branch(child)
            if chosen is not None:
                yield from strays(chosen)
            yield other_words(child), LeftOutReason.OTHER_VERSION
        elif name != "tc" and not name.endswith("Pr"):
            yield all_words(child), LeftOutReason.NOT_ON_PAGE


def _gone_row(row: Element) -> LeftOutReason | None:
    if _is_within(row) or row.find(f"{W}trPr/{W}del") is not None:
        return LeftOutReason.DELETED
    height = row.find(f"{W}trPr/{W}trHeight")
    if height is not None and height.get(f"{W}hRule") == "exact":
        high = points(height.get(f"{W}val"))
        if high is not None and 0 < high < _LOWEST_ROW:
            return LeftOutReason.SMALL
    return None


def _is_unsure_cell(row: Element, cell: Element) -> bool:
    """Tell whether a cell may have no room for its words, or be a piece of one beside it."""
    properties = cell.find(f"{W}tcPr")
    merge = properties.find(f"{W}hMerge") if properties is not None else None
    if merge is not None and merge.get(f"{W}val", "continue") == "continue":
        return True
    height = row.find(f"{W}trPr/{W}trHeight")
    if height is None or height.get(f"{W}hRule") != "exact":
        return False
    said = properties.find(f"{W}tcW") if properties is not None else None
    wide = points(said.get(f"{W}w")) if said is not None and said.get(f"{W}type") == "dxa" else None
    said_lines = [words for one in cell.iter(f"{W}p") if (words := all_words(one))]
    return not has_room(said_lines, wide or _USUAL_WIDTH, points(height.get(f"{W}val")) or 0.0)


def _is_within(row: Element) -> bool:
    """Tell whether a row stands inside a deletion."""
    above = row.getparent()
    return above is not None and above.tag in (f"{W}del", f"{W}moveFrom")


def _gone_cell(
    properties: Element | None, column: int, merged: dict[int, bool]
) -> LeftOutReason | None:
    """Return why a cell is not there: deleted, or a piece of a merged cell that shows no text."""
    merge = properties.find(f"{W}vMerge") if properties is not None else None
    goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
    is_piece = goes_on and merged.get(column, False)
    merged[column] = merge is not None
    if properties is not None and properties.find(f"{W}cellDel") is not None:
        return LeftOutReason.DELETED
    return LeftOutReason.HIDDEN if is_piece else None
