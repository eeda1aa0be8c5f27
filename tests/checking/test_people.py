"""Names of persons are told before they are published; roles, bodies and places are not."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from protocolkit.checking.people import check_people, check_people_beside
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.person_names import is_person, person_names
from seeds import SLUGS, protocol


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mail mevrouw J. de Vries (jdv@school.nl).", ("mevrouw J. de Vries",)),
        ("Bel mevr. Jansen-de Wit of juf Anna.", ("mevr. Jansen-de Wit", "juf Anna")),
        ("Contact: A. Jansen, tel. 06.", ("A. Jansen",)),
        ("Opgesteld door J.P. van der Berg in 2024.", ("J.P. van der Berg",)),
        ("Opgesteld door W. van Dam.", ("W. van Dam",)),
        ("Schrijf naar jan.jansen@school.nl.", ("jan.jansen",)),
        ("Vraag de heer Özgür Yılmaz-Şahin erom.", ("de heer Özgür Yılmaz-Şahin",)),
        ("Zie bijlage A. Begrippen en artikel B. Regels.", ()),
        ("Hoofdstuk V. Verlof", ()),
        ("De B.V. Uitgeverij en de P.O. Raad.", ()),
        ("Mail info.po@school.nl of mr.school@school.nl.", ()),
        ("Kom naar de Prof. Lorentzlaan of de Dr. Nelle Academie.", ()),
        ("De mentor belt de ouders van de leerling.", ()),
        ("Vragen? Bel Karin Bakker van de administratie.", ("Karin Bakker",)),
        ("Jan-Willem de Boer en Ahmed El Idrissi.", ("Jan-Willem de Boer", "Ahmed El Idrissi")),
        ("Geschreven door Anna Maria van der Meer.", ("Anna Maria van der Meer",)),
        ("Contactpersoon: Fenna Hiemstra.", ("Fenna Hiemstra",)),
        ("De vertrouwenspersoon is Oebele van der Velde.", ("Oebele van der Velde",)),
        ("Onze directeur (Sytse Zijlstra) belt.", ("Sytse Zijlstra",)),
        ("Basisschool Jan Ligthart en de Anne Frank doen mee.", ()),
        ("Stichting Willem van Oranje, het Karel de Grote College.", ()),
        ("Kom naar het Johan de Witt-gymnasium of de Thomas More.", ()),
        ("Koop geen telefoon bij Albert Heijn. Op Maandag Sluiten Wij.", ()),
        ("Contactpersoon: de directeur. Voorzitter: Stichting De Brug.", ()),
        ("Jan en Karin gaan naar Den Haag.", ()),
    ],
)
def test_what_is_a_name(text: str, named: tuple[str, ...]) -> None:
    assert person_names(text) == named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jan Jansen", True),
        ("Anna van der Meer", True),
        ("mw. A. Bos", True),
        ("Stichting De Brug", False),
        ("College van Bestuur", False),
        ("De Brug", False),
        ("Sint Jozef", False),
        ("Leerlingenraad Zuid", False),
        ("de directeur", False),
        ("Directeur Onderwijs", False),
        ("Microsoft Office User", False),
        ("", False),
    ],
)
def test_who_is_responsible_is_a_person(text: str, told: bool) -> None:
    assert is_person(text) is told


@pytest.mark.parametrize("slug", SLUGS)
def test_no_word_of_the_sources_is_taken_for_a_name(slug: str) -> None:
    assert list(check_people(protocol(slug))) == []


def test_text_heading_and_facts_are_looked_at() -> None:
    text = """---
protocol:
  title: Pesten
  organisation: {name: De Brug}
  owner: Jan Jansen
  contact: Piet de Groot
  approvals:
    - {body: mevrouw A. Bos, right: instemming}
---

# Pesten

## Vragen aan juf Anna

