"""On whose behalf somebody speaks, as far as that is said: a council, a section of one, a member.

Nothing is guessed. The name of a person says nothing of that, nor does the council that stands in
brackets behind it: whoever sits in a council does not speak for it.
"""

from __future__ import annotations

import re
from enum import Enum

from protocolkit.text.words import tokens

# The most words of a name, or of a council with its school.
_MOST_NAME = 5
# 'MR' is a council and 'Mr.' a title. A council of parents or of pupils has no say by law, and one
# of a town or of a board is no council of a school.
_COUNCIL_WORD = (
    r"(?:\b(?:[GD]?MR|OPR)\b(?!\.)"
    r"|\b(?i:(?:medezeggenschaps|deel-?|thema|ondersteuningsplan)?raad)\b"
    r"(?!\s+(?i:van\s+(?:toezicht|bestuur|commissarissen))))"
)
_SECTION_WORD = r"(?i:\b(?:\w*geleding|ouders|personeel|leerlingen)\b)"
_COUNCIL, _SECTION = re.compile(_COUNCIL_WORD), re.compile(_SECTION_WORD)
_BEGIN = r"\s*(?i:namens\s+)?(?i:(?:de|het|onze|alle)\s+)?(?i:leden\s+van\s+(?:de\s+)?)?"
_IS_SECTION = re.compile(rf"{_BEGIN}{_SECTION_WORD}")
_IS_COUNCIL = re.compile(rf"{_BEGIN}(?i:hele\s+|voltallige\s+)?{_COUNCIL_WORD}")
# A member of a council is not the council, and 'Jan Lid' is a name.
_MEMBER = re.compile(
    r"\b(?-i:lid|LID)\b|^\W*lid\b|-lid\b|\b(?:mezelf|mijzelf|mij|me|ikzelf|zichzelf)\b|\b(?:persoonlijk|eigen\s+titel)\b",
    re.IGNORECASE,
)
_NAMENS = re.compile(r"\bnamens\b(?:\s+wie)?\s*:?\s*(?P<whom>[^.,:;!?\n]{1,80})", re.IGNORECASE)
_LINE = re.compile(r"\s*namens(?:\s+wie)?\s*:\s*(?P<whom>[^\n]{1,120}?)\s*", re.IGNORECASE)
_MINUTES = re.compile(
    r"\s*(?i:(?:concept\s*)?(?:notulen|verslag|advies|reactie))\b(?P<rest>[^\n]*)"
)
# Who gets it does not say it: 'Reactie van het bestuur aan de MR'.
_TO_COUNCIL = re.compile(rf"\b(?i:aan|voor)\s+(?i:(?:de|het|onze)\s+)?{_COUNCIL_WORD}")
_MEMBER_OF = re.compile(rf"(?i:\b(?:een\s+)?lid\s+van\s+(?:de\s+)?){_COUNCIL_WORD}")
# 'GMR De Brug (ouders)', as our own papers call a section.
_IN_BRACKETS = (
    r"[^\n()]{0,60}\(\s*(?i:ouders(?:\s+en\s+leerlingen)?|personeel|leerlingen|\w*geleding)\s*\)"
)
_SECTION_OF = re.compile(rf"(?i:\b\w+geleding\b)|{_COUNCIL_WORD}{_IN_BRACKETS}")
_SAYS = (
    r"\s+(?:vindt|vinden|mist|missen|vraagt|vragen|wil|willen|adviseert|verzoekt|meent"
    r"|stelt\s+voor)\b"
)
_SPEAKS = re.compile(rf"(?P<whom>{_COUNCIL_WORD}|{_SECTION_WORD}){_SAYS}")
# 'Een lid van de raad vindt', 'enkele leden van de raad vinden': the council says nothing.
_OF_MEMBERS = re.compile(
    r"\b(?:\w*lid|(?:enkele|sommige|meerdere|twee|drie|een paar)\s+leden)\s+"
    r"(?:(?:van|uit|in)\s+)?(?:(?:de|het|onze)\s+)?$",
    re.IGNORECASE,
)
# What says on whose behalf, and no more: 'de oudergeleding van de GMR', 'GMR De Brug', 'een lid'.
_OF_COUNCIL = rf"(?:\s+(?i:van|uit|in)\s+(?i:(?:de|het|onze)\s+)?{_COUNCIL_WORD})?"
_ONLY = re.compile(
    rf"{_BEGIN}(?:(?i:hele\s+|voltallige\s+)?{_COUNCIL_WORD}(?:\s+[A-Z]\w*){{0,4}}"
    rf"|(?:(?:de|het|onze|alle|een)\s+)?{_SECTION_WORD}{_OF_COUNCIL}"
    rf"|(?i:(?:een|als|ik\s+als)\s+)?(?i:\w*lid|mezelf|mijzelf|mij|ikzelf|op\s+eigen\s+titel)"
    rf"{_OF_COUNCIL})\s*[.,]?\s*(?:\([^()]{{1,60}}\))?\s*"
)


