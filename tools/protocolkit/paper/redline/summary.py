"""What a redline says of itself in words: which versions, how much changed, and which facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_set import Change, ChangeKind, ChangeSet, FactChange
from protocolkit.changes.units import ItemKind
from protocolkit.document.cover import cover_rows, print_date
from protocolkit.document.richtext import plain
from protocolkit.paper.redline.signature import Signature

HEADING = mark("What has changed")
NOTHING = mark("Nothing in the text has changed.")
_SAID = {
    ChangeKind.CHANGED: mark("Changed"),
    ChangeKind.ADDED: mark("New"),
    ChangeKind.REMOVED: mark("Removed"),
    ChangeKind.MOVED: mark("Moved"),
    ChangeKind.SPLIT: mark("Split"),
    ChangeKind.MERGED: mark("Joined"),
    ChangeKind.REPEALED: mark("Repealed"),
    ChangeKind.RENUMBERED: mark("Only another number"),
}
_ORDER = tuple(_SAID)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """Changes of one kind: the word for it, how many, and the place of each with its anchor.

    The anchor is that of the new version; ``is_old`` tells where it is the old one's.
    """

    kind: str
    places: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A fact that changed: its name, and what it was and is, ``""`` for nothing."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a redline says before the text: sentences, changes by kind, facts that changed."""

    heading: str
    sentences: tuple[str, ...]
    kinds: tuple[KindLine, ...]
    facts: tuple[FactLine, ...]
    facts_heading: str
    facts_head: tuple[str, str, str]


def summary_of(
    changes: ChangeSet, signature: Signature, translate: Translate, language: str
) -> Summary:
    """Return what a redline says of itself."""
    return Summary(
        heading=translate(HEADING),
        sentences=tuple(_sentences(changes, signature, translate, language)),
        kinds=tuple(_kinds(changes, translate)),
        facts=tuple(_fact(fact, changes, translate, language) for fact in changes.facts),
        facts_heading=translate("Facts about the protocol that changed"),
        facts_head=(translate("Fact"), translate("Was"), translate("Is")),
    )


def _sentences(
    changes: ChangeSet, signature: Signature, translate: Translate, language: str
) -> Iterator[str]:
    counts = changes.counts
    by = translate("Proposed by {author}.").format(author=signature.author)
    if signature.day:
        by = translate("Proposed by {author}, {date}.").format(
            author=signature.author, date=print_date(signature.day, language)
        )
    yield by
    yield translate("Old version: {path}, check code {code}.").format(
        path=changes.old.path or "–", code=changes.old.fingerprint
    )
    yield translate("New version: {path}, check code {code}.").format(
        path=changes.new.path or "–", code=changes.new.fingerprint
    )
    if not counts.counted:
        yield translate(NOTHING)
    else:
        yield translate("{changes} changes: {removed} words went, {added} words came.").format(
            changes=counts.counted, removed=counts.removed_words, added=counts.added_words
        )
    if number := counts.kinds[ChangeKind.RENUMBERED]:
        yield translate(
            "In {number} places only a number changed. Those are shown and do not count."
        ).format(number=number)


def _kinds(changes: ChangeSet, translate: Translate) -> Iterator[KindLine]:
    for kind in _ORDER:
        found = [change for change in changes.changes if change.kind is kind]
        if found:
            places = tuple(_place(change, changes, translate) for change in found)
            yield KindLine(kind=translate(_SAID[kind]), places=places)


def _place(change: Change, changes: ChangeSet, translate: Translate) -> tuple[str, str, bool]:
    label = change.new_label or change.old_label
    if change.item is ItemKind.TITLE:
        label = translate("the title")
    elif change.item is ItemKind.HEADING:
        label = translate("heading '{label}'").format(label=label)
    if change.old_label and change.new_label and change.old_label != change.new_label:
        label = translate("{label} (was {old})").format(label=label, old=change.old_label)
    anchors = change.new or change.old
    return label or plain(changes.new.protocol.title), anchors[0] if anchors else "", not change.new


def _fact(fact: FactChange, changes: ChangeSet, translate: Translate, language: str) -> FactLine:
    """Return a fact by the name and in the words that a cover has for it, where it has any."""
    if not fact.fact:
        return FactLine(name=translate("Line about the status"), old=fact.old, new=fact.new)
    said = []
    name = fact.fact
    for version in (changes.old, changes.new):
        for row in cover_rows(version.protocol.facts, translate, language):
            if row.fact == fact.fact:
                name = row.label
                said.append(row.value)
    old, new = said if len(said) == 2 else (fact.old, fact.new)
    return FactLine(name=name, old=old, new=new)
