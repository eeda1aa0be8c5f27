"""Lines of a text that say which document it is: its number, who wrote it, its year.

They are told and not counted, as the lines on its status. A line is one when nothing but a closed
label and a number, a person or a body stands in it, or a name of the text and a day.
"""

from __future__ import annotations

import re

from protocolkit.changes.status_signs import BODY, DAY, NAME, NUMBER, SCHOOL_YEAR
from protocolkit.text.late_patterns import late
from protocolkit.text.name_forms import INITIALS, ONE_TITLE, PARTICLE, UPPER

_OF_NUMBER = r"n(?:umme)?r"
_REFERENCE = late(
    r"(?:(?:ons )?(?:kenmerk|referentie)"
    rf"|(?:document|doc|registratie|zaak|dossier)(?:code|{_OF_NUMBER}))\.?(?:: ?| )"
    # Less than three digits is an amount, as in 'Kenmerk: 3', unless a sign parts them: '12-B'.
    r"(?=(?:\D*\d){3}|\S*\d[./_-]\S|\S*[A-Z][./_-]\S*\d)(?-i:[A-Z\d])[A-Z\d./_-]*[A-Z\d]\.?",
    re.IGNORECASE,
)
# What an archive writes on a document.
_ARCHIVED = late(
    r"(?:(?:type|soort) document|document(?:type|soort)): ?"
    r"(?:protocol|reglement|beleid(?:splan|sstuk)?|regeling|richtlijn)\.?"
    r"|(?:classificatie|vertrouwelijkheid|rubricering): ?(?:intern|openbaar|vertrouwelijk)\.?"
    r"|bestand(?:snaam)?: ?[\w.()-]+\.(?:docx?|pdf|odt|md)"
    r"|document(?:naam|titel): ?[\w-]*(?:protocol|reglement|regeling|beleid|richtlijn|gedragscode)"
    r"(?: [\w.-]+){0,6}",
    re.IGNORECASE,
)
_SURNAME = rf"{PARTICLE}?[{UPPER}][\w'’-]+(?: [{UPPER}][\w'’-]+)?"
_INITIALS = rf"(?-i:(?:(?:{ONE_TITLE}|{BODY}\.)\s+)*{INITIALS}{_SURNAME})"
# Two words with capitals may be who plays a part or a firm: then it is no person.
_FUNCTION = (
    r"(?!.*(?:leerling|lera|leerkracht|docent|mentor|ouder|intern|begeleider|co[oö]rdinator"
    r"|school|team|google|microsoft|open|chat|copilot|gemini))"
)
_FULL_NAME = rf"(?-i:[A-Z][a-zà-ÿ]+ {_SURNAME})"
_BODIES = rf"{BODY}(?: (?-i:[A-Z]{{2,4}}))?"
_BEHIND = rf"(?:,? \(?(?:{DAY}|{SCHOOL_YEAR}|{NUMBER})\)?)?\.?"
_OWNED_BY = rf"(?:{_INITIALS}|{_BODIES}|{NAME})"
# 'werkgroep veiligheid', 'afdeling kwaliteit en zorg': behind its label alone, with few words.
_GROUP = (
    r"(?:de )?(?:(?:werk|project|regie|stuur|klankbord|kern)groep|commissie|afdeling|dienst"
    r"|(?:staf|bestuurs|service|onderwijs)bureau)"
    r"(?:,? (?!(?:die|dat|moet|mag|kan)\b)[^\W\d_][\w'’-]*){0,4}"
)
# 'tuincommissie', 'het tuinteam': a group has its subject in its name.
_NAMED_GROUP = r"(?:de |het )?[a-zà-ÿ-]{2,}(?:commissie|groep|team|raad|bureau)"
_ROLE = (
    rf"(?: ?\((?:{BODY}|[\w-]*(?:directeur|co[oö]rdinator|begeleider|leider|adviseur|medewerker"
    r"|bestuurder|leerkracht|leraar|docent|mentor|voorzitter|secretaris|conciërge)"
    r"|intern begeleider|ib['’]er|functionaris gegevensbescherming|privacy officer)\))?"
)
_WRITTEN_BY = rf"(?:{_OWNED_BY}|{_FUNCTION}{_FULL_NAME}){_ROLE}"
_WRITER = late(
    r"(?:auteurs?|opstellers?|opgesteld door|redactie|samenstell(?:er|ing)): ?"
    rf"{_WRITTEN_BY}(?:(?:, | en ){_WRITTEN_BY}){{0,5}}{_BEHIND}"
    rf"|(?:document|proces|beleids)?eigenaar: ?{_OWNED_BY}{_BEHIND}",
    re.IGNORECASE,
)
# Nothing but who made a text can stand behind these; 'Eigenaar: de leerling' may be a rule.
_MADE = late(
    r"(?:opgesteld door|(?:document|proces|beleids)(?:eigenaar|beheerder)): ?"
    r"[^\W\d_][\w'’-]*"
    r"(?: (?!(?:die|dat|wie|is|zijn|moet|mag|kan|wordt|binnen|elke?|uiterlijk|samen|met|voor|een"
    r"|in|op|na|om)\b)[^\W\d_][\w'’-]*){0,3}\.?",
    re.IGNORECASE,
)
_GROUP_LABEL = late(
    r"(?:auteurs?|opstellers?|opgesteld door|(?:document|proces|beleids)?eigenaar): ?"
    rf"{_GROUP}\.?"
    rf"|(?:(?:auteurs?|opstellers?): ?|opgesteld door:? ){_NAMED_GROUP}\.?",
    re.IGNORECASE,
)
_MAKER = late(
    rf"(?i:{_WRITTEN_BY}|{_NAMED_GROUP}|{_GROUP})|[A-Z][\w'’-]+",
)
_AND = late(r", | en | ?/ ?")
_DATED = late(
    rf"{SCHOOL_YEAR}\.?|(?:(?:[Dd]oor|[Nn]amens):? )?{BODY}[:,]? {DAY}\.?"
    rf"|{NAME}(?:,? | ?[-–—|] ?)\(?(?:{DAY}|{SCHOOL_YEAR}|{NUMBER})\)?\.?"
)


def is_document_line(text: str, signed: str, *, may_be_bare: bool = True) -> bool:
    """Tell whether a line says nothing but which document this is.

    ``signed`` is the line as ``in_signs`` gives it. ``may_be_bare`` takes a day behind a body or a
    name, and a school year alone: in a table or a point they are about something else.

    >>> is_document_line("Kenmerk: 2026-017", "Kenmerk: 2026-017")
    True
    >>> is_document_line("Kenmerk: 3 dagen", "Kenmerk: 3 dagen")
    False
    """
    if any(line.fullmatch(text) for line in (_REFERENCE, _ARCHIVED, _GROUP_LABEL, _MADE)):
        return True
    if _WRITER.fullmatch(signed):
        return True
    return may_be_bare and _DATED.fullmatch(signed) is not None


def is_maker(text: str, signed: str) -> bool:
    """Tell whether a text is no more than who wrote a text: persons, groups, bodies.

    >>> is_maker("J. de Vries, tuincommissie", "J. de Vries, tuincommissie")
    True
    >>> is_maker("wie de foto maakt", "wie de foto maakt")
    False
    """
    said = zip(_AND.split(text), _AND.split(signed), strict=False)
    return all(_MAKER.fullmatch(one) or _MAKER.fullmatch(other) for one, other in said)
