"""From the lines of a source to its structure: the steps in their order, nothing lost."""

from __future__ import annotations

from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.structure.line_runs import Role
from protocolkit.importing.structure.steps import ON_COVER, Structure, find_structure

_TEXT = """Stichting De Brug

Protocol bellen

1. Regels

Stichting De Brug wil rust.1 Bellen mag in de leer-
lijn niet.

1 Zie het jaarplan van de school.
"""


def _structure(text: str = _TEXT) -> Structure:
    return find_structure(extract_text(text.encode()))


def test_every_paragraph_has_a_role_and_notes_stand_apart() -> None:
    found = _structure()
    roles = [(block.role, block.text) for block in found.paragraphs]
    assert roles == [
        (Role.TITLE, "Stichting De Brug"),
        (Role.TITLE, "Protocol bellen"),
        (Role.HEADING, "Regels"),
        (Role.PARAGRAPH, "Stichting De Brug wil rust.1 Bellen mag in de leerlijn niet."),
    ]
    assert [note.label for note in found.notes] == ["1"]
    assert found.organisation == "Stichting De Brug"


def test_the_name_on_the_cover_is_no_part_of_the_title() -> None:
    found = _structure()
    title = found.title("Stichting De Brug")
    assert plain(title.content) == "Protocol bellen"
    assert [change.reason for change in title.changes] == [ON_COVER]
    whole = found.title("Stichting De Wal")
    assert plain(whole.content) == "Stichting De Brug Protocol bellen"
    assert whole.changes == ()


def test_a_school_may_be_named_below_the_title() -> None:
    found = _structure("Protocol bellen\nObs De Wal\n\n1. Regels\n\nBellen mag niet.\n")
    assert found.organisation == "Obs De Wal"
    far = _structure("Protocol bellen\n\n1. Regels\n\nObs De Wal\n\nBellen mag niet.\n")
    assert found.title(found.organisation).changes == ()
    assert far.organisation == ""


def test_a_chapter_may_be_counted_with_a_nought() -> None:
    found = _structure(
        "Protocol brand\n\n1.0 Ongevallen\n\n1.1 Kleine ongevallen\n\n"
        "Plak een pleister op de wond.\n\n"
        "2.0 Brand\n\n2.1 Tellen\n\nTel de kinderen op het plein.\n"
    )
    heads = [block.text for block in found.paragraphs if block.role is Role.HEADING]
    assert heads == ["Ongevallen", "Kleine ongevallen", "Brand", "Tellen"]


def test_an_organisation_may_have_a_place_in_its_name() -> None:
    found = _structure("Stichting Scholen aan Zee\nAfspraken bellen\n\n1. Regels\n\nBel niet.\n")
    assert found.organisation == "Stichting Scholen aan Zee"


def test_the_sign_behind_a_number_is_no_word_of_the_heading() -> None:
    found = _structure(
        "Reglement fietsen\n\nArtikel 1 - Stallen\n1. Zet uw fiets in het rek.\n\n"
        "Artikel 2 – Huren - en lenen\n1. Lenen mag.\n"
    )
    named = [(block.marker, block.text) for block in found.paragraphs if block.level]
    assert named == [("Artikel 1 -", "Stallen"), ("Artikel 2 –", "Huren - en lenen")]


def test_the_title_of_an_article_may_stand_below_its_dash() -> None:
    found = _structure("Reglement fietsen\n\nArtikel 1 –\nStallen\n\nZet uw fiets in het rek.\n")
    assert [(block.marker, block.text) for block in found.paragraphs if block.level] == [
        ("Artikel 1 –", "Stallen")
    ]
