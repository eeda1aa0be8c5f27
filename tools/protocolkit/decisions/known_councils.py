"""Whether a council is one that an organisation asked before, and which one a typed name may mean.

A first council of a board, and one that is new, are as lawful as any: nothing is refused but a name
that differs from a known one as a slip of the pen does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from protocolkit.base.problems import error
from protocolkit.document.adoptions import each_once
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.bodies import kind_of_body
from protocolkit.document.facts import Facts
from protocolkit.document.model import Protocol
from protocolkit.document.names import own_names
from protocolkit.text.name_form import folded

COUNCIL_NEAR = error(
    "council-near",
    "A council is not known, and its name is nearly that of one that is",
    "of '{body}' nothing is recorded here yet. Did you mean '{near}'? Nothing was submitted.",
    "Type the name of the council as it is recorded. Is it really another council? Then add --yes.",
)
_SHORTEST, _ALIKE = 3, 0.75
_ARTICLES = frozenset("de het 't een".split())
_FIGURES = re.compile(r"\d+")


def entries_of(facts: Facts, protocols: Iterable[Protocol]) -> tuple[Approval, ...]:
    """Return what is recorded in a protocol, and then in all of the same organisation."""
    own = folded(facts.organisation.name)
    same = (one.facts for one in protocols if folded(one.facts.organisation.name) == own)
    return tuple(entry for one in (facts, *same) for entry in one.approvals)


def known_councils_of(facts: Facts, protocols: Iterable[Protocol]) -> tuple[str, ...]:
    """Return the councils that an organisation asked or informed, and those that they went up in.

    Each as it is recorded first.
    """
    asked = [one for one in entries_of(facts, protocols) if one.right is not Right.ADOPTION]
    return each_once(filter(None, (name for one in asked for name in (one.body, one.ended.into))))


def is_new(body: str, known: Sequence[str], facts: Facts) -> bool:
    """Tell whether a council was not asked before where others were, and is of no known school."""
    if not known or folded(body) in map(folded, known):
        return False
    return not any(folded(name) in folded(body) for name in own_names(facts))


def as_known(body: str, known: Sequence[str]) -> str:
    """Return the name of a council as it is recorded, where it is but for capitals and spaces.

    >>> as_known("gmr  de brug", ["GMR De Brug"]), as_known("MR A", ["GMR De Brug"])
    ('GMR De Brug', 'MR A')
    """
    return next((one for one in known if folded(one) == folded(body)), body)


def nearly(body: str, known: Sequence[str], facts: Facts) -> str:
    """Return the known council whose name a typed one nearly is; "" when it is none.

    Another kind of council, another number and the name of a school are no slip.

    >>> from protocolkit.document.facts import Organisation
    >>> facts = Facts(organisation=Organisation(name="Lindehof"), applies_to=("De Brink",))
    >>> [nearly(body, ["GMR De Brug"], facts) for body in ("GMR de Burg", "G.M.R. De Brug")]
    ['GMR De Brug', 'GMR De Brug']
    >>> [nearly(body, ["GMR De Brug"], facts) for body in ("MR De Brug", "GMR De Brink", "GMR")]
    ['', '', '']
    >>> [nearly(body, ["GMR De Waal"], facts) for body in ("GMR De Wal", "GMR Waal", "GMR De Zaal")]
    ['GMR De Waal', 'GMR De Waal', 'GMR De Waal']
    """
    if folded(body) in map(folded, known):
        return ""
    schools = {word for name in own_names(facts) for word in folded(name).split()}
    return next((one for one in known if _is_slip(body, one, schools)), "")


def _is_slip(body: str, known: str, schools: set[str]) -> bool:
    if kind_of_body(body) is not kind_of_body(known):
        return False
    if _FIGURES.findall(body) != _FIGURES.findall(known):
        return False
    if _signs(body) == _signs(known):
        return True
    typed, words = _words(body), _words(known)
    if typed == words:
        return True
    other = [pair for pair in zip(typed, words, strict=False) if pair[0] != pair[1]]
    if len(typed) != len(words) or len(other) != 1:
        return False
    said, meant = other[0]
    is_long = min(len(said), len(meant)) >= _SHORTEST and said not in schools
    return is_long and SequenceMatcher(None, said, meant).ratio() >= _ALIKE


def _words(name: str) -> list[str]:
    """Return the words of a name but for articles, which people leave out."""
    return [word for word in folded(name).split() if word not in _ARTICLES]


def _signs(name: str) -> str:
    return "".join(sign for sign in folded(name) if sign.isalnum())
