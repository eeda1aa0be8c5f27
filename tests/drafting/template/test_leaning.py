"""Which words of a clause lean on text that may not have come along."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import clauses
from protocolkit.drafting.template.leaning import item_leaning, words_leaning
from small_boards import board

_LEANS = (
    "Bij overtreding hiervan neemt de docent de telefoon in.",
    "De school informeert ouders hierover.",
    "De school houdt daarbij rekening met de leeftijd.",
    "Deze laatste beslist binnen een week.",
    "De laatstgenoemde beslist.",
    "In dat geval belt de school.",
    "Om die reden mag het niet.",
    "Dit gebeurt alleen na overleg.",
    "Dit is alleen toegestaan in de pauze.",
    "Dat mag alleen in de pauze.",
    "Die beslist binnen een week.",
    "Zo niet, dan volgt straf.",
    "Vervolgens belt de school.",
    "Anders volgt een gesprek.",
    "De directeur zet het in de schoolgids, zoals onder 2 staat.",
    "Zie 3.2.",
    "Medewerkers geven geen medicijnen, met uitzondering van het bepaalde in 5.2.",
    "De school handelt volgens 4.3.",
    "De straf, genoemd in 6.1, geldt ook hier.",
    "Het staat in het schema (zie bijlage 1).",
    "Ga naar stap 3 en bel.",
    "De lijst staat op pagina 4.",
    "Zoals bij 3 beschreven mag dit.",
    "Als bedoeld onder a is dit verboden.",
    "De sancties staan in het hoofdstuk Sancties.",
    "De stappen 1 tot en met 3 gelden ook hier.",
    "De leerling krijgt hierna een gesprek.",
    "Het bovenstaande geldt ook voor geluid.",
    "In bovenstaande gevallen belt de school.",
    "De hierboven genoemde regels gelden.",
    "Deze punten gelden ook buiten school.",
    "Genoemde regels gelden ook thuis.",
    "De genoemde sancties gelden ook thuis.",
    "De eerder beschreven regels gelden.",
    "Hij beslist binnen een week.",
    "Bovenstaande geldt niet voor leraren.",
    "Wie zich niet aan het voorgaande houdt, krijgt straf.",
    "Indien dit niet helpt, volgt schorsing.",
    "Als dit niet helpt, belt de school.",
    "Wanneer dit gebeurt, volgt een gesprek.",
    "Als zij dit niet doen, volgt straf.",
)
_STANDS_ALONE = (
    "Wie iets ziet, doet hiervan melding.",
    "Dit is het protocol sociale media van de school.",
    "Dit protocol geldt voor iedereen.",
    "De school zorgt daarvoor, dat iedereen het weet.",
    "De leerling levert de telefoon in en krijgt hierbij een bewijs.",
    "Leerlingen vanaf 12 jaar mogen dit.",
    "Stap 1: bel de ouders.",
    "Deze richtlijnen zijn bedoeld voor allen.",
    "Leerlingen onder 16 jaar vragen toestemming.",
    "De regels staan in de schoolgids.",
    "Als een leerling dit protocol niet naleeft, volgt straf.",
    "Een deel van de leerlingen mag het.",
    "De leraar spreekt eerst met de leerling. Daarna belt hij de ouders.",
    "Zie artikel 3.",
    "Volgens artikel 5.2 mag dit.",
    "De les begint volgens rooster om 8.30 uur.",
    "Zij die pesten, worden geschorst.",
    "Dat een leerling belt, is verboden.",
    "Die leerlingen die bellen, krijgen straf.",
    "Wel of niet bellen beslist de leraar.",
    "De school hanteert een stappenplan.",
    "Bij een tweede overtreding belt de leraar de ouders.",
    "Daar waar het kan, belt de school.",
    "Dit document is bedoeld voor ouders.",
    "Hij die pest, wordt geschorst.",
    "Een kind dat pest en dit blijft doen, wordt geschorst.",
    "Dit jaar geldt een proef.",
)


@pytest.mark.parametrize("text", _LEANS)
def test_words_that_point_at_other_text_are_found(text: str) -> None:
    assert words_leaning(text)


@pytest.mark.parametrize("text", _STANDS_ALONE)
def test_a_sentence_that_can_be_read_by_itself_leans_on_nothing(text: str) -> None:
    assert not words_leaning(text)


def test_a_note_may_speak_of_the_sentence_at_which_it_stands() -> None:
    noted = board("brug", "Op sociale media.[^1]\n\n[^1]: Genoemde media zijn voorbeelden.")
    (note,) = noted.notes
    assert not item_leaning(note)
    (clause,) = clauses(board("brug", "Genoemde media zijn voorbeelden."))
    assert item_leaning(clause)
