"""What a text says of its own document only is no formulation for another one."""

from __future__ import annotations

import pytest

from protocolkit.document.outline import clauses
from protocolkit.drafting.template.own_lines import is_own_line
from protocolkit.reading.reader import read_protocol_text


def _is_own(line: str) -> bool:
    text = (
        "---\nprotocol:\n  organisation: {name: Stichting De Linde, aliases: [De Linde]}\n---\n\n"
        f"# Protocol mobiele telefoons Stichting De Linde\n\n{{#a}}\n{line}\n\n{{#b}}\nSlot.\n"
    )
    found, _ = clauses(read_protocol_text(text).protocol)
    return is_own_line(found, read_protocol_text(text).protocol)


@pytest.mark.parametrize(
    "line",
    [
        "Protocol mobiele telefoons van Stichting De Linde, versie 3, vastgesteld op 12 mei 2021.",
        "De Linde - Afspraken telefoons - concept, besproken in het directieoverleg van 4 mei 2023",
        "Mobiele telefoons, De Linde",
        "Besproken met de MR en door deze goedgekeurd. Ingaande: schooljaar 2021-2022.",
        "Status: vastgesteld, na verkregen instemming van de MR, d.d. 7 juni 2022.",
        "Dit protocol is besproken met het team en vastgesteld door de directie.",
        "Goedgekeurd in de MR",
        "De MR heeft ingestemd met dit protocol.",
        "Aldus vastgesteld te Zutphen op 12 mei 2021.",
        "Zutphen, 12 mei 2021",
        "Deze versie vervangt alle eerdere versies.",
        "Vastgesteld door: het bestuur",
        "Opgesteld door werkgroep telefoons van De Linde",
        "Handtekening directeur:",
        "Versie 3\nVastgesteld door: het bestuur",
    ],
)
def test_what_a_document_is_called_and_where_it_stands_is_its_own(line: str) -> None:
    assert _is_own(line)


@pytest.mark.parametrize(
    "line",
    [
        "Het protocol wordt vastgesteld door het bestuur na instemming van de MR.",
        "De MR stemt in met dit protocol.",
        "Dit protocol geldt op De Linde.",
        "Telefoons zijn uit in de les.",
        "De telefoons zijn verboden, vastgesteld door de MR.",
        "Mobiele telefoons mogen mee, vastgesteld in de MR van 12 mei 2021.",
        "Status: alleen leraren mogen dit lezen",
        "Dit protocol vervangt de huisregels.",
        "Opgesteld door leerlingen mag ook.",
        "Afspraken over telefoons staan in de schoolgids.",
        "Goedgekeurd door de ouders: een foto.",
        "Evaluatie: elk jaar",
        "Dit protocol treedt in werking na instemming van de MR.",
        "Wijziging van dit protocol gaat met instemming van de MR.",
        "Contactpersoon: de mentor",
        "Versie 3 van het formulier levert de leerling in.",
    ],
)
def test_a_line_that_says_more_is_a_clause(line: str) -> None:
    assert not _is_own(line)
