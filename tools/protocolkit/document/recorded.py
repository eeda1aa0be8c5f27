"""A kept version with what is recorded of its text now, in its protocol's own file.

A version stays as it was kept, and what was asked and decided about its words went on since: it was
adopted, or another text was, or the adoption was taken back. By its words each version has what the
file of its protocol says of them, under whichever name they were kept.
"""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.adoptions import AdoptionState, adoption_state
from protocolkit.document.approvals import Approval, Right, is_adoption, is_among, is_taken_back
from protocolkit.document.bodies import is_of_council
from protocolkit.document.decided_text import decided_on_other_text
from protocolkit.document.endings import ended_schools
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import DECIDED, Facts, Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.renamed_schools import with_new_names
from protocolkit.text.name_form import folded


def as_recorded(kept: Protocol, record: Protocol) -> Protocol:
    """Return a kept version as its protocol's file tells of its words; ``record`` is that file's.

    Schools have the names that they have now.
    """
    renamed = record.facts.renamed_schools
    if renamed:
        kept = replace(kept, facts=with_new_names(kept.facts, renamed))
        record = replace(record, facts=with_new_names(record.facts, renamed))
    return _as_recorded(kept, record)


def _as_recorded(kept: Protocol, record: Protocol) -> Protocol:
    """Return a kept version with what is recorded of its words.

    A decision on the words of before a name was removed on request is a decision on these.
    """
    own, now = _with_known_codes(kept, kept.facts), _with_known_codes(kept, record.facts)
    before = _decided_before_adoption(kept, now)
    told = tuple(one for one in now if _is_told(one, kept, own) or is_among(one, before))
    entries = (*(one for one in own if _is_only_here(one, told)), *told)
    # For which schools it is the version says; which schools are no more is known since.
    over = ended_schools(record.facts).values()
    ended = tuple(replace(one, is_over=True) for one in over)
    facts = replace(kept.facts, approvals=entries, ended_schools=ended)
    found = replace(kept, facts=facts, is_kept=True)
    then = replace(kept, facts=replace(kept.facts, approvals=own))
    return replace(found, facts=replace(facts, status=_status(found, then, record)))


def _decided_before_adoption(kept: Protocol, entries: tuple[Approval, ...]) -> tuple[Approval, ...]:
    """Return what councils decided on another text, where these words were adopted after it.

    What was asked since the words were adopted takes nothing of that away.
    """
    own = (n for n, one in enumerate(entries) if is_adoption(one) and is_on_this_text(one, kept))
    last = max(own, default=None, key=lambda number: (entries[number].date, number))
    if last is None:
        return ()
    till = entries[last].date, last
    asked = (o for n, o in enumerate(entries) if (o.sent or o.date or till[0], n) <= till)
    facts = replace(kept.facts, approvals=tuple(asked), status=Status.ADOPTED)
    other = decided_on_other_text(replace(kept, facts=facts))
    return tuple(one for one in other if is_of_council(one))


def _with_known_codes(kept: Protocol, facts: Facts) -> tuple[Approval, ...]:
    """Return entries, with the code of these words where they have one of before a name went."""
    before = {one.fingerprint for one in kept.facts.removed_names}
    if not before:
        return facts.approvals
    code = protocol_fingerprint(kept)

    def known(old: str) -> str:
        return code if old and any(one.startswith(old) for one in before) else old

    return tuple(
        replace(
            one,
            fingerprint=known(one.fingerprint),
            corrections=tuple(
                replace(c, fingerprint=known(c.fingerprint)) for c in one.corrections
            ),
        )
        for one in facts.approvals
    )


def _is_told(entry: Approval, kept: Protocol, own: tuple[Approval, ...]) -> bool:
    """Tell whether an entry of the record is about a kept text, or says what was adopted.

    Of an entry without a check code nobody knows which text it is about; the version had it or not.
    """
    if not entry.fingerprint:
        return any(one == entry for one in own)
    return is_adoption(entry) or is_on_this_text(entry, kept)


def _is_only_here(entry: Approval, told: tuple[Approval, ...]) -> bool:
    """Tell whether only the kept version itself still says who decided.

    The file of the protocol may say by now what was decided on its new text, in the same place.
    """
    if entry.fingerprint:
        return False
    return all(_decider(one) != _decider(entry) for one in told)


def _decider(entry: Approval) -> tuple[str, str, Right, frozenset[str]]:
    return folded(entry.body), folded(entry.section), entry.right, entry.places


def _status(found: Protocol, before: Protocol, record: Protocol) -> Status:
    """Return how far a kept text is by what is recorded now; ``before`` is as it was kept."""
    place, kept = adoption_state(found), found.facts.status
    if place in (AdoptionState.IN_FORCE, AdoptionState.OVER):
        return _of_what_holds(kept, record)
    if place is AdoptionState.REPLACED:
        return Status.REPLACED
    is_taken = any(is_taken_back(one) for one in found.facts.approvals)
    if kept in DECIDED and is_taken and adoption_state(before) is AdoptionState.IN_FORCE:
        is_asked = any(is_of_council(one) for one in found.facts.approvals)
        return Status.SUBMITTED if is_asked else Status.CONCEPT
    return kept


def _of_what_holds(kept: Status, record: Protocol) -> Status:
    """Return the status of a text that is in force, as the file says it of the whole protocol."""
    now = record.facts.status
    is_over = now is Status.WITHDRAWN
    is_over = is_over or (
        now is Status.REPLACED and adoption_state(record) is not AdoptionState.REPLACED
    )
    if now in DECIDED or is_over:
        return now
    return kept if kept in DECIDED else Status.ADOPTED
