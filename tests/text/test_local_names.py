"""What may be a name of one place or organisation, by its capitals."""

from __future__ import annotations

import pytest

from protocolkit.text.local_names import local_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wie dit niet kan betalen, vraagt hulp bij Leergeld Havendam.", ["Leergeld Havendam"]),
        ("Leergeld Havendam helpt wie dit niet kan betalen.", ["Leergeld Havendam"]),
        ("Formulieren staan in SharePoint Havendam.", ["SharePoint Havendam"]),
        ("De huiswerkklas van de Zonnebloem is op maandag.", ["Zonnebloem"]),
        ("Wij doen mee aan Kriebels in je Buik.", ["Kriebels in je Buik"]),
        ("Bel met Jacqueline, of bel 050-1234567.", ["Jacqueline", "050-1234567"]),
        ("Jacqueline belt de ouders.", []),
        ("Bel Veilig Thuis op 0800-2000, of 112.", []),
        ("De Wet op het primair onderwijs en de Leerplichtwet gelden.", []),
        ("De MR en de GMR stemmen in. De AVG geldt.", []),
        ("Met Pasen is er geen les. Op Koningsdag ook niet.", []),
        ("Op WhatsApp, Instagram en TikTok gelden regels.", []),
        ("Zie ‘Regels’: De school belt. - Ouders bellen.", []),
        ("In het Nederlands, Engels en Frans.", []),
        ("Klik op www.havendam.nl of mail x@havendam.nl.", []),
    ],
)
def test_what_may_be_a_name(text: str, names: list[str]) -> None:
    assert list(local_names(text)) == names


def test_what_a_document_writes_small_too_is_no_name() -> None:
    assert not list(local_names("Dit doet de Gebruiker.", {"gebruiker"}))
    assert list(local_names("Dit doet de Gebruiker.")) == ["Gebruiker"]
