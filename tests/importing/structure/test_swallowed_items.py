"""An item that holds the next one of its list in its own line is a doubt."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.structure.swallowed_items import has_swallowed_next
from protocolkit.text.markers import find_starts


@pytest.mark.parametrize(
    ("line", "swallows"),
    [
        ("1. Bellen mag niet. 2. Filmen mag niet.", True),
        ("5.3 Bij diefstal doen wij aangifte. 5.4 Bij opzet betaalt u.", True),
        ("a. de mentor; b. de ouders;", True),
        ("(2) De raad beslist. (3) De raad schrijft.", True),
        ("• de mentor • de ouders", True),
        ("12 Je bent op tijd. 13 Je belt niet.", True),
        ("12 Je bent op tijd. 13 keer te laat is te veel.", False),
        ("1. Bellen mag niet, zie artikel 2. Filmen ook niet.", False),
        ("1. Bellen mag niet. 3. Filmen mag niet.", False),
        ("1. Zie punt 1. 2 keer is genoeg.", False),
        ("- bellen - filmen", False),
        ("- Wij bellen. - Wij filmen.", True),
        ("a. elk half jaar b. als iemand vertrekt", True),
        ("1. boeken 2. schrift", True),
        ("a. zoals bedoeld onder b. en onder c. van deze lijst", False),
        ("1. Dat geldt ook voor groep 2. Daarna niet meer.", False),
        ("5.3 Om half vijf. 5.45 uur is te vroeg.", False),
    ],
)
def test_the_marker_that_comes_next_tells(line: str, swallows: bool) -> None:
    start = find_starts(line)[0]
    assert has_swallowed_next(line[len(start.marker) :].strip(), start) is swallows


def test_the_report_leads_to_an_item_that_holds_two() -> None:
    text = "Protocol bellen\n\n1. Bellen mag niet. 2. Filmen mag niet.\n3. Appen mag niet.\n"
    report = make_report(import_source(extract_text(text.encode())), "x.txt", translator())
    assert "2. Filmen" in report.first_look[0].source
