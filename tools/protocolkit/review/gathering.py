"""Everything that came back, from several files, each remark once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolkit.base.files import read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.changes.change_set import Version
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import text_to_record
from protocolkit.importing.extract.text.extract import decode
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.importing.kind_of_file import FileKind, find_kind
from protocolkit.importing.source import codes
from protocolkit.importing.source.limits import check_amount
from protocolkit.reading.front_matter import is_source
from protocolkit.review.lapsed import lapsed_clauses
from protocolkit.review.odt_review import ReturnedOdt
from protocolkit.review.on_behalf import Side
from protocolkit.review.own_notes import without_own_notes
from protocolkit.review.pdf_review import ReturnedPdf
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import Remark, ReturnedChange, Review
from protocolkit.review.returned_file import ReturnedFile
from protocolkit.review.submitted_text import (
    asked_later,
    earlier_texts,
    submitted_text,
    text_now,
)
from protocolkit.review.text_review import ReturnedText
from protocolkit.review.version_choice import Chosen
from protocolkit.review.word_review import ReturnedWord
from protocolkit.review.workbook_review import ReturnedWorkbook
from protocolkit.text.safe_signs import shown_signs
from protocolkit.versions.named import open_version

REVIEW_KIND = error(
    "review-kind",
    "A returned file is of a kind that cannot be read",
    "this is no file of these kinds: .docx, .odt, .xlsx, .pdf or .txt.",
    "Save it as Word (.docx) or Excel (.xlsx) in the program that made it, and give that file.",
)
REVIEW_MAIL = error(
    "review-mail",
    "A returned file is an e-mail as a mail program keeps it",
    "this is an e-mail as a mail program keeps it ({kind}).",
    "Open it, copy its words into a text file (.txt), and give that file. Save what is attached.",
)
REVIEW_EMPTY = error(
    "review-empty",
    "A returned file is empty",
    "there is nothing in this file.",
    "Ask whoever sent it to send it again, or save what was attached once more.",
)
REVIEW_PASSWORD = error(
    "review-password",
    "A returned file has a password",
    "this file is protected by a password, so nobody can read it without.",
    "Open it with the password, and take that off: in Word and Excel under File, Info, Protect; "
    "then empty the field. Save it and give that file.",
)
REVIEW_ZIP = error(
    "review-zip",
    "A zip was given as a file that came back",
    "this is a zip with files in it.",
    "Unpack it, and give the files in it in which somebody wrote something.",
)
REVIEW_SOURCE = error(
    "review-source",
    "A file with the source of a protocol was given as one that came back",
    "this is the source of a protocol, as it stands in a repository; no council sends that back.",
    "Give the file that came back, such as .docx, .pdf or .txt. What differs between two sources "
    "is told by 'protocol compare'.",
)
_ZIP, _PDF = b"PK", b"%PDF-"
_WORKBOOK = "workbook"
_OPEN_DOCUMENT, _HEAD = b"application/vnd.oasis.opendocument", 1024
# Names of what programs keep: nobody writes remarks in it.
_OF_PROGRAMS = (".json", ".yml", ".yaml")
_OPEN_TEXT = _OPEN_DOCUMENT + b".text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """One returned file, the text that it is about, and what a council wrote in it.

    ``stated`` is how many remarks say themselves on whose behalf they are, ``given`` of how many a
    person said it. ``alike`` are other versions that the part of the text in it tells as little
    apart.
    """

    path: Path
    version: Version
    review: Review
    stated: int = 0
    given: int = 0
    alike: tuple[Version, ...] = ()


def read_returned(path: Path, root: Path, named: str = "", whom: str = "") -> Returned:
    """Read a returned file; ``named`` is the version that it is about, "" to find that out.

    ``whom`` are those on whose behalf its remarks are that do not say so themselves.

    Raises :class:`ProtocolkitError` when it cannot be read, or is about no text that is known.
    """
    content = read_bytes(path, None, str(path))
    opened = _opened(content, path)
    chosen = Chosen(open_version(named, root)) if named else submitted_text(opened, root, str(path))
    version = chosen.version
    earlier = earlier_texts(root, version.protocol)
    sent = SentText(
        protocol=version.protocol,
        others=_others(opened, version, root),
        lapsed=lapsed_clauses(version.protocol, earlier),
        earlier=earlier,
        root=root,
    )
    review = without_own_notes(opened.review(version.protocol, sent), sent)
    stated = sum(one.side is not Side.UNKNOWN for one in review.remarks)
    given = len(review.remarks) - stated if whom else 0
    review = replace(review, remarks=tuple(_on_behalf(one, whom) for one in review.remarks))
    return Returned(
        path=path,
        version=version,
        review=_shown(review),
        stated=stated,
        given=given,
        alike=chosen.alike if review.parts else (),
    )


def _on_behalf(remark: Remark, whom: str) -> Remark:
    return replace(remark, whom=whom) if whom and remark.side is Side.UNKNOWN else remark


def _others(opened: ReturnedFile, version: Version, root: Path) -> tuple[Protocol, ...]:
    """Return the same words with other facts: as the file has them in it, and as they are now.

    Of words that changed since, with what was asked on them as the text of now still tells it.
    """
    record = text_to_record(opened.record) if opened.record is not None else None
    now = text_now(version.protocol, root)
    held = (record.protocol if record else None, now)
    same = tuple(one for one in held if one and protocol_fingerprint(one) == version.fingerprint)
    later = asked_later(version.protocol, now) if now and now not in same else None
    return (*same, *(() if later is None else (later,)))


def _shown(review: Review) -> Review:
    """Return what came back without signs that could order a terminal about."""
    remarks = (
        replace(
            one,
            text=shown_signs(one.text),
            quote=shown_signs(one.quote),
            author=shown_signs(one.author),
            date=shown_signs(one.date),
        )
        for one in review.remarks
    )
    changes = (
        replace(
            one,
            old=shown_signs(one.old),
            new=shown_signs(one.new),
            author=shown_signs(one.author),
            date=shown_signs(one.date),
            others=tuple(map(shown_signs, one.others)),
        )
        for one in review.changes
    )
    passed = (replace(one, words=shown_signs(one.words)) for one in review.passed_over)
    return replace(
        review, remarks=tuple(remarks), changes=tuple(changes), passed_over=tuple(passed)
    )


def _opened(content: bytes, path: Path) -> ReturnedFile:
    """Open a returned file as what it is, whatever its name says."""
    location = Location(str(path))
    if not content.strip():
        raise ProtocolkitError(problem(REVIEW_EMPTY, location))
    if _PDF in content[:_HEAD]:
        return ReturnedPdf(content, path)
    if not content.startswith(_ZIP):
        return _text(content, path, location)
    if _OPEN_TEXT in content[:_HEAD]:
        return ReturnedOdt(content, path)
    if _OPEN_DOCUMENT in content[:_HEAD]:
        raise ProtocolkitError(problem(REVIEW_KIND, location))
    package = _package(content, location)
    if _WORKBOOK in package.main:
        return ReturnedWorkbook(package, path)
    return ReturnedWord(content, path)


def _package(content: bytes, location: Location) -> WordPackage:
    try:
        return WordPackage(content, location, any_kind=True)
    except ProtocolkitError as reason:
        is_zip = dict(reason.problem.values).get("kind") == "zip"
        raise (ProtocolkitError(problem(REVIEW_ZIP, location)) if is_zip else reason) from None


def _text(content: bytes, path: Path, location: Location) -> ReturnedText:
    try:
        kind = find_kind(path, content, location)
    except ProtocolkitError as reason:
        if reason.problem.code == codes.PASSWORD:
            raise ProtocolkitError(problem(REVIEW_PASSWORD, location)) from None
        if reason.problem.code != codes.MAIL:
            raise ProtocolkitError(problem(REVIEW_KIND, location)) from None
        values = dict(reason.problem.values)
        raise ProtocolkitError(problem(REVIEW_MAIL, location, **values)) from None
    is_of_program = path.suffix.casefold() in _OF_PROGRAMS
    if kind not in (FileKind.TEXT, FileKind.MARKDOWN) or is_of_program:
        raise ProtocolkitError(problem(REVIEW_KIND, location))
    text = decode(content, location).text
    if is_source(text):
        raise ProtocolkitError(problem(REVIEW_SOURCE, location))
    check_amount(text.count("\n"), len(text), location)
    return ReturnedText(text, path.name)


def together(returned: Sequence[Returned]) -> Review:
    """Return what stands in all files; what came twice counts once.

    Remarks of a second file get its number before their own.
    """
    remarks: list[Remark] = []
    changes: list[ReturnedChange] = []
    passed = [words for one in returned for words in one.review.passed_over]
    parts = dict.fromkeys(part for one in returned for part in one.review.parts)
    had: Counter[object] = Counter()
    for number, one in enumerate(returned, start=1):
        begin = "" if number == 1 else f"{number}:"
        own: Counter[object] = Counter()
        for remark in one.review.remarks:
            own[remark.sameness] += 1
            if own[remark.sameness] > had[remark.sameness]:
                parent = f"{begin}{remark.parent}" if remark.parent else ""
                remarks.append(replace(remark, id=f"{begin}{remark.id}", parent=parent))
        for change in one.review.changes:
            own[change.sameness] += 1
            if own[change.sameness] > had[change.sameness]:
                changes.append(change)
        had |= own
    return Review(
        remarks=tuple(remarks),
        changes=tuple(changes),
        passed_over=tuple(passed),
        parts=tuple(parts),
    )
