"""One grammar of a person's name: a template leaves out each name that a check tells of."""

from __future__ import annotations

import pytest

from protocolkit.decisions.exchanged_names import named
from protocolkit.drafting.template.one_board import persons_of_one
from protocolkit.text.person_names import person_names
from protocolkit.text.spoken_names import spoken_names

_NAMES = (
    "mevr. te Riele",
    "mevrouw von Berg",
    "meneer op den Berg",
    "dhr. de la Rivière",
    "mw. A. in 't Veld",
    "juf Anja",
    "mevr. Van der Meer-de Groot",
    "mevrouw IJzerman",
    "de heer O'Brien",
    "mevrouw McDonald",
    "dhr. d'Ancona",
    "mevrouw drs. A. de Vries",
    "meneer van ’t Hooft",
    "dr. Th. van Dam",
    "mr. J. Bos",
    "A.B. op den Kamp",
)
_WITH_FIRST_NAME = (
    "mevrouw Şükrü Öztürk",
    "Anne de Vries",
    "Fatima El Amrani",
    "Şükrü Öztürk",
    "A. op den Kamp",
    "Jan Peter van Dam",
)


@pytest.mark.parametrize("name", [*_NAMES, *_WITH_FIRST_NAME])
def test_a_name_is_told_whole_and_left_out_of_a_template_whole(name: str) -> None:
    text = f"Meld het bij {name} of bij {name}'s vervanger."
    assert person_names(text) == (name,)
    assert [text[begin:end] for begin, end, _ in persons_of_one(text)] == [name, name]
    assert name in spoken_names(text)


@pytest.mark.parametrize("name", _NAMES)
def test_one_with_a_title_or_initials_may_be_exchanged_by_a_correction(name: str) -> None:
    assert [(one.words, one.is_person) for one in named(f"Bel {name} even.")] == [(name, True)]


def test_the_name_in_an_address_is_left_out_with_the_address() -> None:
    assert list(persons_of_one("Mail jan.jansen@school.nl.")) == []
