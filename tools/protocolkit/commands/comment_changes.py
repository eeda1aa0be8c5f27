"""What ``protocol comments --apply`` does: each change is shown and asked, then written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.collection import printed_name
from protocolkit.commands.output import EXIT_CLEAN, EXIT_PROBLEMS, say, show, speak
from protocolkit.commands.questions import confirmed
from protocolkit.decisions.working_file import open_working_file
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.reading.reader import read_protocol_text
from protocolkit.repository_layout import DOCUMENT_END, protocols_folder
from protocolkit.review.change_places import COVER_OR_TITLE, near_words
from protocolkit.review.gathering import Returned
from protocolkit.review.refusal import Refusal
from protocolkit.review.remarks import ReturnedChange, Review
from protocolkit.review.reply_places import place_names
from protocolkit.review.take_clause import cited_by, cited_under
from protocolkit.review.take_over import says_now, taken_over

APPLY_SEVERAL = error(
    "apply-several",
    "Changes would go into several protocols",
    "these files are about several protocols; changes are taken over into one protocol.",
    "Give the files of one protocol at a time.",
)
_WHY = {
    Refusal.MOVED_ON: mark("This clause was changed after the council had it: check it yourself."),
    Refusal.NO_LONGER: mark("This clause is not in the protocol any more: look where it went."),
    Refusal.IS_NEW: mark("Where this new text belongs is not certain: put it there by hand."),
    Refusal.IS_THERE: mark("This text is in the protocol already."),
    Refusal.NUMBER_TAKEN: mark(
        "Another clause has this number already: settle the numbers, and put this there by hand."
    ),
    Refusal.IS_NOTE: mark(
        "A note goes by itself with the clause that calls it; to keep that clause, take its mark "
        "and the note out by hand."
    ),
    Refusal.IS_HEADING: mark(
        "This is a heading. Without it, what stands under it comes under the heading before it. Is "
        "that meant? Then take out its line and the one with its name above it by hand. It is "
        "about:"
    ),
    Refusal.IS_EMPTY_HEADING: mark(
        "This is a heading with no clause right under it: take out its line and the one with its "
        "name above it by hand."
    ),
    Refusal.NOTE_IS_CITED: mark(
        "Other text refers to a note that only this clause calls. Change that text first, then "
        "take this out."
    ),
    Refusal.NOT_RETIRED: mark(
        "The settings at the top of the file cannot be edited by the program: take the clause out "
        "by hand, and put its name in the list `retired` there."
    ),
    Refusal.NOT_ALONE: mark(
        "Without this, other text would be read differently, such as what follows it as part of "
        "the clause before it: take it out by hand, and run `protocol check`."
    ),
    Refusal.IS_CITED: mark("Other text refers to this. Change that first, then take this out:"),
    Refusal.SEVERAL: mark("This is about several clauses or their order: change them by hand."),
    Refusal.NO_CLAUSE: mark("This is the cover or the title: change it by hand."),
    Refusal.IS_LINK: mark(
        "The words of a link change, and it would still lead to the old place: change both by hand."
    ),
    Refusal.NOT_PLAIN: mark(
        "These words stand partly in a link or bold words, or beside a note: change them by hand."
    ),
    Refusal.BY_HAND: mark("This cannot be taken over by itself: change the text by hand."),
}
_OTHER_TAKEN = mark(
    "The change of another one was taken over in this clause: put the two together by hand."
)
_WITHOUT = {True: mark("New in the text"), False: COVER_OR_TITLE}
Lines = Callable[[list[ReturnedChange]], Iterable[str]]


def apply_changes(returned: list[Returned], found: Review, root: Path, lines: Lines) -> int:
    """Ask about each change, and write those that are taken over; all of them or none."""
    own = returned[0].version.protocol
    if len({(one.version.protocol.subject, one.version.protocol.slug) for one in returned}) > 1:
        raise ProtocolkitError(problem(APPLY_SEVERAL, Location(str(returned[-1].path))))
    path = protocols_folder(root) / own.subject / f"{own.slug}{DOCUMENT_END}"
    file = open_working_file(root, path)
    text, protocol = file.text, file.protocol
    cited, sent = place_names(protocol), frozenset(labels(own))
    taken = refused = left = 0
    for change in found.changes:
        place = cited.get(change.anchor, change.anchor) or speak(_WITHOUT[change.is_new])
        place = ", ".join([place, *near_words(change, cited, speak)])
        show(f"{place}  #{change.anchor}" if change.anchor else place)
        for line in lines([change]):
            show(line)
        others = _others(change, found)
        _show_others(others, lines)
        made = taken_over(text, protocol, change, sent)
        if _went_along(change, cited, protocol):
            say(speak("This went along with the clause, so nothing is left to do."))
        elif isinstance(made, Refusal):
            refused += 1
            say(_why(made, protocol, change, others))
        elif confirmed(speak("Take this change over?")):
            text, taken = made, taken + 1
            protocol = read_protocol_text(text, subject=own.subject, slug=own.slug).protocol
        else:
            left += 1
    if taken:
        file.replace(text)
    if not found.changes:
        say(speak("Nothing in the text was changed, so there is nothing to take over."))
        return EXIT_CLEAN
    told = speak(
        "Taken over in {file}: {count}; left as it was: {left}; to be done by hand: {refused}."
    )
    name = printed_name(path, root)
    say(told.format(file=name, count=taken, left=left, refused=refused))
    return EXIT_PROBLEMS if refused else EXIT_CLEAN


def _went_along(change: ReturnedChange, first: Mapping[str, str], protocol: Protocol) -> bool:
    """Tell whether what a change takes away was there at first, and went with another change."""
    is_removed = change.kind == ChangeKind.REMOVED.value
    return is_removed and change.anchor in first.keys() - place_names(protocol).keys()


def _why(
    refusal: Refusal, protocol: Protocol, change: ReturnedChange, others: list[ReturnedChange]
) -> str:
    """Return why a change is not taken over, and where other text refers to what went."""
    if refusal is Refusal.MOVED_ON and any(says_now(protocol, one) for one in others):
        return speak(_OTHER_TAKEN)
    places: tuple[str, ...] = ()
    if refusal is Refusal.IS_CITED:
        places = cited_by(protocol, change.anchor)
    elif refusal is Refusal.IS_HEADING:
        item = next(one for one in items_of(protocol) if one.anchor == change.anchor)
        places = cited_under(protocol, item)
    return f"{speak(_WHY[refusal])} {', '.join(places)}." if places else speak(_WHY[refusal])


def _others(change: ReturnedChange, found: Review) -> list[ReturnedChange]:
    """Return what others made of the same clause, each in another way."""
    if change.anchor not in found.collisions:
        return []
    return [one for one in found.changes if one.anchor == change.anchor and one.new != change.new]


def _show_others(others: list[ReturnedChange], lines: Lines) -> None:
    if others:
        show(f"  ! {speak('several people changed this, each in another way')}")
        show(f"  {speak('What others made of it:')}")
        for line in lines(others):
            show(f"  {line}")
