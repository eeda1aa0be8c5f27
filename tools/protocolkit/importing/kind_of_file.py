"""What kind of file this is, by its first bytes and not by its name; then the way in for it.

The file is read once, however often a person is asked what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Literal, NoReturn, assert_never

from protocolkit.base.files import read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.akn_file import ReadAkn, read_akn
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.text.extract import decode, extract_text
from protocolkit.importing.extract.web.archive import extract_archive, is_archive
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.import_values import Imported, Known, ReadSource
from protocolkit.importing.importer import import_markdown, import_read, known, read_source
from protocolkit.importing.markdown_file import ReadMarkdown, known_facts, read_markdown
from protocolkit.importing.proof.pdf_count import prove_pdf
from protocolkit.importing.proof.web_count import prove_archive, prove_web_page
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.source import codes
from protocolkit.importing.source.limits import (
    Progress,
    Stage,
    as_lines,
    check_amount,
    check_other_signs,
    check_signs,
    tell_nobody,
)
from protocolkit.importing.source.lines import Source
from protocolkit.importing.structure.found_facts import Wishes

LARGEST_FILE = 60_000_000
_HEAD = 1024


class FileKind(Enum):
    """The kinds of files that can be imported."""

    WORD = "docx"
    PDF = "pdf"
    TEXT = "txt"
    MARKDOWN = "md"
    WEB_PAGE = "html"
    WEB_ARCHIVE = "mhtml"
    AKOMA_NTOSO = "xml"

    @property
    def is_text(self) -> bool:
        """Whether a file of this kind is text: its name then tells more than its bytes."""
        match self:
            case FileKind.TEXT | FileKind.MARKDOWN | FileKind.WEB_PAGE | FileKind.AKOMA_NTOSO:
                return True
            case FileKind.WORD | FileKind.PDF | FileKind.WEB_ARCHIVE:
                return False
        assert_never(self)

    @property
    def keeps_original(self) -> bool:
        """Whether the file holds more than the text that is taken out of it."""
        match self:
            case FileKind.TEXT | FileKind.MARKDOWN:
                return False
            case (
                FileKind.WORD
                | FileKind.PDF
                | FileKind.WEB_PAGE
                | FileKind.WEB_ARCHIVE
                | FileKind.AKOMA_NTOSO
            ):
                return True
        assert_never(self)


_Extracted = Literal[
    FileKind.WORD, FileKind.PDF, FileKind.TEXT, FileKind.WEB_PAGE, FileKind.WEB_ARCHIVE
]
"""The kinds whose lines are taken out; the others say themselves what each part is."""

_ENDINGS = {
    ".docx": FileKind.WORD,
    ".docm": FileKind.WORD,
    ".dotx": FileKind.WORD,
    ".pdf": FileKind.PDF,
    ".txt": FileKind.TEXT,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.WEB_PAGE,
    ".htm": FileKind.WEB_PAGE,
    ".xhtml": FileKind.WEB_PAGE,
    ".mhtml": FileKind.WEB_ARCHIVE,
    ".mht": FileKind.WEB_ARCHIVE,
    ".xml": FileKind.AKOMA_NTOSO,
    ".akn": FileKind.AKOMA_NTOSO,
}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# How a file of an older Office says, in UTF-16, which program made it.
_OLD_OFFICE = (("__substg1.0", "msg"), ("Workbook", "xls"), ("PowerPoint Document", "ppt"))
_MAIL_FIELD = re.compile(
    rb"^(?:received|return-path|delivered-to|message-id|mime-version|content-[a-z-]+|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_FIELDS = 2
# A title and a heading below it, as Markdown has them and no other text.
_TITLED, _HEADED = re.compile(rb"# \S"), re.compile(rb"^##+ \S", re.MULTILINE)
_OTHER_ZIPS = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument", "ods, odp"),
    (b"Index/Document.iwa", "pages"),
    (b"application/epub+zip", "epub"),
)
_OTHERS = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"Rar!", "rar"),
)


# The kinds that a person can save as something else herself; for others there is one message.
_CODES = {
    **dict.fromkeys(("doc", "odt", "rtf", "pages"), codes.SAVE_AS_WORD),
    **dict.fromkeys(("msg", "eml"), codes.MAIL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file whose text has been taken out and understood, ready to be imported."""

    kind: FileKind
    content: bytes
    location: Location
    found: ReadSource | ReadMarkdown | ReadAkn


def open_file(path: Path, progress: Progress = tell_nobody) -> Opened:
    """Take the text out of a file and understand it.

    Raises :class:`ProtocolkitError` with the cure when the file cannot be used.
    """
    location = Location(str(path))
    content = read_bytes(path, None, str(location), LARGEST_FILE, codes.TOO_LARGE)
    return open_content(path, content, progress)


def open_content(path: Path, content: bytes, progress: Progress = tell_nobody) -> Opened:
    """Take the text out of a file's bytes, as :func:`open_file`; its name says what it should be.

    Raises :class:`ProtocolkitError` with the cure when they cannot be used.
    """
    location = Location(str(path))
    if not content.strip():
        raise ProtocolkitError(problem(codes.EMPTY, location))
    kind = find_kind(path, content, location)
    found: ReadSource | ReadMarkdown | ReadAkn
    if kind is FileKind.MARKDOWN:
        text = decode(content, location).text
        check_amount(len(text.split("\n")), len(text), location)
        check_signs(text, location)
        check_other_signs(text, location)
        progress(Stage.STRUCTURE, 0, as_lines(text.count("\n"), len(text)))
        found = read_markdown(text, location.path)
    elif kind is FileKind.AKOMA_NTOSO:
        progress(Stage.STRUCTURE, 0, as_lines(content.count(b"\n"), len(content)))
        found = read_akn(content, location)
    else:
        found = read_source(_guarded(kind, content, location, progress), location, progress)
    return Opened(kind=kind, content=content, location=location, found=found)


