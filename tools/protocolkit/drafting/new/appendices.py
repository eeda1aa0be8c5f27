"""What stands behind the Word file of a draft: whose words it has, and what is still open.

The composer's page makes the same lines, in ``opstellen-open.js``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from protocolkit.base.messages import Translate
from protocolkit.document.draft_appendices import (
    ALSO_SAID,
    ALSO_THERE,
    APART,
    CHANGED,
    END,
    KEPT,
    LEANS,
    NOT_CHOSEN,
    NOTHING_OPEN,
    OURS,
    OWN_WORDS,
    STILL_OPEN,
    UNDECIDED,
    WHOSE,
    Appendix,
)
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import is_as_written
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.open_places import bracketed_blanks
from protocolkit.document.outline import addressable, clause_text, labels
from protocolkit.document.place import Place
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.essentials import STANDARD
from protocolkit.drafting.new.followed import leaning_there

_MOST_WORDS = 7


def draft_appendices(
    protocol: Protocol,
    draft: Draft,
    odd: Iterable[str],
    translate: Translate,
    follows: Container[str] = (),
) -> tuple[Appendix, ...]:
    """Return both appendices of a protocol that was made of a draft.

    ``odd`` says what is to be looked at in the words: which clauses do not go together, what is
    wrong in one. ``follows`` are the clauses that stand behind the same one as in their source.
    """
    apart, end = translate(APART), translate(END)
    lines = {
        WHOSE: whose_words(protocol, draft, translate),
        STILL_OPEN: still_open(protocol, draft, odd, translate, follows),
    }
    return tuple(Appendix(translate(title), (apart, *told, end)) for title, told in lines.items())


def whose_words(protocol: Protocol, draft: Draft, translate: Translate) -> tuple[str, ...]:
    """Return for each clause and note whose words it has, and whether they were changed.

    And who says the same, where that was set aside.
    """
    entries = {entry.anchor: entry for entry in protocol.facts.provenance}
    named, beside = _names(draft), _beside(draft, translate)
    return tuple(
        " ".join(
            (
                f"{label} ‘{_beginning(clause_text(item))}’",
                _said(item, entry, named, translate),
                *beside.get(entry.source, ()),
            )
        )
        for label, item in _labelled(protocol)
        if (entry := entries.get(item.anchor))
    )


def still_open(
    protocol: Protocol,
    draft: Draft,
    odd: Iterable[str],
    translate: Translate,
    follows: Container[str] = (),
) -> tuple[str, ...]:
    """Return what is to be chosen, filled in and decided, and what did not come along."""
    items = list(_labelled(protocol))
    choices = {entry.anchor: entry.choice for entry in protocol.facts.provenance}
    not_chosen = {anchor for anchor, choice in choices.items() if not choice}
    blanks: dict[str, list[str]] = {}
    for label, item in items:
        if item.anchor not in not_chosen:
            for blank in bracketed_blanks(clause_text(item)):
                places = blanks.setdefault(blank, [])
                places += [label] if label not in places else []
    made = (
        *(f"{label} {clause_text(item)}" for label, item in items if item.anchor in not_chosen),
        *(f"{blank}: {', '.join(places)}" for blank, places in blanks.items()),
        *odd,
        *(line for _, line in leaning(protocol, translate, follows)),
        *(left.told(translate) for left in draft.left_behind),
        *([translate(UNDECIDED)] if STANDARD in choices.values() else []),
    )
    return made or (translate(NOTHING_OPEN),)


def leaning(
    protocol: Protocol, translate: Translate, follows: Container[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield which clauses and notes lean on words of the document that they come from.

    Each as its anchor and a sentence; only words as they were taken. What ``follows`` the words
    that stood before it there leans on these.
    """
    entries = {e.anchor: e for e in protocol.facts.provenance if e.source.organisation}
    for label, item in _labelled(protocol):
        entry = entries.get(item.anchor)
        is_kept = entry is not None and entry.written and is_as_written(item, entry)
        if is_kept and (words := leaning_there(item, follows)):
            yield item.anchor, translate(LEANS).format(label=label, words=words)


def _names(draft: Draft) -> dict[Place, str]:
    """Return whose each wording is, with its year and number, by its place."""
    choices = [part.choice for group in draft.groups for part in group.parts if part.choice]
    return {choice.origin.place: choice.origin.whose for choice in choices}


def _beside(draft: Draft, translate: Translate) -> Mapping[Place, tuple[str, ...]]:
    """Return who says the same as a wording, by the place of that."""
    told: dict[Place, tuple[str, ...]] = {}
    for left in draft.aside:
        if left.beside is not None:
            place, text = left.beside.origin.place, ALSO_THERE if left.is_there else ALSO_SAID
            said = translate(text).format(name=left.choice.origin.whose, words=left.choice.text)
            told[place] = (*told.get(place, ()), said)
    return told


def _said(
    item: Clause | Footnote, entry: Provenance, names: Mapping[Place, str], translate: Translate
) -> str:
    if entry.choice == STANDARD:
        return translate(OURS)
    if not entry.choice:
        return translate(NOT_CHOSEN)
    if not entry.source.organisation:
        return translate(OWN_WORDS)
    text = KEPT if entry.written and is_as_written(item, entry) else CHANGED
    return translate(text).format(name=names.get(entry.source, entry.source.organisation))


def _labelled(protocol: Protocol) -> Iterator[tuple[str, Clause | Footnote]]:
    """Yield every clause and note with how the cover and the margin cite it."""
    named = labels(protocol)
    return ((named[item.anchor], item) for item in addressable(protocol))


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
