"""What came back as a spreadsheet: a row for each remark, and one for each change in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import DEFAULT_LANGUAGE, Marked, Translate, mark, translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.changes.change_list import KIND_WORDS
from protocolkit.changes.change_set import ChangeKind
from protocolkit.comparison.matrix_workbook import workbook_bytes, write_row
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.review.change_places import BEFORE_TEXT, COVER_OR_TITLE
from protocolkit.review.on_behalf import side_words
from protocolkit.review.remarks import PlacedBy, Remark, ReturnedChange, Review
from protocolkit.review.table_rows import place_words
from protocolkit.review.workbook_file import read_sheets

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

PLACED_BY: dict[PlacedBy, Marked] = {
    PlacedBy.BOOKMARK: mark("by the mark of the clause"),
    PlacedBy.ANCHOR: mark("by the name of the clause"),
    PlacedBy.TEXT: mark("by the words of the clause"),
    PlacedBy.QUOTE: mark("by the words that were marked"),
    PlacedBy.LABEL: mark("by its number"),
    PlacedBy.PARENT: mark("as an answer to another remark"),
    PlacedBy.HAND: mark("put there by hand"),
    PlacedBy.NOTHING: mark("NO PLACE FOUND"),
}
"""How it is told in which way a remark was placed."""
_REMARKS = (
    (mark("Clause"), 20),
    (mark("Stands after"), 20),
    (mark("Who"), 24),
    (mark("On behalf of"), 14),
    (mark("Date"), 12),
    (mark("Words that were marked"), 40),
    (mark("Remark"), 70),
    (mark("Answer to"), 12),
    (mark("State"), 14),
    (mark("How placed"), 26),
    (mark("Number"), 10),
    (mark("File"), 26),
    (mark("Anchor"), 18),
)
_CHANGES = (
    (mark("Clause"), 20),
    (mark("Stands after"), 20),
    (mark("What"), 20),
    (mark("stood there"), 60),
    (mark("becomes"), 60),
    (mark("Who"), 24),
    (mark("Date"), 12),
    (mark("Track changes"), 14),
    (mark("Also changed by others"), 18),
    (mark("File"), 26),
    (mark("Anchor"), 18),
)
Heads = Sequence[tuple[Marked, int]]


def is_review_workbook(content: bytes) -> bool:
    """Tell whether a file is such a spreadsheet, saved anew or not, by the heads of its rows."""
    try:
        sheets = read_sheets(WordPackage(content, NOWHERE, any_kind=True))
    except ProtocolkitError:
        return False
    translate = translator(DEFAULT_LANGUAGE)
    first = sheets[0].rows[0] if sheets and sheets[0].rows else {}
    return [cell.text for cell in first.values()] == [translate(head) for head, _ in _REMARKS]


def review_workbook(found: Review, cited: Mapping[str, str], translate: Translate) -> bytes:
    """Return the bytes of an ``.xlsx`` file with two sheets; ``cited`` is how clauses are called.

    It holds the names of people, as what came back does.
    """
    remarks = [_remark(one, cited, translate) for one in found.remarks]
    changes = [_change(one, found, cited, translate) for one in found.changes]

    def fill(book: Workbook) -> None:
        _sheet(book, translate("Remarks"), _REMARKS, remarks, translate)
        _sheet(book, translate("Changes"), _CHANGES, changes, translate)

    return workbook_bytes(translate("What came back"), fill)


def _sheet(
    book: Workbook, name: str, heads: Heads, rows: Sequence[list[str]], translate: Translate
) -> None:
    sheet = book.add_worksheet(name)
    wrapped = {"text_wrap": True, "valign": "top"}
    text = book.add_format(wrapped)
    head = book.add_format({**wrapped, "bold": True, "bg_color": "#E8EDF3"})
    for column, (_, width) in enumerate(heads):
        sheet.set_column(column, column, width)
    write_row(sheet, 0, [translate(said) for said, _ in heads], head)
    for number, row in enumerate(rows, start=1):
        write_row(sheet, number, row, text)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _remark(one: Remark, cited: Mapping[str, str], translate: Translate) -> list[str]:
    state = translate("resolved") if one.resolved else ""
    how = translate(PLACED_BY[one.placed_by])
    place, near = place_words(one, cited, translate), cited.get(one.near, one.near)
    said = [one.author, side_words(one.side), one.day, one.quote, one.text, one.parent, state]
    return [place, near, *said, how, one.id, one.file, one.anchor]


def _change(
    one: ReturnedChange, found: Review, cited: Mapping[str, str], translate: Translate
) -> list[str]:
    tracked = translate("yes") if one.tracked else translate("no")
    others = translate("yes") if one.anchor in found.collisions else ""
    return [
        *_places(one, cited, translate),
        translate(KIND_WORDS[ChangeKind(one.kind)]),
        one.old,
        one.new,
        ", ".join(filter(None, (one.author, *one.others))),
        one.date[:10],
        tracked,
        others,
        one.file,
        one.anchor,
    ]


def _places(one: ReturnedChange, cited: Mapping[str, str], translate: Translate) -> Iterator[str]:
    is_other = not one.anchor and not one.is_new
    yield translate(COVER_OR_TITLE) if is_other else cited.get(one.anchor, one.anchor)
    near = translate(BEFORE_TEXT) if (one.is_new or one.is_moved) and not one.near else ""
    on = cited.get(one.note_on, one.note_on)
    note = translate("note at {place}").format(place=on) if on else ""
    yield ", ".join(filter(None, (note, near or cited.get(one.near, one.near))))
