"""Tables: real ones, whose header cells a screen reader announces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.document.model import Flush, Table
from protocolkit.document.richtext import RichText
from protocolkit.paper.docx.elements import Element, Setting, element, paragraph, table_borders
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.shared.columns import Columns, column_widths

# Twips: the margins at the sides of a cell in a table that is set smaller.
_SMALL_MARGIN = 80
_CELLS = ("TableHeading", "TableText")
_SMALL_CELLS = ("TableHeadingSmall", "TableTextSmall")
AFTER_TABLE = Setting(style="AfterTable")
"""How the paragraph is set that keeps a table apart from what follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table's look: its style (an id), its place and size in twips, where its headers are.

    ``row_height`` is the least height, in twips, of rows that are no header; ``shares`` are the
    columns' parts of the width, worked out from the words when not given; ``is_together`` keeps
    the whole table on one page, and ``has_rules`` parts the columns by rules. ``cells`` are the
    styles of headings and of other cells; letters may be so much wider than ours as ``spread``
    says.
    """

    style: str
    width: int
    left: int = 0
    has_header_row: bool = True
    has_header_column: bool = False
    row_height: int = 0
    shares: tuple[int, ...] = ()
    is_together: bool = False
    has_rules: bool = False
    spread: float = 1.0
    cells: tuple[str, str] = _CELLS


def table_elements(table: Table, grid: Grid, story: Story) -> Iterator[Element]:
    """Yield a table, its header row repeated on every page, and the white space after it.

    Without that paragraph Word joins two tables, and refuses a file that ends with one.
    """
    header = [table.header] if grid.has_header_row else []
    rows = [*header, *table.rows]
    found = column_widths(rows, grid.width, grid.spread)
    grid = sized(grid, found)
    shares = [grid.width * share // sum(grid.shares) for share in grid.shares]
    widths = shares or list(found.widths)
    if not widths:
        return
    found = replace(found, widths=tuple(widths), is_small=grid.cells == _SMALL_CELLS)
    flush = [table.flush_of(column) for column in range(len(widths))]
    made = (_row(row, index, found, grid, story, flush) for index, row in enumerate(rows))
    yield table_element(grid, widths, made)
    yield paragraph(AFTER_TABLE)


def sized(grid: Grid, columns: Columns) -> Grid:
    """Return a look in the size of letters that these columns ask for."""
    is_small = columns.is_small and not grid.shares
    return replace(grid, cells=_SMALL_CELLS) if is_small else grid


def table_element(grid: Grid, widths: Sequence[int], rows: Iterable[Element]) -> Element:
    """Make a table of rows that are made already; ``widths`` are its columns', in twips."""
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", _table_properties(grid, sum(widths)), columns, *rows)


def row_properties(grid: Grid, *, is_header: bool, breaks: bool) -> Element:
    """Make what a row begins with: may it go on on the next page; a header is repeated there."""
    properties = [] if breaks else [element("cantSplit")]
    if is_header:
        properties.append(element("tblHeader"))
    elif grid.row_height:
        properties.append(element("trHeight", val=grid.row_height, hRule="atLeast"))
    return element("trPr", *properties)


def cell_element(width: int, content: Element, *, in_middle: bool = False) -> Element:
    """Make a cell around its paragraph, which may stand in the middle of its height."""
    side = [element("vAlign", val="center")] if in_middle else []
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *side), content)


def cell_setting(
    *, is_heading: bool, grid: Grid | None = None, flush: Flush = Flush.LEFT
) -> Setting:
    """Return how the words of a cell are set."""
    heading, text = grid.cells if grid else _CELLS
    is_together = grid is not None and grid.is_together
    side = "" if flush is Flush.LEFT else flush.value
    return Setting(style=heading if is_heading else text, keep_next=is_together, side=side)


def _table_properties(grid: Grid, width: int) -> Element:
    look = {
        "firstRow": int(grid.has_header_row),
        "lastRow": 0,
        "firstColumn": int(grid.has_header_column),
        "lastColumn": 0,
        "noHBand": 1,
        "noVBand": 1,
    }
    bits = 0x0600 | 0x0020 * look["firstRow"] | 0x0080 * look["firstColumn"]
    return element(
        "tblPr",
        element("tblStyle", val=grid.style),
        element("tblW", w=width, type="dxa"),
        element("tblInd", w=grid.left, type="dxa"),
        *([table_borders()] if grid.has_rules else []),
        element("tblLayout", type="fixed"),
        *_margins(grid),
        element("tblLook", val=f"{bits:04X}", **look),
    )


def _margins(grid: Grid) -> list[Element]:
    if grid.cells != _SMALL_CELLS:
        return []
    sides = (element(side, w=_SMALL_MARGIN, type="dxa") for side in ("left", "right"))
    return [element("tblCellMar", *sides)]


def _row(
    cells: Sequence[RichText],
    index: int,
    columns: Columns,
    grid: Grid,
    story: Story,
    flush: Sequence[Flush],
) -> Element:
    is_header = grid.has_header_row and index == 0
    made = element("tr", row_properties(grid, is_header=is_header, breaks=columns.breaks(cells)))
    for column, width in enumerate(columns.widths):
        cell = cells[column] if column < len(cells) else ()
        is_heading = is_header or (grid.has_header_column and column == 0)
        setting = cell_setting(is_heading=is_heading, grid=grid, flush=flush[column])
        words = paragraph(setting, story.runs(cell))
        made.append(cell_element(width, words))
    return made
