"""Words that any text of a school has: no title, and nothing unusual to have in common."""

from __future__ import annotations

EVERYDAY = frozenset(
    "aantal afspraak afspraken altijd andere anders artikel begin beste bijvoorbeeld binnen "
    "blijft blijven brengt buiten daarna daarvoor dagen deel dingen doel doen eerst eerste eigen "
    "einde elke enkele extra gaan gaat gang gebeurt gebruik gebruiken gebruikt geeft gehele "
    "gelden geldt gemaakt genomen geval gevallen geven goed goede graag groep groepen hele "
    "hetzelfde houden houdt iedere iemand iets informatie jaar keer klas komen komt krijgen "
    "krijgt laten lesdag lessen maakt maand maken manier meer meteen minder mogelijk moment "
    "namelijk nemen nieuw nieuwe nodig onderdeel onderwijs opnieuw orde paar periode personen "
    "persoon plaats plek protocol punt punten reden regel regeling regels samen schooldag "
    "schooljaar situatie soort staan staat steeds stelt tijd tijdens tweede uren vaak vast verder "
    "verschillende vinden vindt volgende voordat vraagt vragen waarin waarmee waarop wanneer "
    "weken werk werken werkt wijze willen zaken zeker zelf zodra zorg zorgen zorgt zoveel "
    "betreft zien kunt kunnen gedaan gegeven bedoeld acht belang situaties "
    "document mensen richtlijn richtlijnen bepaling bepalingen inhoud onderwerp onderwerpen "
    "artikelen hoofdstuk paragraaf gedrag wijzen kader sprake basis rekening".split()
)
