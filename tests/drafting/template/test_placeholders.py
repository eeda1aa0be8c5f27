"""What a school fills in: found in any Dutch text, and never at the cost of a word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from examples import examples
from protocolkit.document.model import Footnote, Paragraph, Protocol
from protocolkit.document.names import names_of, neutral
from protocolkit.document.organisations import SCHOOL_ENDINGS, SCHOOL_WORDS
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.richtext import Emphasis, HardBreak, Inline, Link, Text
from protocolkit.drafting.template.blanks import SCHOOLS_JOINED, finder
from protocolkit.drafting.template.known_document import known_of
from protocolkit.drafting.template.placeholders import fill, restored
from protocolkit.drafting.template.values import PlaceholderKind
from small_boards import board
from strategies import protocols

OWN = "{name: Stichting De Vlinder, aliases: [De Vlinder, SKO De Vlinder], parent: Koepel Zuid}"
SETTINGS = "  applies_to: [Obs 't Nest, Waldheim-mavo]\n"
OTHER = board("kwadrant", "x", organisation="{name: Kwadrant Groep}")


def _own(text: str) -> Protocol:
    return board("vlinder", text, settings=SETTINGS, organisation=OWN)


def _filled(text: str, left_open: frozenset[str] = frozenset()) -> str:
    own = _own(text)
    blocks = next(iter(clauses(own))).blocks
    made = fill(blocks, finder(known_of(own, [OTHER]), left_open)).blocks
    return clause_text(Footnote(label="", blocks=made))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stichting De Vlinder vraagt.", "[naam van het bestuur] vraagt."),
        ("SKO De Vlinder's regels", "[naam van het bestuur]'s regels"),
        ("Op Obs 't Nest.", "Op [naam van de school]."),
        ("op de Waldheim-mavo en het Obs 't Nest.", "op [namen van de scholen]."),
        (
            "Obs 't Nest, Waldheim-mavo en/of obs 't Nest doen",
            "[namen van de scholen, met ‘en/of’] doen",
        ),
        ("Op Obs 't Nest of de Waldheim-mavo.", "Op [namen van de scholen, met ‘of’]."),
        ("Bij de Koepel Zuid.", "Bij [naam van het bestuur]."),
        ("de Kwadrant Groep-scholen", "de [naam van het bestuur]-scholen"),
        ("de Koepel Zuid scholen", "de [naam van het bestuur] scholen"),
        ("de Koepel Zuid stichting", "de [naam van het bestuur] stichting"),
        ("de Koepel Zuid vereniging", "de [naam van het bestuur] vereniging"),
        ("scholen voor primair onderwijs, dus", "scholen voor [soort onderwijs], dus"),
        ("op basisschool De Ark en obs ’t Nest geldt", "op [namen van de scholen] geldt"),
        ("Op het Griftland College mag het.", "Op [naam van de school] mag het."),
        ("Op Griftland College mag het.", "Op [naam van de school] mag het."),
        ("Bij Obs 't Nest Whatsapp, Twitter.", "Bij [naam van de school] Whatsapp, Twitter."),
        ("verstaat basisschool Waldheim-mavo Instagram", "verstaat [naam van de school] Instagram"),
        ("Bij basisschool Kwadrant Groep App", "Bij [naam van de school] App"),
        ("obs De Ark App. Op obs De Ark.", "[naam van de school] App. Op [naam van de school]."),
        ("Instagram De Vlinder College doet", "Instagram [naam van het bestuur] College doet"),
        ("Op De Vlinder College is", "Op [naam van de school] is"),
        ("De basisschool geeft les.", "De basisschool geeft les."),
        ("de Wet op het primair onderwijs", "de Wet op het primair onderwijs"),
        ("voor primair onderwijs en opvang", "voor primair onderwijs en opvang"),
        ("Zoals bij Kwadrant Groep.", "Zoals bij [naam van het bestuur]."),
        ("de vlinder vliegt", "de vlinder vliegt"),
        ("De Vlinderen zijn anders.", "De Vlinderen zijn anders."),
        ("Mail info@devlinder.nl.", "Mail [e-mailadres]."),
        ("Zie www.devlinder.nl/regels.", "Zie [website van de school]."),
        ("Zie www.kennisnet.nl.", "Zie www.kennisnet.nl."),
        ("Via Social Schools of app.", "Via [naam van het ouderportaal] of app."),
        ("in Parnassys/Parro", "in [naam van het leerlingvolgsysteem]/[naam van het ouderportaal]"),
        ("Een magister hoort het.", "Een magister hoort het."),
        ("De rector beslist.", "De rector beslist."),
        ("middelen van de beide scholen.", "middelen van [namen van de scholen]."),
        ("Op onze drie basisscholen en", "Op [namen van de scholen] en"),
        ("Op alle 12 scholen geldt", "Op [namen van de scholen] geldt"),
        ("van de beide locaties, Noord en Zuid.", "van [namen van de locaties]."),
        ("Op onze drie vestigingen: De Wal, De Dijk en Oost geldt",
         "Op [namen van de locaties] geldt"),
        ("de twee gebouwen (Noord en Zuid) zijn", "[namen van de locaties] zijn"),
        ("in beide gebouwen geldt", "in [namen van de locaties] geldt"),
        ("op alle locaties, ook op reis", "op alle locaties, ook op reis"),
        ("tussen twee afdelingen", "tussen twee afdelingen"),
        ("zoals in punt 3.4 staat", "zoals in [verwijzing: punt 3.4] staat"),
        ("zie bepaling 7 of zo.", "zie [verwijzing: bepaling 7] of zo."),
        ("zie de punten 3.4 en 3.5.", "zie de [verwijzing: punten 3.4 en 3.5]."),
        ("punt 3.4 van de cao", "punt 3.4 van de cao"),
        ("behalve het bepaalde in 3.4.", "behalve het bepaalde in [verwijzing: 3.4]."),
        ("De in 3.3 en 3.4 genoemde weg.", "De in [verwijzing: 3.3 en 3.4] genoemde weg."),
        ("De onder 24 t/m 27 beschreven weg.", "De onder [verwijzing: 24 t/m 27] beschreven weg."),
        ("zoals beschreven onder 3.4 en 3.5", "zoals beschreven onder [verwijzing: 3.4 en 3.5]"),
        ("volgens 3.4 van de cao; zie 8.30 uur", "volgens 3.4 van de cao; zie 8.30 uur"),
        ("een cijfer van 3.4 of hoger", "een cijfer van 3.4 of hoger"),
        ("elke regel 10 keer", "elke regel 10 keer"),
        ("Beide ouders tekenen.", "Beide ouders tekenen."),
        ("De Vlinder (hierna te noemen: SKO De Vlinder) vraagt", "[naam van het bestuur] vraagt"),
        ("Stichting De Vlinder (hierna: ‘De Vlinder’).", "[naam van het bestuur]."),
        ("SKO De Vlinder (De Vlinder) vraagt", "[naam van het bestuur] vraagt"),
        ("SKO De Vlinder, hierna De Vlinder, vraagt", "[naam van het bestuur] vraagt"),
        ("SKO De Vlinder, De Vlinder en", "[naam van het bestuur], [naam van het bestuur] en"),
        ("Op Obs 't Nest (Almelo) mag", "Op [naam van de school] ([plaats]) mag"),
        ("Op Obs 't Nest (Zie ook 3) mag", "Op [naam van de school] (Zie ook 3) mag"),
        ("Op Obs 't Nest (VO) mag", "Op [naam van de school] (VO) mag"),
        ("De Vlinder (hierna volgt meer)", "[naam van het bestuur] (hierna volgt meer)"),
        ("Gevestigd te Zutphen, en", "Gevestigd te [plaats], en"),
        ("de gemeente Bergen op Zoom doet", "de gemeente [plaats] doet"),
        ("obs De Ark in Bergen op Zoom doet", "[naam van de school] in [plaats] doet"),
        ("De Vlinder te Deventer.", "[naam van het bestuur] te [plaats]."),
        ("onze scholen in Urk, Ens en Espel.", "onze scholen in [plaats]."),
        ("De Vlinder in Goor en Delden gaat", "[naam van het bestuur] in [plaats] gaat"),
        ("De Vlinder in Goor en De Bij", "[naam van het bestuur] in [plaats] en De Bij"),
        ("De Vlinder in Goor, Ans belt", "[naam van het bestuur] in [plaats], Ans belt"),
        ("aan het bestuurskantoor in Goor.", "aan het bestuurskantoor in [plaats]."),
        ("Het kantoor in Nederland.", "Het kantoor in Nederland."),
        ("Bij De Vlinder, in Deventer", "Bij [naam van het bestuur], in Deventer"),
        ("Dat is te Gek.", "Dat is te Gek."),
        ("te laat komen", "te laat komen"),
        ("De vertrouwenspersoon is mevrouw J. de Vries.",
         "De vertrouwenspersoon is [naam: zie contactlijst]."),
        ("Bel de heer Van den Berg of mw. Smit-Jansen.",
         "Bel [naam: zie contactlijst] of [naam: zie contactlijst]."),
        ("Bel mevrouw A. de Vries (06-12345678).",
         "Bel [naam, telefoon en e-mail: zie contactlijst]."),
        ("Bel mw. Smit, tel. 0573 - 22 11 00, of kom langs.",
         "Bel [naam, telefoon en e-mail: zie contactlijst], of kom langs."),
        ("Mail mw. Smit (smit@devlinder.nl, 06 1234 5678).",
         "Mail [naam, telefoon en e-mail: zie contactlijst]."),
        ("Dat doet mw. Smit (zie 3.1).",
         "Dat doet [naam: zie contactlijst] (zie [verwijzing: 3.1])."),
        ("onze drie scholen in Zwolle en", "[namen van de scholen] in [plaats] en"),
        ("de beide scholen van de stichting in Almelo: Het Kompas en De Ster.",
         "[namen van de scholen] van de stichting in [plaats]: [namen van de scholen]."),
        ("de scholen in Nederland", "de scholen in Nederland"),
        ("op scholen geldt: Rust en Respect", "op scholen geldt: Rust en Respect"),
        ("De teamleider van locatie Noord.", "De teamleider van locatie [naam van de locatie]."),
        ("op de locatie waar het is", "op de locatie waar het is"),
        ("Juf en meester praten erover.", "Juf en meester praten erover."),
    ],
)  # fmt: skip
def test_what_is_left_open(text: str, expected: str) -> None:
    assert _filled(text) == expected


def test_a_function_is_left_open_only_where_boards_differ() -> None:
    text = "De locatiedirecteur en het Directie Onderwijs Team beslissen."
    assert _filled(text) == text
    open_here = frozenset({"locatiedirecteur", "directie onderwijs team"})
    assert _filled(text, open_here) == (
        "De [functie: locatiedirecteur] en het [functie: Directie Onderwijs Team] beslissen."
    )


def test_a_name_may_run_through_emphasis_and_line_ends() -> None:
    rich: tuple[Inline, ...] = (
        Text("Bij Stichting "),
        Emphasis(content=(Text("De"), HardBreak(), Text("Vlinder geldt")), strong=True),
        Text(" dit."),
    )
    own = _own("x")
    filled = fill((Paragraph(rich),), finder(known_of(own, []), frozenset()))
    assert filled.blocks == (
        Paragraph(
            (
                Text("Bij [naam van het bestuur]"),
                Emphasis(content=(Text(" geldt"),), strong=True),
                Text(" dit."),
            )
        ),
    )
    (placeholder,) = filled.placeholders
    assert placeholder.words == "Stichting De\nVlinder"


def test_links_lead_out_of_the_document_or_become_words() -> None:
    links = (
        Link(target="#art-3", content=(Text("artikel 3"),)),
        Text(" "),
        Link(target="https://www.devlinder.nl", content=(Text("www.devlinder.nl"),)),
        Text(" "),
        Link(target="https://www.kennisnet.nl", content=(Text("Kennisnet"),)),
    )
    filled = fill((Paragraph(links),), finder(known_of(_own("x"), []), frozenset()))
    assert filled.blocks == (Paragraph((Text("artikel 3 [website van de school] "), links[-1])),)


# What stands for a name beside the name itself: what a school is called, and what joins names.
_NO_WORD = {*SCHOOL_WORDS, "de", "het", "en", "of", "en/of", "hierna", "te", "noemen", "genoemd"}


def test_a_name_takes_no_other_word_of_any_source() -> None:
    """Whatever stands beside a known name stays: for every text from which is offered or merged."""
    for subject in seeds.collection().subjects:
        for own in subject.protocols:
            find = finder(
                known_of(own, [o for o in subject.protocols if o is not own]), frozenset()
            )
            names = [name for other in subject.protocols for name in names_of(other)]
            for clause in clauses(own):
                for _, _, placeholder in find(clause_text(clause)):
                    if placeholder.kind in (PlaceholderKind.BOARD, PlaceholderKind.SCHOOL):
                        beside = re.findall(r"[\w/-]+", neutral(placeholder.words, names))
                        lost = [word for word in beside if word.lower() not in _NO_WORD]
                        known = {*SCHOOLS_JOINED.values(), *SCHOOL_ENDINGS}
                        is_whole = {placeholder.key, *(word.lower() for word in lost)} & known
                        assert not lost or is_whole, (own.slug, clause.anchor, placeholder.words)


_PIECES = st.sampled_from(
    [
        "De Vlinder",
        "Stichting De Vlinder",
        "Parro",
        "info@devlinder.nl",
        "rector",
        "a",
        "\n",
        ",",
        "’",
    ]
)


@examples(60)
@given(st.lists(_PIECES, max_size=8))
def test_every_word_can_be_put_back(pieces: list[str]) -> None:
    text = " ".join(pieces)
    rich = tuple(HardBreak() if piece == "\n" else Text(f"{piece} ") for piece in pieces)
    blocks = (Paragraph(rich),)
    filled = fill(blocks, finder(known_of(_own("x"), [OTHER]), frozenset({"rector"})))
    made = clause_text(Footnote(label="", blocks=filled.blocks))
    before = clause_text(Footnote(label="", blocks=blocks))
    assert restored(made, filled.placeholders).split() == before.split(), text


@examples(30)
@given(protocols())
def test_every_word_of_any_protocol_can_be_put_back(protocol: Protocol) -> None:
    find = finder(known_of(protocol, [OTHER]), frozenset())
    for clause in clauses(protocol):
        filled = fill(clause.blocks, find)
        made = clause_text(Footnote(label="", blocks=filled.blocks))
        assert restored(made, filled.placeholders) == clause_text(clause)


def test_an_address_is_the_school_s_by_a_name_of_some_length() -> None:
    """Three letters stand in many an address by chance."""
    own = board("sko", "Zie www.skoon.nl.", organisation="{name: SKO}")
    blocks = next(iter(clauses(own))).blocks
    made = fill(blocks, finder(known_of(own, []), frozenset())).blocks
    assert clause_text(Footnote(label="", blocks=made)) == "Zie www.skoon.nl."
