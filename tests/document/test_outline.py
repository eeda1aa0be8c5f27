"""How clauses are cited, and what leads a bullet in."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import labels, lead_ins, short_name
from protocolkit.reading.reader import read_protocol_text
from seeds import SLUGS, protocol


@pytest.mark.parametrize(
    ("slug", "anchor", "label"),
    [
        ("oponoa", "art-3-1-3", "3.1.3"),
        ("oponoa", "art-4-1-7", "4.1.7"),
        ("oponoa", "uitgangspunten-3", "Uitgangspunten, 3e punt"),
        ("oponoa", "par-3-4-aanhef", "3.4, 1e alinea"),
        ("cvo-baarn-soest", "art-a-5", "A.5"),
        ("cvo-baarn-soest", "sancties-6", "Sancties 6"),
        ("cvo-baarn-soest", "noot-5", "noot 5"),
        ("borger-odoorn", "communiceren-2", "Communiceren 2"),
        ("borger-odoorn", "weten-1", "Aanhef, 1e punt"),
        ("verkruisen", "slot-2", "Slot, 2e alinea"),
        ("lucas-onderwijs", "inleiding-2", "Inleiding, 2e alinea"),
    ],
)
def test_how_a_clause_is_cited(slug: str, anchor: str, label: str) -> None:
    assert labels(protocol(slug))[anchor] == label


@pytest.mark.parametrize("slug", SLUGS)
def test_labels_are_unique(slug: str) -> None:
    found = labels(protocol(slug))
    assert len(set(found.values())) == len(found)


def test_labels_stay_unique_when_numbers_repeat() -> None:
    text = "# T\n\n{#a}\n1. een\n\n{#b}\ntekst\n\n{#c}\n1. twee\n"
    found = labels(read_protocol_text(text).protocol)
    assert found == {"a": "Aanhef 1", "b": "Aanhef, 1e alinea", "c": "Aanhef 1 (2e)"}


def test_articles_count_through_the_document() -> None:
    text = (
        "# T\n\n{#h}\n## 2 Regels\n\n{#a}\nArtikel 5 De school mag.\n\n"
        "{#b}\n### Artikel 6\n\n{#c}\n1. Lid een.\n"
    )
    assert labels(read_protocol_text(text).protocol) == {"a": "artikel 5", "c": "6.1"}


def test_a_bullet_is_shown_with_its_lead_in() -> None:
    found = lead_ins(protocol("borger-odoorn"))
    assert found["weten-4"] == "Goed om te weten:"
    assert "leren-1" not in found


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sancties en gevolgen voor leerlingen", "Sancties"),
        ("Sociale media gebruiken", "Sociale media"),
        ("Het gebruik", ""),
        ("Doel, bereik", "Doel"),
        ("Foto's (of film)", "Foto's (of"),
        ("SOCIALE MEDIA", "Sociale media"),
        ("AVG", "AVG"),
        ("BYOD", "Byod"),
    ],
)
def test_the_short_name_of_a_heading_is_two_words_at_most(title: str, name: str) -> None:
    assert short_name(title) == name
