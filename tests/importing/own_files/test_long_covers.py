"""A cover with many schools and councils is known again: no word of it becomes text."""

from __future__ import annotations

import pytest

from import_quality import own_pdf
from own_files import without_source
from protocolkit.base.messages import translator
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.reading.reader import read_protocol_text

_UNCHANGED = "de tekst is daarna niet gewijzigd"
# Some begin as a label of the cover does, and may stand at the begin of a line.
_NAMES = ("obs De Waterlelie", "Status Quo", "Versie", "Basisschool Sint-Jozef", "De Bron")
_TEXT = """---
protocol:
  format: 1
  organisation: {{name: Stichting De Linde, kind: bestuur}}
  status: {status}
  version: "1.2"
  applies_to: [{schools}]
  replaces: {replaces}
{approvals}---

# Protocol ouderhulp

{{#hs-1}}
## Status

{{#a-1}}
1. Ouders melden zich bij de leraar.

{{#hs-2}}
## Versie

{{#a-2}}
1. De school bewaart de lijst.
"""
_LONG = "Het protocol dat in de schoolgids van elke school stond en dat niemand meer kon vinden"


def _board(schools: int, councils: int, status: str = "concept") -> Protocol:
    names = [f"{_NAMES[number % len(_NAMES)]} {number}" for number in range(schools)]
    asked = "".join(
        f"    - {{body: MR {name}, right: instemming, schools: [{name}], decision: {said}}}\n"
        for name, said in zip(names[:councils], ["gevraagd", "verleend"] * councils, strict=False)
    )
    text = _TEXT.format(
        status=status,
        schools=", ".join(names),
        approvals=f"  approvals:\n{asked}" if asked else "",
        replaces=" en ".join([_LONG] * 8),
    )
    return read_protocol_text(text, "lang.md", subject="ouderhulp", slug="lang").protocol


@pytest.mark.parametrize(
    ("schools", "councils", "status"),
    [
        (1, 0, "concept"),
        (20, 0, "concept"),
        (40, 3, "vastgesteld"),
        (40, 40, "voorgelegd"),
        (80, 60, "in werking"),
    ],
)
def test_a_long_cover_comes_back(schools: int, councils: int, status: str) -> None:
    wanted = _board(schools, councils, status)
    source = extract_pdf(own_pdf(wanted))
    found = import_source(source, Wishes(takes_record=True))
    assert without_source(found.protocol) == without_source(wanted)
    said = " ".join(make_report(found, "x.pdf", translator()).notices)
    assert _UNCHANGED in said
    # what a reader sees on the cover needs nobody who confirms it
    seen = import_source(source).protocol.facts
    assert seen.applies_to == wanted.facts.applies_to
    assert (seen.version, seen.replaces) == (wanted.facts.version, wanted.facts.replaces)
    assert len(seen.approvals) == councils
