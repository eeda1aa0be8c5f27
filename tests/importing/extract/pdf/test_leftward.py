"""Names in Hebrew and Arabic come out of a PDF as they are read, with the signs around them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from import_quality import own_pdf
from protocolkit.document.outline import protocol_tokens
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.leftward import (
    in_reading_order,
    unturned,
    with_turned_words,
)
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.words import glued

_ALI, _MOHAMED, _DAVID, _COHEN = "علي", "محمد", "דוד", "כהן"
_TEXT = """---
protocol:
  organisation: {{name: De Mus, kind: school}}
  status: vastgesteld
---

# Protocol hek

{{#art-1}}
1. Het hek is dicht: dat hebben de ouders en de leraren van de school zo met elkaar afgesproken.

{{#art-2}}
2. {}
"""
_RULES = [
    f"De leraar ({_MOHAMED} {_ALI}) doet dat.",
    f"De leraar ({_ALI}) is er.",
    f"Zie [{_DAVID} {_COHEN}] en ({_ALI}) hier.",
    f"Hij zei: '{_MOHAMED} {_ALI}' en \"{_DAVID} {_COHEN}\".",
    f"({_MOHAMED} {_ALI}) begint.",
    f"De naam „{_MOHAMED} {_ALI}” in aanhaling, met «{_DAVID}» erbij.",
    f"Nummer {_MOHAMED} 12 {_ALI} staat hier.",
    f"De punt: {_MOHAMED} {_ALI}. Daarna (en [{_MOHAMED}]) verder.",
    f"{_MOHAMED} {_ALI} begint deze zin ({_ALI}).",
    f"Twee haakjes ({_MOHAMED} ({_ALI}) {_DAVID}) hier.",
    f"| Wie | Met |\n   |---|---|\n   | ({_MOHAMED} {_ALI}) | Jan |\n   | A | {_DAVID} {_COHEN} |",
]


@pytest.mark.parametrize("rule", _RULES)
def test_a_name_and_the_signs_around_it_come_back(rule: str) -> None:
    wanted = read_protocol_text(_TEXT.format(rule), "hek.md", subject="hek", slug="de-mus").protocol
    source = extract_pdf(own_pdf(wanted))
    for one in (source, replace(source, carried=None)):
        found = import_source(one, Wishes(takes_record=True)).protocol
        assert protocol_tokens(found) == protocol_tokens(wanted)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (f"De leraar ({_ALI} {_MOHAMED} (is er.", f"De leraar ({_MOHAMED} {_ALI}) is er."),
        (f".begint) {_MOHAMED} {_ALI})", f"({_MOHAMED} {_ALI}) begint."),
        (f"naam „{_ALI} {_MOHAMED} “in", f"naam „{_MOHAMED} {_ALI}” in"),
        (
            f"Twee haakjes ({_DAVID}( {_ALI}) {_MOHAMED} (hier.",
            f"Twee haakjes ({_MOHAMED} ({_ALI}) {_DAVID}) hier.",
        ),
        ("De leraar (Jan) is er.\r\nEn )meer(", "De leraar (Jan) is er.\r\nEn )meer("),
    ],
)
def test_a_line_as_pdfium_gives_it_is_read_as_on_paper(given: str, read: str) -> None:
    painted = unturned(given)
    assert len(painted) == len(given)
    assert glued(in_reading_order(painted)) == glued(read)


def test_a_part_of_a_line_is_read_as_all_of_it() -> None:
    line = f"Piet | {_ALI} {_MOHAMED} | Jan Jansen"
    assert in_reading_order(f"{_ALI} {_MOHAMED}", line) == f"{_MOHAMED} {_ALI}"


def test_letters_that_are_drawn_the_other_way_are_turned() -> None:
    text = f"Jan ({_ALI[::-1]}، en)"
    assert with_turned_words(text, lambda first, second: first < second) == f"Jan ({_ALI}، en)"
    assert with_turned_words(text, lambda *_: False) == text
