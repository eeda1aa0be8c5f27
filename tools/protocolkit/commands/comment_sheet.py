"""The spreadsheet of ``protocol comments --sheet``: made when it is not there, else read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from protocolkit.base.files import read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.targets import check_target
from protocolkit.commands.output import say, speak
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.review.remarks import Review
from protocolkit.review.reply_file import Reply, by_key
from protocolkit.review.reply_filling import Replaced, filled_in
from protocolkit.review.reply_places import Places, resolved
from protocolkit.review.reply_sheet import SheetAnswer, replies_workbook, sheet_answers
from protocolkit.review.workbook_file import read_sheets

REPLY_SHEET_KIND = error(
    "reply-sheet-kind",
    "Answers are filled in on something that is no spreadsheet",
    "answers are filled in on a spreadsheet with a name that ends in .xlsx.",
    "Name one that is not there yet, and it is made: --sheet antwoorden.xlsx",
)
ANSWERS_UNEDITABLE = error(
    "answers-uneditable",
    "A file of answers cannot be added to safely",
    "there is no safe place to add something in this file; nothing was written.",
    "Write each remark below 'remarks:', on lines of its own, without braces.",
)
_MOST_BYTES = 20_000_000
_KIND = ".xlsx"


def new_sheet(
    path: Path, protocol: Protocol, replies: tuple[Reply, ...], found: Review, places: Places
) -> bytes:
    """Return a spreadsheet to fill in; raise when none can be written at that name."""
    _check_kind(path)
    check_target(path)
    title = speak("Answers to remarks: {title}").format(title=plain(protocol.title))
    cited = places.cited
    near = {
        key: cited.get(one.near, one.near)
        for key, one in by_key(found.remarks, [reply.key for reply in replies]).items()
        if not one.anchor
    }
    say(speak("Fill in this spreadsheet, save it, and give the command again."))
    return replies_workbook(title, replies, near, places, speak)


def take_sheet(
    path: Path, text: str, replies: tuple[Reply, ...], submitted: Places, now: Places
) -> str:
    """Return the file of answers with what was filled in on a spreadsheet.

    Raises :class:`ProtocolkitError` when that is no such spreadsheet, or a row cannot be used.
    """
    _check_kind(path)
    name = str(path)
    content = read_bytes(path, None, name, limit=_MOST_BYTES)
    if not content.startswith(b"PK"):
        raise ProtocolkitError(problem(REPLY_SHEET_KIND, Location(name)))
    package = WordPackage(content, Location(name), any_kind=True)
    answers = sheet_answers(read_sheets(package), replies, name, speak)
    known = {one.key: one for one in resolved(replies, submitted, now)}
    meant = tuple(_meant(one, known[one.key], submitted, now, name) for one in answers)
    try:
        made, replaced = filled_in(text, tuple(known.values()), meant)
    except NotEditableError:
        raise ProtocolkitError(problem(ANSWERS_UNEDITABLE, Location(name))) from None
    for line in _told(replaced):
        say(line)
    lacking = len(known) - len(answers)
    if lacking:
        told = speak("Remarks that are not in {file}: {count}. Name a new file to get all of them.")
        say(told.format(file=name, count=lacking))
    return made


def _meant(
    one: SheetAnswer, known: Reply, submitted: Places, now: Places, name: str
) -> SheetAnswer:
    """Return what was filled in with anchors; a place that was left as it was made says nothing."""
    location = Location(name, one.row)
    about, change = (
        "" if said == places.cited.get(before, before) else places.anchor(said, location)
        for said, before, places in (
            (one.about, known.about, submitted),
            (one.change, known.change, now),
        )
    )
    return replace(one, about=about, change=change)


def _check_kind(path: Path) -> None:
    if path.suffix.lower() != _KIND:
        raise ProtocolkitError(problem(REPLY_SHEET_KIND, Location(str(path))))


def _told(replaced: Iterable[Replaced]) -> Iterator[str]:
    text = speak("{key}, {field}: “{old}” became “{new}”.")
    for one in replaced:
        yield text.format(key=one.key, field=one.field, old=one.old, new=one.new)
