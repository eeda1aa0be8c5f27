"""The mark that an author gave a note instead of a number, such as ``*``.

It stands in the run of the call. Where nothing visible stands there, because the mark is a tracked
change, it is what follows in the look of a mark and is not deleted.
"""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import value
from protocolkit.importing.extract.word.tracked import GONE
from protocolkit.text.words import INVISIBLE, tokens

# As Word calls the look of a mark, and as LibreOffice calls it in a file for Word.
_LOOKS = frozenset(("FootnoteReference", "FootnoteCharacters"))
_SILENT = frozenset((f"{W}rPr", f"{W}commentReference"))


def custom_mark(run: Element) -> tuple[str, tuple[Element, ...]]:
    """Return the mark of the call in a run, and the later runs in which it stands, if any."""
    said = _words(run)
    if tokens(said):
        return said, ()
    paragraph = next(run.iterancestors(f"{W}p"))
    runs = list(paragraph.iter(f"{W}r"))
    found = []
    for one in runs[runs.index(run) + 1 :]:
        # a remark on the call hangs on a run before its mark
        if {child.tag for child in one} <= _SILENT or any(True for _ in one.iterancestors(*GONE)):
            continue
        is_call = one.find(f"{W}footnoteReference") is not None
        is_other = _link(one) is not _link(run)
        if (
            is_call
            or is_other
            or value(one.find(f"{W}rPr"), "rStyle") not in _LOOKS
            or not tokens(_words(one))
        ):
            break
        found.append(one)
    label = "".join(map(_words, found)).translate(INVISIBLE)
    return label or said, tuple(found)


def _link(run: Element) -> Element | None:
    """Return the link that a run stands in: a second mark of a note leads to the first."""
    return next(run.iterancestors(f"{W}hyperlink"), None)


def _words(run: Element) -> str:
    return "".join(text.text or "" for text in run.iter(f"{W}t", f"{W}delText"))
