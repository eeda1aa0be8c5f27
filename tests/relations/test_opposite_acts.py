"""Acts that undo each other, what need not be done, and a ban of which a leave is no exception."""

from __future__ import annotations

import pytest

from protocolkit.relations.relation import Relation
from relations.judged_pairs import relation_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Leerlingen laten hun telefoon thuis.", "Leerlingen nemen hun telefoon mee naar school."),
        ("De ouders hoeven niet te tekenen.", "De ouders tekenen het formulier."),
        ("De dader biedt zijn excuses aan.", "De dader hoeft geen excuses aan te bieden."),
        (
            "Een leerling mag in de pauze het terrein verlaten.",
            "Een leerling blijft in de pauze op het terrein.",
        ),
        (
            "Voor de gymles doen leerlingen hun sieraden af.",
            "Leerlingen mogen bij gym hun sieraden omhouden.",
        ),
        (
            "De school bewaart de gegevens na vertrek vijf jaar.",
            "Na vertrek verwijdert de school de gegevens meteen.",
        ),
        ("De telefoon staat de hele dag uit.", "Tussen twaalf en een mag de telefoon aan."),
        # the same words in another order, with and without 'niet'
        (
            "De regels gelden ook tijdens schoolreizen.",
            "Tijdens schoolreizen gelden de regels niet.",
        ),
        # what the leave sets apart is not what the ban is about
        (
            "Een step is toegestaan mits hij niet is opgevoerd.",
            "Steps zijn op school niet toegestaan.",
        ),
    ],
)
def test_what_undoes_the_other_is_contrary(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.CONTRARY
    assert relation_of(right, left) is Relation.CONTRARY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kinderen blijven binnen als het regent.", "Kinderen mogen naar buiten als het droog is."),
        ("Leerlingen laten hun telefoon thuis.", "Leerlingen nemen hun boeken mee naar school."),
        ("De ouders tekenen het formulier.", "De ouders hoeven het rapport niet te tekenen."),
        ("Een gast meldt zich bij de balie.", "Ouders hoeven zich op kijkdagen niet te melden."),
        (
            "De school bewaart de gegevens vijf jaar.",
            "Na vijf jaar verwijdert de school de gegevens.",
        ),
        ("In de les staat de telefoon uit.", "In de pauze mag de telefoon aan."),
        ("Honden mogen niet op het plein.", "Blindengeleidehonden zijn op het plein welkom."),
        (
            "Steps zijn toegestaan, mits ze niet op het plein komen.",
            "Steps zijn niet toegestaan op het plein.",
        ),
        ("De docent neemt petten in.", "De leerling doet zijn pet af en mag hem daarna ophouden."),
    ],
)
def test_what_goes_together_is_not(left: str, right: str) -> None:
    assert relation_of(left, right) is not Relation.CONTRARY


def test_with_and_without_somebody_is_not_the_same_rule() -> None:
    left = "Het gesprek wordt zonder de leerling gevoerd."
    right = "De leerling is bij het gesprek aanwezig."
    assert relation_of(left, right) is not Relation.EDITORIAL
