"""Which articles are proposed as a council's ground, by the words of a text."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.approvals import Right
from protocolkit.document.council_sections import SECTIONS
from protocolkit.document.model import Protocol
from protocolkit.dossier.grounds import GROUNDS, ground_words, possible_grounds
from protocolkit.reading.reader import read_protocol_text


def _protocol(*clauses: str, title: str = "Pesten", sector: str = "") -> Protocol:
    organisation = f"{{name: De Brug, sector: {sector}}}" if sector else "{name: De Brug}"
    body = "\n".join(f"{{#a{n}}}\n{n}. {text}\n" for n, text in enumerate(clauses, 1))
    head = f"---\nprotocol:\n  title: {title}\n  organisation: {organisation}\n---\n\n# {title}\n"
    return read_protocol_text(f"{head}\n{body}").protocol


def _articles(protocol: Protocol, section: str = "", right: Right = Right.CONSENT) -> list[str]:
    return [one.ground.article for one in possible_grounds(protocol, right, section)]


def test_the_clauses_that_point_to_an_article_are_named() -> None:
    protocol = _protocol("De mentor belt.", "Wie pest, wordt geschorst.", "Pesten mag niet.")
    [safety] = possible_grounds(protocol, Right.CONSENT, "")
    assert (safety.ground.article, safety.labels) == ("10 e", ("Aanhef 2", "Aanhef 3"))
    [removal] = possible_grounds(protocol, Right.ADVICE, "")
    words = ground_words(removal, translator())
    assert words == "Wms, artikel 11 j: toelaten en verwijderen van leerlingen (Aanhef 2)"
    assert possible_grounds(protocol, Right.INFORMATION, "") == ()


@pytest.mark.parametrize(
    ("text", "of_staff", "of_family"),
    [
        ("De school deelt geen persoonsgegevens van leerlingen.", False, True),
        ("Persoonsgegevens van het personeel blijven binnen.", True, False),
        ("Persoonsgegevens van ouders en personeel blijven binnen.", True, True),
        ("Het dossier van de leerling gaat mee. Wij volgen de AVG.", True, True),
        ("Persoonsgegevens van anderen deelt niemand.", True, True),
        ("Personeel gaat zorgvuldig om met privacy.", True, True),
    ],
)
def test_data_are_of_those_that_are_named_with_them(
    text: str, of_staff: bool, of_family: bool
) -> None:
    protocol = _protocol(text, sector="po")
    assert ("12 lid 1 m" in _articles(protocol, "personeel")) is of_staff
    assert ("13 i" in _articles(protocol, "ouders")) is of_family


_STAFF_DATA = (
    "De school bewaart persoonsgegevens van medewerkers in een eigen systeem.",
    "Het personeelsdossier is alleen in te zien door de directeur.",
    "Gegevens van het personeel, zoals persoonsgegevens over verzuim, blijven bij de werkgever.",
    "De privacy van leraren wordt beschermd.",
    "Van medewerkers worden alleen persoonsgegevens verwerkt die nodig zijn.",
    "Iedere medewerker mag zijn eigen dossier inzien.",
    "Voor persoonsgegevens van onze docenten geldt de AVG.",
    "De persoonsgegevens die medewerkers bij hun sollicitatie geven, wissen wij na vier weken.",
    "Medewerkers hebben recht op privacy op hun werkplek.",
    "Het dossier van een leerkracht bewaart de school nog twee jaar na het vertrek.",
    "De werkgever verwerkt persoonsgegevens van werknemers volgens de AVG.",
    "Persoonsgegevens van sollicitanten en oud-collega's worden gewist.",
    "De school bewaart het verzuim van medewerkers twee jaar.",
    "Salarisgegevens van leerkrachten worden nooit doorgegeven.",
    "Een leraar geeft toestemming voor zijn foto op de website.",
    "Camerabeelden van leraren worden na vier weken gewist.",
)
_PUPIL_DATA = (
    "De school bewaart persoonsgegevens van leerlingen in een eigen systeem.",
    "Het leerlingdossier is alleen in te zien door de ouders.",
    "De privacy van kinderen wordt beschermd.",
    "Van leerlingen worden alleen persoonsgegevens verwerkt die nodig zijn.",
    "Ouders mogen het dossier van hun kind inzien.",
    "De leerkracht zet geen persoonsgegevens van leerlingen op sociale media.",
    "Medewerkers delen de persoonsgegevens van leerlingen niet met derden.",
    "Medewerkers gaan zorgvuldig om met de privacy van de leerling.",
    "De persoonsgegevens die ouders bij de inschrijving geven, wissen wij na vijf jaar.",
    "De mentor houdt van iedere leerling een dossier bij.",
    "Leerlinggegevens worden na twee jaar vernietigd.",
    "De mentor noteert incidenten in het leerlingvolgsysteem.",
    "Foto's van kinderen plaatsen wij alleen met toestemming van ouders.",
    "De leraar deelt de gegevens van leerlingen met niemand.",
    "Foto's van leerlingen zijn persoonsgegevens; de leerkracht plaatst die niet zomaar.",
    "De leraar vermeldt in het dossier van de leerling wat er is gebeurd.",
    "Voor leerlingen onder de 16 geven de ouders toestemming volgens de AVG.",
)
_BOTH = (
    "De school verwerkt persoonsgegevens van leerlingen en medewerkers.",
    "De school bewaart gegevens van personeel en leerlingen apart.",
    "Ouders, leerlingen en personeel mogen hun gegevens inzien.",
    "Foto's van leerlingen en leraren vragen toestemming.",
    "Voor foto's vraagt de school toestemming.",
    "De privacy van personeel, ouders en leerlingen wordt beschermd.",
    "De school houdt zich aan de AVG.",
    "Persoonsgegevens worden niet langer bewaard dan nodig.",
    "Van leerlingen, ouders en medewerkers bewaart de school persoonsgegevens.",
    "Leerlingen en medewerkers hebben recht op privacy.",
    "Het dossier van de leerling en het personeelsdossier zijn vertrouwelijk.",
    "Iedereen mag zijn eigen persoonsgegevens inzien.",
    "Persoonsgegevens van alle betrokkenen (leerlingen, ouders en personeel) zijn beveiligd.",
    "De persoonsgegevens van wie bij de school hoort, zijn beveiligd.",
    "Wie leerling of leraar is, mag zijn dossier inzien.",
)


@pytest.mark.parametrize("sector", ["po", "vo"])
@pytest.mark.parametrize(
    ("texts", "expected"),
    [(_STAFF_DATA, {"12"}), (_PUPIL_DATA, {"family"}), (_BOTH, {"12", "family"})],
)
def test_a_ground_on_data_fits_whose_data_a_clause_is_about(
    texts: tuple[str, ...], expected: set[str], sector: str
) -> None:
    for text in texts:
        protocol = _protocol(text, sector=sector)
        found = {"12"} if "12 lid 1 m" in _articles(protocol, "personeel") else set()
        is_family = {"13 i", "14"} & {*_articles(protocol, "ouders")}
        assert found | ({"family"} if is_family else set()) == expected, text


def test_a_clause_that_names_people_and_no_data_points_to_no_ground_on_data() -> None:
    protocol = _protocol("Van leerlingen en medewerkers legt de school de namen vast.", sector="po")
    assert [_articles(protocol, section) for section in ("personeel", "ouders")] == [[], []]


def test_rules_of_the_school_are_told_by_the_title_alone() -> None:
    (rules,) = possible_grounds(_protocol("Wees lief.", title="Schoolreglement"), Right.CONSENT, "")
    assert (rules.ground.article, rules.labels) == ("10 c", ())
    assert ground_words(rules, translator()).endswith("(de titel)")
    assert _articles(_protocol("Dit is ons schoolreglement.")) == []


def test_of_many_clauses_the_first_six_are_named() -> None:
    protocol = _protocol(*["Pesten mag niet."] * 8)
    [safety] = possible_grounds(protocol, Right.CONSENT, "")
    assert safety.labels == tuple(f"Aanhef {number}" for number in range(1, 7))


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("personeel", {"10", "12"}),
        ("ouders", {"10", "13"}),
        ("leerlingen", {"10", "13"}),
        ("Ouders  en leerlingen", {"10", "13"}),
        ("", {"10"}),
    ],
)
def test_a_right_of_one_section_is_proposed_to_no_other(section: str, expected: set[str]) -> None:
    protocol = _protocol("Pesten wordt met de camera en persoonsgegevens bewaakt.")
    assert {article.split()[0] for article in _articles(protocol, section)} == expected


@pytest.mark.parametrize(("sector", "article"), [("", "13"), ("po", "13"), ("vo", "14")])
def test_parents_have_the_article_of_their_sector(sector: str, article: str) -> None:
    protocol = _protocol("Persoonsgegevens in het dossier blijven geheim.", sector=sector)
    assert {one.split()[0] for one in _articles(protocol, "ouders")} == {article}


def test_every_article_stands_once_and_of_sections_that_there_are() -> None:
    assert len({one.article for one in GROUNDS}) == len(GROUNDS)
    assert {name for one in GROUNDS for name in one.sections} <= set(SECTIONS)
