"""Parts of a Word package that hold words and are no text of the page: each is named in full."""

from __future__ import annotations

import posixpath

from protocolkit.importing.extract.word.all_words import all_words, field_codes, shown_words
from protocolkit.importing.extract.word.embedded import embedded_words
from protocolkit.importing.extract.word.package import CHUNK, MC, RECORD, SUBDOCUMENT, WordPackage
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason

_REASONS = {
    "header": LeftOutReason.RUNNING,
    "footer": LeftOutReason.RUNNING,
    "comments": LeftOutReason.COMMENT,
    "chart": LeftOutReason.PICTURE,
    "chartEx": LeftOutReason.PICTURE,
    "chartUserShapes": LeftOutReason.PICTURE,
    "diagramData": LeftOutReason.PICTURE,
    "diagramDrawing": LeftOutReason.PICTURE,
    "image": LeftOutReason.PICTURE,
}


def leave_out_other_parts(
    package: WordPackage, builder: SourceBuilder, read: tuple[str, ...]
) -> None:
    """Leave out, with its words, each part that the text reaches and that was not read."""
    for name, kind in package.reached_with_words():
        if name in read or name == package.main:
            continue
        if kind == SUBDOCUMENT:
            raise package.refusal(codes.SUBDOCUMENT)
        if kind == CHUNK:
            raise package.refusal(codes.FOREIGN_PART, kind=posixpath.splitext(name)[1].lstrip("."))
        root = package.part_of_kind(name, kind)
        if root is not None and root.tag != RECORD:
            reason = _REASONS.get(kind, LeftOutReason.NOT_ON_PAGE)
            if root.find(f".//{MC}AlternateContent") is not None:
                builder.leave_out(all_words(root), reason, name)
                continue
            builder.leave_out(shown_words(root), reason, name)
            builder.leave_out(field_codes(root), LeftOutReason.FIELD, name)
    for name in package.embedded_parts():
        words = embedded_words(package.content(name) or b"")
        builder.leave_out(words, LeftOutReason.EMBEDDED, name)