{#a1}
1. Bel meester Pieter.
"""
    found = list(check_people(read_protocol_text(text, "x.md").protocol))
    assert [dict(one.values)["words"] for one in found] == [
        "juf Anna",
        "meester Pieter",
        "Jan Jansen",
        "Piet de Groot",
        "mevrouw A. Bos",
    ]
    assert {one.code.name for one in found} == {"person-named"}
    assert [one.anchor for one in found][1] == "a1"


_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[4 0 R]/Count 1>>endobj
3 0 obj<</Author(Piet van der Veen)>>endobj
4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj
trailer<</Root 1 0 R/Info 3 0 R/Size 5>>
"""


def _word(author: str) -> bytes:
    document = docx.Document()
    document.core_properties.author = author
    document.core_properties.last_modified_by = ""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_files_beside_a_protocol_and_their_properties(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "pesten"
    (folder / "bron").mkdir(parents=True)
    (folder / "a.voorstel.yml").write_text(
        "# mevrouw J. de Wit schreef dit\nwhy: Juf Anna vroeg erom, aldus Sien Plas.\n"
        "measures: De heer Jan Jansen belt.\n",
        "utf-8",
    )
    (folder / "a.reacties.yml").write_text("remarks:\n  r: {said: Dhr. Bos wil dit.}\n", "utf-8")
    (folder / "a.anders.yml").write_text("x: Juf Anna\n", "utf-8")
    (folder / "bron" / "een.docx").write_bytes(_word("Jan Jansen"))
    (folder / "bron" / "twee.docx").write_bytes(_word("Stichting De Brug"))
    (folder / "bron" / "kapot.docx").write_bytes(b"PK\x03\x04")
    (folder / "bron" / "kapot.pdf").write_bytes(b"%PDF-1.7 kapot")
    (folder / "bron" / "drie.pdf").write_bytes(_PDF)
    found = [
        (one.code.name, str(one.location), dict(one.values)["words"])
        for one in check_people_beside(tmp_path)
    ]
    assert found == [
        ("person-beside", "protocols/pesten/a.reacties.yml:2", "Dhr. Bos"),
        ("person-beside", "protocols/pesten/a.voorstel.yml:2", "Juf Anna"),
        ("person-beside", "protocols/pesten/a.voorstel.yml:2", "Sien Plas"),
        ("person-beside", "protocols/pesten/a.voorstel.yml:3", "De heer Jan Jansen"),
        ("person-in-file", "protocols/pesten/bron/drie.pdf", "Piet van der Veen"),
        ("person-in-file", "protocols/pesten/bron/een.docx", "Jan Jansen"),
    ]


def test_a_remark_behind_a_key_is_for_who_writes_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    for name in ("a.waarom.yml", "a@2026-1.waarom.yml"):
        (folder / name).write_text(
            'reasons:\n  r-1:  # Rooster van meester Joost op dinsdag\n    reason: "Zo is het."\n'
            '  "c#r-2":  # Dhr. Bos belt\n    reason: "Juf Anna # wil dit"  # aldus Sien Plas\n',
            "utf-8",
        )
    found = [
        (str(one.location), dict(one.values)["words"]) for one in check_people_beside(tmp_path)
    ]
    assert found == [
        ("protocols/pesten/a.waarom.yml:5", "Juf Anna"),
        ("protocols/pesten/a@2026-1.waarom.yml:5", "Juf Anna"),
    ]


def test_kept_versions_are_looked_at_too(tmp_path: Path) -> None:
    kept = tmp_path / "versions" / "pesten" / "a@2026-1.md"
    kept.parent.mkdir(parents=True)
    text = "# Pesten\n\n{#a1}\n1. Bel Karin Bakker.\n\n{#a2}\n2. Bel de directeur.\n"
    kept.write_text(text, "utf-8")
    (kept.parent / "kladje.txt").write_text("Karin Bakker\n", "utf-8")
    [found] = check_people_beside(tmp_path)
    assert (found.code.name, str(found.location)) == (
        "person-kept",
        "versions/pesten/a@2026-1.md:4",
    )
    now = tmp_path / "protocols" / "pesten" / "a.md"
    now.parent.mkdir(parents=True)
    now.write_text(text, "utf-8")
    assert list(check_people_beside(tmp_path)) == []
    now.unlink()
    accepted = "---\nprotocol:\n  accepted: [{code: person-named, anchor: a1, reason: Mag.}]\n---\n"
    kept.write_text(accepted + text, "utf-8")
    assert list(check_people_beside(tmp_path)) == []
