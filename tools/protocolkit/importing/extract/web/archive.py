"""A web page that was saved with all that belongs to it in one file (MHTML, RFC 2557).

It is built as an e-mail: a page, and after it what the page shows, each by its address. No more of
mail is read here than that.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.web.attached import Attached, Carriage
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source

_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|from:\s{0,20}\"?<?(?:saved by|opgeslagen)|"
    rb"x-mimeole:\s{0,20}produced by microsoft mhtml)",
    re.IGNORECASE | re.MULTILINE,
)
_BUILT = re.compile(
    rb"^content-type:\s{0,20}(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE
)
# A saved page has one; a mail in a mail in a mail is no page.
_MOST_LAYERS = 100
_PAGES = ("text/html", "application/xhtml+xml")


class Archive(NamedTuple):
    """A saved page: its bytes and encoding, and what it carries along."""

    page: Attached
    carried: Carriage


def is_archive(head: bytes, *, is_named: bool) -> bool:
    """Tell by how a file begins whether it is a saved page; ``is_named`` says that its name is."""
    return bool(_SAVED.search(head) or (is_named and _BUILT.search(head)))


def open_archive(content: bytes, location: Location = NOWHERE) -> Archive:
    """Return the page in an archive. Raises :class:`ProtocolkitError` when it holds none."""
    if content.lower().count(b"boundary=") > _MOST_LAYERS:
        raise ProtocolkitError(problem(codes.DAMAGED, location))
    mail = email.message_from_bytes(content)
    parts = [part for part in mail.walk() if not part.is_multipart()]
    start = str(mail.get_param("start") or "").strip("<> ")
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    named = [part for part in pages if start and _name(part) == start]
    page = next(iter(named or pages), None)
    if page is None:
        raise ProtocolkitError(problem(codes.NOT_TEXT, location))
    documents: dict[str, Attached] = {}
    for part in parts:
        if part is not page:
            found = _attached(part)
            for address in _addresses(part):
                documents.setdefault(address, found)
    return Archive(_attached(page), Carriage(documents, _address(page)))


def _addresses(part: Message) -> Iterator[str]:
    if name := _name(part):
        yield f"cid:{name}"
    # a part without an address is named all the same
    yield _address(part) or f"#{id(part)}"


def _name(part: Message) -> str:
    return str(part.get("Content-ID") or "").strip("<> \t\r\n")


def _address(part: Message) -> str:
    return re.sub(r"\s", "", str(part.get("Content-Location") or ""))


def _attached(part: Message) -> Attached:
    content = part.get_payload(decode=True)
    charset = str(part.get_content_charset() or "")
    return Attached(
        part.get_content_type(), content if isinstance(content, bytes) else b"", charset
    )


def extract_archive(content: bytes, location: Location = NOWHERE) -> Source:
    """Return a page that was saved with all that belongs to it as a source."""
    page, carried = open_archive(content, location)
    return extract_html(page.content, location, carried, page.charset)
