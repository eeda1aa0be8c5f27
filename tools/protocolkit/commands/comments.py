"""``protocol comments``: what councils wrote in the files that came back, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from protocolkit.changes.change_list import KIND_WORDS, TOUCHED_CURE, touched_lines
from protocolkit.changes.change_set import ChangeKind
from protocolkit.commands.comment_answers import (
    is_one_protocol,
    keep_answers,
    one_protocol,
    placed_by_hand,
    places_of,
)
from protocolkit.commands.comment_changes import apply_changes
from protocolkit.commands.comment_files import ReviewFile, check_absent, sides_of_files
from protocolkit.commands.output import EXIT_CLEAN, lines_of, repository, say, show, speak
from protocolkit.commands.written_folder import check_outside_texts
from protocolkit.reading.words_left_out import REASON_TEXTS
from protocolkit.review.change_places import COVER_OR_TITLE, near_words
from protocolkit.review.changed_rows import ToldChanges
from protocolkit.review.gathering import Returned, read_returned, together
from protocolkit.review.on_behalf import side_words
from protocolkit.review.remarks import PlacedBy, Remark, ReturnedChange, Review
from protocolkit.review.reply_places import place_names
from protocolkit.review.review_workbook import PLACED_BY
from protocolkit.review.table_rows import more_words


def comments(  # noqa: PLR0913, PLR0917 - one for each option
    files: tuple[Path, ...],
    named: str,
    whom: tuple[str, ...],
    answers: bool,
    paper: Path | None,
    applies: bool,
    sheet: Path | None,
    form: str | None,
    output: Path | None,
    force: bool,
    folder: Path,
) -> int:
    """Read what came back and show it at its place; ``answers`` keeps what is answered to it."""
    root = repository(folder, "comments")
    target = ReviewFile(form or "", output, force=force, asks=applies)
    for place in filter(None, (output, sheet, paper)):
        check_outside_texts(place, root)
    if paper is not None:
        check_absent(paper, force=force)
    sides = sides_of_files(whom, files)
    returned = [read_returned(path, root, named, sides.get(path, "")) for path in files]
    _tell_inside(files, root)
    found = together(returned)
    _tell_sides(returned, sides)
    _tell_passed_over(found)
    if answers or paper is not None or sheet is not None:
        keep_answers(returned, found, root, paper, sheet)
        return EXIT_CLEAN
    if applies:
        return apply_changes(returned, found, root, partial(_of_changes, _told(returned)))
    cited = _labels(returned)
    if is_one_protocol(returned):
        found = placed_by_hand(returned, found, root)
        submitted, _now = places_of(one_protocol(returned), root)
        cited |= {one: submitted.cited[one] for one in submitted.gone.values()}
    if target.is_other:
        return target.write(found, cited)
    _show(returned, found, cited)
    return EXIT_CLEAN


def _show(returned: list[Returned], found: Review, cited: Mapping[str, str]) -> None:
    for one in returned:
        text = speak("{file} is about {version}.")
        say(text.format(file=one.path.name, version=one.version.shown_path))
        if one.alike:
            text = speak(
                "Nothing in {file} tells that version from: {versions}. Is it about one of these? "
                "Then name it, with --text."
            )
            names = ", ".join(other.shown_path for other in one.alike)
            say(text.format(file=one.path.name, versions=names))
    for line in touched_lines((one.version for one in returned), speak):
        say(f"{line} {speak(TOUCHED_CURE)}")
    for line in _lines(found, cited, _told(returned)):
        show(line)
    text = speak("Remarks: {count}; at a clause: {placed}; without a place: {unplaced}.")
    count, placed = len(found.remarks), found.placed
    say(text.format(count=count, placed=placed, unplaced=count - placed))
    say(speak("Changes in the text: {count}.").format(count=len(found.changes)))


def _tell_inside(files: tuple[Path, ...], root: Path) -> None:
    """Say which files lie among the protocols: the names in them may go on with those."""
    for path in files:
        if path.resolve().is_relative_to(root.resolve()):
            text = speak(
                "{file} is inside the folder of protocols, and names of people may be in it."
            )
            say(f"{text.format(file=path)} {speak('Keep it outside.')}")


def _tell_sides(returned: list[Returned], sides: Mapping[Path, str]) -> None:
    """Say where nothing was done with on whose behalf a person says that a file is."""
    for one in (one for one in returned if one.path in sides):
        whom, file = sides[one.path], one.path.name
        if not one.given:
            text = speak(
                "--from {file}={whom} changes nothing: of no remark in that file it is open on "
                "whose behalf it is."
            )
            say(text.format(file=file, whom=whom))
        elif one.stated:
            text = speak(
                "So many remarks in {file} say themselves on whose behalf they are, and stay so: "
                "{count}."
            )
            say(text.format(file=file, count=one.stated))


def _tell_passed_over(found: Review) -> None:
    """Say which words count as no remark or change, each with its place and the reason.

    And which files hold a part of the text alone: what they lack nobody took away.
    """
    for one in found.passed_over:
        text = speak("Left out ({reason}), {place}: “{words}”")
        place = " ".join(filter(None, (one.file, one.place)))
        words = " ".join(one.words.split())
        say(text.format(reason=speak(REASON_TEXTS[one.reason]), place=place, words=words))
    for part in found.parts:
        text = speak("Clauses in {file}: {held} of {count}; the others count as unchanged.")
        say(text.format(file=part.file, held=part.held, count=part.count))


def _labels(returned: list[Returned]) -> dict[str, str]:
    """Return how each clause, heading and note is cited."""
    found: dict[str, str] = {}
    for one in returned:
        found |= place_names(one.version.protocol)
    return found


def _told(returned: list[Returned]) -> ToldChanges:
    return ToldChanges((one.version.protocol for one in returned), speak)


def _lines(found: Review, cited: Mapping[str, str], told: ToldChanges) -> Iterator[str]:
    anchors = [one.anchor for one in found.remarks] + [one.anchor for one in found.changes]
    places = dict.fromkeys(anchor for anchor in anchors if anchor)
    order = {anchor: at for at, anchor in enumerate(cited)}
    for anchor in sorted(places, key=lambda one: order.get(one, len(order))):
        yield f"{cited.get(anchor, anchor)}  #{anchor}"
        if anchor in found.collisions:
            yield f"  ! {speak('several people changed this, each in another way')}"
        for change in (one for one in found.changes if one.anchor == anchor):
            yield from _of_changes(told, [change])
            yield from (f"      {line}" for line in near_words(change, cited, speak))
        yield from _of_remarks((one for one in found.remarks if one.anchor == anchor), cited)
        yield ""
    for title, is_new in ((speak(COVER_OR_TITLE), False), (speak("New in the text"), True)):
        if others := [one for one in found.changes if not one.anchor and one.is_new is is_new]:
            yield title
            for change in others:
                yield from _of_changes(told, [change])
                yield from (f"    {line}" for line in near_words(change, cited, speak))
            yield ""
    lost = [one for one in found.remarks if not one.anchor]
    if lost:
        yield speak("Remarks without a place: put them where they belong yourself")
        for one in lost:
            yield from _of_remarks([one], cited)
            yield from _after(one.near, cited)
        yield ""


def _after(near: str, cited: Mapping[str, str]) -> Iterator[str]:
    if near:
        yield f"    {speak('after {place}').format(place=cited.get(near, near))}"


def _of_remarks(
    remarks: Iterator[Remark] | list[Remark], cited: Mapping[str, str]
) -> Iterator[str]:
    for one in remarks:
        author, date = one.author or speak("nobody named"), one.day
        state = f" ({speak('resolved')})" if one.resolved else ""
        sign = "↳" if one.parent else "-"
        whom = side_words(one.side)
        behalf = speak("on behalf of: {whom}").format(whom=whom) if whom else ""
        by_hand = speak(PLACED_BY[one.placed_by]) if one.placed_by is PlacedBy.HAND else ""
        said = (author, behalf, date, *more_words(one, cited, speak), by_hand)
        yield f"  {sign} {', '.join(filter(None, said))}{state}"
        if one.quote and not one.parent:
            yield from (f"      “{line}”" for line in lines_of(one.quote, 84)[:2])
        for paragraph in one.text.splitlines() or [speak("[without words]")]:
            yield from (f"      {line}" for line in lines_of(paragraph, 88))


def _of_changes(told: ToldChanges, changes: list[ReturnedChange]) -> Iterator[str]:
    for one in changes:
        kind = speak(KIND_WORDS[ChangeKind(one.kind)])
        named = ", ".join(filter(None, (one.author, *one.others, one.date[:10])))
        who = f" ({named})" if one.author else ""
        untracked = "" if one.tracked else f" ({speak('without track changes')})"
        yield f"  * {kind}{who}{untracked}"
        for side in told.sides(one):
            begin = f"{side.name}: "
            for paragraph in side.lines:
                for line in lines_of(paragraph, 84):
                    yield f"      {begin}{line}"
                    begin = "  "
                begin = "¶ "