def look_at(opened: Opened) -> Known:
    """Return what an opened file says of itself, for whoever asks a person about the rest."""
    if isinstance(opened.found, ReadMarkdown):
        return Known(organisation=known_facts(opened.found, Wishes()).organisation.name)
    if isinstance(opened.found, ReadAkn):
        read = opened.found
        return Known(
            organisation=read.named().organisation.name,
            subject=read.protocol.subject,
            slug=read.protocol.slug,
        )
    return known(opened.found)


def import_opened(
    opened: Opened, wishes: Wishes | None = None, progress: Progress = tell_nobody
) -> Imported:
    """Make a protocol of an opened file; nothing is written.

    Raises :class:`ProtocolkitError` when a word would be lost.
    """
    if not isinstance(opened.found, ReadSource):
        read = opened.found
        if isinstance(read, ReadAkn):
            read = read.with_wishes(wishes or Wishes())
        progress(Stage.PROOF, 0, read.source.text.count("\n"))
        return import_markdown(read, wishes, opened.location)
    return import_read(opened.found, wishes, opened.location, progress)


def find_kind(path: Path, content: bytes, location: Location) -> FileKind:
    """Return what a file is. Raises when it is of no use, or not what its name says."""
    named = _ENDINGS.get(path.suffix.lower())
    head = content[:_HEAD]
    if b"%PDF-" in head:
        found = FileKind.PDF
    elif head.startswith(b"PK"):
        _refuse_other_zips(head, location)
        found = FileKind.WORD
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_old_office(content, location)
    elif is_archive(head, is_named=named is FileKind.WEB_ARCHIVE):
        found = FileKind.WEB_ARCHIVE
    else:
        _refuse_others(content, location)
        found = _kind_of_text(named, head)
    is_plain = named is FileKind.TEXT and found is FileKind.MARKDOWN
    if named is not None and named is not found and not is_plain:
        raise ProtocolkitError(
            problem(codes.WRONG_EXTENSION, location, name=path.suffix.lower(), kind=found.value)
        )
    return found


def says_its_kind(path: Path) -> bool:
    """Tell whether the name of a file says of what kind it is."""
    return path.suffix.lower() in _ENDINGS


def _refuse_other_zips(head: bytes, location: Location) -> None:
    """Refuse a text of LibreOffice or Pages, which are zipped as well, with how to save it."""
    for name, kind in _OTHER_ZIPS:
        if name in head:
            raise ProtocolkitError(
                problem(_CODES.get(kind, codes.UNKNOWN_KIND), location, kind=kind)
            )


def _refuse_old_office(content: bytes, location: Location) -> NoReturn:
    """Refuse a file of Office from before 2007, or a message of Outlook."""
    others = (kind for name, kind in _OLD_OFFICE if name.encode("utf-16-le") in content)
    kind = next(others, "doc")
    if _ENCRYPTED in content:
        raise ProtocolkitError(problem(codes.PASSWORD, location))
    raise _refused(kind, location)


def _refused(kind: str, location: Location) -> ProtocolkitError:
    return ProtocolkitError(problem(_CODES.get(kind, codes.UNKNOWN_KIND), location, kind=kind))


def _refuse_others(content: bytes, location: Location) -> None:
    for start, kind in _OTHERS:
        if content.startswith(start):
            raise ProtocolkitError(
                problem(_CODES.get(kind, codes.UNKNOWN_KIND), location, kind=kind)
            )
    if len(_MAIL_FIELD.findall(content[:_HEAD])) >= _FEWEST_FIELDS:
        raise _refused("eml", location)


def _kind_of_text(named: FileKind | None, head: bytes) -> FileKind:
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if named in (None, FileKind.TEXT) and _TITLED.match(start) and _HEADED.search(start):
        # Markdown that was saved or sent as plain text
        return FileKind.MARKDOWN
    if named is not None and named.is_text:
        return named
    if b"<akomantoso" in start:
        return FileKind.AKOMA_NTOSO
    is_page = start.startswith((b"<!doctype html", b"<html"))
    return FileKind.WEB_PAGE if is_page else FileKind.TEXT


def _guarded(kind: _Extracted, content: bytes, location: Location, progress: Progress) -> Source:
    """Take the text out of a file; what a library cannot take is a file that is damaged."""
    try:
        return _extracted(kind, content, location, progress)
    except (ProtocolkitError, NameError, AssertionError, ImportError):
        raise
    except Exception as reason:
        raise ProtocolkitError(problem(codes.DAMAGED, location)) from reason


def _extracted(kind: _Extracted, content: bytes, location: Location, progress: Progress) -> Source:
    match kind:
        case FileKind.PDF:
            source = extract_pdf(content, location, progress)
            prove_pdf(content, source, location, progress)
        case FileKind.WORD:
            source = extract_word(content, location, progress)
            prove_word(content, source, location)
        case FileKind.WEB_PAGE:
            source = extract_html(content, location)
            prove_web_page(content, source, location)
        case FileKind.WEB_ARCHIVE:
            source = extract_archive(content, location)
            prove_archive(content, source, location)
        case FileKind.TEXT:
            source = extract_text(content, location)
        case _:
            assert_never(kind)
    check_amount(len(source.lines), len(source.text), location)
    check_other_signs(source.text, location)
    return source
