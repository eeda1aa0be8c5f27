"""What a redline says of itself in words: which versions, how much changed, and which facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_list import (
    KIND_WORDS,
    label_before,
    place_of,
    summary_lines,
    unmarked_remarks,
)
from protocolkit.changes.change_set import Change, ChangeSet, Version
from protocolkit.changes.fact_rows import FactRow, fact_rows
from protocolkit.changes.places import Places
from protocolkit.changes.version_names import version_name
from protocolkit.document.approval_lines import print_date
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.cover_words import REDLINE
from protocolkit.document.fingerprints import check_code
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.shared.contents import contents_lines

HEADING = mark("What has changed")
FACTS_HEADING = mark("Facts about the protocol that changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """Changes of one kind: the word for it, how many, and the place of each with its anchor.

    The anchor is that of the new version; ``is_old`` tells where it is the old one's.
    """

    kind: str
    places: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a redline says before the text: sentences, changes by kind, facts that changed.

    ``has_contents`` tells whether a paper of it has a table of contents.
    """

    heading: str
    sentences: tuple[str, ...]
    kinds: tuple[KindLine, ...]
    facts: tuple[FactRow, ...]
    facts_heading: str
    facts_head: tuple[str, str, str]
    is_repeal: bool = False
    has_contents: bool = False


def faced(changes: ChangeSet) -> Protocol:
    """Return the version whose cover a redline has: the new one, after a repeal the old one.

    Of an old one nothing is left but its cover: its text goes.
    """
    found = changes.face.protocol
    return replace(found, parts=(), notes=()) if changes.new.is_nothing else found


def face_cover(changes: ChangeSet, translate: Translate, language: str) -> Cover:
    """Return the cover of a redline."""
    return cover_of(changes.face, translate, language)


def cover_of(version: Version, translate: Translate, language: str) -> Cover:
    """Return the cover of one version, without places to sign: nobody signs a comparison."""
    cover = make_cover(version.protocol, translate, language, basis=version.basis)
    return replace(as_redline(cover, translate), signatories=())


def as_redline(cover: Cover, translate: Translate) -> Cover:
    """Return a cover that says that the text below it shows what changed."""
    return replace(cover, paper=translate(REDLINE))


def summary_of(
    changes: ChangeSet, signature: Signature, translate: Translate, language: str
) -> Summary:
    """Return what a redline says of itself."""
    return Summary(
        heading=translate(HEADING),
        sentences=tuple(_sentences(changes, signature, translate, language)),
        kinds=kind_lines(changes, translate),
        facts=fact_rows(changes, translate),
        facts_heading=translate(FACTS_HEADING),
        facts_head=(translate("Fact"), translate("Before"), translate("Now")),
        is_repeal=changes.new.is_nothing,
        has_contents=bool(contents_lines(faced(changes))),
    )


def kind_lines(changes: ChangeSet, translate: Translate) -> tuple[KindLine, ...]:
    """Return the changes by kind, each with its place."""
    return tuple(_kinds(changes, translate))


def _sentences(
    changes: ChangeSet, signature: Signature, translate: Translate, language: str
) -> Iterator[str]:
    by = translate("Proposed by {author}.").format(author=signature.author)
    if signature.day:
        by = translate("Proposed by {author}, {date}.").format(
            author=signature.author, date=print_date(signature.day, language)
        )
    yield by
    if not changes.old.is_nothing:
        yield translate("Old version: {path}, check code {code}.").format(
            path=version_name(changes.old, translate), code=check_code(changes.old.fingerprint)
        )
    if not changes.new.is_nothing:
        yield translate("New version: {path}, check code {code}.").format(
            path=version_name(changes.new, translate), code=check_code(changes.new.fingerprint)
        )
    yield from summary_lines(changes, translate)


def _kinds(changes: ChangeSet, translate: Translate) -> Iterator[KindLine]:
    where = Places(changes, translate)
    for kind, words in KIND_WORDS.items():
        found = [change for change in changes.changes if change.kind is kind]
        if found:
            places = tuple(_place(change, changes, where, translate) for change in found)
            yield KindLine(kind=translate(words), places=places)


def _place(
    change: Change, changes: ChangeSet, places: Places, translate: Translate
) -> tuple[str, str, bool]:
    label = place_of(change, translate) or plain(changes.new.protocol.title)
    before = places.move(change) if change.moved else label_before(change, translate)
    remarks = [
        *filter(None, [before]),
        *places.passages(change),
        *unmarked_remarks(change, translate),
    ]
    if remarks:
        label = f"{label} ({', '.join(remarks)})"
    anchors = change.new or change.old
    return label, anchors[0] if anchors else "", not change.new
