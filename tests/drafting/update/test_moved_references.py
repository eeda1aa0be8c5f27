"""A reference that somebody typed and that means something else since numbers changed is told."""

from __future__ import annotations

from protocolkit.collection import Subject
from protocolkit.commands.update_told import news_lines
from protocolkit.document.model import Protocol
from protocolkit.drafting.update.moved_references import moved_references
from protocolkit.reading.reader import read_protocol_text

_HEAD = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# P\n\n"
_LAST = "Wie iets ziet, doet wat in artikel 1.1 staat."
_FIRST = "{#a}\n1. Een telefoon ligt in de kluis.\n"


def _read(text: str) -> Protocol:
    return read_protocol_text(_HEAD + text, subject="regels", slug="brug").protocol


def _text(first: str, number: int) -> Protocol:
    return _read(f"{{#h}}\n## 1 Regels\n\n{first}\n{{#b}}\n{number}. {_LAST}\n")


def test_a_reference_that_meant_another_clause_is_told_with_its_number_of_now() -> None:
    before = _text(_FIRST, 2)
    new = "{#n}\n1. Iedereen is op tijd.\n\n{#a}\n2. Een telefoon ligt in de kluis.\n"
    after = _text(new, 3)
    (found,) = moved_references(before, after)
    assert (found.anchor, found.text, found.target) == ("b", "artikel 1.1", "a")
    told = list(news_lines(before, after, Subject(slug="regels", protocols=(), concordance=None)))
    assert "  - 1.3: met ‘artikel 1.1’ was bedoeld wat nu 1.2 is" in told


def test_where_it_means_the_same_nothing_is_told() -> None:
    before = _text(_FIRST, 2)
    assert not list(moved_references(before, before))
    # what is gone is for the check of references
    assert not list(moved_references(before, _text("{#c}\n4. Iets anders.\n", 5)))
