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
