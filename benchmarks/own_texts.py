"""Clauses of a board's own, on matters that no real protocol on the subject touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

_THINGS = """
de fietsen op het plein|de kluisjes in de gang|de skelters van de kleuters|de bibliotheekboeken
de matten in het gymlokaal|de pannen van de kookles|de bakken in de moestuin|de lunchtrommels
de bekers van het drinken|de zwemlessen|de traktaties|de stoepen voor het hek|de brandblussers
de verbanddozen|de zonneschermen|de prullenbakken|de kerstbomen|de trommels en gitaren
de harken en schoppen|de klimrekken|de potten lijm en verf|de schoolbussen|de luizencontroles
de sportdagen|de kampen in juni|de wasmachines|de verwarmingsketels|de sleutels van het gebouw
de parkeerplaatsen|de passen van vrijwilligers|de gevonden jassen|de cavia's en konijnen
de kopieermachines|de dakgoten|de lampen in de kelder|de fietsenrekken|de gangkasten
de tafeltennistafels|de vlaggen|de rookmelders|de ramen aan de straatkant|de bordkrijtjes
de naaimachines|de schaatsen|de poppenkasten|de zandbakken|de laarzen bij de deur
de klussen in de tuin|de bestellingen van papier|de scharen en nietmachines|de gordijnen
de theedoeken|de stoelen in de aula|de wandelingen naar het bos|de melkpakjes|de broodroosters
de regenpijpen|de schoolfeesten|de musicalkostuums|de puzzels en spellen|de planken in het magazijn
de vogelhuisjes|de regentonnen|de composthopen
"""

_RULES = """
worden elk kwartaal nagekeken|staan onder toezicht van de conciërge
gaan na afloop terug naar de berging|worden in augustus verdeeld over de groepen
worden betaald uit het schoolfonds
blijven in de vakantie achter slot|worden op vrijdag schoongemaakt|krijgen een nummer en een kleur
worden om het jaar vervangen|worden geleend voor ten hoogste twee weken
staan op het rooster van de hulpouders van de maand|worden gekeurd door een erkend bedrijf
zijn alleen in de pauze te gebruiken|worden in het najaar geteld
horen bij de groep die ze het eerst had|worden bij regen naar binnen gehaald
worden twee keer per jaar geverfd|komen van de kringloopwinkel
zijn verzekerd tegen brand en storm|worden na schooltijd opgeruimd door groep acht
worden besteld bij de winkel in het dorp|vallen onder het onderhoud door de gemeente
worden bewaard op de zolder|worden met krijt gemerkt|mogen niet nat worden
worden bij de buren gestald|worden voor Pasen vernieuwd|worden met touw vastgezet
krijgen elke zomer een grote beurt|gaan mee met de uitleen aan de voetbalclub
"""

_DETAILS = """
De conciërge houdt hiervan een lijst bij|Wie iets stuk aantreft, legt een briefje in het postvak
De rekening gaat naar de penningmeester|Bij storm geldt het draaiboek van de gemeente
Een reserve ligt klaar in de kast bij de trap|De sleutel hangt naast de koffiekamer
Schade boven vijftig euro wordt verhaald|De tuincommissie kiest elk voorjaar een nieuwe plek
Handschoenen zijn daarbij verplicht|De wijkagent krijgt hiervan bericht|Er hangt een bord bij
Het schema ligt bij de receptie|De brandweer komt hiervoor ieder voorjaar langs
Vrijwilligers tekenen hiervoor een lijst|Op woensdag kan het wat later worden
De leverancier haalt het oude op|Een geel lint wijst de weg|Daarvoor is tachtig euro begroot
De kleuters gaan altijd voor|Om kwart over drie gaat alles dicht
In de winter vervalt dit tot maart|De timmerman komt hiervoor in de herfst
Een emmer zand staat ernaast|Het geld daarvoor komt van de rommelmarkt
De overblijfploeg wisselt elkaar daarin af|Na drie maanden gaat het naar de kringloop
Wie te laat is, sluit achteraan|Bij ijzel blijft alles binnen|Er geldt een borg van vijf euro
Het hek gaat daarna op de klink|Een stempel op de kaart is genoeg|De kok proeft altijd eerst
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """A clause of a board's own; two on one thing could be put together, others could not."""

    thing: str
    text: str


def own_texts(rng: Random) -> Iterator[OwnText]:
    """Yield clauses in an order of chance, no two alike, until all are used up."""
    things, rules, details = (_phrases(block) for block in (_THINGS, _RULES, _DETAILS))
    pairs = list(product(things, rules))
    rng.shuffle(pairs)
    for thing, rule in pairs * len(details):
        text = f"{thing[0].upper()}{thing[1:]} {rule}. {rng.choice(details)}."
        yield OwnText(thing=thing, text=text)


def _phrases(block: str) -> list[str]:
    return [phrase for line in block.strip().splitlines() for phrase in line.split("|")]
