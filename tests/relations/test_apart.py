"""A ban and a leave for other people, places, times or ways can both hold: never contrary."""

from __future__ import annotations

import pytest

from protocolkit.relations.apart import are_apart
from protocolkit.relations.relation import Relation
from relations.judged_pairs import relation_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Leden mogen de ladder gebruiken.", "Bezoekers mogen de ladder niet gebruiken."),
        ("Leden hoeven geen borg te betalen.", "Bezoekers betalen een borg."),
        ("In de kas mag je niet roken.", "Buiten de kas mag je roken."),
        ("Zonder helm mag je niet op de ladder.", "Met een helm mag je op de ladder."),
        ("Op zondag mag niet worden gemaaid.", "Op zaterdag mag er worden gemaaid."),
        (
            "Tijdens de vergadering mag niet worden gebeld.",
            "In de pauze van de vergadering mag worden gebeld.",
        ),
        (
            "Kinderen mogen niet alleen bij de vijver.",
            "Kinderen mogen met een ouder bij de vijver.",
        ),
        (
            "Gasten mogen niet in de schuur, tenzij met een lid.",
            "Gasten mogen met een lid in de schuur.",
        ),
        ("Leden mogen fruit plukken.", "Leden mogen geen bloemen plukken."),
        ("Na vier uur is de kas dicht.", "Voor vier uur is de kas open."),
        ("Vanaf de lente mag je maaien.", "Tot de lente mag je niet maaien."),
        ("Bovenbouwers mogen naar buiten.", "Onderbouwers blijven binnen."),
        ("De kas mag je zelf openen.", "De schuur mag niemand zelf openen."),
    ],
)
def test_what_is_for_something_else_is_not_contrary(left: str, right: str) -> None:
    assert relation_of(left, right) is not Relation.CONTRARY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Leden mogen de ladder gebruiken.", "Leden mogen de ladder niet gebruiken."),
        ("Iedereen mag de ladder gebruiken.", "Bezoekers mogen de ladder niet gebruiken."),
        ("In de kas mag je niet roken.", "Binnen de kas mag je roken."),
        ("Op zondag mag niet worden gemaaid.", "Ook op zondag mag er worden gemaaid."),
        ("Honden zijn op de tuin niet welkom.", "Je hond mag gewoon mee de tuin op."),
        ("In de schuur geldt een rookverbod.", "Roken is in de schuur toegestaan."),
        ("Leden mogen in de zomer water sproeien.", "In de zomer is sproeien verboden."),
    ],
)
def test_what_is_for_the_same_is_contrary(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.CONTRARY


def test_who_says_nothing_of_a_time_or_group_is_for_every_one() -> None:
    assert not are_apart("Er mag niet worden gemaaid.", "Op zondag mag er worden gemaaid.")
    assert not are_apart("De ladder blijft staan.", "Bezoekers mogen de ladder gebruiken.")
    assert are_apart("In de winter is de kas dicht.", "In de zomer is de kas open.")
