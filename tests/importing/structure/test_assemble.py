"""A tree becomes sections and clauses: each with a name, a kind, and where it stood."""

from __future__ import annotations

import pytest

from outlined import blocks_of
from protocolkit.document.model import Clause, Kind, Section
from protocolkit.document.outline import clause_text, clauses
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.structure.assemble import DOUBT_KIND, Assembled, assemble
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.naming import Names
from protocolkit.importing.structure.rich_spans import ContentReader
from protocolkit.importing.structure.tree import build_tree

_TEXT = """1. Inleiding

Scholen hebben regels over bellen.

2. Regels

2.1 Bellen mag niet in de les, ook niet even.
2.2 Filmen mag niet, ook niet op het plein.

3. Slot

Dit protocol is vastgesteld door het bestuur.
"""


def _assembled(names: Names) -> Assembled:
    source = extract_text(_TEXT.encode())
    root = build_tree(blocks_of(_TEXT), ContentReader(source.text, ())).root
    return assemble(root, names)


def _named(parts: tuple[Clause | Section, ...]) -> list[tuple[str, Kind]]:
    found: list[tuple[str, Kind]] = []
    for part in parts:
        found.append((part.anchor, part.kind))
        found += _named(part.parts) if isinstance(part, Section) else []
    return found


def test_parts_have_names_and_kinds() -> None:
    assert _named(_assembled(Names()).parts) == [
        ("hs-1", Kind.EXPLANATION),
        ("inleiding-1", Kind.EXPLANATION),
        ("hs-2", Kind.RULE),
        ("art-2-1", Kind.RULE),
        ("art-2-2", Kind.RULE),
        ("hs-3", Kind.CLOSING),
        ("slot-1", Kind.CLOSING),
    ]


def test_every_part_knows_where_it_stood() -> None:
    made = _assembled(Names())
    texts = {o.anchor: _TEXT[o.begin : o.end].strip() for o in made.origins}
    assert texts["art-2-1"] == "2.1 Bellen mag niet in de les, ook niet even."
    assert texts["hs-3"] == "3. Slot"
    assert len(texts) == len(made.origins) == 7


def test_a_kind_that_was_guessed_is_doubted() -> None:
    doubts = {o.anchor: o.doubts for o in _assembled(Names()).origins}
    assert DOUBT_KIND in doubts["hs-1"]
    assert DOUBT_KIND not in doubts["hs-2"]


def test_names_that_are_taken_are_not_given_again() -> None:
    taken = {"hs-2", "art-2-1"}
    assert not taken & {anchor for anchor, _ in _named(_assembled(Names(taken)).parts)}


def test_a_name_and_what_a_sentence_names_are_no_markers() -> None:
    text = """Regels voor fietsen

Een fiets heeft licht.

Artikel 61 van de wet is hier van toepassing.

K. de Wit, directeur
"""
    source = extract_text(text.encode())
    made = import_source(source, Wishes(subject="x")).protocol
    assert [(one.marker, clause_text(one)) for one in clauses(made)] == [
        ("", "Een fiets heeft licht."),
        ("", "Artikel 61 van de wet is hier van toepassing."),
        ("", "K. de Wit, directeur"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Hoofdstuk 2 is voor trainers het belangrijkst. Zie ook het plan van de club.",
        "Hoofdstuk 3 en 4 gaan over het kamp. Die lees je later.",
        "Artikel 5 geldt ook voor wie invalt.",
        "Paragraaf 2 mag iedereen overslaan.",
    ],
)
def test_a_sentence_that_begins_with_a_part_of_the_text_is_whole(said: str) -> None:
    text = f"Regels voor het zwembad\n\n7.2 Wie zwemt, doucht eerst.\n\nWegwijzer\n\n{said}\n"
    made = import_source(extract_text(text.encode()), Wishes(subject="x")).protocol
    assert [(one.marker, clause_text(one)) for one in clauses(made)][-1] == ("", said)
