"""Which words of a clause lean on what stands before it in its own document.

Taken out of that document, such a clause speaks of something that may not be there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from protocolkit.document.model import Clause, Footnote
from protocolkit.document.outline import clause_text
from protocolkit.text.function_words import ASKING, COMMON_MODALS, CONDITIONAL, POINTING, either
from protocolkit.text.late_patterns import late
from protocolkit.text.legal_forms import LEGAL_FORM
from protocolkit.text.sentences import sentence_spans

# What points at other text wherever it stands; 'deze punten' after a list of them does not.
_ELSEWHERE = late(
    r"\b(?:(?:de|het|deze|dit)\s+)?(?:voorafgaande|voorgaande|vorige|bovenstaande|vorenstaande"
    r"|onderstaande|hieronder\s+(?:genoemde|vermelde)|bovengenoemde|bovenvermelde|eerdergenoemde"
    r"|eerder\s+genoemde|voornoemde)"
    r"(?:\s+(?:punt(?:en)?|artikel(?:en)?|lid|leden|bepaling(?:en)?|regels?|paragra(?:af|fen)"
    r"|hoofdstuk(?:ken)?|alinea|zin(?:nen)?|tekst|\w+))?"
    r"|\bzie\s+ook:\s+[^.\n]{3,80}"
    # by a number or a name that it has there
    r"|\b(?:zie|zoals|als)\s+(?:ook\s+)?(?:(?:bedoeld|genoemd|beschreven|vermeld)\s+)?"
    r"(?:onder|bij)\s+(?:\d+(?:\.\d+)*|[a-z])\b(?!\.\d|\s+(?:jaar|uur|dag|week|maand))"
    r"|\bzie\s+(?:ook\s+)?\d+(?:\.\d+)+"
    r"|\b(?:(?:(?:(?:het|wat)\s+)?(?:bepaalde|gestelde)|bedoeld|genoemd|beschreven|vermeld|omschreven"
    r"|staat)\s+(?:in|onder|bij)|volgens|conform)\s+\d+(?:\.\d+)+(?!\s+uur)"
    r"|\b(?:bijlage|pagina|bladzijde|blz\.?|noot|deel|stap|schema|tabel|figuur)\s+"
    r"(?:\d+(?:\.\d+)*|(?-i:[A-Z]|[IVX]+))(?![\w:]|\.\d)"
    r"|\bstappen\s+\d+\s+(?:en|t/m|tot\s+en\s+met)\s+\d+"
    r"|\bhet\s+hoofdstuk\s+[‘'“\"]?(?-i:[A-Z])\w+"
    r"|\b(?:zoals\s+)?hier(?:boven|onder)\b(?:\s+(?:genoemd|vermeld|beschreven|staat))?",
    re.IGNORECASE,
)
# How many parts a text has is true of that text, unless it names them at once.
_COUNTED = late(
    r"\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|[2-9]|10)\s+(?:\w+e\s+)?"
    r"(?:functies|pijlers|thema['’]?s|onderdelen|uitgangspunten|hoofdstukken|delen|rubrieken"
    r"|categorieën|kernwaarden|hoofdregels|gedragsregels|richtlijnen|paragrafen)\b"
    r"(?![^.\n]*:)",
    re.IGNORECASE,
)
_VERB = (
    rf"(?:geldt|gelden|betekent|houdt|houden|{either(COMMON_MODALS)}|wordt|worden"
    r"|gebeurt|doet|doen|zijn|heeft|hebben|gaat|gaan|hoeft|vraagt|blijft|vindt|volgt|komt|zorgt"
    r"|neemt|geeft|meldt|bespreekt|beoordeelt|bepaalt|beslist|informeert|overlegt|stelt|krijgt"
    r"|krijgen|behandelt|onderzoekt|regelt)"
)
# 'Deze afspraken', 'dit protocol', 'op deze school' are right in any text.
_ITSELF = (
    r"(?!\w*(?:protocol|document|reglement|statuut|beleid|plan|stuk|lid|richtlijn|afspraken|regels"
    r"|regeling|code|leidraad|notitie|handreiking|versie|tekst|artikel|bijlage|pagina|gids|folder"
    rf"|site|school|scholen|schoolgroep|{LEGAL_FORM}|organisatie|bestuur|jaar|maand|week"
    r"|moment|dag)(?:s|en)?\b)"
)
_OPENING = late(
    r"(?:\.\.\.|…|(?:Toch|Bovendien|Daarnaast|Daarom|Daar(?:na|op|van|over|aan|in|bij|door|mee|toe"
    r"|voor|tegen)|Hier(?:bij|door|mee|toe|voor|in|van|op|na|over|aan|uit)|Echter|Ook|Dan"
    r"|Wel(?! of\b)|(?:Zij|Ze|Hij)(?! die\b)|Het is een \w+ waar\w* (?:ze|zij|hij)"
    r"|Vervolgens|Verder|Tevens|Eveneens|Anders|Zo ja|Zo niet|Pas dan|Idem|Ten (?:tweede|derde)"
    r"|Hetzelfde geldt|Dit is(?! (?:(?:het|een|ons|de|onze) )?\w*(?:protocol|document|reglement)\b)"
    rf"|(?:Dat|Die) {_VERB}|De (?:laatst|eerst)genoemde"
    rf"|(?:(?:In|Op|Om|Voor|Bij|Van|Aan|Met|Na|Over|Tegen|Uit) (?:{either(POINTING)}|zulke|beide)"
    rf"|Deze|Dit(?! is\b)) {_ITSELF}[a-zà-ÿ]+"
    rf"|(?:Als|Indien|Wanneer|Zodra|Mocht) (?:(?:zij|hij|ze|men) )?(?:{either(POINTING - {'die'})})"
    r" (?:niet|toch|opnieuw|nogmaals|gebeurt|blijkt|helpt|het geval))\b)"
)
# Before anything in the sentence that it may speak of: 'Bij overtreding hiervan', 'De school let
# daarop'. After a comma or a word that joins it speaks of that; 'daarvoor … dat' looks ahead.
_ALREADY = late(
    r"(?P<before>[^,;:()–—]*?)\b(?P<words>(?:hier|daar)(?:van|op|over|aan|uit|tegen|toe|in|bij|voor"
    r"|door|mee|na|onder)(?![^.]*\bdat\b)|(?:(?:eerder|reeds|hier) )?(?:genoemde|bedoelde"
    r"|vermelde|beschreven|(?:des)?betreffende) [a-zà-ÿ]+)\b",
    re.IGNORECASE,
)
_JOINS = late(
    rf"\b(?:{either(CONDITIONAL | ASKING)}|en|of|maar|want|zodra|zolang|dat|die|om|waar\w*|omdat"
    r"|zodat|nadat|voordat|terwijl|hoewel|een|dit protocol|artikel|bijlage)\b",
    re.IGNORECASE,
)
_POINTER = late(
    r"\b(?:hiermee|hierboven|bovenstaande?|boven(?:genoemde?|vermelde?)|voornoemde?|vorenstaande?"
    r"|voorgaande|eerdergenoemde?|deze laatste)\b",
    re.IGNORECASE,
)
# A year, a school year, a test: these were before in time, not in the text.
_IN_TIME = late(
    r"vorige\s+(?:school|week|weken|maand|jaar|schooljaar|keer|les|dag|eeuw)", re.IGNORECASE
)


# A wording is looked at wherever it is offered, as often as a question of a talk is made again.
@lru_cache(maxsize=1024)
def words_leaning(text: str) -> str:
    """Return the words with which a clause leans on text elsewhere, or ``""``.

    >>> words_leaning("De leerling meldt het, indien hij weet van de voorafgaande punten.")
    'de voorafgaande punten'
    >>> words_leaning("Zie ook: sancties en gevolgen.")
    'Zie ook: sancties en gevolgen'
    >>> words_leaning("Dit protocol gaat uit van drie functies van sociale media.")
    'drie functies'
    >>> words_leaning("Toch mag het in de pauze."), words_leaning("Het mag in de pauze.")
    ('Toch', '')
    """
    return _words_elsewhere(text) or words_referring_back(text)


def item_leaning(item: Clause | Footnote) -> str:
    """Do as ``words_leaning``; a note may speak of the sentence at which it stands."""
    text = clause_text(item)
    return _words_elsewhere(text) if isinstance(item, Footnote) else words_leaning(text)


def _words_elsewhere(text: str) -> str:
    found = (match for match in _ELSEWHERE.finditer(text) if not _IN_TIME.search(match[0]))
    match = next(found, None)
    match = match or _COUNTED.search(text)
    return " ".join(match[0].split()) if match is not None else ""


def words_referring_back(text: str) -> str:
    """Return the words in the first sentence of a clause that point back, or ``""``.

    >>> words_referring_back("Bij overtreding hiervan belt de school de ouders.")
    'hiervan'
    >>> words_referring_back("Wie iets ziet, doet hiervan melding.")
    ''
    """
    spans = sentence_spans(text)
    sentence = text[slice(*spans[0])] if spans else ""
    found = _OPENING.match(sentence) or _POINTER.search(sentence)
    if found:
        return found[0]
    already = _ALREADY.match(sentence)
    return already["words"] if already and not _JOINS.search(already["before"]) else ""
