"""One way to find the names of an organisation, for the comparison, the norms and the template."""

from __future__ import annotations

import pytest

from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.names import (
    PLACEHOLDER,
    find_names,
    introduced_names,
    masked,
    names_of,
    neutral,
    short_names,
)
from protocolkit.document.richtext import Text
from protocolkit.norms.norm import Party
from protocolkit.norms.recognise import protocol_norms, recognise
from protocolkit.reading.reader import read_protocol_text
from protocolkit.relations.sentence_parts import take_apart

_NAMES = ("Stichting De Brug", "De Brug")


def _protocol(text: str, **facts: object) -> Protocol:
    head = "---\nprotocol:\n  organisation: {name: Stichting De Brug, aliases: [De Brug]}\n---\n"
    return read_protocol_text(f"{head}\n# Protocol\n\n{text}\n").protocol


def test_names_are_neutral_whatever_their_case_and_spaces() -> None:
    organisation = Organisation(name="Stichting De Brug", aliases=("De Brug",), parent="Koepel")
    protocol = Protocol(
        facts=Facts(organisation=organisation, applies_to=("OBS Het Hof",)),
        title=(Text("Titel"),),
        parts=(),
    )
    names = names_of(protocol)
    assert names == ("Stichting De Brug", "OBS Het Hof", "De Brug", "Koepel")
    assert neutral("stichting  de brug, De Brug en obs Het Hof; Brugklas", names) == (
        f"{PLACEHOLDER}, {PLACEHOLDER} en {PLACEHOLDER}; Brugklas"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Samen maakt afspraken.", ["Samen"]),
        ("De leerlingen werken samen.", []),
        ("Mail naar info@samen.nl of kijk op www.samen.nl.", ["samen", "samen"]),
        ("SAMEN", ["SAMEN"]),
        ("Wij doen het samen.", []),
    ],
)
def test_a_word_without_capital_is_no_name(text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in find_names(text, ("Samen",))] == found


def test_a_name_in_lower_case_is_found_as_it_is_written() -> None:
    text = "Op school kleurrijk en op de kleurrijke wand"
    assert [text[slice(*span)] for span in find_names(text, ("kleurrijk", ""))] == ["kleurrijk"]


def test_the_longest_of_two_names_counts() -> None:
    text = "Bij Stichting De Brug en bij De Brug."
    assert [text[slice(*span)] for span in find_names(text, reversed(_NAMES))] == list(_NAMES)
    assert find_names(text, ()) == ()


def test_a_mask_keeps_every_place() -> None:
    text = "De Brug en stichting de Brug."
    assert masked(text, _NAMES, lambda name: "x" * len(name)) == f"{7 * 'x'} en {17 * 'x'}."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Stichting De Brug (hierna te noemen: de Stichting) zegt", ("de Stichting",)),
        ("Stichting De Brug, hierna ‘Brugscholen’, zegt", ("Brugscholen",)),
        ("Stichting De Brug, gevestigd te Assen, verder: SDB.", ("SDB",)),
        ("Stichting De Brug (afgekort tot SDB)", ("SDB",)),
        ("Stichting De Brug (hierna: De Brug)", ("De Brug",)),
        ("Onze stichting, verder in dit stuk De Brug, zegt", ("De Brug",)),
        # what every board is called is nobody's name, and so is what is another's
        ("Stichting De Brug (hierna: de School)", ()),
        ("Stichting De Brug, hierna te noemen het Bestuur,", ()),
        ("Stichting De Brug (hierna: de stichting)", ()),
        ("Stichting De Brug en de leerling, hierna: de Betrokkene", ()),
        ("De leerling (hierna: de Betrokkene) en De Brug", ()),
        ("Stichting De Brug gaat verder Het is zo.", ()),
    ],
)
def test_a_text_introduces_a_name(text: str, names: tuple[str, ...]) -> None:
    assert introduced_names(text, _NAMES) == names


@pytest.mark.parametrize(("between", "is_new"), [(20, True), (29, True), (30, False)])
def test_a_name_is_introduced_close_behind_the_word_that_says_so(
    between: int, is_new: bool
) -> None:
    text = f"Onze stichting, verder {'x' * between} De Brug, zegt"
    assert introduced_names(text, ["De Brug"]) == (("De Brug",) if is_new else ())


@pytest.mark.parametrize(("name", "found"), [("SB", ()), ("SBA", ("SBA",))])
def test_a_short_name_has_three_signs(name: str, found: tuple[str, ...]) -> None:
    assert short_names(f"Dit is van {name} zelf.", [f"Stichting {name}"]) == found


_TEXT = (
    "{#a}\n1. Stichting De Brug (hierna te noemen: de Stichting) volgt dit protocol.\n\n"
    "{#b}\n2. De Stichting moet het protocol volgen.\n\n"
    "{#c}\n3. STICHTING DE BRUG moet het protocol volgen.\n"
)


def test_norms_and_comparison_hide_the_same_names() -> None:
    protocol = _protocol(_TEXT)
    names = names_of(protocol)
    assert names == ("Stichting De Brug", "de Stichting", "De Brug")
    texts = [f"{name} moet het protocol volgen." for name in ("De Stichting", "STICHTING DE BRUG")]
    words = [[word.value for word in take_apart(text, names)[0].words] for text in texts]
    assert words[0] == words[1]
    norms = protocol_norms(protocol)
    assert norms["b"].main.parties == norms["c"].main.parties == (Party.SCHOOL,)


def test_a_condition_ends_where_the_name_in_it_ends() -> None:
    text = "Indien een medewerker werkt bij het Griftland College dient hij dit te melden."
    names = ("Griftland College",)
    (condition,) = recognise(text, names=names).main.conditions
    assert text[slice(*condition)] == "Indien een medewerker werkt bij het Griftland College"


@pytest.mark.parametrize("name", ["SD", "SDB", "De B", "Brug9", "De Brug", "Stichting De Brug"])
def test_a_name_of_any_length_binds_the_school(name: str) -> None:
    norm = recognise(f"{name} moet het protocol volgen.", names=(name,)).main
    assert norm.parties == (Party.SCHOOL,)


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("De Brug wil rust.", "Stichting De Brug", "De Brug"),
        ("Op scholen van de Brug.", "Stichting De Brug", "De Brug"),
        ("De directeur van Lindehof beslist.", "Stichting Lindehof", "Lindehof"),
        ("Zo gaat het op De Ark.", "obs De Ark", "De Ark"),
        ("Iedereen op het Griftland weet dit.", "Griftland College", "Griftland"),
        # a sentence begins with a capital; the whole name is no short one
        ("Samen maken wij afspraken.", "Stichting Samen", ""),
        ("Dit is Stichting De Brug.", "Stichting De Brug", ""),
        ("De brug is open.", "Stichting De Brug", ""),
    ],
)
def test_a_text_has_a_name_in_short(text: str, name: str, short: str) -> None:
    assert short_names(text, [name]) == ((short,) if short else ())
