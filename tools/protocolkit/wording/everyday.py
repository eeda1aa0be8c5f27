"""Words that any text of a school has: no title, and nothing unusual to have in common."""

from __future__ import annotations

VAGUE = frozenset(
    "aantal altijd andere artikel bijvoorbeeld blijft blijven daarna daarvoor doen eigen gaan gaat "
    "gebruik gebruiken gebruikt gelden geldt goed graag iemand iets komen komt krijgen laten maken "
    "manier meer minder mogelijk steeds vaak verder wijze willen zelf".split()
)
"""These say nothing of what a sentence is about either."""
EVERYDAY = VAGUE | frozenset(
    "acht afspraak afspraken anders artikelen basis bedoeld begin belang bepaling bepalingen beste "
    "betreft binnen brengt buiten dagen deel dingen document doel eerst eerste einde elke enkele "
    "extra gang gebeurt gedaan gedrag geeft gegeven gehele gemaakt genomen geval gevallen geven "
    "goede groep groepen hele hetzelfde hoofdstuk houden houdt iedere informatie inhoud jaar kader "
    "keer klas krijgt kunnen kunt lesdag lessen maakt maand mensen meteen moment namelijk nemen "
    "nieuw nieuwe nodig onderdeel onderwerp onderwerpen onderwijs opnieuw orde paar paragraaf "
    "periode personen persoon plaats plek protocol punt punten reden regel regeling regels "
    "rekening richtlijn richtlijnen samen schooldag schooljaar situatie situaties soort sprake "
    "staan staat stelt tijd tijdens tweede uren vast verschillende vinden vindt volgende voordat "
    "vraagt vragen waarin waarmee waarop wanneer weken werk werken werkt wijzen zaken zeker zien "
    "zodra zorg zorgen zorgt zoveel".split()
)
