"""How a clause is named where somebody takes it along."""

from __future__ import annotations

import pytest

import seeds
from protocolkit.base.messages import translator
from protocolkit.document.source_line import source_line
from small_boards import board

_NL = translator("nl")
_DECIDED = (
    "  approvals: [{body: CvB, right: vaststelling, decision: vastgesteld, date: 2018-05-24}]\n"
)


@pytest.mark.parametrize(
    ("settings", "standing"),
    [
        ("  dated: 2020-03-04\n  version: '2'\n", "versie 2, 4 maart 2020, status onbekend"),
        (f"  status: vastgesteld\n{_DECIDED}", "2018, vastgesteld"),
        ("", "jaar onbekend, status onbekend"),
        ("  source: {complete: false}\n", "jaar onbekend, status onbekend, bron onvolledig"),
    ],
)
def test_it_says_whose_it_is_and_how_it_stands(settings: str, standing: str) -> None:
    protocol = board("aa", "Wij eten.", settings=settings)
    said = source_line(protocol, _NL).format(label="1")
    assert said == f"Stichting Aa, Protocol, 1 ({standing})"


def test_a_text_without_a_date_has_the_year_of_its_adoption() -> None:
    (lucas,) = (p for p in seeds.collection().subjects[0].protocols if p.slug == "lucas-onderwijs")
    assert source_line(lucas, _NL).endswith(" {label} (2018, vastgesteld)")


def test_a_name_leaves_no_place_to_fill() -> None:
    protocol = board("aa", "Wij eten.", organisation="{name: 'De {label} School', sector: po}")
    assert source_line(protocol, _NL).format(label="1").startswith("De (label) School, Protocol, 1")
