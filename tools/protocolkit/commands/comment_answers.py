"""What ``protocol comments --answers`` keeps and prints: an answer to each remark."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.files import decoded
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import Found, find, replace_files
from protocolkit.base.targets import check_target
from protocolkit.collection import printed_name
from protocolkit.commands.output import say, show, speak
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels, section_names
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_values import NotEditableError
from protocolkit.repository_layout import protocols_folder
from protocolkit.review.gathering import Returned
from protocolkit.review.remarks import Review
from protocolkit.review.reply_file import (
    REPLIES_END,
    Answer,
    Reply,
    read_replies_text,
    with_remarks,
)
from protocolkit.review.reply_leaflet import reply_leaflet

ANSWERS_OF_SEVERAL = error(
    "answers-of-several",
    "Answers would be about several protocols",
    "these files are about several protocols; answers stand beside one protocol.",
    "Give the files of one protocol at a time.",
)
ANSWERS_UNEDITABLE = error(
    "answers-uneditable",
    "A file of answers cannot be added to safely",
    "there is no safe place to add something in this file; nothing was written.",
    "Write each remark below 'remarks:', on lines of its own, without braces.",
)
ANSWERS_KIND = error(
    "answers-kind",
    "Answers cannot be printed in this kind of file",
    "answers are printed as a Word file or a PDF.",
    "Give it a name that ends in .docx or .pdf: --paper reactie.docx",
)
_KINDS = (".docx", ".pdf")


def keep_answers(returned: list[Returned], found: Review, root: Path, paper: Path | None) -> None:
    """Put each remark into the file of answers beside the protocol, and print all answers.

    Raises :class:`ProtocolkitError` before anything is written.
    """
    protocol = returned[0].version.protocol
    if {(one.version.protocol.subject, one.version.protocol.slug) for one in returned} != {
        (protocol.subject, protocol.slug)
    }:
        raise ProtocolkitError(problem(ANSWERS_OF_SEVERAL, Location(str(returned[-1].path))))
    if paper is not None:
        _check_paper(paper)
    path = protocols_folder(root) / protocol.subject / f"{protocol.slug}{REPLIES_END}"
    name = printed_name(path, root)
    held = find(path, name)
    before = decoded(held.content or b"", name)
    replies_before = _read(before, name)
    text = _with_remarks(before, found, protocol, name)
    replies = _read(text, name)
    changes: list[tuple[Found, bytes | None]] = [(held, text.encode())]
    if paper is not None:
        changes.append((find(paper), _made(protocol, replies, paper)))
    replace_files(changes)
    still = sum(reply.answer is Answer.OPEN for reply in replies)
    told = speak("Answers in {file}: {count}; new: {new}; still open: {open}.")
    new = len(replies) - len(replies_before)
    say(told.format(file=name, count=len(replies), new=new, open=still))
    if paper is not None:
        show(str(paper))


def _check_paper(paper: Path) -> None:
    if paper.suffix.lower() not in _KINDS:
        raise ProtocolkitError(problem(ANSWERS_KIND, Location(str(paper))))
    check_target(paper)


def _read(text: str, name: str) -> tuple[Reply, ...]:
    report = Report(name)
    found = read_replies_text(text, report)
    if report.problems:
        raise ProtocolkitError(report.problems[0])
    return found


def _with_remarks(text: str, found: Review, protocol: Protocol, name: str) -> str:
    cited = section_names(protocol) | labels(protocol)
    try:
        return with_remarks(text, found.remarks, cited, speak)
    except NotEditableError:
        raise ProtocolkitError(problem(ANSWERS_UNEDITABLE, Location(name))) from None


def _made(protocol: Protocol, replies: tuple[Reply, ...], paper: Path) -> bytes:
    leaflets = reply_leaflet(protocol, replies, speak)
    if paper.suffix.lower() == ".pdf":
        return leaflets_pdf(leaflets, speak, location=Location(str(paper)))
    return leaflets_docx(leaflets, speak)
