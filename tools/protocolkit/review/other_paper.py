"""What came back in another paper of a dossier: the oplegger, a was-wordt table, a form.

Such a paper is not the text: a remark in it stands at the clause whose label the row of a table
begins with where that row has words of that clause, as it was or as it is now. That may be a clause
that went, of which another one has the label now. Of any other row the label is the nearest. What
was typed in the paper itself is a remark at the same place; in the proposed text of a table it is a
change of that. A paper from before its words were marked is not read so, and that is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolkit.changes.likeness import Bag, bag_of, coverage
from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.document.richtext import plain
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.lapsed import LapsedClause, folded_label
from protocolkit.review.line_labels import by_label
from protocolkit.review.placing import UNPLACED, Stand, SubmittedText
from protocolkit.review.printed_around import SentText
from protocolkit.review.proposed_cells import proposed_cells
from protocolkit.review.remark_placing import RemarkPlacer
from protocolkit.review.remarks import PassedOver, PlacedBy, Remark, Review
from protocolkit.review.typed_words import TypedWords, knows_own_words, taken_away, typed_words
from protocolkit.review.word_remarks import WordRemark, known_date
from protocolkit.review.word_story import Story
from protocolkit.text.words import tokens

# A cell has words of a clause from so many on, and where this share of either is in the other.
_FEWEST, _ALIKE = 3, 0.6


def review_other_paper(
    story: Story, read: Sequence[WordRemark], submitted: Protocol, sent: SentText, file: str
) -> Review:
    """Return the remarks in a paper beside the text, what was typed in it, and what is not read."""
    text, rows = SubmittedText(submitted), _rows(story, submitted, sent.lapsed)
    sure = _with_words_of_clause(story, submitted, sent.lapsed, rows)
    both = (RemarkPlacer(story, text, stands, file).placed(read) for stands in (sure, rows))
    remarks = (
        one if one.anchor == by_row.anchor else _without_place(by_row)
        for one, by_row in zip(*both, strict=True)
    )
    if not knows_own_words(story):
        passed = tuple(_not_read(story, file))
        return Review(remarks=tuple(remarks), changes=(), passed_over=passed)
    cells = proposed_cells(story, submitted, file)
    typed = (
        _remark(one, sure[one.place], rows[one.place], _beside(story, one.place), file)
        for one in typed_words(story, cells.told)
    )
    return Review(
        remarks=(*remarks, *typed),
        changes=cells.changes,
        passed_over=tuple(_taken_away(story, cells.told, file)),
    )


def _remark(typed: TypedWords, sure: Stand, row: Stand, beside: str, file: str) -> Remark:
    """Return words that somebody typed as a remark at the clause of its row.

    In any other row the words ``beside`` it tell what it is about, such as what was ticked.
    """
    by = typed.by[:1]
    made = Remark(
        id=f"p{typed.place + 1}",
        author=by[0].author if by else "",
        date=known_date(by[0].date) if by else "",
        text=typed.words,
        quote=typed.before or ("" if row.anchor else beside),
        anchor=row.anchor,
        placed_by=row.by,
        file=file,
    )
    return made if sure.anchor == row.anchor else _without_place(made)


def _beside(story: Story, place: int) -> str:
    """Return what the other cells of a row say."""
    cell = story.paragraphs[place].cell
    row = (one for one in story.paragraphs if cell and one.cell and one.cell[:2] == cell[:2])
    return " ".join(" ".join(one.new.split()) for one in row if one.cell != cell).strip()


def _taken_away(story: Story, told: Collection[int], file: str) -> Iterator[PassedOver]:
    """Yield the words of ours that somebody deleted or struck: they are no text of the protocol."""
    for one in taken_away(story, told):
        reason = LeftOutReason.DELETED if one.tracked else LeftOutReason.STRUCK
        yield PassedOver(words=" ".join(one.old.split()), reason=reason, file=file)


def _without_place(one: Remark) -> Remark:
    return replace(one, anchor="", near=one.anchor or one.near, placed_by=PlacedBy.NOTHING)


def _rows(story: Story, submitted: Protocol, lapsed: Mapping[str, LapsedClause]) -> list[Stand]:
    """Return for each paragraph the clause whose label its row of a table begins with.

    Of a clause of now and one that went, it is the one of which the row has more.
    """
    known, rows = labels(submitted), dict[tuple[int, int], Stand]()
    said, now = _said_in_rows(story), _bags(submitted)
    gone = defaultdict[str, dict[str, Bag]](dict)
    for anchor, one in lapsed.items():
        gone[folded_label(one.label)][anchor] = bag_of(tokens(one.text))
    for paragraph in story.paragraphs:
        if paragraph.cell and paragraph.cell[2] == 0 and paragraph.old.strip():
            row, label = paragraph.cell[:2], paragraph.old.strip()
            anchor = by_label(known, label)
            own = bag_of(said[row])
            bags = {anchor: now[anchor]} if anchor else {}
            bags |= gone.get(folded_label(label), {})
            best = max(bags, key=lambda one: coverage(bags[one], own), default="")
            rows.setdefault(row, Stand(best, PlacedBy.LABEL))
    cells = (one.cell for one in story.paragraphs)
    return [rows.get(cell[:2], UNPLACED) if cell else UNPLACED for cell in cells]


def _said_in_rows(story: Story) -> Mapping[tuple[int, int], list[str]]:
    """Return the words behind the first cell of each row."""
    said = defaultdict[tuple[int, int], list[str]](list)
    for one in story.paragraphs:
        if one.cell and one.cell[2] > 0:
            said[one.cell[:2]] += tokens(one.old)
    return said


def _bags(submitted: Protocol) -> dict[str, Bag]:
    return {
        item.anchor: bag_of(tokens("\n".join(plain(unit.text) for unit in item.units)))
        for item in items_of(submitted)
    }


def _with_words_of_clause(
    story: Story,
    submitted: Protocol,
    lapsed: Mapping[str, LapsedClause],
    rows: Sequence[Stand],
) -> list[Stand]:
    """Return the same places, but of the rows that have no words of their clause."""
    clauses = {anchor: bag_of(tokens(one.text)) for anchor, one in lapsed.items()}
    clauses |= _bags(submitted)
    held: dict[tuple[int, int, int], str] = defaultdict(str)
    at: dict[tuple[int, int], str] = {}
    for one, stand in zip(story.paragraphs, rows, strict=True):
        if one.cell and one.cell[2] > 0 and stand.anchor:
            held[one.cell] += f"\n{one.old}"
            at[one.cell[:2]] = stand.anchor
    sure = {
        cell[:2] for cell, said in held.items() if _has_words(clauses[at[cell[:2]]], tokens(said))
    }
    cells = (one.cell for one in story.paragraphs)
    pairs = zip(cells, rows, strict=True)
    return [stand if cell and cell[:2] in sure else UNPLACED for cell, stand in pairs]


def _has_words(clause: Bag, said: Sequence[str]) -> bool:
    """Tell whether words are mostly those of a clause, or have most of it."""
    bag = bag_of(said)
    most = max(coverage(bag, clause), coverage(clause, bag))
    return len(said) >= _FEWEST and most >= _ALIKE


def _not_read(story: Story, file: str) -> Iterator[PassedOver]:
    """Yield how the paper begins, and each paragraph in which changes were tracked."""
    begin = next((one for one in story.paragraphs if one.new.strip()), None)
    for one in story.paragraphs:
        if one is begin or (one.tracked and one.new.strip()):
            yield PassedOver(words=one.new.strip(), reason=LeftOutReason.OTHER_PAPER, file=file)
