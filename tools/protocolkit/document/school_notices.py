"""What a cover says of the schools of a text: where it is agreed, adopted, and where not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.base.messages import Translate, mark
from protocolkit.document.adoptions import (
    Holding,
    every_school,
    gone_schools,
    is_gone,
    other_holdings,
    own_holdings,
    replaced_by,
)
from protocolkit.document.agreed_schools import (
    adopted_schools,
    agreed_schools,
    councils_without_schools,
    never_adopted,
    refused_schools,
    schools_unasked,
    uncounted_consents,
    withdrawn_schools,
)
from protocolkit.document.approval_lines import print_date
from protocolkit.document.asking import bodies_named
from protocolkit.document.begins import begins_on, in_turn, is_later
from protocolkit.document.decided_text import changed_since_adoption
from protocolkit.document.endings import ended_schools
from protocolkit.document.facts import PENDING
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded
from protocolkit.text.shortening import first_names

_MOST_PLACES = 12
AND_MORE = mark("{names} and {count} more")
"""The first of many names."""
AGREED = mark("There is consent for {count} of {whole} schools. Not yet for: {places}.")
AGREED_SOME = mark("There is consent for {count} of {whole} schools.")
AGREED_ALL = mark("There is consent for all {count} schools.")
AGREED_ONE = mark("There is consent for {places}.")
NOT_AGREED = mark("There is no consent yet for {places}.")
UNCOUNTED = mark(
    "Not counted, because it is not recorded on which text was decided: the consent of {places}."
)
NOT_GIVEN = mark("Consent was not given for: {places}.")
TAKEN_BACK = mark("The proposal was withdrawn for: {places}.")
ADOPTED = mark("Adopted for {count} of {whole} schools: {names}. Not yet for: {places}.")
ADOPTED_EACH = mark("Adopted on {date} for: {names}.")
UNTIL = mark(
    "Until this text is adopted, another one holds: that was adopted on {date} (version {version})."
)
UNTIL_AT = mark(
    "Until this text is adopted, another one holds for {names}: that was adopted on {date} "
    "(version {version})."
)
IN_TURN = mark("Until this text is adopted, this holds: {versions}.")
IN_TURN_AT = mark("Until this text is adopted, this holds for {names}: {versions}.")
NOW = mark("What holds now is version {version}, since {date}.")
NOW_AT = mark("What holds now for {names} is version {version}, since {date}.")
BESIDE_IN_TURN = mark("For {names} this holds: {versions}.")
BESIDE = mark("For {names} another text holds: that was adopted on {date} (version {version}).")
UNASKED = mark("About this text no council was asked for these schools: {places}.")
GONE = mark(
    "This text is no longer meant for: {places}. What was decided for these schools stays recorded."
)
GONE_BESIDE = mark(
    "This text is not meant for {names}. There the text that was adopted on {date} holds on "
    "(version {version})."
)
GONE_HERE = mark(
    "This text no longer names {names}. It was adopted there, and holds on until another text is."
)
NO_MORE = mark("No more since {date}: {names}. What was decided for this school stays recorded.")
NO_MORE_UNDATED = mark("No more: {names}. What was decided for this school stays recorded.")
RENAMED = mark("{names} was called {other} before. What was decided under that name is about it.")
UNSAID = mark("Of {body} it is not recorded for which schools it decides.")
SCHOOL_SENTENCES = (
    AGREED,
    AGREED_SOME,
    AGREED_ALL,
    AGREED_ONE,
    NOT_AGREED,
    UNCOUNTED,
    NOT_GIVEN,
    TAKEN_BACK,
    ADOPTED,
    ADOPTED_EACH,
    UNTIL,
    UNTIL_AT,
    IN_TURN,
    IN_TURN_AT,
    NOW,
    NOW_AT,
    BESIDE_IN_TURN,
    BESIDE,
    UNASKED,
    GONE,
    GONE_BESIDE,
    GONE_HERE,
    NO_MORE,
    NO_MORE_UNDATED,
    RENAMED,
    UNSAID,
)
"""Every sentence of these that a cover may have."""
_UNTIL = {
    (True, False): UNTIL,
    (False, False): UNTIL_AT,
    (True, True): IN_TURN,
    (False, True): IN_TURN_AT,
}
_NOW = {**_UNTIL, (True, False): NOW, (False, False): NOW_AT}
_BESIDE = {
    **dict.fromkeys(((True, False), (False, False)), BESIDE),
    **dict.fromkeys(((True, True), (False, True)), BESIDE_IN_TURN),
}


def adopted_so_far(protocol: Protocol, translate: Translate) -> str:
    """Say for which schools the text was adopted, where that is done school by school.

    Where another text took the place of a kept version, that is told of these schools.
    """
    schools = adopted_schools(protocol)
    if schools is None or not schools.agreed:
        return ""
    still = [s for s in schools.still if not protocol.is_kept or s in never_adopted(protocol)]
    if not still:
        return ""
    return translate(ADOPTED).format(
        count=len(schools.agreed),
        whole=len(schools.agreed) + len(schools.still),
        names=shortened(schools.agreed, translate),
        places=shortened(still, translate),
    )


def adopted_each(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say when the text was adopted for which schools, where that was not on one day."""
    own = own_holdings(protocol)
    if len({one.adoption.date for one in own}) > 1:
        for one in own:
            date, names = print_date(one.adoption.date, language), shortened(one.schools, translate)
            yield translate(ADOPTED_EACH).format(date=date, names=names)


