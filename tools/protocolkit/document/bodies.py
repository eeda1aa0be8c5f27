"""Which kind of council a name is of, and which sections a council has; by their usual names.

A school has an MR, a board with several schools a GMR; deelraad, groeps-MR and themaraad act by
rules of their own, so nothing is concluded of these. After the Wms (articles 3, 4, 16 and 20), read
in the law as it stood in 2015.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from protocolkit.document.approvals import (
    UNANSWERED,
    Approval,
    Right,
    are_for_other_schools,
)
from protocolkit.document.council_sections import SECTIONS, missing_sections
from protocolkit.document.decided_text import asked_of
from protocolkit.document.entry_text import are_on_other_texts


class BodyKind(Enum):
    """What kind of council a body is; ``OTHER`` is what its name does not tell.

    ``PART`` is a deelraad or a groeps-MR: as an MR it is of one school, or of some of them.
    """

    GMR = "gmr"
    MR = "mr"
    PART = "part"
    OTHER = "other"


OF_SOME_SCHOOLS = (BodyKind.MR, BodyKind.PART)
"""The kinds of which none is of all schools of a board."""


_PART = re.compile(r"\bdeel-?raad|\bgroeps-?\s?m", re.IGNORECASE)
_NEITHER = re.compile(r"\bthemaraad|\(G\)\s?MR", re.IGNORECASE)
_GMR = re.compile(
    r"\b[po]?G\.?\s?M\.?\s?R\b|gemeenschappelijke\s+medezeggenschapsraad", re.IGNORECASE
)
_MR = re.compile(r"\b[po]?M\.?\s?R\b|\bmedezeggenschapsraad", re.IGNORECASE)

_SECTION = re.compile(r"geleding\b|\b(?:ouder|leerlingen|deelnemers|studenten)raad", re.IGNORECASE)

_WITHOUT_RIGHT = re.compile(
    r"\bouder(?:vereniging|commissie|raad|comité)|\b(?:leerlingen|studenten)raad|klankbord"
    r"|\bpersoneelsvereniging|\braad\s+van\s+toezicht|\b(?:rvt|cvb|mt)\b|bestuur\b|\bdirecti?e"
    r"|\bdirecteur|managementteam|\bteam\b|\bstichting\b",
    re.IGNORECASE,
)

_COUNCIL_RIGHTS = (Right.CONSENT, Right.ADVICE)


def kind_of_body(name: str) -> BodyKind:
    """Return what kind of council a name is of.

    >>> [kind_of_body(name).value for name in ("GMR-PO Lucas", "MR De Brug", "Groeps-MR Noord")]
    ['gmr', 'mr', 'part']
    """
    if _PART.search(name):
        return BodyKind.PART
    if _NEITHER.search(name):
        return BodyKind.OTHER
    if _GMR.search(name):
        return BodyKind.GMR
    return BodyKind.MR if _MR.search(name) else BodyKind.OTHER


def is_named_council(name: str) -> bool:
    """Tell whether a name is that of a council, or of a section of one.

    >>> [is_named_council(name) for name in ("GMR Lindehof", "oudergeleding", "CvB Lindehof")]
    [True, True, False]
    """
    return any(one.search(name) for one in (_PART, _NEITHER, _GMR, _MR, _SECTION))


def is_without_right(name: str) -> bool:
    """Tell whether by its name a body has no right of consent or advice: it is no such council.

    >>> names = ("Oudervereniging De Brug", "Raad van toezicht", "MR De Bestuurder", "Raad A")
    >>> [is_without_right(name) for name in names]
    [True, True, False, False]
    """
    is_council = any(one.search(name) for one in (_PART, _NEITHER, _GMR, _MR))
    return bool(_WITHOUT_RIGHT.search(name)) and not is_council


def is_of_council(entry: Approval) -> bool:
    """Tell whether a council was asked for consent or advice, and was not only informed."""
    return entry.right in _COUNCIL_RIGHTS


def beside_gmr(entries: Iterable[Approval]) -> tuple[Approval, Approval] | None:
    """Return a GMR and an MR that were asked about one text for one school; None without these.

    For schools that the GMR was not asked for, an MR may be. ``entries`` are the latest of each
    question.
    """
    known = (one for one in entries if one.fingerprint and one.decision not in UNANSWERED)
    asked = [one for one in known if is_of_council(one)]
    for gmr in (one for one in asked if kind_of_body(one.body) is BodyKind.GMR):
        for mr in (one for one in asked if kind_of_body(one.body) is BodyKind.MR):
            if not are_on_other_texts(gmr, mr) and not are_for_other_schools(gmr, mr):
                return gmr, mr
    return None


def sections_passed_over(asked: Iterable[Approval], sector: str) -> dict[str, tuple[str, ...]]:
    """Return by council which sections got nothing while another section was asked.

    ``asked`` is what the councils got of one text, information too. Where a council was asked as a
    whole, or a section has a name that is not known, nothing can be told.
    """
    found: dict[str, tuple[str, ...]] = {}
    by_body: dict[str, list[Approval]] = {}
    for entry in asked:
        by_body.setdefault(asked_of(entry)[0], []).append(entry)
    for entries in by_body.values():
        sections = {asked_of(one)[1] for one in entries}
        if not sections <= SECTIONS or not any(map(is_of_council, entries)):
            continue
        if missing := missing_sections(sections, sector):
            found[entries[0].body] = missing
    return found