class Side(Enum):
    """On whose behalf a remark was made, without a name."""

    COUNCIL = "raad"
    SECTION = "geleding"
    MEMBER = "lid"
    UNKNOWN = "onbekend"


SIDES = tuple(one.value for one in Side if one is not Side.UNKNOWN)
"""What a person can say of it."""


def side_of(whom: str) -> Side:
    """Return what somebody filled in where it was asked on whose behalf they speak.

    >>> side_of("de oudergeleding van de GMR"), side_of("mevrouw P. Jansen")
    (<Side.SECTION: 'geleding'>, <Side.UNKNOWN: 'onbekend'>)
    """
    if _MEMBER.search(whom):
        return Side.MEMBER
    if _SECTION.search(whom):
        return Side.SECTION
    return Side.COUNCIL if _COUNCIL.search(whom) else Side.UNKNOWN


def is_only_whom(said: str) -> bool:
    """Tell whether words say on whose behalf somebody speaks, and nothing else.

    >>> is_only_whom("de oudergeleding"), is_only_whom("ouders vinden dit te streng")
    (True, False)
    """
    return bool(_ONLY.fullmatch(said))


def says_more_than_whom(said: str) -> bool:
    """Tell whether words say more than on whose behalf somebody speaks, as in the wrong column."""
    words = said.strip()
    is_sentence = words.endswith((".", "?", "!")) and " " in words
    return not is_only_whom(words) and (is_sentence or len(tokens(words)) > _MOST_NAME)


def side_of_author(author: str) -> Side:
    """Return on whose behalf an author speaks who is no person: the name of a file's user.

    >>> side_of_author("MR De Brug"), side_of_author("P. Jansen (GMR)")
    (<Side.COUNCIL: 'raad'>, <Side.UNKNOWN: 'onbekend'>)
    """
    if _MEMBER.search(author):
        return Side.MEMBER
    if _IS_SECTION.match(author) or re.match(_BEGIN + _COUNCIL_WORD + _IN_BRACKETS, author):
        return Side.SECTION
    return Side.COUNCIL if _IS_COUNCIL.match(author) else Side.UNKNOWN


def side_words(side: Side) -> str:
    """Return what stands in a file for on whose behalf somebody speaks: open when unknown."""
    return "" if side is Side.UNKNOWN else side.value


def declared_whom(text: str) -> str:
    """Return whom a line names that says nothing else: 'Namens: de oudergeleding'."""
    found = _LINE.fullmatch(text)
    return found["whom"] if found else ""


def namens(text: str) -> str:
    """Return behind 'namens' whom it names, "" without that.

    >>> namens("Hierbij onze reactie namens de oudergeleding."), namens("namens Jan Bos")
    ('de oudergeleding', '')
    """
    for found in _NAMENS.finditer(text):
        if side_of(found["whom"]) is not Side.UNKNOWN:
            return found["whom"].strip()
    return ""


def said_whom(text: str) -> str:
    """Return on whose behalf a remark says that it speaks, "" when it does not say so.

    >>> said_whom("De raad vindt dit te lang."), said_whom("Waarom de ouders?")
    ('raad', '')
    """
    speaks = _SPEAKS.search(text)
    if speaks and _OF_MEMBERS.search(text[: speaks.start()]):
        return Side.MEMBER.value
    return namens(text) or (speaks["whom"] if speaks else "")


def whom_of_minutes(text: str) -> str:
    """Return of whom a text is the minutes, an advice or a reaction, as its first line says.

    >>> whom_of_minutes("Verslag MR De Akker, 9 mei"), whom_of_minutes("Reactie aan de MR")
    ('MR', '')
    """
    found = _MINUTES.match(text)
    said = _TO_COUNCIL.sub("", found["rest"]) if found else ""
    ways = (one.search(said) for one in (_MEMBER_OF, _SECTION_OF, _COUNCIL))
    return next((whom[0] for whom in ways if whom), "")
