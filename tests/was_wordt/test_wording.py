"""A claim that only words change is held against the words; what speaks against it is told."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.was_wordt.wording import Doubt, wording_doubt
from redlines import changes, protocol

_POINTS = "De mentor doet dit:\n   - hij luistert;\n   - hij belt.\n"
_TABLE = "Dit zijn de tijden.\n\n   | wat | wanneer |\n   |---|---|\n   | bellen | lid 1 |\n"


def doubt(old: str, new: str) -> Doubt | None:
    """Return what speaks against it that one clause says what the other does."""
    found = changes(*(protocol(f"{{#a}}\n1. {text}\n") for text in (old, new)))
    [change] = found.changes
    return wording_doubt(change, found, translator("nl"))


def test_a_number_that_both_texts_have_is_not_the_one_that_changed() -> None:
    found = doubt("Een leerling uit groep 7 of 8 helpt.", "Een leerling uit groep 6, 7 of 8 helpt.")
    assert found is not None
    assert (found.what, found.shown) == ("een getal verandert", "alleen in de tweede staat ‘6’.")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "Vanaf 12 jaar mag een leerling bellen.",
            "Vanaf 14 jaar mag een leerling bellen.",
            "de leeftijd",
        ),
        ("De school belt binnen een week.", "De school belt binnen twee weken.", "de termijn"),
        ("Het hek gaat om 8.30 uur open.", "Het hek gaat om 8.45 uur open.", "de tijd verandert"),
        ("Het hek gaat om half negen open.", "Het hek gaat om 8.45 uur open.", "de tijd verandert"),
        ("Leerlingen mogen bellen.", "Leerlingen moeten bellen.", "het soort regel verandert"),
        ("De directeur kan schorsen.", "De directeur kan niet schorsen.", "het tegengestelde"),
        (
            "Bellen is verboden.",
            "Bellen is verboden, tenzij de docent het toestaat.",
            "voorwaarde bij",
        ),
        (
            _POINTS,
            _POINTS.replace("belt.", "belt;\n   - hij schrijft een verslag."),
            "een regel bij",
        ),
        (_POINTS, _POINTS.replace("   - hij luistert;\n", ""), "vervalt een regel"),
        ("Zie artikel 5 lid 2.", "Zie artikel 6 lid 2.", "een getal verandert"),
        (_TABLE, _TABLE.replace("lid 1", "lid 3"), "een getal verandert"),
        ("De MR heeft instemmingsrecht.", "De MR heeft adviesrecht.", "een ander recht"),
        ("De MR geeft hierover advies.", "De MR geeft instemming hierover.", "een ander recht"),
        ("Alle leerlingen leveren hun telefoon in.", "Leerlingen leveren hun telefoon in.", "hoe"),
        ("De mentor belt de ouders.", "De mentor belt altijd de ouders.", "hoe vaak"),
        ("De mentor spreekt alle ouders.", "De mentor spreekt sommige ouders.", "hoeveel"),
        (
            "Bellen mag in de klas en op het plein.",
            "Bellen mag in de klas of op het plein.",
            "'of'",
        ),
        ("Dat duurt een half jaar.", "Dat duurt anderhalf jaar.", "de termijn"),
        ("Dat duurt een halfjaar.", "Dat duurt een jaar.", "hoe lang"),
        ("De ouders horen het dezelfde dag.", "De ouders horen het dezelfde week.", "wanneer"),
        ("De telefoon is terug voor de pauze.", "De telefoon is terug na de pauze.", "wanneer"),
        ("Het hek is in de ochtend open.", "Het hek is in de middag open.", "wanneer"),
        ("Dan volgt schorsing van een dag.", "Dan volgt schorsing van een week.", "de termijn"),
        ("Een telefoon ligt er een dag.", "Een telefoon ligt er een jaar.", "de termijn"),
        ("Een telefoon ligt er een dag.", "Een telefoon ligt er een schooldag.", "de termijn"),
        (
            "Wie pest, wordt geschorst.",
            "Wie pest, krijgt een waarschuwing.",
            "sanctie wordt een and",
        ),
        ("De tuinmeester bewaart de sleutel.", "De conciërge bewaart de sleutel.", "één kant"),
        (
            "Wie te laat komt, meldt zich bij de receptie.",
            "Wie ziek is, meldt zich bij de receptie.",
            "één kant",
        ),
        ("Klagen kan schriftelijk.", "Klagen kan mondeling of schriftelijk.", "één kant"),
        (
            "Leerlingen blijven tijdens de pauze op het plein.",
            "Leerlingen blijven na schooltijd op het plein.",
            "één kant",
        ),
        ("Fietsen staan achter de school.", "Fietsen staan voor de school.", "waar het geldt"),
        ("Dit staat in het leerlingdossier.", "Dit staat in het personeelsdossier.", "één kant"),
        ("De ouders en de leerling tekenen.", "De ouders en/of de leerling tekenen.", "'of'"),
        ("De school koopt kluisjes.", "De school verkoopt kluisjes.", "één kant"),
        ("De mentor houdt een lijst bij.", "De mentor leest een lijst voor.", "één kant"),
        (
            "De medewerker meldt het aan de directeur.",
            "De directeur meldt het aan de medewerker.",
            "wie wat doet",
        ),
        ("De mentor belt de ouders.", "De ouders bellen de mentor.", "wie wat doet"),
        (
            "De ouder waarschuwt de chauffeur, de chauffeur belt de school.",
            "De chauffeur waarschuwt de ouder, de ouder belt de school.",
            "wie wat doet",
        ),
        (
            "De ouder belt de leraar en de leraar belt de huisarts.",
            "De leraar belt de ouder en de ouder belt de huisarts.",
            "wie wat doet",
        ),
        (
            "De MR adviseert de directeur en de directeur beslist.",
            "De directeur adviseert de MR en de MR beslist.",
            "wie wat doet",
        ),
        (
            "Een kind gaat naar de ouders en niet naar de klas.",
            "Een kind gaat naar de klas en niet naar de ouders.",
            "wie wat doet",
        ),
        (
            "De leraar belt eerst 112 en daarna de directeur.",
            "De leraar belt eerst de directeur en daarna 112.",
            "wat eerst komt",
        ),
        ("Het team oefent tweemaal per jaar.", "Het team oefent driemaal per jaar.", "hoe vaak"),
        (
            "Jongens gymmen op maandag, meisjes op dinsdag.",
            "Meisjes gymmen op maandag, jongens op dinsdag.",
            "wie wat doet",
        ),
        (
            "De leerling mag helpen en de leraar moet toezien.",
            "De leerling moet toezien en de leraar mag helpen.",
            "wie wat doet",
        ),
        (
            "Leraren mogen een sleutel hebben, ouders moeten aanbellen.",
            "Leraren moeten aanbellen, ouders mogen een sleutel hebben.",
            "wie wat doet",
        ),
        (
            "Op dinsdag zwemt groep 5, op donderdag zwemt groep 6.",
            "Op donderdag zwemt groep 5, op dinsdag zwemt groep 6.",
            "wie wat doet",
        ),
        (
            "Een kast met slot is voor pillen, een kast zonder slot is voor boeken.",
            "Een kast zonder slot is voor pillen, een kast met slot is voor boeken.",
            "wie wat doet",
        ),
        (
            "De MR adviseert het bestuur over de kas en het bestuur beslist binnen zes weken.",
            "Het bestuur adviseert de MR over de kas en de MR beslist binnen zes weken.",
            "wie wat doet",
        ),
        (
            "Wie breekt, meldt dat aan de tuinman, en die meldt het aan de directeur.",
            "Wie breekt, meldt dat aan de directeur, en die meldt het aan de tuinman.",
            "wie wat doet",
        ),
        (
            "Wie ziek is, gaat naar Jo; wie iets verliest, gaat naar Bo.",
            "Wie ziek is, gaat naar Bo; wie iets verliest, gaat naar Jo.",
            "wie wat doet",
        ),
        ("Bellen mag, filmen mag niet.", "Filmen mag, bellen mag niet.", "wie wat doet"),
        ("De ouder betaalt het boek.", "De ouder betaalt mogelijk het boek.", "hoe vaak"),
        ("Groep 3 tot en met 5 zwemt.", "Groep 3 tot 5 zwemt.", "tot en met waar"),
        ("Het hek gaat om 8.30 uur open.", "Het hek gaat om half acht open.", "de tijd verandert"),
        ("De school betaalt de helft.", "De school betaalt 40 procent.", "een getal verandert"),
    ],
)
def test_what_changes_the_rule_is_told(old: str, new: str, what: str) -> None:
    found = doubt(old, new)
    assert found is not None
    assert what in found.what
    assert found.shown


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Het is niet toegestaan foto's te plaatsen.", "Het is verboden om foto's te plaatsen."),
        ("Verwijder berichten na 30 dagen.", "Verwijder berichten na dertig dagen."),
        (_POINTS, _POINTS.replace("hij luistert", "hij luistert goed")),
        ("De school belt de ouders.", "De school belt de ouders op."),
        ("Alle leerlingen leveren hun telefoon in.", "Iedere leerling levert zijn telefoon in."),
        ("De school belt elk jaar met de ouders.", "De school belt jaarlijks met de ouders."),
        ("De MR heeft instemmingsrecht.", "De MR moet instemming geven."),
        ("Bel dan wel mail de mentor.", "Bel of mail de mentor."),
        ("De leerlingen en ouders tekenen.", "De leerlingen alsmede ouders tekenen."),
        ("Alle foto’s en film's gaan weg.", "Alle foto's en films gaan weg."),
        ("Iedereen krijgt een email.", "Een ieder krijgt een e-mail."),
        ("De mentor belt de ouders terstond.", "De mentor belt de ouders meteen."),
        ("De mentor belt direct de ouders.", "De mentor belt onverwijld de ouders."),
        ("Een telefoon ligt er een etmaal.", "Een telefoon ligt er één dag."),
        ("De leerling levert de tas in.", "De tas wordt door de leerling ingeleverd."),
        ("De directeur dient de ouders te bellen.", "De directeur moet de ouders bellen."),
        ("De leerling is verplicht een helm te dragen.", "De leerling moet een helm dragen."),
        ("De mentor belt de ouders.", "De ouders worden door de mentor gebeld."),
        ("De mentor schrijft een verslag.", "Door de mentor wordt een verslag geschreven."),
        ("De school bewaart het verslag.", "Het verslag wordt door de school bewaard."),
        ("Het is verboden te roken op het plein.", "Roken op het plein is niet toegestaan."),
        (
            "Ouders kunnen bezwaar maken bij het bestuur.",
            "Bij het bestuur kunnen ouders bezwaar maken.",
        ),
        ("Op een dag in mei is er feest.", "Er is feest op een dag in mei."),
        ("De mentor houdt een lijst bij.", "De mentor hield een lijst bij."),
        ("De mentor houdt een lijst bij.", "Door de mentor wordt een lijst bijgehouden."),
        ("De leerling neemt de tas mee.", "De tas wordt door de leerling meegenomen."),
        ("De leerling brengt de tas weg.", "De tas werd door de leerling weggebracht."),
        ("De school sluit het hek.", "Het hek wordt door de school gesloten."),
        ("De ouders krijgen een brief.", "De ouders kregen een brief."),
        ("De kluisjes waren dicht.", "De kluisjes zijn dicht."),
        ("De kluisjes zijn dicht.", "De kluisjes worden dicht."),
        ("De docent ziet toe op de toets.", "De docent zag toe op de toets."),
        ("De school koopt een kluis.", "Door de school is een kluis gekocht."),
        ("Het team oefent twee keer per jaar.", "Het team oefent tweemaal per jaar."),
        ("Wie twee keer heeft geteld, tekent.", "Wie tweemaal heeft geteld, tekent."),
        ("Wie vier keer te laat is, komt lopend.", "Wie viermaal te laat is, komt lopend."),
        ("Wie één keer rent, praat met Jo.", "Wie eenmaal rent, praat met Jo."),
        ("De school oefent eens per jaar.", "De school oefent één keer per jaar."),
        ("Het hek gaat open om 8.15 uur.", "Het hek gaat open om kwart over acht."),
        ("Haal het kind op na 12.00 uur.", "Haal het kind op na twaalf uur."),
        ("De school betaalt de helft.", "De school betaalt 50 procent."),
        ("De sleutel blijft een half jaar.", "De sleutel blijft zes maanden."),
        ("Tel elke zes maanden de koffer.", "Tel elk half jaar de koffer."),
        ("Groep 3 tot en met 5 zwemt.", "Groep 3 t/m 5 zwemt."),
        ("De juf telt, de badmeester let op.", "De badmeester let op, de juf telt."),
        ("Jaarlijks telt de school.", "De school telt jaarlijks."),
        ("Zowel jongens als meisjes gymmen.", "Zowel meisjes als jongens gymmen."),
        ("De mentor belt zo snel mogelijk.", "De mentor belt zo spoedig mogelijk."),
        ("Ouders krijgen daarna een mail.", "Ouders ontvangen vervolgens een e-mail."),
        (
            "Als het onweert, gaat de groep naar binnen.",
            "De groep gaat naar binnen als het onweert.",
        ),
        ("Oefen drie keer per schooljaar.", "Oefen driemaal per schooljaar."),
        ("De ouders en de leerling tekenen.", "De leerling en de ouders tekenen."),
        ("Spreek met de ouders en de leerling.", "Spreek met de leerling en de ouders."),
        ("Na de melding belt de mentor de ouder.", "De mentor belt de ouder na de melding."),
        ("De school vergoedt schade aan de ouder.", "Schade vergoedt de school aan de ouder."),
    ],
)
def test_other_words_for_the_same_rule_are_left_alone(old: str, new: str) -> None:
    assert doubt(old, new) is None


def test_what_is_new_or_goes_is_no_matter_of_words() -> None:
    found = changes(
        protocol("{#a}\n1. Bel.\n"), protocol("{#a}\n1. Bel.\n\n{#b}\n2. Luister goed.\n")
    )
    [change] = found.changes
    told = wording_doubt(change, found, translator("nl"))
    assert told is not None
    assert told.what == "hier is maar één tekst"
