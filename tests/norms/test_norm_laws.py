"""What holds for any text: spans stay inside it, and nothing that surrounds it moves them."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from examples import examples
from protocolkit.document.model import Kind
from protocolkit.document.outline import addressable, clause_text
from protocolkit.norms.norm import ClauseNorms, Modality, Norm, Nuance, Party
from protocolkit.norms.recognise import protocol_norms, recognise
from work import counted

_WORDS = (
    "de het een leerling leerlingen ouders/verzorgers school die dat als indien tenzij mits om te "
    "mag mogen moet niet geen is zijn wordt worden toegestaan verboden verplicht dient bewust kan "
    "foto’s plaatsen geplaatst meldt aan en maar , . ; : ( ) alleen uitsluitend na toestemming "
    "zonder wie je zich dan ... „x” 14 İ ß a. Meld \n"
).split(" ")
_texts = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join),
    st.text(max_size=80),
)


def _spans_are_inside(text: str, found: ClauseNorms) -> None:
    assert found.main in found.norms
    end = 0
    for norm in found.norms:
        begin, after = norm.sentence
        assert end <= begin <= after <= len(text)
        end = after
        for spans in (norm.words, norm.conditions):
            places = [place for span in spans for place in span]
            assert places == sorted(places)
            assert all(begin <= a < b <= after for a, b in spans)


@given(_texts, _texts, st.sampled_from(Kind))
@examples(60)
def test_any_text_is_read_and_every_span_is_inside_its_sentence(
    text: str, lead: str, kind: Kind
) -> None:
    _spans_are_inside(text, recognise(text, lead_in=lead, kind=kind, names=("de school", "x")))


@pytest.mark.parametrize("way", ["wat-kan-ik-doen", "kan/x", "kunnen-we", "mag/dit", "moet-dat"])
def test_an_address_asks_nothing(way: str) -> None:
    text = "Kijk voor hulp op https://www.pestweb.nl/{} of bel ons."
    found, plain = recognise(text.format(way)), recognise(text.format("hulp"))
    assert [norm.modality for norm in found.norms] == [norm.modality for norm in plain.norms]


@pytest.mark.parametrize("verbs", ["wil/kan", "kan/wil", "kan/mag", "zal/kunnen"])
def test_two_verbs_in_one_word_are_read(verbs: str) -> None:
    _spans_are_inside((text := f"De school {verbs} iets doen."), recognise(text))


@given(_texts, _texts)
@examples(40)
def test_a_note_moves_no_span(text: str, note: str) -> None:
    without, with_note = recognise(text), recognise(text, notes=(note,))
    assert [_places(norm) for norm in without.norms] == [_places(norm) for norm in with_note.norms]


def _places(norm: Norm) -> tuple[object, ...]:
    return norm.sentence, norm.modality, norm.words, norm.conditions


@pytest.mark.parametrize("slug", seeds.SLUGS)
def test_every_clause_and_note_of_a_protocol_has_norms(slug: str) -> None:
    protocol = seeds.protocol(slug)
    found = protocol_norms(protocol)
    assert list(found) == [part.anchor for part in addressable(protocol)]
    for part in addressable(protocol):
        _spans_are_inside(clause_text(part), found[part.anchor])


def test_few_clauses_are_undetermined() -> None:
    found = [
        norms.main
        for slug in seeds.SLUGS
        for norms in protocol_norms(seeds.protocol(slug)).values()
    ]
    undetermined = [norm for norm in found if norm.modality is Modality.UNDETERMINED]
    assert len(undetermined) <= len(found) // 10


def test_deciding_words_may_stand_apart() -> None:
    text = "Het is medewerkers, behalve in noodgevallen, niet toegestaan te bellen."
    assert [text[slice(*span)] for span in recognise(text).main.words] == ["niet toegestaan"]
    text = "Leerlingen mogen in de klas geen telefoon gebruiken."
    assert [text[slice(*span)] for span in recognise(text).main.words] == ["mogen", "geen"]


def test_a_bullet_takes_what_its_lead_in_asks() -> None:
    lead = "Het is leerlingen niet toegestaan om:"
    main = recognise("foto’s van anderen te plaatsen;", lead_in=lead).main
    assert (main.modality, main.parties, main.words) == (
        Modality.PROHIBITION,
        (Party.PUPILS,),
        (),
    )


def test_a_bullet_keeps_its_own_no_under_an_agreement() -> None:
    lead = "We spreken af dat:"
    assert recognise("we elkaar helpen;", lead_in=lead).main.modality is Modality.OBLIGATION
    assert (
        recognise("we niemand buitensluiten;", lead_in=lead).main.modality is Modality.PROHIBITION
    )


def test_points_inside_a_clause_follow_its_first_line() -> None:
    text = "Het is verboden om:\na. foto’s te maken;\nb. foto’s te delen."
    found = recognise(text)
    assert [norm.modality for norm in found.norms] == [Modality.PROHIBITION] * 3


def test_a_note_adds_its_condition() -> None:
    text = "Een medewerker mag een groepsapp maken."
    found = recognise(text, notes=("Mits alle leerlingen ouder zijn dan 16 jaar.",))
    assert found.note_conditions == ("Mits alle leerlingen ouder zijn dan 16 jaar.",)
    assert found.main.nuance is Nuance.CONDITIONAL
    assert recognise(text).main.nuance is None


def test_the_heading_tells_who_je_is() -> None:
    text = "Je plaatst geen foto’s van leerlingen."
    assert recognise(text).main.parties == (Party.PUPILS,)
    assert recognise(text, context="Regels voor medewerkers").main.parties == (Party.STAFF,)


@pytest.mark.parametrize("who", ["afdelingsleider", "teamleider"])
def test_who_leads_a_part_of_a_school_is_staff(who: str) -> None:
    found = recognise(f"Voor een schorsing hoort de {who} de leerling.")
    assert Party.STAFF in found.main.parties


def test_the_name_of_an_organisation_is_a_school() -> None:
    text = "De Waterlelie bewaart de beelden vier weken."
    main = recognise(text, names=("De Waterlelie",)).main
    assert (main.modality, main.parties) == (Modality.OBLIGATION, (Party.SCHOOL,))


def test_what_explains_asks_nothing_unless_it_says_so_plainly() -> None:
    told = "De school bewaart de beelden vier weken."
    assert recognise(told, kind=Kind.EXPLANATION).main.modality is Modality.INFORMATION
    plain = "Filmen in de kleedkamers is verboden."
    assert recognise(plain, kind=Kind.EXPLANATION).main.modality is Modality.PROHIBITION


def test_a_tip_encourages() -> None:
    text = "Maak samen met de klas afspraken."
    assert recognise(text, kind=Kind.GUIDANCE).main.modality is Modality.ENCOURAGEMENT
    assert recognise(text).main.modality is Modality.OBLIGATION


def test_an_impersonal_passive_does_not_displace_the_statement_before_it() -> None:
    text = (
        "Medewerkers die dit protocol overtreden maken zich schuldig aan plichtsverzuim. "
        "Hiervan wordt een aantekening gemaakt in het dossier."
    )
    found = recognise(text)
    assert found.main.modality is Modality.INFORMATION
    assert found.norms[1].modality is Modality.OBLIGATION


def test_what_is_not_understood_says_so() -> None:
    assert recognise("").main.modality is Modality.UNDETERMINED
    assert recognise("…").main.modality is Modality.UNDETERMINED


def test_what_explains_gives_no_power() -> None:
    text = "De directeur kan de telefoon innemen."
    found = {kind: recognise(text, kind=kind).main for kind in (Kind.RULE, Kind.EXPLANATION)}
    assert found[Kind.RULE].modality is Modality.PERMISSION
    assert found[Kind.RULE].nuance is Nuance.POWER
    assert found[Kind.EXPLANATION].modality is Modality.INFORMATION


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Als leerling mag je geen foto's maken van anderen.", ""),
        ("Als leerlingen niet bellen, krijgen ze een prijs.", "Als leerlingen niet bellen"),
        ("Als de leerling belt, neemt de leraar de telefoon in.", "Als de leerling belt"),
    ],
)
def test_als_names_a_role_or_begins_a_condition(text: str, condition: str) -> None:
    found = [text[slice(*span)] for span in recognise(text).main.conditions]
    assert found == ([condition] if condition else [])


@pytest.mark.parametrize("piece", ["{ ", "( ", "„ ", "woord ( "])
def test_a_sentence_four_times_as_long_takes_no_more_than_that(piece: str) -> None:
    """Whoever looks at each word for what closes a bracket would take sixteen times as much."""
    with counted() as count:
        parse = importlib.import_module("protocolkit.norms.grammar").parse
        count(lambda: parse(piece))  # what is read once and kept is no work of a text
        few = count(lambda: parse(piece * 16))
        many = count(lambda: parse(piece * 64))
    assert len(few) > 5
    assert {place: n for place, n in many.items() if n > 6 * max(few[place], 16)} == {}


@pytest.mark.parametrize(
    ("length", "modality"),
    [(3_000, Modality.OBLIGATION), (3_001, Modality.UNDETERMINED), (4_500, Modality.UNDETERMINED)],
)
def test_what_is_far_longer_than_any_sentence_asks_nothing(length: int, modality: Modality) -> None:
    begin, end = "De leerling moet ", " het melden."
    text = begin + ("heel " * length)[: length - len(begin) - len(end)] + end
    assert recognise(text).main.modality is modality
