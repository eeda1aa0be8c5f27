"""Whether one of two clauses on one question keeps at school what the other one has at home.

'Een leerling met luizen mag op school blijven' and 'Een leerling met luizen blijft thuis' deny
nothing of each other, and no pupil does both. Who goes home alone is another question than whether
he goes home.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import product

from protocolkit.norms.norm import Modality, Party
from protocolkit.relations.bare_rules import BareRule, bare_rules, shared_things
from protocolkit.relations.polarity import Opposition
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import terms_of
from protocolkit.text.late_patterns import late

_STAYS = r"(?:blijf|blijft|blijven|hou|houdt|houden|bewaart?|bewaren|laat|laten)"
_AT_HOME = late(
    rf"\b{_STAYS}\b[^.;]*\bthuis\b|\bthuis\b[^.;]*\b{_STAYS}\b|\bthuis(?:blijven|houden|laten)\b"
    r"|\bnaar huis\b|\bhaal(?:t|en)?\b[^.;]* op\b|\b(?:op|af)(?:ge)?(?:haald|halen)\b",
    re.IGNORECASE,
)
_AT_SCHOOL = late(
    rf"\b{_STAYS}\b[^.;]*\b(?:op|in|binnen) (?:de )?(?:school|klas)\b"
    rf"|\b(?:op|in|binnen) (?:de )?(?:school|klas)\b[^.;]*\b{_STAYS}\b"
    r"|\b(?:kom(?:t|en)?|gaat|gaan|mag|mogen)\b[^.;]*\bnaar (?:de )?school\b",
    re.IGNORECASE,
)
_HOW = late(r"\b(?:alleen|zelfstandig|zelf|begeleid(?:ing)?|lopend|fiets|taxi)\b", re.IGNORECASE)
_PLACES = "huis thuis school klas blijven gaan komen dag dezelfde"
_LEAST_SHARED = 1


class _Where(Enum):
    """Where somebody or something is to be, or may be."""

    HOME = "home"
    MAY_HOME = "may be home"
    SCHOOL = "school"
    MAY_SCHOOL = "may be at school"


_APART = frozenset(
    {
        frozenset({_Where.HOME, _Where.SCHOOL}),
        frozenset({_Where.HOME, _Where.MAY_SCHOOL}),
        frozenset({_Where.SCHOOL, _Where.MAY_HOME}),
    }
)


def kept_apart(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses on one question has at home what the other has at school."""
    for one, other in product(bare_rules(left), bare_rules(right)):
        places = frozenset({_where(one), _where(other)})
        if places not in _APART or _are_others(one, other):
            continue
        if _is_one_thing(one, other) and not _is_excepted(one, other):
            yield Opposition(left=one.norm.words, right=other.norm.words)


def is_kept_alike(one: BareRule, other: BareRule) -> bool:
    """Tell whether two rules have one thing at home, or both at school."""
    where = _where(one)
    return where is not None and where is _where(other) and _is_one_thing(one, other)


def _where(rule: BareRule) -> _Where | None:
    if _HOW.search(rule.said):
        return None
    is_home, is_school = bool(_AT_HOME.search(rule.said)), bool(_AT_SCHOOL.search(rule.said))
    if is_home is is_school:
        return None
    match rule.norm.modality:
        case Modality.OBLIGATION:
            return _Where.HOME if is_home else _Where.SCHOOL
        case Modality.PROHIBITION:
            return _Where.SCHOOL if is_home else _Where.HOME
        case Modality.PERMISSION:
            return _Where.MAY_HOME if is_home else _Where.MAY_SCHOOL
        case _:
            return None


def _is_one_thing(one: BareRule, other: BareRule) -> bool:
    """Tell whether both are about one thing beside the place, or each about nothing else."""
    shared = shared_things(one, other) - terms_of(_PLACES)
    return len(shared) >= _LEAST_SHARED


def _are_others(one: BareRule, other: BareRule) -> bool:
    """Tell whether only one of two rules is about who works at the school."""
    staff = [set(rule.norm.parties) == {Party.STAFF} for rule in (one, other)]
    return any(staff) and Party.STAFF not in {*one.norm.parties} & {*other.norm.parties}


def _is_excepted(one: BareRule, other: BareRule) -> bool:
    return any(c.excepts for rule in (one, other) for c in rule.sentence.conditions)
