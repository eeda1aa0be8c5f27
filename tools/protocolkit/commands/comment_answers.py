"""What ``protocol comments --answers`` keeps and prints: an answer to each remark."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.files import decoded, encoded_like, is_there
from protocolkit.base.formats import REPLIES_END
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.base.targets import check_target
from protocolkit.collection import printed_name, read_document
from protocolkit.commands.comment_sheet import ANSWERS_UNEDITABLE, new_sheet, take_sheet
from protocolkit.commands.output import say, show, speak
from protocolkit.document.model import Protocol
from protocolkit.paper.house.style import house_style_of
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.repository_layout import DOCUMENT_END, protocols_folder
from protocolkit.review.gathering import Returned
from protocolkit.review.named_persons import persons_of
from protocolkit.review.on_behalf import Side
from protocolkit.review.remarks import Review
from protocolkit.review.reply_changes import ReplyChanges
from protocolkit.review.reply_file import (
    Reply,
    Verdict,
    by_key,
    read_replies_text,
    with_remarks,
)
from protocolkit.review.reply_leaflet import reply_leaflet
from protocolkit.review.reply_places import (
    Places,
    resolved,
    taken_without_change,
    with_places,
)
from protocolkit.review.submitted_text import earlier_texts
from protocolkit.text.spoken_names import spoken_names

ANSWERS_OF_SEVERAL = error(
    "answers-of-several",
    "Answers would be about several protocols",
    "these files are about several protocols; answers stand beside one protocol.",
    "Give the files of one protocol at a time.",
)
ANSWERS_KIND = error(
    "answers-kind",
    "Answers cannot be printed in this kind of file",
    "answers are printed as a Word file or a PDF.",
    "Give it a name that ends in .docx or .pdf: --paper reactie.docx",
)
_KINDS = (".docx", ".pdf")


def keep_answers(
    returned: list[Returned], found: Review, root: Path, paper: Path | None, sheet: Path | None
) -> None:
    """Put each remark into the file of answers beside the protocol, and print all answers.

    What was filled in on ``sheet`` is put there too; where it is not there yet it is made. Raises
    :class:`ProtocolkitError` before anything is written.
    """
    protocol = one_protocol(returned)
    if paper is not None:
        _check_paper(paper)
    path = replies_path(root, protocol)
    name = printed_name(path, root)
    held = find(path, name)
    before = decoded(held.content or b"", name)
    replies_before = read_replies(before, name)
    text_now = _text_now(protocol, root)
    submitted, now = places_of(protocol, root)
    text = _with_remarks(before, found, submitted, name)
    if sheet is not None and sheet.exists():
        text = take_sheet(sheet, text, read_replies(text, name), submitted, now)
    replies = resolved(read_replies(text, name), submitted, now)
    _tell_names(replies, name, persons_of(found), is_printed=paper is not None)
    written = encoded_like(text, held.content or b"")
    changed = ReplyChanges(submitted=protocol, now=text_now)
    changes: list[tuple[Found, bytes | None]] = [(held, written)]
    if paper is not None:
        changes.append((find(paper), _made(changed, replies, now, paper, root)))
    if sheet is not None and not sheet.exists():
        changes.append((find(sheet), new_sheet(sheet, protocol, replies, found, submitted)))
    replace_files(changes)
    still = sum(reply.answer is Verdict.OPEN for reply in replies)
    told = speak("Answers in {file}: {count}; new: {new}; still open: {open}.")
    new = len(replies) - len(replies_before)
    say(told.format(file=name, count=len(replies), new=new, open=still))
    _ask_whom(replies, name)
    _tell_other_sides(replies_before, found, name)
    _tell_unchanged(replies, protocol, text_now, submitted)
    for made in filter(None, (paper, sheet)):
        show(str(made))


def placed_by_hand(returned: list[Returned], found: Review, root: Path) -> Review:
    """Return what came back with each remark where the file of answers puts it, if there is one."""
    protocol = one_protocol(returned)
    path = replies_path(root, protocol)
    if not is_there(path):
        return found
    name = printed_name(path, root)
    replies = read_replies(decoded(find(path, name).content or b"", name), name)
    return with_places(found, resolved(replies, *places_of(protocol, root)))


def one_protocol(returned: list[Returned]) -> Protocol:
    """Return the text that returned files are about; raise when they are about several."""
    protocol = returned[0].version.protocol
    if not is_one_protocol(returned):
        raise ProtocolkitError(problem(ANSWERS_OF_SEVERAL, Location(str(returned[-1].path))))
    return protocol


def is_one_protocol(returned: list[Returned]) -> bool:
    """Tell whether returned files are about texts of one protocol."""
    texts = [one.version.protocol for one in returned]
    return len({(text.subject, text.slug) for text in texts}) == 1


def replies_path(root: Path, protocol: Protocol) -> Path:
    """Return where the answers about a protocol stand."""
    return protocols_folder(root) / protocol.subject / f"{protocol.slug}{REPLIES_END}"


def places_of(submitted: Protocol, root: Path) -> tuple[Places, Places]:
    """Return the clauses of the text that was submitted, and those of the text as it is now.

    Both with those that went before.
    """
    now, earlier = _text_now(submitted, root), earlier_texts(root, submitted)
    one, other = Places.of(submitted, now), Places.of(now, submitted)
    return one.with_gone(earlier, speak), other.with_gone(earlier, speak)


def _text_now(submitted: Protocol, root: Path) -> Protocol:
    path = protocols_folder(root) / submitted.subject / f"{submitted.slug}{DOCUMENT_END}"
    return read_document(path, root).protocol if is_there(path) else submitted


def _tell_names(
    replies: tuple[Reply, ...], name: str, known: tuple[str, ...], *, is_printed: bool
) -> None:
    """Say which words look like names of people in what goes out, each with its place.

    ``known`` are persons of whom the returned files tell themselves.
    """
    for one in replies:
        for words in spoken_names(f"{one.said}\n{one.quote}\n{one.reason}", known):
            told = speak("{file}, {key}: ‘{words}’ looks like the name of a person.")
            say(told.format(file=name, key=one.key, words=words))
            if is_printed:
                say(speak("It is printed as it stands: write a role there, and print again."))


def _ask_whom(replies: tuple[Reply, ...], name: str) -> None:
    """Say of how many remarks nobody knows on whose behalf they are."""
    count = sum(one.side is Side.UNKNOWN for one in replies)
    if count:
        text = speak(
            "On whose behalf is not known of so many remarks: {count}. Write raad, geleding or lid "
            "behind 'from' in {file}, or say it of a whole file: --from FILE=raad"
        )
        say(text.format(count=count, file=name))


def _tell_other_sides(before: tuple[Reply, ...], found: Review, name: str) -> None:
    """Say of how many remarks the file of answers says on whose behalf they are, and otherwise."""
    said = by_key(found.remarks, [one.key for one in before])
    sides = ((one.side, said[one.key].side) for one in before if one.key in said)
    count = sum(Side.UNKNOWN not in {old, new} and old is not new for old, new in sides)
    if count:
        text = speak(
            "In {file} something else stands behind 'from' of so many remarks than is said now; "
            "that stays: {count}. Change it there."
        )
        say(text.format(file=name, count=count))


def _tell_unchanged(
    replies: tuple[Reply, ...], submitted: Protocol, now: Protocol, places: Places
) -> None:
    """Say which remarks are said to be taken over while no word changed for them."""
    for one in taken_without_change(replies, submitted, now):
        where = places.cited.get(one.change or one.about, "") or speak("no clause")
        text = speak(
            "{key} ({place}) is answered with '{answer}', and nothing changed there in the text. "
            "Change the text, or name the clause that changed for it behind 'change'."
        )
        say(text.format(key=one.key, place=where, answer=one.answer.value))


def read_replies(text: str, name: str) -> tuple[Reply, ...]:
    """Return the answers in a text; raise for the first thing that is wrong in it."""
    report = Report(name)
    found = read_replies_text(text, report)
    if report.problems:
        raise ProtocolkitError(report.problems[0])
    return found


def _check_paper(paper: Path) -> None:
    if paper.suffix.lower() not in _KINDS:
        raise ProtocolkitError(problem(ANSWERS_KIND, Location(str(paper))))
    check_target(paper)


def _with_remarks(text: str, found: Review, places: Places, name: str) -> str:
    try:
        return with_remarks(text, found.remarks, places.cited, speak)
    except NotEditableError:
        raise ProtocolkitError(problem(ANSWERS_UNEDITABLE, Location(name))) from None


def _made(
    changed: ReplyChanges, replies: tuple[Reply, ...], now: Places, paper: Path, root: Path
) -> bytes:
    style = house_style_of(root, changed.submitted)
    leaflets = reply_leaflet(changed, replies, now, speak)
    if paper.suffix.lower() == ".pdf":
        return leaflets_pdf(leaflets, speak, location=Location(str(paper)), style=style)
    return leaflets_docx(leaflets, speak, style=style)
