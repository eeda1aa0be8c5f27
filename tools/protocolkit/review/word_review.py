"""A returned Word file, held beside the text that was submitted: its remarks and its changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.changes.change_set import Change, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.importing.kind_of_file import import_opened, open_content
from protocolkit.review.placing import NOWHERE, Stand, SubmittedText, nearest
from protocolkit.review.remarks import PlacedBy, Remark, ReturnedChange, Review
from protocolkit.review.word_remarks import WordRemark, read_remarks
from protocolkit.review.word_story import Range, Story, Tracked, read_story


def review_word(content: bytes, path: Path, submitted: Protocol) -> Review:
    """Return what a council wrote in a Word file about a submitted text.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` when the file cannot be read.
    """
    package = WordPackage(content, Location(str(path)))
    story = read_story(package)
    text = SubmittedText(submitted)
    found = text.places(story.paragraphs)
    remarks = tuple(_remarks(read_remarks(package), story, text, found, path.name))
    tracked = _tracked_at(story, found)
    returned = import_opened(open_content(path, content)).protocol
    changes = tuple(_changes(submitted, returned, tracked, path.name))
    return Review(remarks=remarks, changes=changes)


def _remarks(
    read: Iterable[WordRemark],
    story: Story,
    text: SubmittedText,
    found: Sequence[Stand],
    file: str,
) -> Iterator[Remark]:
    placed: dict[str, Remark] = {}
    for one in read:
        own = story.ranges.get(one.id, Range())
        stand, near = _stand(own, text, found)
        made = Remark(
            id=one.id,
            parent=one.parent,
            author=one.author,
            date=one.date,
            text=one.text,
            quote=own.quote,
            anchor=stand.anchor,
            near="" if stand.anchor else near,
            resolved=one.resolved,
            placed_by=stand.by,
            file=file,
        )
        above = placed.get(one.parent)
        if above is not None:
            # An answer stands where the remark stands that it answers.
            made = replace(
                made,
                anchor=above.anchor,
                near=above.near,
                placed_by=PlacedBy.PARENT if above.anchor else PlacedBy.NOTHING,
                quote=made.quote or above.quote,
            )
        placed[one.id] = made
        yield made


def _stand(own: Range, text: SubmittedText, found: Sequence[Stand]) -> tuple[Stand, str]:
    """Return where a remark stands: at the first clause that it covers."""
    places = own.paragraphs
    for at in places:
        if found[at].anchor:
            return found[at], ""
    if not places:
        return NOWHERE, ""
    stand = text.of_quote(own.quote)
    return stand, nearest(found, places[0])


def _tracked_at(story: Story, found: Sequence[Stand]) -> dict[str, Tracked]:
    """Return who changed each clause with tracking on, and when, as the first of them says."""
    known: dict[str, Tracked] = {}
    for at, paragraph in enumerate(story.paragraphs):
        anchor = found[at].anchor or nearest(found, at)
        for tracked in paragraph.tracked:
            known.setdefault(anchor, tracked)
    return known


def _changes(
    submitted: Protocol, returned: Protocol, tracked: dict[str, Tracked], file: str
) -> Iterator[ReturnedChange]:
    """Yield each change of the text, clause by clause, whether it was tracked or not."""
    near = ""
    change_set = compare_versions(version_of(submitted), version_of(returned))
    for change in change_set.changes:
        if not change.kind.is_counted:
            continue
        anchor = next((one for one in change.old if one), "")
        near = anchor or near
        by = tracked.get(anchor or near)
        yield ReturnedChange(
            anchor=anchor,
            kind=change.kind.value,
            old=_side(change, is_old=True),
            new=_side(change, is_old=False),
            near="" if anchor else near,
            author=by.author if by else "",
            date=by.date if by else "",
            tracked=by is not None,
            file=file,
        )


def _side(change: Change, *, is_old: bool) -> str:
    """Return the text of one side, a line for each paragraph, point and cell."""
    units = (pair.old if is_old else pair.new for pair in change.pairs)
    shown = dict.fromkeys(unit for unit in units if unit is not None)
    return "\n".join(f"{unit.marker} {plain(unit.text)}".strip() for unit in shown)
