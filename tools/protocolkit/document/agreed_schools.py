"""For which schools a text was agreed, when each council decides for schools of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.document.adopted import is_taken_over
from protocolkit.document.adoptions import (
    Holding,
    adoptions,
    each_once,
    every_school,
    is_for_all,
    other_holdings,
    own_holdings,
    told_adoptions,
)
from protocolkit.document.approvals import Approval, Decision, Right, is_about
from protocolkit.document.begins import is_later
from protocolkit.document.bodies import OF_SOME_SCHOOLS, is_of_council, kind_of_body
from protocolkit.document.decided_text import asked_of, changed_since_adoption, current, latest
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import Facts, OrganisationKind, is_own
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded

_CONSENTS = (Decision.GRANTED, Decision.GRANTED_WITH_CHANGES, Decision.EARLIER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schools:
    """The schools of a text, by whether their councils agreed with it as it stands."""

    agreed: tuple[str, ...]
    still: tuple[str, ...]


def agreed_schools(protocol: Protocol) -> Schools | None:
    """Return which schools agreed; None where no council decides for schools of its own.

    A school agreed when every council that was asked for it consented to the text as it stands. An
    MR of which it is not recorded for which of several schools it decides counts for none.
    """
    asked = _asked(protocol)
    if not any(_is_of_own(one, protocol.facts) for one in asked):
        return None
    every = every_school(protocol.facts)
    agreed = []
    for school in every:
        own = _at(school, asked)
        if own and all(one.decision in _CONSENTS and is_on_this_text(one, protocol) for one in own):
            agreed.append(school)
    return Schools(agreed=tuple(agreed), still=tuple(one for one in every if one not in agreed))


def refused_schools(protocol: Protocol) -> tuple[str, ...]:
    """Return the schools for which a council did not consent to the text as it stands."""
    schools, asked = agreed_schools(protocol), _asked(protocol)
    still = schools.still if schools else ()

    def is_refused(school: str) -> bool:
        refusals = (o for o in _at(school, asked) if o.decision is Decision.WITHHELD)
        return any(is_on_this_text(one, protocol) for one in refusals)

    return tuple(filter(is_refused, still))


def uncounted_consents(protocol: Protocol) -> tuple[str, ...]:
    """Return the councils whose consent counts for no school: nobody recorded on which text.

    None where no council decides for schools of its own. Such an entry was typed by hand.
    """
    if agreed_schools(protocol) is None:
        return ()
    given = (one for one in latest(protocol) if one.decision in _CONSENTS)
    uncounted = (one for one in given if one.right is Right.CONSENT and not one.every_code)
    return tuple(dict.fromkeys(one.body for one in uncounted if not is_on_this_text(one, protocol)))


def withdrawn_schools(protocol: Protocol) -> tuple[str, ...]:
    """Return the schools for which the board withdrew the text as it stands: no answer will come.

    Where another council of that school refused it, that is told.
    """
    schools, asked = agreed_schools(protocol), _asked(protocol)
    refused = refused_schools(protocol)

    def is_withdrawn(school: str) -> bool:
        over = (o for o in _at(school, asked) if o.decision is Decision.PROPOSAL_WITHDRAWN)
        return any(is_on_this_text(one, protocol) for one in over)

    still = schools.still if schools else ()
    return tuple(one for one in still if one not in refused and is_withdrawn(one))


def _asked(protocol: Protocol) -> list[Approval]:
    """Return what was asked with the right of consent, as far as it is known for which schools."""
    asked = (one for one in latest(protocol) if one.right is Right.CONSENT)
    return [one for one in asked if not lacks_schools(protocol.facts, one)]


def _at(school: str, entries: Iterable[Approval]) -> tuple[Approval, ...]:
    """Return the last entry of each question that is about a school."""
    return tuple({asked_of(one): one for one in entries if is_about(one, school)}.values())


def _is_of_own(entry: Approval, facts: Facts) -> bool:
    """Tell whether a council decides for schools of its own, and not for all that there are."""
    is_of_some = bool(entry.schools) and kind_of_body(entry.body) in OF_SOME_SCHOOLS
    return is_of_some or not is_for_all(entry, facts)


def adopted_schools(protocol: Protocol) -> Schools | None:
    """Return for which schools the text as it stands holds, and for which it does not.

    None where that was not done school by school, or for all at once. A school that the text is
    not meant for is not counted, also where it holds there still.
    """
    own, every = own_holdings(protocol), every_school(protocol.facts)
    if not own or not all(one.schools for one in own):
        return None
    beside = (one for one in other_holdings(protocol) if any(map(one.is_at, every)))
    if all(is_for_all(one.adoption, protocol.facts) for one in own) and not any(beside):
        return None
    adopted = {school for one in own for school in one.schools}
    return Schools(
        agreed=tuple(one for one in every if one in adopted),
        still=tuple(one for one in every if one not in adopted),
    )


def schools_named(protocol: Protocol) -> tuple[str, ...]:
    """Return the schools that a text names as those that it is for, as its cover has them.

    Where it is adopted school by school these are the schools where it holds; of a kept version
    that holds nowhere any more all that it was ever adopted for, whatever holds there since.
    """
    schools, named = adopted_schools(protocol), protocol.facts.applies_to
    if protocol.is_kept:
        if gone := _where_others_hold(protocol):
            return tuple(one for one in named if folded(one) not in gone)
        is_whole = schools is None
        return named if is_whole else tuple(o for o in named if o not in never_adopted(protocol))
    there = schools.agreed if schools else every_school(protocol.facts)
    return tuple(one for one in named if one in there)


def _where_others_hold(protocol: Protocol) -> frozenset[str]:
    """Return the schools, folded, where another text holds, while this one does at others."""
    if not own_holdings(protocol):
        return frozenset()
    others = (one for one in other_holdings(protocol) if not is_later(one.adoption))
    return frozenset(folded(school) for one in others for school in one.schools)


def never_adopted(protocol: Protocol) -> tuple[str, ...]:
    """Return the schools that a text is meant for, and for which it was not adopted to this day."""
    own = [one for one in adoptions(protocol.facts) if is_on_this_text(one, protocol)]
    every = every_school(protocol.facts)
    return tuple(school for school in every if not any(is_about(one, school) for one in own))


def is_about_adopted(approval: Approval, protocol: Protocol) -> bool:
    """Tell whether an entry is about a school for which the text was adopted, or about all.

    Of a text that was changed since, the one that was adopted counts.
    """
    if changed_since_adoption(protocol):
        told = told_adoptions(protocol)
        return not all(one.schools for one in told) or _is_about_one_of(approval, told)
    if adopted_schools(protocol) is None:
        return True
    return _is_about_one_of(approval, own_holdings(protocol))


def _is_about_one_of(approval: Approval, held: Iterable[Approval | Holding]) -> bool:
    schools = (school for one in held for school in one.schools)
    return any(is_about(approval, school) for school in schools)


def schools_unasked(protocol: Protocol) -> tuple[str, ...]:
    """Return the schools for which no council was asked about a text that others were asked about.

    None where a council decides for all schools, or where none decides for schools of its own.
    """
    asked = [one for one in current(protocol) if is_of_council(one)]
    if not asked:
        return ()
    every = every_school(protocol.facts)
    return tuple(school for school in every if not any(is_about(one, school) for one in asked))


def lacks_schools(facts: Facts, entry: Approval) -> bool:
    """Tell whether a council of some schools is asked about a text for several, and not of which.

    That is an MR, a deelraad or a groeps-MR.
    """
    is_of_some = is_of_council(entry) and kind_of_body(entry.body) in OF_SOME_SCHOOLS
    is_school = facts.organisation.kind is OrganisationKind.SCHOOL
    is_of_one = is_school or len(each_once(facts.applies_to)) < 2
    return is_of_some and not entry.schools and not is_of_one and not is_taken_over(facts)


def councils_without_schools(protocol: Protocol) -> tuple[str, ...]:
    """Return the councils of some schools of which it is not recorded which these are.

    A document that somebody else wrote need not say that of its own decisions.
    """
    known = [one for one in current(protocol) if one.fingerprint or is_own(protocol.facts)]
    return tuple(dict.fromkeys(one.body for one in known if lacks_schools(protocol.facts, one)))
