"""Organisations in education: what their names begin or end with, and the sectors there are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.document.facts import OrganisationKind
from protocolkit.text.legal_forms import LEGAL_FORMS

BOARD_WORDS = (*LEGAL_FORMS, "scholengroep")
"""What the name of a board begins with, and what is left out where it is filed."""

SCHOOL_WORDS = (
    *("basisschool", "obs", "cbs", "pcbs", "kbs", "rkbs", "gbs", "sbo", "ikc", "kindcentrum"),
    *("scholengemeenschap", "sg"),
)
"""What the name of a school begins with."""

SCHOOL_ENDINGS = ("college", "lyceum", "gymnasium")
"""What the name of a school ends in."""

_KIND_WORD = re.compile(
    rf"^(?:{'|'.join((*BOARD_WORDS, *SCHOOL_WORDS))})\s+|\s+(?:{'|'.join(SCHOOL_ENDINGS)})$",
    re.IGNORECASE,
)
_BOARD_WORD = re.compile(rf"^(?:{'|'.join(BOARD_WORDS)})\s+", re.IGNORECASE)

SCHOOL_NAME = re.compile(
    rf"^(?!(?:{'|'.join(BOARD_WORDS)})\s)(?!.*bestuur)"
    rf"(?:.*\s)?(?:{'|'.join((*SCHOOL_WORDS, *SCHOOL_ENDINGS))}|\w*school)(?:\s|$)",
    re.IGNORECASE,
)
"""The name of a school, without the points of an abbreviation; the composer has it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector of education: its code in front matter, its name, and what texts call it.

    ``name`` is for users; ``education`` stands in a text ('voor primair onderwijs'), ``others``
    are other words for it.
    """

    code: str
    name: Marked
    education: str
    others: tuple[str, ...] = ()


SECTORS = (
    Sector(
        code="po",
        name=mark("primary education"),
        education="primair onderwijs",
        others=("basisonderwijs",),
    ),
    Sector(code="vo", name=mark("secondary education"), education="voortgezet onderwijs"),
    Sector(code="so", name=mark("special education"), education="speciaal onderwijs"),
    Sector(code="mbo", name=mark("vocational education"), education="middelbaar beroepsonderwijs"),
)
SECTOR_CODES = tuple(sector.code for sector in SECTORS)
_BY_CODE = {sector.code: sector for sector in SECTORS}


def sector_name(code: str, translate: Translate) -> str:
    """Return a sector as users read it; one that is not known is left as it stands."""
    return translate(_BY_CODE[code].name) if code in _BY_CODE else code


_KINDS = {
    OrganisationKind.BOARD: mark("board"),
    OrganisationKind.SCHOOL: mark("school"),
    OrganisationKind.OFFICE: mark("office"),
}


def kind_name(kind: OrganisationKind, translate: Translate) -> str:
    """Return a kind of organisation as users read it."""
    return translate(_KINDS[kind])


def education_of(code: str) -> str:
    """Return what a text calls the education of a sector, or ``""`` when it is not known."""
    return _BY_CODE[code].education if code in _BY_CODE else ""


def short_organisation(name: str) -> str:
    """Leave out what many names begin with: 'Stichting De Brug' is filed under 'de-brug'."""
    return _BOARD_WORD.sub("", name) or name


def without_kind(name: str) -> str:
    """Leave out of a name what says that it is a board or a school: 'obs De Ark' is 'De Ark'."""
    return _KIND_WORD.sub("", name) or name


def kind_of_name(name: str) -> OrganisationKind:
    """Guess from its name whether an organisation is a school; a foundation is a board."""
    is_school = SCHOOL_NAME.match(" ".join(name.replace(".", "").split()))
    return OrganisationKind.SCHOOL if is_school else OrganisationKind.BOARD
