"""Words that exclude each other make two sentences contrary; what only looks so does not."""

from __future__ import annotations

import pytest

from protocolkit.relations.relation import Relation
from relations.judged_pairs import relation_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("De ramen staan in de pauze open.", "De ramen zijn in de pauze dicht."),
        ("Het hek is na schooltijd gesloten.", "Het hek blijft na schooltijd open."),
        ("Het kamp is voor leerlingen verplicht.", "Het kamp is voor leerlingen vrijwillig."),
        ("Kleuters spelen bij regen binnen.", "Kleuters spelen bij regen buiten."),
        ("De telefoon staat in de les aan.", "De telefoon staat in de les uit."),
        ("De notulen zijn openbaar.", "De notulen zijn vertrouwelijk."),
    ],
)
def test_what_excludes_each_other_is_contrary(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.CONTRARY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Het hek is voor schooltijd open.", "Het hek is tijdens de lessen dicht."),
        ("Het hek is open.", "Het raam is dicht."),
        ("De deur is open of dicht.", "De deur is open."),
        ("Bel binnen twee dagen de ouders.", "Bel buiten schooltijd de ouders."),
        (
            "Leerlingen gaan niet zonder jas naar buiten.",
            "Leerlingen gaan alleen met jas naar buiten.",
        ),
        (
            "Leerlingen jonger dan twaalf jaar mogen hun telefoon niet gebruiken.",
            "Leerlingen ouder dan twaalf jaar mogen hun telefoon gebruiken.",
        ),
    ],
)
def test_what_goes_together_is_not(left: str, right: str) -> None:
    assert relation_of(left, right) is not Relation.CONTRARY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Helpers maken geen foto's.", "Helpers maken geen foto's of films."),
        ("Lever uw telefoon in.", "Lever uw telefoon en smartwatch in."),
    ],
)
def test_a_thing_beside_another_is_more_though_a_list_has_one_name_for_both(
    left: str, right: str
) -> None:
    assert relation_of(left, right) is Relation.PARTIAL


def test_what_stands_beside_a_thing_in_another_s_place_is_more() -> None:
    found = relation_of(
        "Helpers wassen hun handen na contact met een geit.",
        "Helpers wassen hun handen na het voeren van geiten en dragen in het hok een schort.",
    )
    assert found is Relation.PARTIAL


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bij regen blijven de kinderen binnen.", "Bij sneeuw blijven de kinderen binnen."),
        ("De sleutel ligt in de kluis.", "De sleutel ligt in de lade."),
    ],
)
def test_another_thing_in_a_short_rule_is_another_rule(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.SUBSTANTIVE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("De leerling toont de tekst aan de leraar.", "De leerling laat de leraar de tekst zien."),
        ("De leraar belt direct de ouders.", "De docent belt direct de ouders."),
    ],
)
def test_another_word_for_it_is_not(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.EDITORIAL


def test_who_is_too_young_and_how_old_one_must_be_go_together() -> None:
    young = "Een vrijwilliger jonger dan zestien jaar wordt niet toegelaten."
    assert relation_of(young, "Een vrijwilliger moet ten minste zestien jaar zijn.") is not (
        Relation.CONTRARY
    )


def test_two_names_for_the_same_people_are_no_more() -> None:
    found = relation_of("De school belt de ouders.", "De school belt de ouders of verzorgers.")
    assert found is Relation.EDITORIAL
