"""Pieces of other files that a Word file takes in where they are named (``w:altChunk``)."""

from __future__ import annotations

import posixpath

from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source

_START = 1_000


def chunk_source(package: WordPackage, name: str) -> Source:
    """Return a piece of another file as a source.

    A web page and plain text can be read. Raises ``ProtocolkitError`` for any other kind, which
    Word turns into text of its own as soon as the file is saved.
    """
    content = package.content(name)
    if content is None:
        raise package.refusal(codes.DAMAGED)
    head = content[:_START].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    kind = posixpath.splitext(name)[1].lstrip(".").lower()
    if kind in ("htm", "html", "xhtml") or head.startswith((b"<!doctype html", b"<html")):
        return extract_html(content)
    if kind == "txt":
        return extract_text(content)
    raise package.refusal(codes.FOREIGN_PART, kind=kind or "?")
