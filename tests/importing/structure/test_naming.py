"""Anchors of an import: made once, from the heading and the number, and never twice."""

from __future__ import annotations

import pytest

from protocolkit.document.model import ANCHOR_LENGTH, Clause, Kind, Paragraph, Section
from protocolkit.document.outline import section_number
from protocolkit.document.richtext import Text
from protocolkit.importing.structure.naming import (
    Names,
    heading_home,
    short_name,
    title_slug,
)
from protocolkit.text.markers import parse_number


def _section(title: str, marker: str = "") -> Section:
    return Section(anchor="x", level=2, title=(Text(title),), marker=marker, parts=())


def _clause(marker: str = "", kind: Kind = Kind.RULE) -> Clause:
    return Clause(anchor="x", blocks=(Paragraph((Text("Tekst."),)),), marker=marker, kind=kind)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ([("Doel", "3")], "hs-3"),
        ([("Doel", "3"), ("Wie", "1")], "par-3-1"),
        ([("Doel", "A")], "par-a"),
        ([("Doel", "3"), ("Wie", "Artikel 5")], "art-5"),
        ([("Leren en werken", "")], "leren"),
        ([("Van de en het", "")], "deel"),
    ],
)
def test_a_section_is_called_after_its_number_or_its_words(
    path: list[tuple[str, str]], name: str
) -> None:
    sections = [_section(title, marker) for title, marker in path]
    title, marker = path[-1]
    own = parse_number(marker)
    assert Names().section(title, section_number(sections), own, marker) == name


@pytest.mark.parametrize(
    ("clause", "sections", "name"),
    [
        (_clause("1."), [("Doel", "3")], "art-3-1"),
        (_clause("Artikel 5"), [("Doel", "3")], "art-5"),
        (_clause("1."), [("Leren", "")], "leren-1"),
        (_clause(), [("Leren", "")], "leren-1"),
        (_clause(), [], "aanhef-1"),
        (_clause(kind=Kind.CLOSING), [("Leren", "")], "slot-1"),
        (_clause(kind=Kind.REFERENCE), [("Leren", "")], "link-1"),
    ],
)
def test_a_clause_is_called_after_where_it_stands(
    clause: Clause, sections: list[tuple[str, str]], name: str
) -> None:
    path = [_section(*one) for one in sections]
    home = heading_home(path[-1] if path else None)
    assert Names().clause(clause, section_number(path), home, mixed=False) == name


def test_no_name_is_given_twice_or_is_reserved() -> None:
    names = Names(taken=["leren"], reserved=["leren-2"])
    assert [names.section("Leren", None, None, "") for _ in range(2)] == ["leren-3", "leren-4"]


def test_a_name_that_the_source_carries_is_kept_once() -> None:
    names = Names()
    assert [names.keep(anchor) for anchor in ("art-3", "art-3", "Geen naam!")] == ["art-3", "", ""]
    assert Names().keep("x" * (ANCHOR_LENGTH + 1)) == ""


def test_the_short_name_is_of_the_words_that_say_something() -> None:
    assert short_name("De positieve insteek van ons beleid") == "positieve-insteek"
    assert short_name("Hoe en wat") == ""
    assert title_slug("Stichting De Brûg (PO)") == "stichting-de-brug-po"
    assert title_slug("…") == "a-tekst"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Positieve insteek kiezen", "positieve-insteek"),
        ("Insteek", "insteek"),
        ("De positieve insteek", "positieve-insteek"),
        ("Leren en werken", "leren"),
        ("Van de en het", ""),
        ("", ""),
    ],
)
def test_a_heading_is_called_after_its_first_two_telling_words(title: str, name: str) -> None:
    assert short_name(title) == name