def holds_elsewhere(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say which other text holds: until this one is adopted, or at the schools where it is not."""
    is_pending, is_changed = protocol.facts.status in PENDING, changed_since_adoption(protocol)
    is_told = is_pending or is_changed or bool(own_holdings(protocol))
    if replaced_by(protocol) is not None or not is_told:
        return
    every = every_school(protocol.facts)
    said = _NOW if is_changed else _UNTIL if is_pending else _BESIDE
    for one in other_holdings(protocol):
        day = begins_on(one.adoption) if is_changed else one.adoption.date
        date, version = print_date(day, language), one.adoption.last_version
        names = tuple(school for school in one.schools if not is_gone(school, protocol.facts))
        is_known = not is_changed or one.adoption.near is None
        if date and version and is_known and (names or not one.schools):
            form = all(map(one.is_at, every)), is_later(one.adoption)
            yield translate(said[form]).format(
                date=date,
                version=version,
                names=shortened(names, translate),
                versions=in_turn(one, protocol.facts, translate, language),
            )


def consent_so_far(protocol: Protocol, translate: Translate) -> Iterator[str]:
    """Say for which schools there is consent, unless the text was adopted for just these.

    For which it was refused or withdrawn is told apart: of these no answer is still to come. A
    consent that stands in the table, and is not counted, is told with why.
    """
    if adopted_schools(protocol) != agreed_schools(protocol):
        yield agreed_so_far(protocol, translate)
        if uncounted := uncounted_consents(protocol):
            yield translate(UNCOUNTED).format(places=shortened(uncounted, translate))
    if refused := refused_schools(protocol):
        yield translate(NOT_GIVEN).format(places=shortened(refused, translate))
    if withdrawn := withdrawn_schools(protocol):
        yield translate(TAKEN_BACK).format(places=shortened(withdrawn, translate))


def agreed_so_far(protocol: Protocol, translate: Translate) -> str:
    """Say for which schools there is consent, where councils decide for schools of their own."""
    schools = agreed_schools(protocol)
    if schools is None:
        return ""
    over = (*refused_schools(protocol), *withdrawn_schools(protocol))
    still = [school for school in schools.still if school not in over]
    count, whole = len(schools.agreed), len(schools.agreed) + len(schools.still)
    if whole == 1:
        said = translate(AGREED_ONE if schools.agreed else NOT_AGREED)
        told = (*schools.agreed, *still)
        return said.format(places=told[0]) if told else ""
    if not whole:
        return ""
    if not schools.still:
        return translate(AGREED_ALL).format(count=count)
    said = AGREED if still else AGREED_SOME
    return translate(said).format(count=count, whole=whole, places=shortened(still, translate))


def unasked_schools(protocol: Protocol, translate: Translate) -> str:
    """Say for which schools no council was asked about the text, where others were by school."""
    schools = schools_unasked(protocol)
    return translate(UNASKED).format(places=shortened(schools, translate)) if schools else ""


def schools_gone(protocol: Protocol, translate: Translate, language: str) -> Iterator[str]:
    """Say of each school that the text is no longer meant for which text holds there, if any."""
    facts, told = protocol.facts, set[str]()
    for one in own_holdings(protocol):
        if names := _gone_at(one, protocol):
            told.update(names)
            yield translate(GONE_HERE).format(names=shortened(names, translate))
    for one in other_holdings(protocol):
        date, version = print_date(one.adoption.date, language), one.adoption.last_version
        if date and version and (names := _gone_at(one, protocol)):
            told.update(names)
            said = translate(GONE_BESIDE)
            yield said.format(names=shortened(names, translate), date=date, version=version)
    ended = ended_schools(facts)
    gone = [one for one in gone_schools(facts) if one not in told and folded(one) not in ended]
    if gone:
        yield translate(GONE).format(places=shortened(gone, translate))
    for school in ended.values():
        said = translate(NO_MORE if school.date else NO_MORE_UNDATED)
        yield said.format(names=school.name, date=print_date(school.date, language))


def schools_renamed(protocol: Protocol, translate: Translate) -> Iterator[str]:
    """Say of each school that got another name, and about which something was decided, its old."""
    named = {folded(one) for entry in protocol.facts.approvals for one in entry.schools}
    for one in protocol.facts.renamed_schools:
        if folded(one.name) in named:
            yield translate(RENAMED).format(names=one.name, other=one.formerly)


def _gone_at(held: Holding, protocol: Protocol) -> tuple[str, ...]:
    """Return the schools where a text holds by an adoption, and that the text is not meant for."""
    facts = protocol.facts
    return tuple(one for one in gone_schools(facts) if is_gone(one, facts) and held.is_at(one))


def schools_unsaid(protocol: Protocol, translate: Translate) -> str:
    """Say of which MR's it is not recorded for which of several schools they decide."""
    bodies = councils_without_schools(protocol)
    return translate(UNSAID).format(body=bodies_named(bodies, translate)) if bodies else ""


def shortened(names: Sequence[str], translate: Translate, most: int = _MOST_PLACES) -> str:
    """Return names in one phrase; of more than ``most`` the first, and how many more there are."""
    return first_names(names, most, translate(AND_MORE))
