"""Which words of a clause lean on what stands before it in its own document.

Taken out of that document, such a clause speaks of something that may not be there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from protocolkit.drafting.template.ranking import words_referring_back

# What points at other text wherever it stands; 'deze punten' after a list of them does not.
_ELSEWHERE = re.compile(
    r"\b(?:(?:de|het|deze|dit)\s+)?(?:voorafgaande|voorgaande|vorige|bovenstaande|vorenstaande"
    r"|onderstaande|hieronder\s+(?:genoemde|vermelde)|bovengenoemde|bovenvermelde|eerdergenoemde"
    r"|eerder\s+genoemde|voornoemde)"
    r"(?:\s+(?:punt(?:en)?|artikel(?:en)?|lid|leden|bepaling(?:en)?|regels?|paragra(?:af|fen)"
    r"|hoofdstuk(?:ken)?|alinea|zin(?:nen)?|tekst|\w+))?"
    r"|\bzie\s+ook:\s+[^.\n]{3,80}"
    r"|\b(?:zoals\s+)?hier(?:boven|onder)\b(?:\s+(?:genoemd|vermeld|beschreven|staat))?",
    re.IGNORECASE,
)
# How many parts a text has is true of that text, unless it names them at once.
_COUNTED = re.compile(
    r"\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|[2-9]|10)\s+(?:\w+e\s+)?"
    r"(?:functies|pijlers|thema['’]?s|onderdelen|uitgangspunten|hoofdstukken|delen|rubrieken"
    r"|categorieën|kernwaarden|hoofdregels|gedragsregels|richtlijnen|paragrafen)\b"
    r"(?![^.\n]*:)",
    re.IGNORECASE,
)
# A year, a school year, a test: these were before in time, not in the text.
_IN_TIME = re.compile(
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
    found = (match for match in _ELSEWHERE.finditer(text) if not _IN_TIME.search(match[0]))
    match = next(found, None)
    match = match or _COUNTED.search(text)
    if match is not None:
        return " ".join(match[0].split())
    return words_referring_back(text)
