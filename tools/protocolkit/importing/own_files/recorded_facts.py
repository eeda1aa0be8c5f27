"""The facts of a record: when they come back, and what a person has to know of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from protocolkit.base.messages import Marked, Message, mark, message
from protocolkit.document.cover import row_facts
from protocolkit.document.facts import Facts, Organisation, declared_at
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import short_organisation
from protocolkit.document.outline import clauses, sections
from protocolkit.document.richtext import plain
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.importing.own_files.matching import (
    MatchedProtocol,
    match_with_record,
    unseen_kinds,
)
from protocolkit.importing.own_files.records import OwnRecord
from protocolkit.importing.own_files.shown_facts import Unseen
from protocolkit.importing.structure.found_facts import UNNAMED, Wishes
from protocolkit.importing.structure.line_runs import Origin
from protocolkit.text.words import tokens

MOSTLY = 0.5
"""The part of a record's words that a text must have unchanged for the facts to be about it."""

UNSEEN = mark("From the record, not visible: {fact}: {value}")
"""What is said of each fact of a record that no page shows."""

_UNCHANGED = mark("This program made the file, and its text was not changed.")
_ASIDE = mark(
    "This program made the file, and the words of its clauses were not changed. Beside them "
    "something was typed: see what was left out."
)
_TURNED = mark(
    "This program made the file. Of the letters of {words} this PDF does not say in which order "
    "they are read: those words come from the record in the file. Hold them beside the page. The "
    "rest of the text was not changed."
)
_MOST_NAMED = 8
_NEVER = mark("From the record, never taken over: {fact}: {value}")
_TAKEN = mark("What is not visible was taken over from the record, because you said so.")
_NOT_TAKEN = mark(
    "What is not visible was not taken over from the record. Is it all right? Then import again "
    "with --from-record."
)
_OF_OTHERS = mark("None of this was taken over: it is about another organisation.")
_CHANGED = mark(
    "This program made the file, and its text was changed since. Clauses that "
    "are as they were: {same} of {total}; changed: {changed}, new: {added}, gone: {lost}."
)
_FACTS = mark(
    "The facts at the top (status, dates, decisions) are those from before the change. Check "
    "whether they still hold."
)
_TOO_CHANGED = mark("Most of the text was changed. So the facts inside the file were not used.")
_OTHER = mark(
    "The file was made of a text of {organisation}. So the facts inside the file were not used."
)
_EXAMPLE = mark(
    "The file was made of the example protocol. Look whether explanation or choices of the example "
    "are left in it."
)
_DECISION_GONE = mark(
    "The decision of {body} was about the text before the change. It does not hold for this text."
)
_RETIRED = mark("These anchors are gone and will not be used again: {anchors}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """A protocol with what was believed of a record, and what is to be said of that."""

    protocol: Protocol
    origins: tuple[Origin, ...]
    is_recorded: bool = False
    notices: tuple[Message, ...] = ()


def is_about(own: OwnRecord, found: Protocol) -> bool:
    """Tell whether the facts of a record are still those of the text that its file has now."""
    recorded = own.with_facts(is_whole=False).protocol
    if own.record is None or recorded is None:
        return False
    matched = match_with_record(found, (), recorded, takes_kinds=False)
    return _against(matched, own.record, recorded, Wishes()) is None


def recall(found: Protocol, origins: Sequence[Origin], own: OwnRecord, wishes: Wishes) -> Recalled:
    """Give a text back what the record of its file says of it, as far as the file proves that.

    The facts come back when they are still about this text, which is then ``is_recorded``.
    """
    if own.protocol is None or own.record is None:
        return Recalled(protocol=found, origins=tuple(origins))
    recorded = own.with_facts(is_whole=wishes.takes_record).protocol or own.protocol
    seen = match_with_record(found, origins, recorded, takes_kinds=False)
    whole = match_with_record(found, origins, recorded, takes_kinds=True)
    matched = whole if wishes.takes_record else seen
    said = [_counted(matched, recorded)]
    reason = _against(matched, own.record, recorded, wishes)
    if reason is not None:
        said.append(reason)
        return Recalled(protocol=matched.protocol, origins=matched.origins, notices=tuple(said))
    facts = wished_facts(recorded.facts, wishes, found.facts.source.file)
    protocol = replace(matched.protocol, facts=_of_changed(facts, matched.protocol, matched.lost))
    said += [message(_FACTS), *_decisions(protocol), *_retired(matched.lost)]
    kinds = unseen_kinds(seen.protocol, whole.protocol)
    said += unseen_notices(own, kinds, is_taken=wishes.takes_record)
    return Recalled(
        protocol=protocol, origins=matched.origins, is_recorded=True, notices=tuple(said)
    )


def is_same_organisation(wished: str, organisation: Organisation) -> bool:
    """Tell whether a name that a person gave is one of this organisation's; none is."""
    names = {_folded(name) for name in (organisation.name, *organisation.aliases)}
    return not wished.strip() or _folded(wished) in names


def wished_facts(recorded: Facts, wishes: Wishes, file: str) -> Facts:
    """Return the facts of a record, with what a person wished and the file of this import."""
    name = wishes.organisation or recorded.organisation.name or UNNAMED
    return replace(
        recorded,
        organisation=replace(recorded.organisation, name=name),
        source=replace(recorded.source, file=file),
    )


def with_cover(found: Facts, cover: Facts | None, wishes: Wishes) -> Facts:
    """Return what a text says of itself with what its cover shows, which is marked as supplied.

    A cover of another organisation than a person named is about another text.
    """
    if cover is None or not is_same_organisation(wishes.organisation, cover.organisation):
        return found
    source = replace(cover.source, file=found.source.file)
    nobody = Facts(organisation=Organisation(name=""))
    said = [path for path in row_facts() if _at(cover, path) != _at(nobody, path)]
    kept = ("organisation.name", "organisation.kind")
    supplied = [path for path in said if declared_at(path).is_claim and path not in kept]
    supplied += [name for name in found.supplied if name in kept or name == "title"]
    supplied += [f"approvals.{number}" for number in range(len(cover.approvals))]
    given = {path: getattr(cover, path) for path in said if "." not in path}
    return replace(
        found,
        organisation=replace(cover.organisation, aliases=()),
        source=source,
        approvals=cover.approvals or found.approvals,
        supplied=tuple(dict.fromkeys(supplied)),
        **given,
    )


def _at(facts: Facts, path: str) -> object:
    """Return a fact by its path in the front matter."""
    found: object = attrgetter(path)(facts)
    return found


def unchanged_notices(
    recorded: Facts, wishes: Wishes, turned: Sequence[str] = (), *, has_aside: bool = False
) -> Iterator[Message]:
    """Yield what to say of a file whose text is that of its record, but for ``turned`` words.

    ``has_aside`` says that something was typed where no words of the text stand.
    """
    if turned:
        named = [f"‘{words}’" for words in turned[:_MOST_NAMED]]
        named += ["…"] if len(turned) > _MOST_NAMED else []
        yield message(_TURNED, words=", ".join(named))
    if not is_same_organisation(wishes.organisation, recorded.organisation):
        yield _other(recorded)
    elif not turned:
        yield message(_ASIDE if has_aside else _UNCHANGED)


def unseen_notices(
    own: OwnRecord, kinds: Iterable[tuple[str, str]], *, is_taken: bool, has_facts: bool = True
) -> Iterator[Message]:
    """Yield what to say of that in a record which no page shows; ``kinds`` are those of clauses.

    Without ``has_facts`` it is about another organisation, and only kinds may be taken over.
    """
    if own.facts is None:
        return
    yield from own.facts.notices
    unseen = own.facts.unseen
    if not has_facts:
        yield from _listed(unseen, _OF_OTHERS)
        unseen = ()
    yield from _listed((*unseen, *_kinds(kinds)), _TAKEN if is_taken else _NOT_TAKEN)
    for one in own.facts.never:
        yield message(_NEVER, fact=one.fact, value=one.in_short)


def _listed(unseen: Sequence[Unseen], then: Marked) -> Iterator[Message]:
    """Yield what no page shows, and what became of it."""
    for one in unseen:
        yield message(UNSEEN, fact=one.fact, value=one.in_full)
    if unseen:
        yield message(then)


def _kinds(kinds: Iterable[tuple[str, str]]) -> Iterator[Unseen]:
    """Yield the kinds of text and short names of a record as one fact."""
    said = ", ".join(f"{anchor}: {kind}" for anchor, kind in kinds)
    if said:
        yield Unseen(fact="kinds", value=said)


def _counted(matched: MatchedProtocol, recorded: Protocol) -> Message:
    anchors = {clause.anchor for clause in clauses(recorded)}
    values = {
        "total": len(anchors),
        "same": matched.same,
        "changed": matched.changed,
        "added": matched.added,
        "lost": len(anchors.intersection(matched.lost)),
    }
    return message(_CHANGED, **{key: str(n) for key, n in values.items()})


def _against(
    matched: MatchedProtocol, record: Record, recorded: Protocol, wishes: Wishes
) -> Message | None:
    """Return why the facts of a record are not those of a changed text, None when they are."""
    if record.made is not RecordKind.PROTOCOL:
        return message(_EXAMPLE)
    if not is_same_organisation(wishes.organisation, recorded.facts.organisation):
        return _other(recorded.facts)
    return message(_TOO_CHANGED) if matched.share < MOSTLY else None


def _of_changed(facts: Facts, found: Protocol, lost: tuple[str, ...]) -> Facts:
    """Return facts of a text that has lost some anchors, and perhaps has another title."""
    there = {*(s.anchor for s in sections(found)), *(c.anchor for c in clauses(found))}
    there |= {"", *(note.anchor for note in found.notes)}
    title = plain(found.title)
    is_new_title = facts.title and tokens(facts.title) != tokens(title)
    return replace(
        facts,
        title=title if is_new_title else facts.title,
        title_supplied=found.facts.title_supplied,
        accepted=tuple(entry for entry in facts.accepted if entry.anchor in there),
        provenance=tuple(entry for entry in facts.provenance if entry.anchor in there),
        retired=tuple(dict.fromkeys((*facts.retired, *lost))),
    )


def _decisions(protocol: Protocol) -> Iterator[Message]:
    now = protocol_fingerprint(protocol)
    bodies = [
        approval.body
        for approval in protocol.facts.approvals
        if approval.fingerprint and not now.startswith(approval.fingerprint)
    ]
    for body in dict.fromkeys(bodies):
        yield message(_DECISION_GONE, body=body)


def _retired(lost: tuple[str, ...]) -> Iterator[Message]:
    if lost:
        yield message(_RETIRED, anchors=", ".join(lost))


def _other(recorded: Facts) -> Message:
    return message(_OTHER, organisation=recorded.organisation.name)


def _folded(name: str) -> tuple[str, ...]:
    return tokens(short_organisation(name).casefold())
