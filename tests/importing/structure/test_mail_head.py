"""The head of an e-mail is no title and no rule; it is told, and can be taken back."""

from __future__ import annotations

import pytest

from outlined import outline_of, source_of
from protocolkit.document.outline import clause_text, clauses
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes

_RULES = "1. Bellen mag niet in de klas.\n2. Filmen mag ook niet in de klas.\n"
_MAIL = """Van: Jan de Vries <j.devries@delinde.example>
Verzonden: maandag 3 mei 2021 10:12
Aan: team@delinde.example; Petra Smit;
  directie@delinde.example
CC: bestuur@delinde.example
Onderwerp: FW: nieuw protocol

"""


@pytest.mark.parametrize(
    "head",
    [
        _MAIL,
        _MAIL.replace(": ", ":\t"),
        "-----Oorspronkelijk bericht-----\n" + _MAIL,
        "From: A. Bakker\nDate: 3 May 2021\nTo: B. Smit\nSubject: protocol\n\n",
        "*Van:* A. Bakker\n*Datum:* 3 mei 2021\n*Aan:* B. Smit\n*Onderwerp:* protocol\n\n",
    ],
)
def test_the_head_of_a_mail_is_left_out_and_told(head: str) -> None:
    found = import_source(source_of(f"{head}Protocol bellen\n\n{_RULES}"))
    assert plain(found.protocol.title) == "Protocol bellen"
    assert len(outline_of(f"{head}Protocol bellen\n\n{_RULES}")) == 2
    told = " ".join(c.text for c in found.ledger.changes if c.reason == "kop van een e-mail")
    assert told.split() == head.split()


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Onderwerp: Hitteprotocol", "Hitteprotocol"),
        ("Onderwerp: RE: FW: regels voor de fiets", "regels voor de fiets"),
        ("*Betreft:* Afspraken hitte", "Afspraken hitte"),
    ],
)
def test_what_a_mail_is_about_is_the_title_where_no_line_is(subject: str, title: str) -> None:
    head = f"Van: A. Bakker\nVerzonden: 3 mei 2021\nAan: B. Smit\n{subject}\n\n"
    text = f"{head}Beste collega's,\n\nDe zomer komt eraan, en dan is het heet.\n\n{_RULES}"
    found = import_source(source_of(text))
    assert plain(found.protocol.title) == title
    assert "title" not in found.protocol.facts.supplied
    told = " ".join(c.text for c in found.ledger.changes if c.reason == "kop van een e-mail")
    assert f"{told} {title}".split() == head.split()


def test_a_mail_that_says_only_how_a_text_is_brought_has_no_title_in_its_head() -> None:
    found = import_source(source_of(f"{_MAIL.replace('nieuw protocol', 'brief')}{_RULES}"))
    assert "title" in found.protocol.facts.supplied


def test_a_person_may_keep_it() -> None:
    source = source_of(f"{_MAIL}Protocol bellen\n\n{_RULES}")
    (choice,) = import_source(source).choices
    assert (choice.key, choice.is_doubted) == ("mail-1", False)
    kept = import_source(source, Wishes(choices=("mail-1=tekst",)))
    assert "Jan de Vries" in kept.markdown


@pytest.mark.parametrize(
    "text",
    [
        "Memo\n\nAan: team\nVan: directie\nDatum: 3 mei 2021\nOnderwerp: bellen\n\n",
        "Protocol bellen\n\nVan: 1 augustus\nAan: 31 juli\nDatum: elk jaar\nOnderwerp: bellen\n\n",
        "Aan: alle ouders\nBetreft: bellen in de klas\n\n",
    ],
)
def test_the_lines_of_a_memo_or_letter_stay(text: str) -> None:
    found = import_source(source_of(f"{text}{_RULES}"))
    assert "kop van een e-mail" not in {change.reason for change in found.ledger.changes}


def test_what_a_mail_quotes_is_read_without_its_signs() -> None:
    text = (
        "> Van: directie\n> Aan: team\n> Verzonden: 4 maart 2024\n> Onderwerp: Bellen\n>\n"
        "> 1. Er lopen altijd twee leraren op het plein, ook als het regent\n> of sneeuwt.\n"
        "> 2. Bellen mag niet.\n"
    )
    found = import_source(extract_text(text.encode()))
    assert plain(found.protocol.title) == "Bellen"
    assert [clause_text(one) for one in clauses(found.protocol)] == [
        "Er lopen altijd twee leraren op het plein, ook als het regent of sneeuwt.",
        "Bellen mag niet.",
    ]
    assert [change.text for change in found.ledger.changes].count(">") == 8


def test_a_sign_before_each_of_some_lines_may_be_a_bullet() -> None:
    text = "Protocol bellen\n\n> Bel niet.\n> Film niet.\n> Speel niet.\n"
    found = import_source(extract_text(text.encode()))
    assert not any(change.text == ">" for change in found.ledger.changes)
