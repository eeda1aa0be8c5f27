"""Remarks in the margin of another paper of a dossier: the oplegger, a was-wordt table, a form.

Such a paper is not the text, so a remark in it stands at no clause for certain; the label in the
row of a table is the nearest. What was written in the paper itself is not read, and that is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.line_labels import by_label
from protocolkit.review.placing import UNPLACED, Stand, SubmittedText
from protocolkit.review.remark_placing import RemarkPlacer
from protocolkit.review.remarks import PassedOver, PlacedBy, Remark, Review
from protocolkit.review.word_remarks import WordRemark
from protocolkit.review.word_story import Story


def review_other_paper(
    story: Story, read: Sequence[WordRemark], submitted: Protocol, file: str
) -> Review:
    """Return the remarks in a paper beside the text, all without a place, and what is not read."""
    rows = RemarkPlacer(story, SubmittedText(submitted), _rows(story, submitted), file)
    remarks = tuple(_without_place(one) for one in rows.placed(read))
    return Review(remarks=remarks, changes=(), passed_over=tuple(_not_read(story, file)))


def _without_place(one: Remark) -> Remark:
    return replace(one, anchor="", near=one.anchor or one.near, placed_by=PlacedBy.NOTHING)


def _rows(story: Story, submitted: Protocol) -> list[Stand]:
    """Return for each paragraph the clause whose label its row of a table begins with."""
    known, rows = labels(submitted), dict[tuple[int, int], Stand]()
    for paragraph in story.paragraphs:
        if paragraph.cell and paragraph.cell[2] == 0 and paragraph.old.strip():
            anchor = by_label(known, paragraph.old.strip())
            rows.setdefault(paragraph.cell[:2], Stand(anchor, PlacedBy.LABEL))
    cells = (one.cell for one in story.paragraphs)
    return [rows.get(cell[:2], UNPLACED) if cell else UNPLACED for cell in cells]


def _not_read(story: Story, file: str) -> Iterator[PassedOver]:
    """Yield how the paper begins, and each paragraph in which changes were tracked."""
    begin = next((one for one in story.paragraphs if one.new.strip()), None)
    for one in story.paragraphs:
        if one is begin or (one.tracked and one.new.strip()):
            yield PassedOver(words=one.new.strip(), reason=LeftOutReason.OTHER_PAPER, file=file)
