"""An Akoma Ntoso file without what is no text of it: its metadata, what is deleted, descriptions.

Only the head of a document in the namespace of the file is metadata; an element of that name
anywhere else is text. All words taken away are told.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.exchange.akn_names import FACTS
from protocolkit.importing.extract.akoma_ntoso.elements import (
    children,
    holds_blocks,
    is_block,
    name_of,
)
from protocolkit.importing.extract.akoma_ntoso.lines import words_of
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_DOCUMENTS = frozenset(
    "act bill doc debate debateReport judgment statement portion officialGazette "
    "documentCollection amendment amendmentList".split()
)
_HOLDERS = frozenset(("akomaNtoso", "attachment", "component"))


class OpenedAkn:
    """A file as it was opened; its tree holds text only, and is changed for that.

    ``notes`` are those of its heads, ``facts`` is our own JSON, None in a file of others, and
    ``left_out`` are the words that were taken away.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.left_out = [*_descriptions(root), *_without_deleted(root)]
        heads = [one for one in root.iter() if is_head(one, root)]
        self.notes = tuple(note for head in heads for note in notes_of(head))
        found = next(facts_of(heads), None)
        self.facts: str | None = None if found is None else str(found.text or "")
        for head in heads:
            words = " ".join(" ".join(_loose(head, {*self.notes, found})).split())
            _cut(head)
            if words:
                self.left_out.append(LeftOut(text=words, reason=LeftOutReason.NOT_ON_PAGE))


def is_head(element: Element, root: Element) -> bool:
    """Tell whether an element is the metadata of a document, and not text that calls itself so."""
    document = element.getparent()
    holder = None if document is None else document.getparent()
    if name_of(element) != "meta" or holder is None or document[0] is not element:
        return False
    names = (element, document, holder)
    return (
        name_of(document) in _DOCUMENTS
        and name_of(holder) in _HOLDERS
        and all(_space_of(one) == _space_of(root) for one in names)
    )


def facts_of(heads: list[Element]) -> Iterator[Element]:
    """Yield the elements in heads that hold facts as this program writes them."""
    for head in heads:
        for own in children(head, "proprietary"):
            yield from own.iterchildren(FACTS)


def _space_of(element: Element) -> str:
    return str(element.tag).rpartition("}")[0]


def notes_of(head: Element) -> Iterator[Element]:
    """Yield the notes in a head, in order."""
    for notes in children(head, "notes"):
        yield from children(notes, "note")


def _loose(element: Element, but: set[Element | None]) -> Iterator[str]:
    """Yield the texts in an element, without those of some elements in it."""
    yield element.text or ""
    for one in element:
        if one not in but:
            yield from _loose(one, but)
        yield one.tail or ""


def _descriptions(root: Element) -> Iterator[LeftOut]:
    for one in root.iter():
        if words := " ".join(one.get("alt", "").split()):
            yield LeftOut(text=words, reason=LeftOutReason.DESCRIPTION)


def _without_deleted(root: Element) -> Iterator[LeftOut]:
    """Take away what the file says is deleted: in a line, whole blocks, and any other element."""
    gone: set[Element] = set()
    for element in [*root.iter()]:
        if element in gone or not (name_of(element) == "del" or element.get("status") == "removed"):
            continue
        gone.update(element.iter())
        line = element.getparent()
        is_whole = line is None or _is_block(element) or holds_blocks(line)
        if words := words_of(element):
            yield LeftOut(text=words, reason=LeftOutReason.DELETED, is_in_sentence=not is_whole)
        if name_of(element) in ("td", "th"):
            # the others of its row stay in their columns
            _empty(element)
        else:
            _cut(element)


def _empty(element: Element) -> None:
    element.text = None
    element[:] = []


def _is_block(element: Element) -> bool:
    return is_block(element) or holds_blocks(element)


def _cut(element: Element) -> None:
    """Take an element away; what stands behind it stays, apart from what stands before a block."""
    above, before = element.getparent(), element.getprevious()
    if above is None:
        element.clear()
        return
    tail = (" " if _is_block(element) else "") + (element.tail or "")
    above.remove(element)
    if before is None:
        above.text = (above.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
