"""What a person should know of a Word file that was read: what was passed over, what came along."""

from __future__ import annotations

import posixpath

from protocolkit.base.messages import mark
from protocolkit.importing.extract.shared.notices import CONTENTS, OURS
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.importing.extract.word.run_values import Counter
from protocolkit.importing.source.lines import SourceBuilder
from protocolkit.reading.words_left_out import LeftOutReason

_MACROS = mark("The file holds macros (a program). They were not opened or taken along.")
_INSERTED = mark("Tracked insertions, taken along as accepted: {count}.")
_DELETED = mark("Tracked deletions, left out: {count}.")
_COMMENTS = mark("Comments, left out: {count}.")
_BOXES = mark("Text boxes, put where they are anchored: {count}.")
_COVERS = mark(
    "Shapes or pictures that lie over the text: {count}. Look in the file whether they cover words."
)
_OUTSIDE = mark("{count} other documents belong in this text, and are not in the file.")
_EMBEDDED = mark("Files that are embedded were not read: {names}.")
_NOTICES = (
    ("inserted", _INSERTED),
    ("deleted", _DELETED),
    ("comments", _COMMENTS),
    ("boxes", _BOXES),
    ("covers", _COVERS),
    ("outside", _OUTSIDE),
)


def tell(package: WordPackage, builder: SourceBuilder, counter: Counter) -> None:
    """Tell a person what was passed over or taken along, when a whole file has been read."""
    if package.has_macros:
        builder.notice(_MACROS)
    if names := package.embedded_parts():
        named = ", ".join(posixpath.basename(name) for name in names)
        builder.notice(_EMBEDDED, names=named)
    reasons = {found.reason for found in builder.left_out}
    for reason, text in ((LeftOutReason.OURS, OURS), (LeftOutReason.CONTENTS, CONTENTS)):
        if reason in reasons:
            builder.notice(text)
    for name, text in _NOTICES:
        if count := counter.counts.get(name):
            builder.notice(text, count=str(count))
